import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { InstantText } from '#platform/web/components/date-text.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { type FamilyStep, familyPaths } from '../paths.ts'
import type { FamilyLine } from '../queries/families.ts'
import type { AgreementRecord, findDecisions, findGrants } from '../queries/record.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { contentClasses, readsOnly } from '../rules/access.ts'
import { basisWords, classWords, evidenceWords, standingWords } from '../words/casework.ts'

/** What a family agreed to, and what was decided to share without that. */
export interface AgreementsProps {
  readonly family: FamilyLine
  readonly agreements: readonly AgreementRecord[]
  readonly relations: CaseworkTies['relations']
  readonly decisions: Awaited<ReturnType<typeof findDecisions>>
  readonly may: ReadonlySet<FamilyStep | 'answer'>
}

/** Who may read what. */
export interface GrantsProps {
  readonly grants: Awaited<ReturnType<typeof findGrants>>
}

/** What a family agreed to, for whom, until when; the latest first. */
export function Agreements({ family, agreements, may, relations }: AgreementsProps): JSX.Element {
  return (
    <Card title="What the family agreed to" id="agreements" flush={agreements.length > 0}>
      {agreements.length === 0 && (
        <p class="govuk-body">
          {readsOnly(relations) || family.agreedOn
            ? 'What exactly it agreed to is not open to you.'
            : 'The family has not been asked yet. Until it agrees, nobody else reads anything.'}
        </p>
      )}
      {agreements.map((agreement, at) => (
        <Fold
          title={`${agreement.isGiven ? 'Agreement' : 'Refusal'} of ${dayInWords(agreement.givenOn)}`}
          note={<StatusPill meaning={standingWords[agreement.standing][0]}>{standingWords[agreement.standing][1]}</StatusPill>}
          open={at === 0}
        >
          <p class="govuk-body">
            {`By ${agreement.givenBy}. ${evidenceWords[agreement.evidence as keyof typeof evidenceWords]}.`}
            {agreement.standing === 'in-force' &&
              agreement.holdsUntil &&
              ` Holds until ${dayInWords(agreement.holdsUntil)}, and is asked for again by then.`}
            {agreement.withdrawnAt && (
              <>
                {' '}
                Withdrawn <InstantText instant={agreement.withdrawnAt} />
                {agreement.withdrawnBy !== '' && ` by ${agreement.withdrawnBy}`}: it opens nothing any more.
              </>
            )}
          </p>
          {agreement.given.length > 0 && <Scope covers={agreement.given} />}
          {agreement.standing === 'in-force' && agreement.scope.length < agreement.given.length && (
            <p class="govuk-body">
              {agreement.scope.length === 0
                ? 'Somebody else who may decide does not agree: it opens nothing.'
                : 'Somebody else who may decide agrees to less. It opens only:'}
            </p>
          )}
          {agreement.standing === 'in-force' && agreement.scope.length > 0 && agreement.scope.length < agreement.given.length && (
            <Scope covers={agreement.scope} />
          )}
          <div class="govuk-button-group">
            {at === 0 && agreement.isGiven && !agreement.withdrawnAt && may.has('agreement') && !family.closedOn && (
              <a class="govuk-button govuk-button--secondary" href={familyPaths.renew(family.id)}>
                Ask again, and renew it
              </a>
            )}
            {agreement.standing === 'in-force' && may.has('agreement') && (
              <a class="govuk-button govuk-button--warning" href={familyPaths.withdraw(family.id, agreement.id)}>
                Withdraw this agreement
              </a>
            )}
          </div>
        </Fold>
      ))}
    </Card>
  )
}

function Scope({ covers }: { readonly covers: AgreementRecord['scope'] }): JSX.Element {
  // Agencies that may read the same are said together.
  const classesOf = (name: string): string =>
    contentClasses
      .filter((one) => covers.some((cover) => cover.organisationName === name && cover.class === one))
      .map((one) => classWords[one].toLowerCase())
      .join('; ')
  const alike = [...Map.groupBy([...new Set(covers.map(({ organisationName }) => organisationName))], classesOf)]
  return (
    <ul class="govuk-list govuk-list--bullet">
      {alike.map(([classes, names]) => (
        <li>{`${names.join(', ')}: ${classes}`}</li>
      ))}
    </ul>
  )
}

/** What was decided to share, or not to share, without resting on agreement. */
export function Decisions({ decisions }: AgreementsProps): JSX.Element | null {
  if (decisions.length === 0) return null
  return (
    <Card title="Decisions to share" id="decisions" flush>
      <DataTable
        caption="Decisions to share"
        hideCaption
        narrow="stack"
        columns={[{ heading: 'Decision' }, { heading: 'With' }, { heading: 'Basis' }, { heading: 'State' }]}
        rows={decisions.map((one) => ({
          cells: [
            <a class="govuk-link" href={familyPaths.approve(one.id)}>
              {one.isToShare ? 'To share' : 'Not to share'}
            </a>,
            one.organisationName,
            basisWords[one.basis as keyof typeof basisWords],
            <DecisionState {...one} />,
          ],
        }))}
      />
    </Card>
  )
}

/** How a decision stands. */
export function DecisionState(props: {
  readonly approvedAt: Temporal.Instant | null
  readonly endedAt: Temporal.Instant | null
}): JSX.Element {
  if (props.endedAt) return <StatusPill meaning="neutral">Ended</StatusPill>
  return props.approvedAt ? <StatusPill meaning="good">Approved</StatusPill> : <StatusPill meaning="warning">Waits for approval</StatusPill>
}

/** Who may read what now, and who could once. */
export function Grants({ grants }: GrantsProps): JSX.Element | null {
  const open = grants.filter(({ isOpen }) => isOpen)
  // What rests on a decision to share may end on another day than what the family agreed to: each stands in a row of its own.
  const held = [...Map.groupBy(open, (grant) => [grant.person, grant.agreement !== null, grant.endsAt].join())].map(([, one]) => one)
  return (
    <Card title="Who may read what" id="grants" flush={held.length > 0}>
      {held.length === 0 ? (
        <p class="govuk-body">Nobody reads anything of this record at the moment.</p>
      ) : (
        <DataTable
          caption="Who may read what"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Who' }, { heading: 'What' }, { heading: 'Because of' }, { heading: 'Until' }]}
          rows={held.map((those) => ({
            cells: [
              `${those[0]?.name}, ${those[0]?.organisationName}`,
              contentClasses
                .filter((one) => those.some((grant) => grant.class === one))
                .map((one) => classWords[one])
                .join('; '),
              those[0]?.agreement ? 'The family’s agreement' : 'A decision to share',
              those[0] ? <InstantText instant={those[0].endsAt} /> : '',
            ],
          }))}
        />
      )}
    </Card>
  )
}
