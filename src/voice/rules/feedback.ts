/** What somebody sends: an appeal is also the next stage of a complaint. */
export const feedbackKinds = ['complaint', 'appeal', 'compliment', 'rating'] as const
/** One of them. */
export type FeedbackKind = (typeof feedbackKinds)[number]

/** Who sent it. */
export const senders = ['children', 'families', 'staff', 'others'] as const
/** One of them. */
export type Sender = (typeof senders)[number]

/** What came of a complaint. */
export const feedbackOutcomes = ['upheld', 'part', 'not-upheld', 'withdrawn'] as const
/** One of them. */
export type FeedbackOutcome = (typeof feedbackOutcomes)[number]

/** How far it is: sent and not yet looked at, to be answered, answered, taken to the record without an answer, or put aside with a reason. */
export type FeedbackState = 'received' | 'open' | 'answered' | 'noted' | 'set-aside'

/** Within what time an answer is due, by what right. */
export interface FeedbackPeriod {
  /** Working days; null where none is stated. */
  readonly acknowledgeDays: number | null
  readonly answerWithin: number
  readonly unit: 'working-days' | 'months'
  /** 'Commencing on the day': the day of receipt is the first. */
  readonly firstDayCounts: boolean
  /** 'agreed': with whoever complained, for as long as they agree. */
  readonly extension: 'none' | 'up-to' | 'agreed'
  /** In the same unit; null but for 'up-to'. */
  readonly longest: number | null
}

/** Says whether a day is a working day; null where the calendar does not reach. */
type IsWorking = (day: Temporal.PlainDate) => boolean | null

/** The last of so many working days after a day, its own day not counted; undefined where the calendar does not reach so far. */
export function afterWorkingDays(from: Temporal.PlainDate, days: number, isWorking: IsWorking): Temporal.PlainDate | undefined {
  let day = from
  for (let left = days; left > 0; ) {
    day = day.add({ days: 1 })
    const works = isWorking(day)
    if (works === null) return undefined
    if (works) left -= 1
  }
  return day
}

function lastDay(
  from: Temporal.PlainDate,
  within: number,
  { unit, firstDayCounts }: FeedbackPeriod,
  isWorking: IsWorking,
): Temporal.PlainDate | undefined {
  const counted = unit === 'months' ? from.add({ months: within }) : afterWorkingDays(from, within, isWorking)
  return firstDayCounts ? counted?.subtract({ days: 1 }) : counted
}

/** The last days for acknowledging and for answering; undefined where none is stated, or the calendar does not reach so far. */
export function feedbackDeadlines(
  receivedOn: Temporal.PlainDate,
  period: FeedbackPeriod,
  isWorking: IsWorking,
): { readonly acknowledgeBy: Temporal.PlainDate | undefined; readonly dueOn: Temporal.PlainDate | undefined } {
  const { acknowledgeDays, answerWithin } = period
  return {
    acknowledgeBy: acknowledgeDays === null ? undefined : afterWorkingDays(receivedOn, acknowledgeDays, isWorking),
    dueOn: lastDay(receivedOn, answerWithin, period, isWorking),
  }
}

/** Why the day of an answer cannot be moved; undefined where it can. */
export function refuseExtension(
  facts: { readonly receivedOn: Temporal.PlainDate; readonly dueOn: Temporal.PlainDate; readonly to: Temporal.PlainDate },
  period: FeedbackPeriod,
  isWorking: IsWorking,
): 'no-extension' | 'not-later' | 'longer-than-allowed' | undefined {
  if (period.extension === 'none') return 'no-extension'
  if (Temporal.PlainDate.compare(facts.to, facts.dueOn) <= 0) return 'not-later'
  if (period.extension === 'agreed' || period.longest === null) return undefined
  const longest = lastDay(facts.receivedOn, period.longest, period, isWorking)
  return longest !== undefined && Temporal.PlainDate.compare(facts.to, longest) > 0 ? 'longer-than-allowed' : undefined
}

/** What the rules look at. */
export interface FeedbackFacts {
  readonly state: FeedbackState
  readonly acknowledgeBy: Temporal.PlainDate | null
  readonly acknowledgedOn: Temporal.PlainDate | null
  readonly dueOn: Temporal.PlainDate | null
  readonly answeredOn: Temporal.PlainDate | null
}

/**
 * How it stands on a day: 'to-take' nobody has looked at it; 'acknowledge' and 'to-answer' wait for somebody; 'late' is past its last day;
 * 'answered-late' was; the rest are over.
 */
export type FeedbackStanding = 'to-take' | 'acknowledge' | 'to-answer' | 'late' | 'answered' | 'answered-late' | 'noted' | 'set-aside'

/** How it stands on a day; derived, never stored. */
export function feedbackStanding(facts: FeedbackFacts, today: Temporal.PlainDate): FeedbackStanding {
  const { state, acknowledgeBy, acknowledgedOn, dueOn, answeredOn } = facts
  const isAfter = (day: Temporal.PlainDate | null, last: Temporal.PlainDate | null): boolean =>
    day !== null && last !== null && Temporal.PlainDate.compare(day, last) > 0
  if (state === 'received') return 'to-take'
  if (state === 'answered') return isAfter(answeredOn, dueOn) ? 'answered-late' : 'answered'
  if (state !== 'open') return state
  if (isAfter(today, dueOn)) return 'late'
  return acknowledgedOn === null && acknowledgeBy !== null ? 'acknowledge' : 'to-answer'
}

/** The mail address that somebody left with what they sent; undefined where they left none, or something else: a telephone number, a post address, two addresses. */
export function addressLeft(contact: string): string | undefined {
  return contact.length <= 254 && /^[^\s@<>(),;:"[\]\\]+@[^\s@.,;<>]+(\.[^\s@.,;<>]+)+$/u.test(contact) ? contact : undefined
}
