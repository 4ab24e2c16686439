import type { JSX } from 'hono/jsx/jsx-runtime'
import { moneyInWords } from '#platform/money.ts'
import { dayInWords, instantInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { claimPaths } from '../claim-paths.ts'
import { familyPaths, figurePaths } from '../paths.ts'
import { type Claim, type ClaimDoubts, type ClaimHeading, type ClaimLine, takenOut } from '../queries/claims.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { mayIn } from '../rules/access.ts'
import { claimPills, correctionPills, doubtSentence, doubtWords, evidenceWords, nameOfHeading, periodWords } from '../words/claim.ts'
import { ClaimCorrections } from './claim-corrections.tsx'
import { hubNavigation } from './hub-frame.tsx'

const title = 'Claims for progress'
/** Where the pages of one claim hang. */
export const claimCrumbs = [
  { text: 'Families', href: familyPaths.list() },
  { text: title, href: claimPaths.home() },
]
const money = (pence: bigint): string => moneyInWords(Number(pence))
const pill = ({ verdict }: Claim): JSX.Element => {
  const [meaning, words] = claimPills[verdict ?? 'waiting']
  return <StatusPill meaning={meaning}>{words}</StatusPill>
}
const sumOf = (claim: Claim): number => claim.counts.reduce((sum, one) => sum + one.families - takenOut(claim, one), 0)

/** Claims for families’ progress by quarter, and under which headings progress is claimed (E10). */
export function ClaimsPage(props: {
  readonly visit: Visit
  readonly relations: CaseworkTies['relations']
  readonly claims: readonly Claim[]
  readonly headings: readonly ClaimHeading[]
}): JSX.Element {
  const { visit, relations, claims, headings } = props
  return (
    <Page visit={visit} title={title} breadcrumbs={claimCrumbs.slice(0, 1)} width="workspace">
      <PageHead
        title={title}
        lead="Drawn from what the records evidence and from nothing that somebody types. No family is claimed twice under one heading; another person approves."
      />
      {hubNavigation(visit, relations)}
      {mayIn(relations, 'claims', 'draw') && (
        <a class="govuk-button" href={claimPaths.draw()}>
          Draw a claim
        </a>
      )}
      {claims.length === 0 ? (
        <EmptyState title="No claim was drawn yet" text="A claim is drawn of a quarter that is over." />
      ) : (
        <Card title="Claims" id="claims" flush>
          <DataTable
            caption="Claims by quarter"
            hideCaption
            narrow="stack"
            columns={[
              { heading: 'Quarter' },
              { heading: 'How it stands' },
              { heading: 'Outcomes claimed', numeric: true },
              { heading: 'Sum', numeric: true },
            ]}
            rows={claims.map((one) => ({
              cells: [
                <a class="govuk-link" href={claimPaths.one(one.id)}>
                  {periodWords(one)}
                </a>,
                pill(one),
                String(sumOf(one)),
                money(one.amountPence),
              ],
            }))}
          />
        </Card>
      )}
      <p class="govuk-body">
        What everybody reads of approved claims stands, with small numbers hidden, under{' '}
        <a class="govuk-link" href={figurePaths.published}>
          figures of early help
        </a>
        .
      </p>
      <Headings {...props} headings={headings} />
    </Page>
  )
}

function Headings({ relations, headings }: Parameters<typeof ClaimsPage>[0]): JSX.Element {
  return (
    <Fold title="What is claimed, on what evidence" note={`${headings.length} in all`}>
      <DataTable
        caption="Headings, from which day on"
        hideCaption
        narrow="stack"
        columns={[
          { heading: 'Heading' },
          { heading: 'Evidence in the record' },
          { heading: 'How long it must hold' },
          { heading: 'Price', numeric: true },
          { heading: 'From' },
          { heading: 'Source' },
        ]}
        rows={headings.map((one) => ({
          cells: [
            one.name,
            one.isEnd ? 'Ended: nobody is claimed under it' : one.needs.map((need) => evidenceWords[need]).join('; '),
            one.isEnd ? '–' : one.holdDays === 0 ? 'It need not' : `${one.holdDays} days without coming back`,
            one.isEnd ? '–' : money(one.pricePence),
            dayInWords(one.startsOn),
            one.setOn === null ? one.source : `${one.source}. Set by ${one.setBy}, ${dayInWords(one.setOn)}`,
          ],
        }))}
      />
      {mayIn(relations, 'claims', 'set') && (
        <p class="govuk-body">
          <a class="govuk-link" href={claimPaths.set()}>
            Set a heading from a day on
          </a>
        </p>
      )}
      {mayIn(relations, 'claims', 'set') && (
        <p class="govuk-body">
          <a class="govuk-link" href={claimPaths.end()}>
            End a heading
          </a>
        </p>
      )}
    </Fold>
  )
}

/** One claim: counts and sums by heading, and who drew and approved it; which families they are is another page, and a look. */
export function ClaimPage(props: {
  readonly visit: Visit
  readonly ties: CaseworkTies
  readonly claim: Claim
  readonly headings: readonly ClaimHeading[]
  /** Undefined for whoever is told none: only co-ordinators are. */
  readonly doubts: ClaimDoubts | undefined
}): JSX.Element {
  const { visit, ties, claim, headings, doubts } = props
  const doubt = doubts && doubtSentence(doubts)
  const heading = `Claim of ${periodWords(claim)}`
  const mayAnswer = claim.verdict === null && claim.drawnBy !== ties.person && mayIn(ties.relations, 'claims', 'answer')
  return (
    <Page visit={visit} title={heading} breadcrumbs={claimCrumbs} width="workspace">
      <PageHead title={heading} />
      <p class="govuk-body">
        {pill(claim)} {claim.because}
      </p>
      {doubt !== undefined && (
        <div class="govuk-inset-text" role="note">
          {`${doubt} Who they are stands with the families behind it. Each stays in the claim until it is taken out.`}
        </div>
      )}
      <div class="govuk-button-group">
        {mayAnswer && (
          <a class="govuk-button" href={claimPaths.answer(claim.id)}>
            Approve it, or send it back
          </a>
        )}
        {mayIn(ties.relations, 'claims', 'families') && claim.verdict !== 'returned' && (
          <a class="govuk-button govuk-button--secondary" href={claimPaths.families(claim.id)}>
            Look at the families behind it
          </a>
        )}
      </div>
      <ByHeading {...{ claim, headings }} />
      <KeyFacts
        facts={[
          { label: 'Sum', value: money(claim.amountPence) },
          { label: 'Drawn by', value: `${claim.drawnByName}, ${instantInWords(claim.drawnAt)}` },
          {
            label: claim.verdict === 'returned' ? 'Sent back by' : 'Approved by',
            value: claim.answeredAt ? `${claim.answeredByName}, ${instantInWords(claim.answeredAt)}` : 'Nobody yet',
          },
        ]}
      />
      <ClaimCorrections {...{ ties, claim, headings }} />
      <p class="govuk-body-s">
        These are exact numbers, for who draws and approves claims. What everybody reads is rounded, and small numbers are hidden.
      </p>
    </Page>
  )
}

function ByHeading({ claim, headings }: { readonly claim: Claim; readonly headings: readonly ClaimHeading[] }): JSX.Element {
  const isCorrected = claim.corrections.some(({ verdict }) => verdict === 'approved')
  return (
    <Card title="By heading" id="by-heading" flush>
      <DataTable
        caption="Families claimed, by heading"
        hideCaption
        narrow="stack"
        columns={[
          { heading: 'Heading' },
          { heading: 'Families', numeric: true },
          ...(isCorrected ? [{ heading: 'Taken out', numeric: true }] : []),
          { heading: 'Price', numeric: true },
          { heading: 'Sum', numeric: true },
        ]}
        rows={claim.counts.map((one) => ({
          cells: [
            nameOfHeading(headings, one),
            String(one.families),
            ...(isCorrected ? [String(takenOut(claim, one))] : []),
            money(one.pricePence),
            money(BigInt(one.families - takenOut(claim, one)) * one.pricePence),
          ],
        }))}
      />
    </Card>
  )
}

/** The families behind a claim, for a co-ordinator of their locality; each look stands in the list of that family. */
export function ClaimFamiliesPage(props: {
  readonly visit: Visit
  readonly claim: Claim
  readonly headings: readonly ClaimHeading[]
  readonly lines: readonly ClaimLine[]
}): JSX.Element {
  const { visit, claim, headings, lines } = props
  const heading = 'Families behind the claim'
  const others = claim.counts.reduce((sum, { families }) => sum + families, 0) - lines.length
  return (
    <Page
      visit={visit}
      title={heading}
      breadcrumbs={[...claimCrumbs, { text: periodWords(claim), href: claimPaths.one(claim.id) }]}
      width="workspace"
    >
      <PageHead title={heading} caption={periodWords(claim)} lead="That you look is written into the list of each family." />
      {lines.length === 0 ? (
        <p class="govuk-body">None of them is of your locality.</p>
      ) : (
        <DataTable
          caption="Families of your locality"
          hideCaption
          narrow="stack"
          columns={[
            ...[{ heading: 'Family' }, { heading: 'Heading' }, { heading: 'Closed' }, { heading: 'Since the claim was drawn' }],
            ...(claim.verdict === 'approved' ? [{ heading: 'In the claim' }] : []),
          ]}
          rows={lines.map((line) => ({
            cells: [
              <a class="govuk-link" href={familyPaths.family(line.episode)}>
                {`${line.label}, ${line.reference}`}
              </a>,
              nameOfHeading(headings, line),
              dayInWords(line.closedOn),
              line.doubts.length === 0 ? 'Nothing' : line.doubts.map((doubt) => doubtWords[doubt]).join('; '),
              ...(claim.verdict === 'approved' ? [standsOf(claim, line)] : []),
            ],
          }))}
        />
      )}
      {others > 0 && <p class="govuk-body">{`${others} more ${others === 1 ? 'is' : 'are'} not for you to see.`}</p>}
    </Page>
  )
}

/** Whether a family is still in the claim, or the link by which one proposes that it is not. */
function standsOf(claim: Claim, { heading, episode, correction, verdict }: ClaimLine): JSX.Element {
  if (correction === null || verdict === 'returned')
    return (
      <a class="govuk-link" href={claimPaths.takeOut(claim.id, heading, episode)}>
        Take it out
      </a>
    )
  const [meaning, words] = correctionPills[verdict ?? 'waiting']
  return <StatusPill meaning={meaning}>{words}</StatusPill>
}
