import { calendarFor, dayKind, nearestWorkingDay, type WorkingDays, workingDaysBetween } from './calendar.ts'
import { s243Excludes } from './parish-days.ts'

/**
 * How days before a meeting are counted (handbook governance 3.1): `calendar` and `working` count back n days, the meeting's own day not
 * counted; the `clear` modes want n whole days strictly between; `s243` counts clear days as parish councils do, Saturdays included.
 */
export type NoticeMode = 'calendar' | 'clear-calendar' | 'working' | 'clear-working' | 's243'

/** A deadline before a meeting. */
export interface NoticeBefore {
  readonly mode: NoticeMode
  /** Whole days, 0 to 366. */
  readonly days: number
  /** Time of day in London, 'HH:MM', at which the last day ends; null is the end of the day. */
  readonly cutOff: string | null
  /** The house whose closure days do not count as working days; left out where the rule names none. */
  readonly closedAt?: string
}

/** A day passed over while counting, and why: the name of the holiday, 'Saturday', 'Sunday', or the closure. */
export interface SkippedDay {
  readonly day: Temporal.PlainDate
  readonly reason: string
  readonly holiday: boolean
}

/** The last day allowed with the days it rests on; or not known, because the calendar ends before the count does. */
export type NoticeAnswer =
  | {
      readonly state: 'known'
      readonly lastDay: Temporal.PlainDate
      /** The days counted by name, earliest first; for the clear modes, the days strictly between. */
      readonly counted: readonly Temporal.PlainDate[]
      readonly skipped: readonly SkippedDay[]
      /** A later, non-working day that the arithmetic alone would allow; null when there is none. Shown, never used. */
      readonly laterNonWorkingDay: Temporal.PlainDate | null
      /** The last working day on or before `lastDay`; null where the calendar does not know. */
      readonly lastWorkingDay: Temporal.PlainDate | null
    }
  | {
      readonly state: 'not-known'
      readonly day: Temporal.PlainDate
      readonly calendar: string
      readonly firstYear: number
      readonly lastAnnouncedYear: number
    }

type Counts = { readonly counted: true } | { readonly counted: false; readonly reason: string; readonly holiday: boolean } | null

function countsFor(mode: NoticeMode, calendar: WorkingDays, day: Temporal.PlainDate): Counts {
  if (mode === 'calendar' || mode === 'clear-calendar') return { counted: true }
  const kind = dayKind(calendar, day)
  if (kind.kind === 'not-known') return null
  if (kind.kind === 'holiday' || kind.kind === 'closure') return { counted: false, reason: kind.title, holiday: true }
  if (kind.kind === 'sunday') return { counted: false, reason: 'Sunday', holiday: false }
  if (mode !== 's243') return kind.kind === 'working' ? { counted: true } : { counted: false, reason: 'Saturday', holiday: false }
  const excluded = s243Excludes(calendar, day)
  return excluded === null ? { counted: true } : { counted: false, reason: excluded, holiday: true }
}

interface Count {
  readonly counted: Temporal.PlainDate[]
  readonly skipped: SkippedDay[]
  /** The day after the last one looked at, in the direction of the count. */
  readonly next: Temporal.PlainDate
}

function countDays(
  mode: NoticeMode,
  calendar: WorkingDays,
  from: Temporal.PlainDate,
  step: 1 | -1,
  wanted: number,
): Count | Temporal.PlainDate {
  const counted: Temporal.PlainDate[] = []
  const skipped: SkippedDay[] = []
  let day = from.add({ days: step })
  while (counted.length < wanted) {
    const counts = countsFor(mode, calendar, day)
    if (counts === null) return day
    if (counts.counted) counted.push(day)
    else skipped.push({ day, reason: counts.reason, holiday: counts.holiday })
    day = day.add({ days: step })
  }
  if (step === -1) {
    counted.reverse()
    skipped.reverse()
  }
  return { counted, skipped, next: day }
}

function notKnown(calendar: WorkingDays, day: Temporal.PlainDate): NoticeAnswer {
  return { state: 'not-known', day, calendar: calendar.name, firstYear: calendar.firstYear, lastAnnouncedYear: calendar.lastAnnouncedYear }
}

