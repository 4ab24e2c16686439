/** Whole months of every year in which something is to be done; October to February crosses New Year (G15). */
export interface YearlyWindow {
  /** 1 to 12. */
  readonly opensMonth: number
  /** 1 to 12; the month before `opensMonth` makes the window a whole year. */
  readonly closesMonth: number
}

/** The window of one cycle. */
export interface CycleWindow {
  /** The year in which the window opens. */
  readonly year: number
  readonly opensOn: Temporal.PlainDate
  /** Last day of the window. */
  readonly closesOn: Temporal.PlainDate
}

/** The window of the cycle of a year. */
export function windowOf({ opensMonth, closesMonth }: YearlyWindow, year: number): CycleWindow {
  const opensOn = Temporal.PlainDate.from({ year, month: opensMonth, day: 1 })
  const closing = Temporal.PlainDate.from({ year: closesMonth >= opensMonth ? year : year + 1, month: closesMonth, day: 1 })
  return { year, opensOn, closesOn: closing.with({ day: closing.daysInMonth }) }
}

/** The window that a day lies in; undefined between two windows. */
export function windowOn(window: YearlyWindow, day: Temporal.PlainDate): CycleWindow | undefined {
  return [day.year - 1, day.year].map((year) => windowOf(window, year)).find((found) => isWithin(found, day))
}

function isWithin({ opensOn, closesOn }: CycleWindow, day: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(opensOn, day) <= 0 && Temporal.PlainDate.compare(day, closesOn) <= 0
}

/** From when to when something is owed: half-open, and open where there is no end. */
export interface OwedSpan {
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
}

/**
 * The windows of a duty that open on or before a day, the earliest first. Only whole windows are owed: one that opened before the duty began, or
 * closes after it ended, is nobody's.
 */
export function owedWindows(window: YearlyWindow, span: OwedSpan, until: Temporal.PlainDate): readonly CycleWindow[] {
  const years = Array.from({ length: Math.max(0, until.year - span.startsOn.year + 1) }, (_, index) => span.startsOn.year + index)
  return years
    .map((year) => windowOf(window, year))
    .filter(
      ({ opensOn, closesOn }) =>
        Temporal.PlainDate.compare(opensOn, span.startsOn) >= 0 &&
        Temporal.PlainDate.compare(opensOn, until) <= 0 &&
        (span.endsOn === undefined || Temporal.PlainDate.compare(closesOn, span.endsOn) < 0),
    )
}

/** What became of a duty in a cycle. */
export interface DutyOutcome {
  readonly outcome: 'met' | 'waived'
  readonly onDay: Temporal.PlainDate
}

/** How a duty stands in a cycle on a day. */
export type DutyState = 'met' | 'met-late' | 'waived' | 'coming' | 'due' | 'overdue'

/** How a duty stands in a cycle: what was recorded, else by the day. */
export function dutyState({ opensOn, closesOn }: CycleWindow, outcome: DutyOutcome | undefined, today: Temporal.PlainDate): DutyState {
  if (outcome?.outcome === 'waived') return 'waived'
  if (outcome) return Temporal.PlainDate.compare(outcome.onDay, closesOn) > 0 ? 'met-late' : 'met'
  if (Temporal.PlainDate.compare(today, closesOn) > 0) return 'overdue'
  return Temporal.PlainDate.compare(today, opensOn) < 0 ? 'coming' : 'due'
}
