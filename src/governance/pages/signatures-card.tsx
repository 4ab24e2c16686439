import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { InstantText } from '#platform/web/components/date-text.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { memberAgreementPath, personPath, termsVersionPath } from '../paths.ts'
import type { Signature, ToSign } from '../queries/signatures.ts'
import { versionInWords } from '../words/induction.ts'
import { TextLink } from './board-page.tsx'
import type { BoardInductionView } from './induction-page.tsx'

/** Who has signed the versions in force, and who is still asked: those come first. */
export function SignaturesCard({ view }: { readonly view: BoardInductionView }): JSX.Element {
  const { body, toSign } = view
  return (
    <Card
      id="signatures"
      title="Signatures"
      lead={toSign.length > 0 ? 'Members sign in My work, under Joining and signing.' : undefined}
      flush={toSign.length > 0}
    >
      {toSign.length === 0 ? (
        <p class="gt-quiet">Nothing is signed here: no step of the template asks for it, or there is no version in force.</p>
      ) : (
        toSign.map((version) => <VersionSignatures slug={body.slug} version={version} view={view} />)
      )}
    </Card>
  )
}

/** One version in two parts: whose signature is missing, and whose is there. */
function VersionSignatures(props: { readonly slug: string; readonly version: ToSign; readonly view: BoardInductionView }): JSX.Element {
  const { slug, version, view } = props
  const { kind, number, id } = version
  const name = versionInWords(kind, number)
  const own = view.signatures.filter(({ of }) => of === id)
  const signedBy = (member: { readonly id: string }): Signature | undefined => own.find(({ person }) => person.id === member.id)
  const missing = view.members.filter((member) => !signedBy(member))
  const signed = view.members.filter((member) => signedBy(member))
  const href = kind === 'terms' ? termsVersionPath(slug, number) : memberAgreementPath(slug, number)
  const earlierOf = (member: { readonly id: string }): Signature | undefined =>
    view.signatures.find((one) => one.kind === kind && one.person.id === member.id && one.of !== id)
  return (
    <>
      <div class="gt-card__head">
        <h3 class="govuk-heading-s">{name}</h3>
        <TextLink href={href} text="Read it" about={name} />
      </div>
      <p class="gt-card__lead">
        {signed.length} of {view.members.length} members have signed.
      </p>
      {missing.length > 0 && (
        <Fold title={`Not signed yet: ${missing.length}`} open={missing.length <= 10}>
          <DataTable
            caption={`Whose signature under ${name} is missing`}
            hideCaption
            narrow="stack"
            columns={[{ heading: 'Member' }, { heading: 'Earlier signature' }]}
            rows={missing.map((member) => ({
              cells: [<TextLink href={personPath(member.id)} text={member.name} />, <Earlier signature={earlierOf(member)} />],
            }))}
          />
        </Fold>
      )}
      {signed.length > 0 && (
        <Fold title={`Signed: ${signed.length}`}>
          <DataTable
            caption={`Who signed ${name}`}
            hideCaption
            narrow="stack"
            columns={[{ heading: 'Member' }, { heading: 'Signed' }]}
            rows={signed.map((member) => {
              const signature = signedBy(member)
              return {
                cells: [
                  <TextLink href={personPath(member.id)} text={member.name} />,
                  signature ? <InstantText instant={signature.signedAt} /> : '',
                ],
              }
            })}
          />
        </Fold>
      )}
    </>
  )
}

function Earlier({ signature }: { readonly signature: Signature | undefined }): JSX.Element {
  if (signature === undefined) return <span class="gt-quiet">None</span>
  return (
    <>
      Signed version {signature.number} on <InstantText instant={signature.signedAt} />
    </>
  )
}
