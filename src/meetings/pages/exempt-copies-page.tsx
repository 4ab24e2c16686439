import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords, instantInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { partTwoPaths } from '../paths.ts'
import type { KeptCertificate } from '../queries/exempt-copies.ts'
import { confirmation, type ExemptCopy } from '../rules/exempt-copy.ts'
import { becameWords, certificateFacts, copiesInWords, copiesOfKind, copyName, evidenceWords, recordCopy } from '../words/destruction.ts'
import { type RecordHead, RecordPage } from './record-page.tsx'

/** Who has copies of a meeting's exempt papers, and what became of each (M16). */
export function ExemptCopiesPage(props: {
  readonly visit: Visit
  readonly head: RecordHead
  /** The rule of the terms in a sentence; '' where they state none. */
  readonly rule: string
  readonly dueOn: Temporal.PlainDate | undefined
  readonly copies: readonly ExemptCopy[]
  readonly certificates: readonly KeptCertificate[]
  readonly mayRecord: boolean
  readonly isOver: boolean
}): JSX.Element {
  const { visit, head, rule, dueOn, copies, certificates, mayRecord, isOver } = props
  const { meeting } = head
  return (
    <RecordPage
      visit={visit}
      head={head}
      title="Copies of exempt papers"
      lead={copiesInWords(copies)}
      width="workspace"
      actions={
        mayRecord && (
          <>
            {isOver && (
              <PostButton visit={visit} action={partTwoPaths.askHolders(meeting)} text="List the holders and ask them" look="primary" />
            )}{' '}
            <a class="govuk-button govuk-button--secondary" href={partTwoPaths.printedCopy(meeting)}>
              Record a printed copy
            </a>
          </>
        )
      }
    >
      <KeyFacts
        facts={[
          { label: 'The terms say', value: rule || <span class="gt-missing">Nothing of destroying copies</span> },
          ...(dueOn ? [{ label: 'Last day', value: dayInWords(dueOn) }] : []),
          { label: 'Record copy', value: recordCopy },
        ]}
      />
      <Certificates visit={visit} meeting={meeting} certificates={certificates} mayDraw={mayRecord && isOver && copies.length > 0} />
      {copies.length === 0 ? (
        <EmptyState
          title="No copy is recorded"
          text={isOver ? 'List who was told of the papers or opened them.' : 'Printed copies are recorded as they are handed out.'}
        />
      ) : (
        <Card id="copies" title="Copies" flush>
          {groupsOf(copies).map((inGroup) => (
            <CopyGroup copies={inGroup} mayRecord={mayRecord} />
          ))}
        </Card>
      )}
    </RecordPage>
  )
}

function Certificates(props: {
  readonly visit: Visit
  readonly meeting: string
  readonly certificates: readonly KeptCertificate[]
  readonly mayDraw: boolean
}): JSX.Element {
  const { visit, meeting, certificates, mayDraw } = props
  return (
    <Card
      id="certificates"
      title="Certificates of destruction"
      lead="A certificate says what became of every copy, and names those that are outstanding. Once it is drawn up, members can no longer open these papers here."
    >
      {certificates.length > 0 && (
        <ul>
          {certificates.map(({ number, madeAt, inputs }) => (
            <li>
              <a class="govuk-link" href={partTwoPaths.certificate(meeting, number)}>
                Certificate {number}
              </a>
              , {instantInWords(madeAt)}, {inputs.outstanding.length} outstanding
            </li>
          ))}
        </ul>
      )}
      {mayDraw && <PostButton visit={visit} action={partTwoPaths.certify(meeting)} text="Draw up a certificate" />}
      {certificates.length === 0 && !mayDraw && <p class="gt-quiet">None is drawn up yet.</p>}
    </Card>
  )
}

/** Copies of one kind of which the same became stand together, those that are outstanding first. */
function groupsOf(copies: readonly ExemptCopy[]): readonly (readonly ExemptCopy[])[] {
  const ordered = copies.toSorted((one, other) => Number(other.ended === null) - Number(one.ended === null))
  return [...Map.groupBy(ordered, ({ ended, kind }) => `${ended} ${kind}`).values()]
}

