import { halfUp, totalOf } from './split.ts'

/** How much is assumed: the least, what is thought likeliest, the most. */
export const scenarioOptions = ['low', 'central', 'high'] as const
/** One of them. */
export type ScenarioOption = (typeof scenarioOptions)[number]

/** What is assumed of one year. `takeUp` and `rise` in hundredths of a percent; `unit` in pence at prices of the first year. */
export interface YearAssumption {
  readonly option: ScenarioOption
  /** The financial year that begins in April of it. */
  readonly year: number
  readonly volume: number
  readonly takeUp: number
  readonly unit: bigint
  /** By how much prices rise into this year; of the first year it counts nothing. */
  readonly rise: number
}

/** Money that is named for a year. Pence. */
export interface NamedMoney {
  readonly year: number
  readonly pence: bigint
}

/** What a year would cost by option; null: nothing is assumed for it, or an earlier year lacks its rise. Pence. */
export interface ScenarioYear {
  readonly year: number
  readonly costs: Readonly<Record<ScenarioOption, bigint | null>>
  /** The money that is named for it; 0: none is. */
  readonly named: bigint
  /** What no money is named for (above 0), or what is named beyond the cost (below 0); null where the cost is not known. */
  readonly gaps: Readonly<Record<ScenarioOption, bigint | null>>
}

/** Of all that was ever assumed what counts today: of each option and year the latest by its day, of one day the last entered (ids grow). */
export function latestAssumptions<Said extends YearAssumption & { readonly saidOn: Temporal.PlainDate; readonly id: string }>(
  said: readonly Said[],
): readonly Said[] {
  const inOrder = said.toSorted((one, other) => Temporal.PlainDate.compare(one.saidOn, other.saidOn) || (one.id < other.id ? -1 : 1))
  return [...new Map(inOrder.map((one) => [`${one.option} ${one.year}`, one])).values()]
}

const WHOLE = 10_000n

/**
 * What each option costs from the first year that any names to the last: volume by take-up by unit cost, prices risen year by year since the first year, in exact
 * fractions and rounded half up once, to the penny of the year. A year that an option does not name is not known, and so is every later one of that option,
 * because its prices cannot be told. Money stands beside it, and is never taken for a cost. Source: requirement C5; handbook of joint commissioning, 3.1.
 */
export function scenarioYears(assumptions: readonly YearAssumption[], money: readonly NamedMoney[]): readonly ScenarioYear[] {
  const years = [...assumptions, ...money].map(({ year }) => year)
  if (years.length === 0) return []
  const first = Math.min(...assumptions.map(({ year }) => year))
  const from = Math.min(...years)
  const span = Array.from({ length: Math.max(...years) - from + 1 }, (_, at) => from + at)
  const costs = Object.fromEntries(scenarioOptions.map((option) => [option, costsOf(assumptions, option, first)])) as Record<
    ScenarioOption,
    ReadonlyMap<number, bigint>
  >
  return span.map((year) => {
    const named = totalOf(money.filter((one) => one.year === year).map(({ pence }) => pence))
    const of = (value: (cost: bigint) => bigint) =>
      Object.fromEntries(
        scenarioOptions.map((option) => {
          const cost = costs[option].get(year)
          return [option, cost === undefined ? null : value(cost)]
        }),
      ) as Record<ScenarioOption, bigint | null>
    return { year, named, costs: of((cost) => cost), gaps: of((cost) => cost - named) }
  })
}

/** What an option costs in each year whose prices can be told. */
function costsOf(assumptions: readonly YearAssumption[], option: ScenarioOption, first: number): ReadonlyMap<number, bigint> {
  const costs = new Map<number, bigint>()
  let [risen, whole] = [1n, 1n]
  for (let year = first; ; year += 1) {
    const own = assumptions.find((one) => one.option === option && one.year === year)
    if (own === undefined) return costs
    if (year > first) [risen, whole] = [risen * (WHOLE + BigInt(own.rise)), whole * WHOLE]
    costs.set(year, halfUp(BigInt(own.volume) * BigInt(own.takeUp) * own.unit * risen, WHOLE * whole))
  }
}

/** All years together. Sums are null where the cost of a year is not known. Pence. */
export interface ScenarioSums {
  readonly costs: Readonly<Record<ScenarioOption, bigint | null>>
  readonly named: bigint
  /** What no money is named for, year by year: what is too much in one year does not pay for another. */
  readonly unfunded: Readonly<Record<ScenarioOption, bigint | null>>
}

/** Adds up the years of a scenario. */
export function scenarioSums(years: readonly ScenarioYear[]): ScenarioSums {
  const sumOf = (of: (year: ScenarioYear, option: ScenarioOption) => bigint | null) =>
    Object.fromEntries(
      scenarioOptions.map((option) => {
        const sums = years.map((year) => of(year, option))
        return [option, sums.includes(null) ? null : totalOf(sums.map((sum) => sum ?? 0n))]
      }),
    ) as Record<ScenarioOption, bigint | null>
  return {
    costs: sumOf(({ costs }, option) => costs[option]),
    named: totalOf(years.map(({ named }) => named)),
    unfunded: sumOf(({ gaps }, option) => {
      const gap = gaps[option]
      return gap !== null && gap < 0n ? 0n : gap
    }),
  }
}

/** The years in which the options do not go from low to high, as far as all three are known: something is mistyped. */
export function yearsOutOfOrder(years: readonly ScenarioYear[]): readonly number[] {
  return years
    .filter(
      ({ costs: { low, central, high } }) => low !== null && central !== null && high !== null && !(low <= central && central <= high),
    )
    .map(({ year }) => year)
}
