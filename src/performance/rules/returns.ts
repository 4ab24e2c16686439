import { type Period, periodAway, periodOf, type RegularPeriodType } from './period.ts'

/** How a return for one period stands: owed, given and waiting for the clerk, accepted, or not asked for with a reason. */
export const returnStates = ['due', 'given', 'accepted', 'excused'] as const
/** One of them. */
export type ReturnState = (typeof returnStates)[number]

/** When and how often figures are given. */
export interface ReturnRhythm {
  readonly periodType: RegularPeriodType
  /** Days after the last day of a period. */
  readonly dueDays: number
  readonly startsOn: Temporal.PlainDate
  /** First day on which nothing is owed any more; null: open. */
  readonly endsOn: Temporal.PlainDate | null
}

/** A period that is owed, and the last day on which it is in time. */
export interface Owed extends Period {
  readonly dueOn: Temporal.PlainDate
}

/** Most periods asked for at once, so that a return that begins long ago does not ask for a century. */
const MOST = 60

/** The periods that have ended by a day and are owed, the earliest first; at most the last 60. */
export function owedBy({ periodType, dueDays, startsOn, endsOn }: ReturnRhythm, today: Temporal.PlainDate): readonly Owed[] {
  const found: Owed[] = []
  for (let back = -1; back >= -MOST; back -= 1) {
    const period = periodAway(periodOf(periodType, today), back)
    if (period === null || Temporal.PlainDate.compare(period.startsOn, startsOn) < 0) break
    if (endsOn !== null && Temporal.PlainDate.compare(period.startsOn, endsOn) >= 0) continue
    found.unshift({ ...period, dueOn: period.endsOn.add({ days: dueDays - 1 }) })
  }
  return found
}

/** Days before its last day on which a return is asked for, and between two times after it. */
const AHEAD = 5
const APART = 7

/** Whether a return is asked for by mail on a day: five days before it is due, the day after, and every week as long as it is owed; ten times at most. */
export function isChased(
  {
    state,
    dueOn,
    chased,
    chasedOn,
  }: {
    readonly state: ReturnState
    readonly dueOn: Temporal.PlainDate
    readonly chased: number
    readonly chasedOn: Temporal.PlainDate | null
  },
  today: Temporal.PlainDate,
): boolean {
  if (state !== 'due' || chased >= 10) return false
  const daysLeft = today.until(dueOn).days
  if (daysLeft > AHEAD) return false
  if (chasedOn === null) return true
  const since = chasedOn.until(today).days
  const wasAhead = Temporal.PlainDate.compare(chasedOn, dueOn) <= 0
  return daysLeft < 0 && (wasAhead ? since >= 1 : since >= APART)
}

/** Whether a return is late. */
export function isOverdue(
  { state, dueOn }: { readonly state: ReturnState; readonly dueOn: Temporal.PlainDate },
  today: Temporal.PlainDate,
): boolean {
  return state === 'due' && Temporal.PlainDate.compare(dueOn, today) < 0
}