/** The last day on which notice of a meeting may be given under a rule (G10). */
export function lastDayForNotice(rule: NoticeBefore, meetingDay: Temporal.PlainDate, working: WorkingDays): NoticeAnswer {
  const calendar = calendarFor(rule, working)
  const count = countDays(rule.mode, calendar, meetingDay, -1, rule.days)
  if (count instanceof Temporal.PlainDate) return notKnown(calendar, count)
  const { counted, skipped } = count
  const clear = rule.mode === 'clear-calendar' || rule.mode === 'clear-working' || rule.mode === 's243'
  if (!clear) {
    const lastDay = counted[0] ?? meetingDay
    return { state: 'known', lastDay, counted, skipped, laterNonWorkingDay: null, lastWorkingDay: nearestWorkingDay(calendar, lastDay, -1) }
  }
  if (rule.mode === 'clear-calendar') {
    const lastWorkingDay = nearestWorkingDay(calendar, count.next, -1)
    return { state: 'known', lastDay: count.next, counted, skipped, laterNonWorkingDay: null, lastWorkingDay }
  }
  const before = countDays(rule.mode, calendar, count.next.add({ days: 1 }), -1, 1)
  if (before instanceof Temporal.PlainDate) return notKnown(calendar, before)
  const lastDay = before.counted[0] ?? count.next
  const later = lastDay.equals(count.next) ? null : count.next
  const lastWorkingDay = nearestWorkingDay(calendar, lastDay, -1)
  return { state: 'known', lastDay, counted, skipped: [...before.skipped, ...skipped], laterNonWorkingDay: later, lastWorkingDay }
}

/** When something was sent or published: the London day and, where kept, the London time. */
export interface Sent {
  readonly day: Temporal.PlainDate
  readonly time?: Temporal.PlainTime
}

/** Whether a deadline was kept. `overdue`: nothing was sent and the last day is over. `late` counts in the rule's own days. */
export type NoticeVerdict =
  | { readonly state: 'met'; readonly lastDay: Temporal.PlainDate }
  | {
      readonly state: 'late'
      readonly lastDay: Temporal.PlainDate
      readonly daysLate: number | null
      readonly unit: 'working' | 'calendar'
    }
  | { readonly state: 'not-yet-due'; readonly lastDay: Temporal.PlainDate }
  | { readonly state: 'overdue'; readonly lastDay: Temporal.PlainDate }
  | { readonly state: 'not-known'; readonly calendar: string; readonly firstYear: number; readonly lastAnnouncedYear: number }

/** The day that counts: after the cut-off, a sending belongs to the following day. */
function dayThatCounts(sent: Sent, cutOff: string | null): Temporal.PlainDate {
  if (cutOff === null || sent.time === undefined) return sent.day
  return Temporal.PlainTime.compare(sent.time, Temporal.PlainTime.from(cutOff)) > 0 ? sent.day.add({ days: 1 }) : sent.day
}

/** How late a day is: in working days a sending on a closed day counts from the next open one. Null where the calendar ends. */
export function daysLate(
  unit: 'working' | 'calendar',
  calendar: WorkingDays,
  lastDay: Temporal.PlainDate,
  done: Temporal.PlainDate,
): number | null {
  if (unit === 'calendar') return lastDay.until(done).days
  const open = nearestWorkingDay(calendar, done, 1)
  return open === null ? null : workingDaysBetween(calendar, lastDay, open)
}

/** Judges a sending (null: not sent yet) against a rule on the day `today` (G10). */
export function noticeVerdict(
  rule: NoticeBefore,
  answer: NoticeAnswer,
  sent: Sent | null,
  today: Temporal.PlainDate,
  calendar: WorkingDays,
): NoticeVerdict {
  if (answer.state === 'not-known') return { ...answer }
  const { lastDay } = answer
  if (sent === null) return { state: Temporal.PlainDate.compare(today, lastDay) <= 0 ? 'not-yet-due' : 'overdue', lastDay }
  const done = dayThatCounts(sent, rule.cutOff)
  if (Temporal.PlainDate.compare(done, lastDay) <= 0) return { state: 'met', lastDay }
  const unit = rule.mode === 'working' || rule.mode === 'clear-working' ? 'working' : 'calendar'
  return { state: 'late', lastDay, daysLate: daysLate(unit, calendarFor(rule, calendar), lastDay, done), unit }
}

/** Counts days forward from an event, whose own day is day 0; shared with rules/deadline-after.ts. */
export function countForward(mode: 'calendar' | 'working', days: number, event: Temporal.PlainDate, calendar: WorkingDays): NoticeAnswer {
  const count = countDays(mode, calendar, event, 1, days)
  if (count instanceof Temporal.PlainDate) return notKnown(calendar, count)
  const lastDay = count.counted.at(-1) ?? event
  const lastWorkingDay = nearestWorkingDay(calendar, lastDay, -1)
  return { state: 'known', lastDay, counted: count.counted, skipped: count.skipped, laterNonWorkingDay: null, lastWorkingDay }
}
