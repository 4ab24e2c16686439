import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { fundPaths, moneyPaths } from '../money-paths.ts'
import type { BudgetLine, GivenMoney, RingFence } from '../queries/fund-money.ts'
import type { DatedLimit } from '../queries/virements.ts'
import { knownTotal } from '../rules/contributions.ts'
import type { YearState } from '../rules/fund.ts'
import { footOf } from '../rules/line.ts'
import { openOf } from '../rules/split.ts'
import { contributionWords, moverWords, perWords } from '../words/money.ts'
import { overOrUnder, pounds, poundsOr } from '../words/pence.ts'
import type { YearMoneyView } from './fund-page.tsx'
import { footWords } from './fund-summary.tsx'

interface Props {
  readonly money: YearMoneyView
  readonly fences: readonly RingFence[]
}

const fenceTitle = (fences: readonly RingFence[], id: string | null): string => fences.find((one) => one.id === id)?.title ?? 'No'

/** What each partner gives, with its foot. */
export function GivenTable({ money, fences, mayKeep }: Props & { readonly mayKeep: boolean }): JSX.Element {
  const { contributions, year } = money
  if (contributions.length === 0) return <p class="govuk-body">No contribution is recorded for this year.</p>
  const total = (pick: (given: GivenMoney) => bigint | null): string => footWords(knownTotal(contributions.map(pick)), contributions.length)
  return (
    <DataTable
      caption="Contributions by partner"
      hideCaption
      narrow="stack"
      columns={[
        ...[{ heading: 'Partner' }, { heading: 'Out of which money' }, { heading: 'How' }, { heading: 'Ring-fenced' }],
        ...[{ heading: 'Planned', numeric: true }, { heading: 'Paid in', numeric: true }, { heading: 'Next part' }],
        ...(mayKeep ? [{ heading: 'What can be done', hiddenHeading: true }] : []),
      ]}
      rows={[
        ...contributions.map((given) => ({
          cells: [
            ...[given.partnerName, given.source, contributionWords[given.kind], fenceTitle(fences, given.fence)],
            ...[
              <Budget original={given.planned} revised={given.planned === null ? null : given.planned + given.varied} />,
              poundsOr(given.actual, 'Not recorded'),
              nextPart(given),
            ],
            ...(mayKeep ? [<GivenActs given={given} state={year.state} />] : []),
          ],
        })),
        {
          cells: [
            ...[
              'All partners',
              '',
              '',
              '',
              total(({ planned, varied }) => (planned === null ? null : planned + varied)),
              total(({ actual }) => actual),
              '',
            ],
            ...(mayKeep ? [''] : []),
          ],
        },
      ]}
    />
  )
}

function nextPart({ instalments, planned, varied, actual }: GivenMoney): string {
  if (planned !== null && varied < 0n && planned + varied <= (actual ?? 0n)) return 'No more is due'
  const next = instalments.find((part) => openOf(part) > 0n)
  if (instalments.length === 0) return 'Parts are not settled'
  return next ? `${pounds(openOf(next))}${next.paid === null ? '' : ' still open'}, due ${dayInWords(next.dueOn)}` : 'All parts are paid'
}

function GivenActs({ given, state }: { readonly given: GivenMoney; readonly state: YearState }): JSX.Element {
  const about = <span class="govuk-visually-hidden">{` ${given.partnerName}: ${given.source}`}</span>
  return (
    <>
      {state === 'agreed' && (
        <a class="govuk-link" href={`${fundPaths.year(given.fund, given.year, 'variations')}?contribution=${given.id}`}>
          Vary{about}
        </a>
      )}
      {state === 'planning' && (
        <a class="govuk-link" href={moneyPaths.contribution(given.id, 'edit')}>
          Change{about}
        </a>
      )}{' '}
      {given.instalments.some((part) => openOf(part) > 0n) && (
        <a class="govuk-link" href={moneyPaths.contribution(given.id, 'paid')}>
          Record a payment{about}
        </a>
      )}
    </>
  )
}

/** The lines of a year with every column, and their foot. */
export function LinesTable({ money, fences }: Props): JSX.Element {
  const { lines } = money
  if (lines.length === 0) return <p class="govuk-body">No budget line is recorded for this year.</p>
  const foot = footOf(lines.map(({ columns }) => columns))
  const number = (heading: string) => ({ heading, numeric: true })
  return (
    <DataTable
      caption="Budget lines of the year"
      hideCaption
      narrow="stack"
      columns={[{ heading: 'Line' }, ...['Budget', 'Committed', 'Spent', 'Foreseen'].map(number), { heading: 'Over or under' }]}
      rows={[
        ...lines.map(({ line, columns }) => ({
          cells: [
            <LineName line={line} fence={line.fence === null ? undefined : fenceTitle(fences, line.fence)} />,
            <Budget original={columns.original} revised={columns.revised} />,
            poundsOr(columns.commitment, 'Not recorded'),
            poundsOr(columns.spent, 'Not recorded'),
            poundsOr(columns.forecast?.pence ?? null, 'Cannot be said'),
            columns.variance === null ? 'Cannot be said' : overOrUnder(columns.variance),
          ],
        })),
        {
          cells: [
            'All lines',
            ...[foot.revised, foot.commitment, foot.spent, foot.forecast].map((one) => footWords(one, lines.length)),
            foot.variance.unknown === lines.length ? 'Cannot be said' : overOrUnder(foot.variance.pence),
          ],
        },
      ]}
    />
  )
}

/** A line, the service that it pays for, and the one purpose for which it may be spent. */
function LineName({ line, fence }: { readonly line: BudgetLine; readonly fence: string | undefined }): JSX.Element {
  return (
    <>
      <a class="govuk-link" href={moneyPaths.line(line.id)}>
        {line.title}
      </a>
      <span class="govuk-hint">
        {line.serviceTitle === '' ? 'No service of its own' : line.serviceTitle}
        {fence !== undefined && `. For ${fence} only`}
      </span>
    </>
  )
}

/** What a line may spend now; where money was moved, what was planned besides. */
function Budget({ original, revised }: { readonly original: bigint | null; readonly revised: bigint | null }): JSX.Element {
  return (
    <>
      {poundsOr(revised)}
      {original !== revised && <span class="govuk-hint">Planned {poundsOr(original)}</span>}
    </>
  )
}

/** What is ring-fenced, and who may move how much. */
export function FencesAndScheme(props: { readonly fences: readonly RingFence[]; readonly limits: readonly DatedLimit[] }): JSX.Element {
  const { fences, limits } = props
  return (
    <>
      <h3 class="govuk-heading-s">Money for one purpose only</h3>
      {fences.length === 0 ? (
        <p class="govuk-body">None is ring-fenced.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {fences.map(({ title, source }) => (
            <li>{`${title}, by ${source}`}</li>
          ))}
        </ul>
      )}
      <h3 class="govuk-heading-s">Who may move how much</h3>
      {limits.length === 0 ? (
        <p class="govuk-body">The fund has no scheme: every move needs a decision of the board.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {limits.map((one) => (
            <li>
              {`${moverWords[one.role]}: up to ${pounds(one.upTo)} ${perWords[one.per]}, by ${one.clause}, from ${dayInWords(one.startsOn)}`}
              {one.endsOn === undefined ? '' : `, no longer from ${dayInWords(one.endsOn)}`}
            </li>
          ))}
          <li>Whatever is more needs a decision of the board.</li>
        </ul>
      )}
    </>
  )
}
