import type { ComparedOption } from './payment-comparison.ts'

/** A week of a mechanism as a provider of all packages meets it, in pence. `ahead`: received up to then beside the first mechanism; below nothing is behind it. */
export interface CashWeek {
  /** From 1. */
  readonly week: number
  readonly paid: bigint
  readonly atRisk: bigint
  readonly ahead: bigint
}

/** The money of a provider week by week under one mechanism. */
export interface CashFlow {
  readonly weeks: readonly CashWeek[]
  /** The week in which it is furthest behind the first mechanism; null: it never is. */
  readonly lowest: CashWeek | null
  /** The week of which most rests on outcomes; null: nothing does. */
  readonly riskiest: CashWeek | null
}

/** The money of a provider week by week under each mechanism, in their order: what comes in, what of it is at risk, and how far it is behind the first. */
export function cashFlows(compared: readonly Pick<ComparedOption, 'weeks'>[]): readonly CashFlow[] {
  const first = compared[0]?.weeks ?? []
  return compared.map(({ weeks: of }) => {
    let ahead = 0n
    const weeks = of.map(({ paid, atRisk }, place): CashWeek => {
      ahead += paid - (first[place]?.paid ?? 0n)
      return { week: place + 1, paid, atRisk, ahead }
    })
    const least = (one: CashWeek | null, other: CashWeek): CashWeek | null => (other.ahead < (one?.ahead ?? 0n) ? other : one)
    const most = (one: CashWeek | null, other: CashWeek): CashWeek | null => (other.atRisk > (one?.atRisk ?? 0n) ? other : one)
    return { weeks, lowest: weeks.reduce(least, null), riskiest: weeks.reduce(most, null) }
  })
}
