import { sql } from 'kysely'
import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import { type LineYearSum, lineSums } from '../rules/line-sums.ts'
import { spanOfYear, yearInWords } from '../rules/year.ts'
import { pounds, poundsOr } from '../words/pence.ts'
import { findLinesById } from './fund-money.ts'

/** What budget lines come to together as their years were agreed, in words, of those that one may see; undefined where none states an amount. */
export async function sumOfLines(reader: Reader, ids: readonly string[]): Promise<string | undefined> {
  const row = await reader
    .selectFrom('commissioning.budget_line')
    .select([
      sql<string>`coalesce(sum(original), 0)::text`.as('sum'),
      sql<number>`count(original)::int`.as('stated'),
      sql<number>`count(*)::int`.as('all'),
    ])
    .where(among('id', ids))
    .executeTakeFirstOrThrow()
  if (row.stated === 0) return undefined
  const open = row.all - row.stated
  const rest = open === 0 ? '' : ` ${open} of them ${open === 1 ? 'states' : 'state'} no amount.`
  return `Together they come to ${pounds(BigInt(row.sum))} as agreed.${rest}`
}

/**
 * What each of some budget lines may spend, and what its ledger says is spent and committed, of the lines whose year meets a period; a line of another year says which
 * year it is of. What is not recorded is said and never 0 (T5).
 */
export async function spentOnLines(
  reader: Reader,
  ids: readonly string[],
  span: { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate },
): Promise<ReadonlyMap<string, string>> {
  const lines = await findLinesById(reader, ids)
  return new Map(
    lines.map(({ id, year, original, moved, actual, accrual, commitment }) => {
      if (!yearMeets(year, span)) return [id, `${yearInWords(year)}, outside these months`]
      const spent = spentOf({ actual, accrual })
      const money = [
        `budget ${poundsOr(original === null ? null : original + moved, 'not known')}`,
        `spent ${poundsOr(spent, 'not recorded')}`,
        ...(commitment === null ? [] : [`committed ${pounds(commitment)}`]),
      ]
      return [id, `${yearInWords(year)}: ${money.join(', ')}`]
    }),
  )
}

type Span = Parameters<typeof spentOnLines>[2]
const yearMeets = (year: number, span: Span): boolean => {
  const { from, until } = spanOfYear(year)
  return Temporal.PlainDate.compare(from, span.until) < 0 && Temporal.PlainDate.compare(span.from, until) < 0
}
const spentOf = ({ actual, accrual }: { readonly actual: bigint | null; readonly accrual: bigint | null }): bigint | null =>
  actual === null && accrual === null ? null : (actual ?? 0n) + (accrual ?? 0n)

/**
 * What the budget lines of each set whose year meets a period may spend and have spent together, year by year; a set of which no year does is missing. Contracts are paid out
 * of lines and not added.
 */
export async function togetherOnLines(
  reader: Reader,
  sets: ReadonlyMap<string, readonly string[]>,
  span: Span,
): Promise<ReadonlyMap<string, string>> {
  const found = await findLinesById(reader, [...new Set([...sets.values()].flat())])
  const lines = new Map(found.filter(({ year }) => yearMeets(year, span)).map((line) => [line.id, line]))
  return new Map(
    [...sets].flatMap(([key, ids]) => {
      const sums = lineSums(
        ids
          .flatMap((id) => lines.get(id) ?? [])
          .map((line) => ({ year: line.year, budget: line.original === null ? null : line.original + line.moved, spent: spentOf(line) })),
      )
      return sums.length === 0 ? [] : [[key, `Budget lines together: ${sums.map(sumInWords).join('; ')}.`] as const]
    }),
  )
}

function sumInWords({ year, lines, budget, budgetMissing, spent, spentMissing }: LineYearSum): string {
  const part = (name: string, sum: bigint, missing: number, lacks: string) => {
    if (missing === lines) return `${name} ${lacks}`
    return `${name} ${pounds(sum)}${missing === 0 ? '' : ` (of ${missing} of ${lines} lines ${lacks})`}`
  }
  return `${yearInWords(year)} ${part('budget', budget, budgetMissing, 'not known')}, ${part('spent', spent, spentMissing, 'not recorded')}`
}
