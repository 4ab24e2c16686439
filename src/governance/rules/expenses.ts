import { financialYearOf } from './attendance-rate.ts'

/** What members may be paid back (G16). */
export const claimKinds = ['mileage', 'fare', 'child_care', 'elder_care', 'other'] as const
/** One of them. */
export type ClaimKind = (typeof claimKinds)[number]

/** What miles are paid for. */
export const vehicles = ['car', 'motorcycle', 'bicycle'] as const
/** One of them. */
export type Vehicle = (typeof vehicles)[number]

/** Where a claim stands; whether it is paid is said beside it. */
export type ClaimState = 'submitted' | 'returned' | 'approved' | 'withdrawn'

/** What one mile is paid with, for a time. */
export interface MileRate {
  readonly id: string
  readonly vehicle: Vehicle
  /** Pence for one mile. */
  readonly pence: number
  readonly source: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
}

/** The rate of the day on which the miles were driven; undefined where none was in force. */
export function rateOn(rates: readonly MileRate[], vehicle: Vehicle, day: Temporal.PlainDate): MileRate | undefined {
  return rates.find(
    (rate) =>
      rate.vehicle === vehicle &&
      Temporal.PlainDate.compare(rate.startsOn, day) <= 0 &&
      (rate.endsOn === undefined || Temporal.PlainDate.compare(day, rate.endsOn) < 0),
  )
}

/** Whole pence for miles in tenths, half a penny rounded up. */
export function milesPence(tenthMiles: number, pencePerMile: number): number {
  return Math.floor((tenthMiles * pencePerMile + 5) / 10)
}

/** Miles as people type them, '12' or '12.4', in tenths from 1 to 20,000; undefined for anything else. */
export function tenthMilesOf(typed: string): number | undefined {
  const parts = /^(\d{1,4})(?:\.(\d))?$/.exec(typed.trim().replace(',', ''))
  if (!parts) return undefined
  const tenths = Number(parts[1]) * 10 + Number(parts[2] ?? 0)
  return tenths >= 1 && tenths <= 20_000 ? tenths : undefined
}

/** The year in whose budget a day falls: 2025 for 1 April 2025 to 31 March 2026. */
export function budgetYearOf(day: Temporal.PlainDate): number {
  return financialYearOf(day).from.year
}

/** What a budget needs to know of a claim. */
export interface CountedClaim {
  readonly state: ClaimState
  readonly pence: number
  readonly isPaid: boolean
}

/** A budget as its claims leave it, in pence; `left` is undefined where no budget was given. */
export interface BudgetStanding {
  readonly given: number | undefined
  readonly approved: number
  readonly paid: number
  /** Sent in and not settled. */
  readonly waiting: number
  readonly left: number | undefined
}

/** Counts the claims of one body and year against its budget: only what is approved uses it. */
export function budgetStanding(given: number | undefined, claims: readonly CountedClaim[]): BudgetStanding {
  const sum = (which: (claim: CountedClaim) => boolean): number => claims.filter(which).reduce((total, { pence }) => total + pence, 0)
  const approved = sum(({ state }) => state === 'approved')
  return {
    given,
    approved,
    paid: sum(({ state, isPaid }) => state === 'approved' && isPaid),
    waiting: sum(({ state }) => state === 'submitted'),
    left: given === undefined ? undefined : given - approved,
  }
}

/** Why a claim cannot be approved by somebody now: never one's own, only what waits, only within the budget. Undefined: it can. */
export function refuseApproval(
  claim: { readonly person: string; readonly state: ClaimState; readonly pence: number },
  approver: string,
  { left }: BudgetStanding,
): 'own-claim' | 'claim-settled' | 'no-budget' | 'over-budget' | undefined {
  if (claim.person === approver) return 'own-claim'
  if (claim.state !== 'submitted') return 'claim-settled'
  if (left === undefined) return 'no-budget'
  return claim.pence > left ? 'over-budget' : undefined
}
