import { missedDays } from './action-returns.ts'
import { type ActionFacts, actionStanding } from './action-standing.ts'

/** An action as the figures of a board count it. */
export interface CountedFact extends ActionFacts {
  readonly doneOn: Temporal.PlainDate | null
  /** The day of the meeting that gave it; null where one may not know of that. */
  readonly meetingOn: Temporal.PlainDate | null
}

/** How a board's open actions stand today, and how many were overdue when it last met. */
export interface ActionFigures<Fact> {
  readonly open: number
  /** Those that are late, the longest first. */
  readonly overdue: readonly { readonly action: Fact; readonly days: number }[]
  /** At the last meeting; undefined where the board has not met within what is counted. */
  readonly before: { readonly on: Temporal.PlainDate; readonly overdue: number } | undefined
}

/**
 * Counts open and overdue actions (M11). `actions`: those that are open, and those that were done since `since`; `lastMet`: the day of the last meeting,
 * compared with only where it is not before `since`.
 */
export function actionFigures<Fact extends CountedFact>(
  actions: readonly Fact[],
  {
    today,
    lastMet,
    since,
  }: { readonly today: Temporal.PlainDate; readonly lastMet: Temporal.PlainDate | undefined; readonly since: Temporal.PlainDate },
): ActionFigures<Fact> {
  const open = actions.filter(({ state }) => state === 'open')
  const overdue = open
    .filter((action) => actionStanding(action, today) === 'overdue')
    .map((action) => ({ action, days: daysLate(action, today) }))
    .toSorted((a, b) => b.days - a.days)
  const isCounted = lastMet !== undefined && Temporal.PlainDate.compare(lastMet, since) >= 0
  const before = isCounted ? { on: lastMet, overdue: actions.filter((action) => wasOverdue(action, lastMet)).length } : undefined
  return { open: open.length, overdue, before }
}

/** Days since it was due; for one that returns, since the first time that was missed. */
function daysLate({ dueTo, returns }: ActionFacts, today: Temporal.PlainDate): number {
  const due = returns ? missedDays(returns, today)[0] : dueTo
  return due == null ? 0 : due.until(today, { largestUnit: 'days' }).days
}

/** Whether it was late on an earlier day, by what is known of it now. */
function wasOverdue(action: CountedFact, on: Temporal.PlainDate): boolean {
  const { meetingOn, doneOn, returns } = action
  if (meetingOn !== null && Temporal.PlainDate.compare(meetingOn, on) >= 0) return false
  const wasDone = doneOn !== null && Temporal.PlainDate.compare(doneOn, on) <= 0
  const marked = returns?.marked.filter((time) => Temporal.PlainDate.compare(time.doneOn, on) <= 0)
  const then = { ...action, state: wasDone ? 'done' : 'open', returns: returns && marked && { ...returns, marked } } as const
  return actionStanding(then, on) === 'overdue'
}

/** Of the decisions of a time that gave actions, how many are carried out: every one of their actions is done. */
export interface CarriedOut {
  readonly done: number
  readonly all: number
}
