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
  const spent = line.actual === null && line.accrual === null ? null : (line.actual ?? 0n) + (line.accrual ?? 0n)
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
  const foot = (amounts: readonly (bigint | null)[]): FootTotal => ({
    pence: totalOf(amounts.map((amount) => amount ?? 0n)),
    unknown: amounts.filter((amount) => amount === null).length,
  })
  return {
    original: foot(lines.map(({ original }) => original)),
    revised: foot(lines.map(({ revised }) => revised)),
    commitment: foot(lines.map(({ commitment }) => commitment)),
    spent: foot(lines.map(({ spent }) => spent)),
    forecast: foot(lines.map(({ forecast }) => forecast?.pence ?? null)),
    variance: foot(lines.map(({ variance }) => variance)),
  }
}
