import { halfUp } from './split.ts'

/** Pence for an hour as a fraction that is never rounded: 1,562.5 pence is 3125 over 2. */
export interface Rate {
  readonly pence: bigint
  /** 1 or more. */
  readonly per: bigint
}

/** What a contract says about delivered minutes above those of the week in which the outcome was achieved, while that week is still paid for. */
export type RelapseTerm = 'keep' | 'revert' | 'review'

/**
 * How a package is paid, as data of its contract. Weeks count from 1. Amounts in pence.
 * Source: handbook of joint commissioning, 3.6.
 */
export type Mechanism =
  | { readonly kind: 'time_and_task'; readonly rate: Rate }
  /** A rate for so many weeks each, the last for the rest of the package. */
  | { readonly kind: 'stepped'; readonly steps: readonly { readonly weeks: number; readonly rate: Rate }[]; readonly afterwards: Rate }
  | { readonly kind: 'incentive'; readonly rate: Rate; readonly continueWeeks: number; readonly onRelapse: RelapseTerm }
  | { readonly kind: 'block'; readonly pence: bigint; readonly everyWeeks: number }
  /** Once for a package; taken back where the outcome does not last so many weeks. */
  | { readonly kind: 'outcome_bonus'; readonly pence: bigint; readonly clawBackWeeks: number }
  | { readonly kind: 'mixed'; readonly parts: readonly Mechanism[] }

/** What was delivered and achieved of one package. */
export interface Delivered {
  /** Whole minutes of each week, in order. */
  readonly minutes: readonly number[]
  /** The week in which less care was needed, as agreed by user, provider and commissioner; null: not achieved. */
  readonly achievedWeek: number | null
}

/** Why a week is paid as it is. */
export type PaymentReason = 'delivered' | 'after_outcome' | 'relapse' | 'needs_review' | 'block' | 'bonus' | 'claw_back'

/** One amount of one week. `minutes` and `rate` are null where the amount does not rest on time. */
export interface WeekAmount {
  readonly week: number
  readonly pence: bigint
  readonly reason: PaymentReason
  readonly minutes: number | null
  readonly rate: Rate | null
  /** For how many weeks, from its own on; left out: for its own alone. */
  readonly weeks?: number
}

/**
 * What a package is paid week by week, in order of weeks. A week's payment is the unit that is rounded, half up; a rate never is. A week in which the contract
 * asks for a review is paid what was delivered until somebody has decided.
 */
export function paymentsOf(mechanism: Mechanism, delivered: Delivered): readonly WeekAmount[] {
  switch (mechanism.kind) {
    case 'time_and_task':
      return delivered.minutes.map((minutes, place) => timed(place + 1, minutes, mechanism.rate, 'delivered'))
    case 'stepped':
      return delivered.minutes.map((minutes, place) => timed(place + 1, minutes, rateOfWeek(mechanism, place + 1), 'delivered'))
    case 'incentive':
      return delivered.minutes.map((minutes, place) => incentiveWeek(mechanism, delivered, place + 1, minutes))
    case 'block':
      return delivered.minutes.flatMap((_, place) =>
        place % mechanism.everyWeeks === 0 ? [{ ...fixed(place + 1, mechanism.pence, 'block'), weeks: mechanism.everyWeeks }] : [],
      )
    case 'outcome_bonus':
      return bonusOf(mechanism, delivered)
    case 'mixed':
      return mechanism.parts.flatMap((part) => paymentsOf(part, delivered)).toSorted((one, other) => one.week - other.week)
  }
}

/** The payment of each week of a package, in pence: a week of several amounts is their sum, a week without any is 0. */
export function pencePerWeek(amounts: readonly WeekAmount[], weeks: number): readonly bigint[] {
  const sums = Array.from({ length: weeks }, () => 0n)
  for (const { week, pence } of amounts) sums[week - 1] = (sums[week - 1] ?? 0n) + pence
  return sums
}

function timed(week: number, minutes: number, rate: Rate, reason: PaymentReason): WeekAmount {
  return { week, pence: halfUp(BigInt(minutes) * rate.pence, 60n * rate.per), reason, minutes, rate }
}

function fixed(week: number, pence: bigint, reason: PaymentReason): WeekAmount {
  return { week, pence, reason, minutes: null, rate: null }
}

function rateOfWeek({ steps, afterwards }: Extract<Mechanism, { kind: 'stepped' }>, week: number): Rate {
  let last = 0
  for (const step of steps) {
    last += step.weeks
    if (week <= last) return step.rate
  }
  return afterwards
}

function incentiveWeek(
  { rate, continueWeeks, onRelapse }: Extract<Mechanism, { kind: 'incentive' }>,
  { minutes, achievedWeek }: Delivered,
  week: number,
  delivered: number,
): WeekAmount {
  const continues = achievedWeek !== null && week > achievedWeek && week <= achievedWeek + continueWeeks
  if (!continues) return timed(week, delivered, rate, 'delivered')
  const achieved = minutes[achievedWeek - 1] ?? 0
  if (delivered <= achieved || onRelapse === 'keep') return timed(week, achieved, rate, 'after_outcome')
  return timed(week, delivered, rate, onRelapse === 'revert' ? 'relapse' : 'needs_review')
}

function bonusOf({ pence, clawBackWeeks }: Extract<Mechanism, { kind: 'outcome_bonus' }>, delivered: Delivered): readonly WeekAmount[] {
  const { achievedWeek, minutes } = delivered
  if (achievedWeek === null || achievedWeek > minutes.length) return []
  const achieved = minutes[achievedWeek - 1] ?? 0
  const relapse = minutes.findIndex((one, place) => place >= achievedWeek && place < achievedWeek + clawBackWeeks && one > achieved)
  const bonus = fixed(achievedWeek, pence, 'bonus')
  // The stored amount is negated, never worked out anew: what was paid is what comes back.
  return relapse < 0 ? [bonus] : [bonus, fixed(relapse + 1, -bonus.pence, 'claw_back')]
}
