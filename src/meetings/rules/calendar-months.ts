import type { DeadlineName } from './deadlines.ts'
import type { MeetingKind, MeetingState } from './meeting.ts'

/** How many boards stand side by side at most. */
export const MOST_BOARDS = 6

/** A meeting as the calendar shows it. */
export interface CalendarMeeting {
  readonly id: string
  /** The board that called it. */
  readonly body: string
  /** Other boards at the same table; empty for most. */
  readonly jointBodies: readonly string[]
  readonly kind: MeetingKind
  readonly state: MeetingState
  /** '' where the board's name says it all. */
  readonly title: string
  readonly theme: string
  readonly heldOn: Temporal.PlainDate
  /** Undefined where an old record does not say. */
  readonly startsAt: Temporal.PlainTime | undefined
}

/** A consultation as the calendar shows it; half-open. */
export interface CalendarWindow {
  readonly id: string
  readonly body: string
  readonly title: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate
}

/** One thing on one day of a board's calendar. */
export type CalendarEntry =
  | { readonly kind: 'meeting'; readonly board: string; readonly day: Temporal.PlainDate; readonly meeting: CalendarMeeting }
  | {
      readonly kind: 'deadline'
      readonly board: string
      readonly day: Temporal.PlainDate
      readonly name: DeadlineName
      readonly meeting: CalendarMeeting
    }
  | {
      readonly kind: 'window-opens' | 'window-closes'
      readonly board: string
      readonly day: Temporal.PlainDate
      readonly window: CalendarWindow
    }

/** The last day before a meeting by which something must be done. */
export interface CalendarDeadline {
  readonly meeting: CalendarMeeting
  readonly name: DeadlineName
  readonly day: Temporal.PlainDate
}

/** What the calendar is made of, as far as the reader may see it. */
export interface CalendarFacts {
  readonly meetings: readonly CalendarMeeting[]
  readonly deadlines: readonly CalendarDeadline[]
  readonly windows: readonly CalendarWindow[]
}

/** The first days of so many months from one on. */
export function monthsFrom(first: Temporal.PlainDate, count: number): readonly Temporal.PlainDate[] {
  return Array.from({ length: count }, (_, index) => first.with({ day: 1 }).add({ months: index }))
}

/** Everything that falls on a day of the span, by day; a joint meeting stands under every board that is at its table. Half-open. */
export function calendarEntries(
  { meetings, deadlines, windows }: CalendarFacts,
  boards: readonly string[],
  { from, until }: { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate },
): readonly CalendarEntry[] {
  const entries: readonly CalendarEntry[] = [
    ...meetings.flatMap((meeting) =>
      [meeting.body, ...meeting.jointBodies].map((board) => ({ kind: 'meeting' as const, board, day: meeting.heldOn, meeting })),
    ),
    ...deadlines.map(({ meeting, name, day }) => ({ kind: 'deadline' as const, board: meeting.body, day, name, meeting })),
    ...windows.flatMap((window) => [
      { kind: 'window-opens' as const, board: window.body, day: window.startsOn, window },
      { kind: 'window-closes' as const, board: window.body, day: window.endsOn.subtract({ days: 1 }), window },
    ]),
  ]
  return entries
    .filter(({ board, day }) => boards.includes(board) && day.toString() >= from.toString() && day.toString() < until.toString())
    .toSorted((a, b) => Temporal.PlainDate.compare(a.day, b.day) || order.indexOf(a.kind) - order.indexOf(b.kind))
}

const order: readonly CalendarEntry['kind'][] = ['meeting', 'deadline', 'window-opens', 'window-closes']

/** The entries of one board in one month. */
export function entriesOf(entries: readonly CalendarEntry[], board: string, month: Temporal.PlainDate): readonly CalendarEntry[] {
  return entries.filter(({ board: of, day }) => of === board && day.year === month.year && day.month === month.month)
}

/** Consultations of a board that are open all through a month: they neither open nor close in it. */
export function openThrough(windows: readonly CalendarWindow[], board: string, month: Temporal.PlainDate): readonly CalendarWindow[] {
  const next = month.add({ months: 1 })
  return windows.filter(
    ({ body, startsOn, endsOn }) =>
      body === board && Temporal.PlainDate.compare(startsOn, month) < 0 && Temporal.PlainDate.compare(endsOn, next) > 0,
  )
}
