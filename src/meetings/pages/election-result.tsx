import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { WarningText } from '#platform/web/govuk/components.tsx'
import { electionPaths } from '../paths.ts'
import type { Election, ElectionResult } from '../queries/elections.ts'
import { shownReceipt } from '../rules/ballot.ts'
import { revealsWords, tieWayWords } from '../words/election.ts'
import type { ElectionView } from './election-page.tsx'

/** The result, and for those who could vote the list of receipts to check and recount it. */
export function CountedCard({ view }: { readonly view: ElectionView }): JSX.Element | null {
  const { election, papers } = view
  const { result } = election
  if (!result) return null
  return (
    <>
      <Card id="result" title="Result">
        <p>
          <strong>{outcomeWords(election, result, view)}</strong>
        </p>
        {election.tieNote !== '' && <p>{election.tieNote}</p>}
        {view.again && (
          <p>
            <a class="govuk-link" href={electionPaths.election(view.again)}>
              The ballot that followed
            </a>
          </p>
        )}
        {election.state === 'counted' && <Figures result={result} />}
        {result.reveals && <WarningText text={revealsWords[result.reveals]} iconFallbackText="Warning" />}
      </Card>
      {papers.length > 0 && <ReceiptsCard view={view} />}
    </>
  )
}

function outcomeWords(election: Election, result: ElectionResult, view: ElectionView): string {
  if (election.state === 'unopposed') return `${result.electedName} is elected unopposed: nobody else stood.`
  if (result.electedName !== null) return `${result.electedName} is elected.`
  if (result.tied === undefined) return 'Nobody is elected: no paper was for a candidate.'
  const tie = `A tie between ${result.tied.join(' and ')}.`
  if (election.tieSettled === undefined) return `${tie} It is not settled yet.`
  const elected = view.candidates.find(({ person }) => person === election.elected)
  return `${tie} ${tieWayWords[election.tieSettled]}.${elected ? ` ${elected.name} is elected.` : ''}`
}

function Figures({ result }: { readonly result: ElectionResult }): JSX.Element {
  const rows = [...result.votes].sort((one, other) => other.votes - one.votes).map(({ name, votes }) => ({ cells: [name, String(votes)] }))
  return (
    <>
      <DataTable
        caption="Papers for each"
        hideCaption
        columns={[{ heading: 'For' }, { heading: 'Papers', numeric: true }]}
        rows={[...rows, { cells: ['None of them', String(result.blank)] }]}
      />
      <p>
        {result.papers} of {result.voters} who could vote did.
      </p>
    </>
  )
}

function ReceiptsCard({ view }: { readonly view: ElectionView }): JSX.Element {
  const { papers, candidates } = view
  const nameOf = (choice: string | null): string => candidates.find(({ id }) => id === choice)?.name ?? 'None of them'
  return (
    <Card id="receipts" title="Check and recount" flush>
      <div class="gt-card__body">
        <p>
          Every paper in the box is listed here under its receipt. Find yours: it must stand here with the choice you made. If it does not,
          tell the clerk and the other members.
        </p>
        <p>
          Anybody who reads this can count again: the lines for each name must add up to the result above, and there must be as many lines
          as people on the roll who voted. The order is that of the receipts, which are random, and says nothing of who voted when.
        </p>
      </div>
      <DataTable
        caption="All papers by receipt"
        hideCaption
        columns={[{ heading: 'Receipt' }, { heading: 'For' }]}
        rows={papers.map(({ receipt, choice }) => ({ cells: [<code>{shownReceipt(receipt)}</code>, nameOf(choice)] }))}
      />
    </Card>
  )
}