function CopyGroup({ copies, mayRecord }: { readonly copies: readonly ExemptCopy[]; readonly mayRecord: boolean }): JSX.Element {
  const [first] = copies
  const title = copiesOfKind(first?.kind ?? 'electronic', copies.length)
  const isOutstanding = first?.ended === null
  const acts = mayRecord && isOutstanding
  // Where everybody got theirs in the same way at the same time, it is said once.
  const ways = new Set(copies.map(handedWords))
  const [way] = ways.size === 1 ? ways : []
  const columns = [
    'Holder',
    ...(way === undefined ? ['How it is known'] : []),
    ...(isOutstanding ? [] : ['What became of it']),
    ...(acts ? ['What to do'] : []),
  ]
  return (
    <Fold
      title={title}
      note={<StatusPill meaning={isOutstanding ? 'warning' : 'good'}>{becameWords(first?.ended ?? null)}</StatusPill>}
      open={copies.length <= 12}
    >
      {way !== undefined && <p class="gt-quiet">{way}</p>}
      <DataTable
        caption={`${title}: ${becameWords(first?.ended ?? null).toLowerCase()}`}
        hideCaption
        columns={columns.map((heading) => ({ heading }))}
        rows={copies.map((copy) => ({
          cells: [
            copy.kind === 'printed' ? `${copy.name}, ${copyName(copy).toLowerCase()}` : copy.name,
            ...(way === undefined ? [handedWords(copy)] : []),
            ...(isOutstanding ? [] : [endedWords(copy)]),
            ...(acts ? [<EndLink copy={copy} />] : []),
          ],
        }))}
        narrow="stack"
      />
    </Fold>
  )
}

const handedWords = ({ evidence, handedAt }: ExemptCopy): string => `${evidenceWords[evidence]}, ${instantInWords(handedAt)}`

function endedWords({ endedAt, saidBy, words }: ExemptCopy): string {
  const when = endedAt ? `${instantInWords(endedAt)}, ` : ''
  return when + (saidBy === 'holder' ? 'confirmed by the holder' : `recorded by the clerk: ${words}`)
}

function EndLink({ copy }: { readonly copy: ExemptCopy }): JSX.Element {
  return (
    <a class="govuk-link" href={partTwoPaths.endCopy(copy.id)}>
      Record what became of it<span class="govuk-visually-hidden">: {copy.name}</span>
    </a>
  )
}

/** One's own copy, to be confirmed with one click in exactly the words that stand here. */
export function OwnCopyPage(props: {
  readonly visit: Visit
  readonly head: RecordHead
  readonly copy: ExemptCopy
  readonly isOwn: boolean
}): JSX.Element {
  const { visit, head, copy, isOwn } = props
  return (
    <RecordPage visit={visit} head={head} title="Your copy of exempt papers">
      {copy.ended !== null ? (
        <p class="govuk-body">
          {becameWords(copy.ended)}
          {copy.endedAt && ` on ${instantInWords(copy.endedAt)}`}: {copy.words}
        </p>
      ) : (
        <>
          <p class="govuk-body">
            {copyName(copy)}, {instantInWords(copy.handedAt)}. Destroy it, then confirm in these words:
          </p>
          <div class="govuk-inset-text">{confirmation}</div>
          <p class="govuk-body">Once you have confirmed, you can no longer open these papers here. {recordCopy}</p>
          {isOwn && <PostButton visit={visit} action={partTwoPaths.confirmCopy(copy.id)} text="I confirm this" look="primary" />}
        </>
      )}
    </RecordPage>
  )
}

/** A certificate of destruction as it was drawn up. */
export function DestructionCertificatePage(props: {
  readonly visit: Visit
  readonly head: RecordHead
  readonly certificate: KeptCertificate
}): JSX.Element {
  const { visit, head, certificate } = props
  const { copies, outstanding } = certificate.inputs
  const groups = [...Map.groupBy(copies, sameOf)].map(([heading, inGroup]) => ({
    heading,
    rows: inGroup.map(({ name }) => ({ cells: [name] })),
  }))
  return (
    <RecordPage
      visit={visit}
      head={head}
      title={`Certificate of destruction ${certificate.number}`}
      lead={outstanding.length === 0 ? 'No copy is outstanding.' : `${outstanding.length} of ${copies.length} copies outstanding.`}
      width="workspace"
      actions={
        <a class="govuk-button govuk-button--secondary" href={partTwoPaths.certificatePdf(head.meeting, certificate.number)}>
          The certificate as PDF
        </a>
      }
    >
      <KeyFacts facts={certificateFacts(certificate).map(([label, value]) => ({ label, value }))} />
      <DataTable caption="Copies" columns={[{ heading: 'Holder' }]} groups={groups} narrow="stack" />
    </RecordPage>
  )
}

/** Everything that a certificate says of a copy but its holder: copies of which it is the same stand under it. */
function sameOf({ copy, handed, became, when, words }: KeptCertificate['inputs']['copies'][number]): string {
  const end = [became, when].filter((part) => part !== '').join(' ')
  return `${copy}, handed out ${handed}. ${end}${words === '' ? '' : `: ${words}`}`
}
