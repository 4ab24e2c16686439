import type { WorkingDays } from './calendar.ts'
import { countForward, daysLate, type NoticeAnswer } from './notice.ts'

/** Where the clock of a deadline after an event starts, as somebody read the source; the reading is kept because sources are unclear. */
export interface ClockReading {
  readonly from: 'meeting' | 'approval'
  /** The reading in a sentence. */
  readonly reading: string
  /** Who chose it; null where the source is plain. */
  readonly chosenBy: string | null
}

/** A deadline after a meeting or after its minutes were approved: day 0 is the event (handbook governance 3.1). */
export interface DeadlineAfter {
  readonly mode: 'calendar' | 'working'
  /** Whole days, 0 to 366. */
  readonly days: number
  readonly clock: ClockReading
  /** True for 'where practicably possible': missing it is reported, and is no breach. */
  readonly soft: boolean
}

/** The days on which a clock may start; null where the event has not happened. */
export interface Events {
  readonly meeting: Temporal.PlainDate | null
  readonly approval: Temporal.PlainDate | null
}

/** How a deadline after an event stands. `due-soon` from its last working day; `missed-soft` where the duty is soft. */
export type AfterVerdict =
  | { readonly state: 'clock-not-started'; readonly from: 'meeting' | 'approval' }
  | { readonly state: 'not-known'; readonly calendar: string; readonly firstYear: number; readonly lastAnnouncedYear: number }
  | { readonly state: 'met' | 'not-yet-due' | 'due-soon'; readonly lastDay: Temporal.PlainDate; readonly warnFrom: Temporal.PlainDate }
  | {
      readonly state: 'late' | 'overdue' | 'missed-soft'
      readonly lastDay: Temporal.PlainDate
      readonly daysLate: number | null
      readonly unit: 'working' | 'calendar'
    }

/** The last day of a deadline after an event; null while its clock has not started. */
export function lastDayAfter(rule: DeadlineAfter, events: Events, calendar: WorkingDays): NoticeAnswer | null {
  const event = events[rule.clock.from]
  return event === null ? null : countForward(rule.mode, rule.days, event, calendar)
}

/** Judges what was done (null: not yet) against a deadline after an event, on the day `today` (G10). */
export function afterVerdict(
  rule: DeadlineAfter,
  events: Events,
  done: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
  calendar: WorkingDays,
): AfterVerdict {
  const answer = lastDayAfter(rule, events, calendar)
  if (answer === null) return { state: 'clock-not-started', from: rule.clock.from }
  if (answer.state === 'not-known') return { ...answer }
  const { lastDay } = answer
  const warnFrom = answer.lastWorkingDay ?? lastDay
  const reached = done ?? today
  if (Temporal.PlainDate.compare(reached, lastDay) > 0) {
    const state = rule.soft ? 'missed-soft' : done === null ? 'overdue' : 'late'
    return { state, lastDay, daysLate: daysLate(rule.mode, calendar, lastDay, reached), unit: rule.mode }
  }
  if (done !== null) return { state: 'met', lastDay, warnFrom }
  return { state: Temporal.PlainDate.compare(today, warnFrom) >= 0 ? 'due-soon' : 'not-yet-due', lastDay, warnFrom }
}
