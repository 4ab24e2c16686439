import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { agreementChangePaths } from '../paths.ts'
import type { GrantYear } from '../queries/agreement-change.ts'
import type { GrantSaving } from '../queries/grant-savings.ts'
import { taperSums } from '../rules/agreement-change.ts'
import { type TaperBalance, type TaperYear, taperBalance } from '../rules/grant-saving.ts'
import { pounds, poundsOr } from '../words/pence.ts'

type ShownYear = TaperYear & { readonly year: GrantYear; readonly saving: GrantSaving | undefined }

/** What a tapered grant saves, year by year, beside its support: savings begin as the taper ends (C7, C10). */
export function GrantSavings(props: {
  readonly agreement: string
  readonly years: readonly GrantYear[]
  readonly savings: readonly GrantSaving[]
  readonly mayChange: boolean
}): JSX.Element | null {
  const { agreement, years, savings, mayChange } = props
  if (years.length === 0 || (savings.length === 0 && !mayChange)) return null
  const balance = taperBalance(
    years.map((year): ShownYear => {
      const saving = savings.find((one) => one.year === year.id)
      const { holds, paid, clawed } = taperSums(year.pence, year.claims)
      return { year, saving, holds, paid: paid - clawed, expected: saving?.expected ?? null, delivered: saving?.delivered ?? null }
    }),
  )
  return (
    <>
      <h3 class="govuk-heading-s">What it saves</h3>
      {mayChange && (
        <p class="govuk-body gt-actions">
          <a class="govuk-link" href={agreementChangePaths.step(agreement, 'grant-savings')}>
            Say what it saves
          </a>
        </p>
      )}
      <p class="govuk-body">{sentenceOf(balance)}</p>
      {savings.length > 0 && <BalanceTable balance={balance} />}
    </>
  )
}

function sentenceOf({ years, lastSupport, firstSaving, paidBack }: TaperBalance<ShownYear>): string {
  const day = (place: number): string => {
    const of = years[place]?.year.startsOn
    return of === undefined ? '' : dayInWords(of)
  }
  if (firstSaving === null) return 'Nobody has said yet that it saves anything.'
  const support = lastSupport === null ? 'It holds no support' : `Support ends with the year from ${day(lastSupport)}`
  const begins = `savings are expected from the year that begins on ${day(firstSaving)}`
  const open = years.filter(({ expected }) => expected === null).length
  if (open > 0)
    return `${support}; ${begins}. Of ${open === 1 ? 'one year' : `${open} years`} nothing is said yet, so that it is not known when it is paid back.`
  const end = years.at(-1)?.balance ?? 0n
  return paidBack === null
    ? `${support}; ${begins}. Within these years it is not paid back: ${pounds(-end)} is left.`
    : `${support}; ${begins}. By the end of the year from ${day(paidBack)} it is paid back.`
}

function BalanceTable({ balance }: { readonly balance: TaperBalance<ShownYear> }): JSX.Element {
  return (
    <DataTable
      caption="Support and savings"
      narrow="stack"
      columns={[
        { heading: 'Year from' },
        { heading: 'Support', numeric: true },
        { heading: 'Expected saving', numeric: true },
        { heading: 'Delivered in a fund', numeric: true },
        { heading: 'Saved less support, so far', numeric: true },
        { heading: 'What it rests on' },
      ]}
      rows={balance.years.map(({ year, saving, holds, expected, delivered, balance: sum }) => ({
        cells: [
          dayInWords(year.startsOn),
          pounds(holds),
          poundsOr(expected, 'Nothing is said'),
          poundsOr(delivered, saving?.saving ? 'Not for you to see' : 'No saving of a fund'),
          poundsOr(sum),
          saving === undefined ? '' : `${saving.measure === '' ? '' : `${saving.measure}. `}${saving.because}`,
        ],
      }))}
    />
  )
}
