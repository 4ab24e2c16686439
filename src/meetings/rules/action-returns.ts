import { type DuePhase, readDue } from './action-due.ts'
import { lastOf } from './due-day.ts'

/**
 * When an action returns: the last day of every so many months after the month of its meeting, or the days of the later meetings of its body,
 * the earliest first, as far as the reader knows of them.
 */
export type Recurrence =
  | { readonly kind: 'months'; readonly phases: readonly DuePhase[]; readonly from: Temporal.PlainDate }
  | { readonly kind: 'meetings'; readonly days: readonly Temporal.PlainDate[] }

/** A time that was ticked off: when it was due, when it was done. */
export interface MarkedTime {
  readonly dueOn: Temporal.PlainDate
  readonly doneOn: Temporal.PlainDate
}

/** An action that returns, and what was ticked off of it. */
export interface Returns {
  readonly recurrence: Recurrence
  readonly marked: readonly MarkedTime[]
}

const before = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(one, other) < 0

/** How an action returns by its words; undefined where it does not, or where nobody knows since when. */
export function returnsOf(action: {
  readonly dueWords: string
  /** A day in the month of its meeting; null where it does not return. */
  readonly returnsFrom: Temporal.PlainDate | null
  readonly marked: readonly MarkedTime[]
  /** Days of the later meetings of its body. */
  readonly meetings: readonly Temporal.PlainDate[]
}): Returns | undefined {
  const { dueWords, returnsFrom: from, marked, meetings } = action
  if (from === null) return undefined
  const reading = readDue(dueWords, from)
  if (reading.kind === 'returning') return { recurrence: { kind: 'months', phases: reading.phases, from }, marked }
  if (reading.kind === 'each-meeting') return { recurrence: { kind: 'meetings', days: meetings }, marked }
  return undefined
}

/** Months that are looked ahead at most: two hundred years. */
const farthest = 2400

/** The days on which it is due, the earliest first. */
export function* dueDays(recurrence: Recurrence): Generator<Temporal.PlainDate> {
  if (recurrence.kind === 'meetings') {
    yield* recurrence.days
    return
  }
  let month = recurrence.from.with({ day: 1 })
  for (const { everyMonths: step, until } of recurrence.phases) {
    for (let count = 0; count < farthest; count += 1) {
      const next = month.add({ months: step })
      const due = lastOf(next.month, next.year)
      if (until !== null && before(until, due)) break
      month = next
      yield due
    }
  }
}

/** The first day on or after `today` on which it is due and not done yet; null where it has ended or no later meeting is known. */
export function nextDue({ recurrence, marked }: Returns, today: Temporal.PlainDate): Temporal.PlainDate | null {
  for (const day of dueDays(recurrence)) if (!before(day, today) && !isMarked(marked, day)) return day
  return null
}

/** The days before `today` on which it was due and was not ticked off, the earliest first. */
export function missedDays({ recurrence, marked }: Returns, today: Temporal.PlainDate): readonly Temporal.PlainDate[] {
  const missed: Temporal.PlainDate[] = []
  for (const day of dueDays(recurrence)) {
    if (!before(day, today)) break
    if (!isMarked(marked, day)) missed.push(day)
  }
  return missed
}

function isMarked(marked: readonly MarkedTime[], day: Temporal.PlainDate): boolean {
  return marked.some(({ dueOn }) => dueOn.equals(day))
}

/** The days that can be ticked off on `today`: those missed and the next one. */
export function openDays(returns: Returns, today: Temporal.PlainDate): readonly Temporal.PlainDate[] {
  const next = nextDue(returns, today)
  return [...missedDays(returns, today), ...(next === null ? [] : [next])]
}

/** Why a time of an action cannot be ticked off; undefined where it can. */
export function refuseMark(
  returns: Returns,
  { dueOn, doneOn }: MarkedTime,
  today: Temporal.PlainDate,
): { readonly field: string; readonly code: 'time-marked' | 'no-such-time' | 'done-in-future' } | undefined {
  if (isMarked(returns.marked, dueOn)) return { field: 'dueOn', code: 'time-marked' }
  if (!openDays(returns, today).some((day) => day.equals(dueOn))) return { field: 'dueOn', code: 'no-such-time' }
  return before(today, doneOn) ? { field: 'doneOn', code: 'done-in-future' } : undefined
}
