import type { JSX } from 'hono/jsx/jsx-runtime'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import type { RingFence } from '../queries/fund-money.ts'
import type { Fund } from '../queries/funds.ts'
import { knownTotal } from '../rules/contributions.ts'
import { balanceProblems, minimumState } from '../rules/fund.ts'
import { carriedInto, type FootTotal, footOf } from '../rules/line.ts'
import { balanceWords, methodWords, minimumWords } from '../words/money.ts'
import { overOrUnder, pounds } from '../words/pence.ts'
import type { YearMoneyView } from './fund-page.tsx'

interface Props {
  readonly fund: Fund
  readonly fences: readonly RingFence[]
  readonly money: YearMoneyView
}

/** A sum of which parts may not be known: '£12.00', '£12.00, and 2 not known', 'Not recorded'. `of` is how many parts there are. */
export function footWords({ pence, unknown }: FootTotal, of: number): string {
  if (of === 0 || unknown === of) return 'Not recorded'
  return unknown === 0 ? pounds(pence) : `${pounds(pence)}, and ${unknown} not known`
}

/** How the money of a year stands, in sums and sentences. */
export function YearSummary({ fences, money }: Props): JSX.Element {
  const { year, contributions, lines, months } = money
  const given = knownTotal(contributions.map(({ planned, varied }) => (planned === null ? null : planned + varied)))
  const paid = knownTotal(contributions.map(({ actual }) => actual))
  const foot = footOf(lines.map(({ columns }) => columns))
  const stands = balanceProblems({
    ...{ state: 'agreed', minimum: year.minimum },
    contributions: contributions.map(({ planned, fence }) => ({ pence: planned, fence })),
    lines: lines.map(({ line: { original, fence } }) => ({ pence: original, fence })),
  })
  const unexplained = lines.filter(({ columns }) => columns.forecast?.isBelowKnown).length
  const titleOf = (id: string): string => fences.find((fence) => fence.id === id)?.title ?? ''
  const foreseen = foot.forecast.unknown === lines.length ? undefined : overOrUnder(foot.variance.pence)
  return (
    <>
      <p class="govuk-body">{sentenceOf(money, foreseen)}</p>
      <KeyFacts
        facts={[
          { label: 'Given', value: footWords(given, contributions.length) },
          ...carriedFact(
            carriedInto(
              lines.map(({ line }) => line),
              contributions,
            ),
          ),
          { label: 'Budget of all lines', value: footWords(foot.revised, lines.length) },
          { label: 'Spent so far', value: footWords(foot.spent, lines.length) },
          { label: 'Foreseen at the year end', value: footWords(foot.forecast, lines.length) },
        ]}
      />
      <Fold title="Paid in, minimum, committed, and how it is foreseen">
        <KeyFacts
          facts={[
            { label: 'Paid in so far', value: footWords(paid, contributions.length) },
            { label: 'Minimum', value: minimumWords(minimumState(given, year.minimum), year.minimum, year.minimumSource) },
            { label: 'Committed', value: footWords(foot.commitment, lines.length) },
            { label: 'How it is foreseen', value: `${methodWords[year.method]}. ${months} of 12 months have ended.` },
          ]}
        />
      </Fold>
      {stands.length > 0 && (
        <>
          <p class="govuk-body">{year.state === 'planning' ? 'Before this year can be agreed:' : 'This does not balance:'}</p>
          <ul class="govuk-list govuk-list--bullet">
            {stands.map((problem) => (
              <li>{balanceWords(problem, titleOf)}</li>
            ))}
          </ul>
        </>
      )}
      {unexplained > 0 && (
        <p class="govuk-body">
          {unexplained === 1 ? 'One line is' : `${unexplained} lines are`} foreseen below what is spent and committed already. Ask why.
        </p>
      )}
    </>
  )
}

/** What makes the difference between what is given and what may be spent. */
function carriedFact(carried: bigint): readonly { readonly label: string; readonly value: string }[] {
  if (carried === 0n) return []
  return [
    carried > 0n
      ? { label: 'Brought in from another year', value: pounds(carried) }
      : { label: 'Carried into another year', value: pounds(-carried) },
  ]
}

function sentenceOf({ contributions, lines, year }: YearMoneyView, foreseen: string | undefined): string {
  const partners = new Set(contributions.map(({ partner }) => partner)).size
  if (partners === 0) return 'Nobody is recorded as giving to it in this year.'
  const who = partners === 1 ? 'One partner gives' : `${partners} partners give`
  const what = `${who} to it, for ${lines.length === 1 ? 'one line' : `${lines.length} lines`} of spending.`
  if (foreseen === undefined) return `${what} Nothing is spent yet, so that no year end can be foreseen.`
  return `${what} At the year end it is foreseen to be ${foreseen}${year.state === 'closed' ? ', as it closed' : ''}.`
}
