import { knownTotal } from './contributions.ts'
import { type ForecastMethod, forecastOf, type LineForecast } from './forecast.ts'
import { totalOf } from './split.ts'

/** What is recorded of a budget line. Pence; null: not known, which is never 0. */
export interface LineMoney {
  readonly original: bigint | null
  /** What virements and variations brought and took, in all. */
  readonly moved: bigint
  readonly commitment: bigint | null
  readonly actual: bigint | null
  readonly accrual: bigint | null
  readonly profile: readonly bigint[]
}

/** The columns of a line in every table and statement. Source: handbook of joint commissioning, 1.3. */
export interface LineColumns {
  readonly original: bigint | null
  readonly revised: bigint | null
  readonly commitment: bigint | null
  /** Spent, accruals with it. */
  readonly spent: bigint | null
  readonly forecast: LineForecast | null
  /** The forecast above (+) or below (-) the revised plan; null where either is not known. */
  readonly variance: bigint | null
}

/** Works a line out: revised plan, spend with accruals, forecast and variance. `months` have ended, 0 to 12. */
export function lineColumns(line: LineMoney, method: ForecastMethod, months: number): LineColumns {
  const revised = line.original === null ? null : line.original + line.moved
  const spent = spentOf(line)
  const forecast = forecastOf(method, { budget: revised, actual: spent, commitment: line.commitment ?? 0n, months, profile: line.profile })
  const { original, commitment } = line
  return {
    original,
    revised,
    commitment,
    spent,
    forecast,
    variance: forecast === null || revised === null ? null : forecast.pence - revised,
  }
}

/** The foot of a table: a sum, and of how many lines it is not known. */
export interface FootTotal {
  readonly pence: bigint
  readonly unknown: number
}

/** The sums of a table of lines. Lines that are not known are counted and never taken for 0. */
export function footOf(
  lines: readonly LineColumns[],
): Readonly<Record<'original' | 'revised' | 'commitment' | 'spent' | 'forecast' | 'variance', FootTotal>> {
  return {
    original: knownTotal(lines.map(({ original }) => original)),
    revised: knownTotal(lines.map(({ revised }) => revised)),
    commitment: knownTotal(lines.map(({ commitment }) => commitment)),
    spent: knownTotal(lines.map(({ spent }) => spent)),
    forecast: knownTotal(lines.map(({ forecast }) => forecast?.pence ?? null)),
    variance: knownTotal(lines.map(({ variance }) => variance)),
  }
}

/** What a service costs in a year, of its lines together: the revised plan, what is spent with accruals, what is committed; of how many lines each is not known, which is never 0. */
export function costOf(lines: readonly LineMoney[]): Readonly<Record<'budget' | 'spent' | 'committed', FootTotal>> {
  return {
    budget: knownTotal(lines.map(({ original, moved }) => (original === null ? null : original + moved))),
    spent: knownTotal(lines.map(spentOf)),
    committed: knownTotal(lines.map(({ commitment }) => commitment)),
  }
}

/**
 * What moves brought into a year from another (+) or carried out of it (-), in pence: moves within the year cancel out, and what a variation brings to a line is given by
 * a partner. With what is given it makes the budget of all lines.
 */
export function carriedInto(lines: readonly { readonly moved: bigint }[], contributions: readonly { readonly varied: bigint }[]): bigint {
  return totalOf(lines.map(({ moved }) => moved)) - totalOf(contributions.map(({ varied }) => varied))
}

/** What is spent on a line, accruals with it; null where neither is recorded. */
export const spentOf = ({ actual, accrual }: Pick<LineMoney, 'actual' | 'accrual'>): bigint | null =>
  actual === null && accrual === null ? null : (actual ?? 0n) + (accrual ?? 0n)
