import { type Delivered, type Mechanism, paymentsOf, pencePerWeek } from './payment.ts'
import { totalOf } from './split.ts'

/** What many packages cost under one mechanism, in pence. */
export interface CohortCost {
  readonly total: bigint
  /** Of each week from the first, all packages together. */
  readonly byWeek: readonly bigint[]
}

/** Works a cohort under one mechanism: a mechanism is chosen by many packages and never by one. `weeks` is how long the year looked at is. */
export function cohortCost(mechanism: Mechanism, packages: readonly Delivered[], weeks: number): CohortCost {
  const byWeek = Array.from({ length: weeks }, () => 0n)
  for (const delivered of packages)
    for (const [place, pence] of pencePerWeek(paymentsOf(mechanism, delivered), delivered.minutes.length).entries())
      if (place < weeks) byWeek[place] = (byWeek[place] ?? 0n) + pence
  return { total: totalOf(byWeek), byWeek }
}

/**
 * What an outcome saves under time and task and under an incentive: with `without` the cost of a package that never needs less, the incentive costs less only
 * where its share of outcomes times `savedByIncentive` is more than the other share times `savedByTimeAndTask`. Null where an outcome under the incentive saves
 * nothing, so that no share is enough. Source: handbook of joint commissioning, 3.6.
 */
export function breakEven(costs: {
  readonly without: bigint
  readonly timeAndTask: bigint
  readonly incentive: bigint
}): { readonly savedByTimeAndTask: bigint; readonly savedByIncentive: bigint } | null {
  const [savedByTimeAndTask, savedByIncentive] = [costs.without - costs.timeAndTask, costs.without - costs.incentive]
  return savedByIncentive > 0n ? { savedByTimeAndTask, savedByIncentive } : null
}
