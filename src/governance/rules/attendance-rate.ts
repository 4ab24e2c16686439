import type { AttendanceRule } from './terms/procedure.ts'

/** A stretch of days: `from` is the first, `until` the first day beyond; null while open. */
export interface Span {
  readonly from: Temporal.PlainDate
  readonly until: Temporal.PlainDate | null
}

/** One meeting as the attendance of one seat sees it. */
export interface SeatMeeting {
  readonly day: Temporal.PlainDate
  readonly kind: 'meeting' | 'development-day'
  readonly state: 'held' | 'planned' | 'cancelled' | 'abandoned-inquorate'
  /** Who sat in the seat; null for nobody. */
  readonly attendedBy: 'member' | 'deputy' | null
  readonly apology: boolean
}

/** Meetings attended of those due; `meets` is null where the terms state no share. */
export interface Rate {
  readonly attended: number
  readonly due: number
  readonly meets: boolean | null
}

/** Both figures of G12: of the person, and of the seat, where a deputy counts. No meetings due is neither 0% nor 100%. */
export type AttendanceRate =
  | { readonly state: 'no-meetings-due' }
  | { readonly state: 'counted'; readonly person: Rate; readonly seat: Rate }

function within(span: Span, day: Temporal.PlainDate): boolean {
  const started = Temporal.PlainDate.compare(day, span.from) >= 0
  return started && (span.until === null || Temporal.PlainDate.compare(day, span.until) < 0)
}

/** The financial year that a day belongs to: 1 April to 31 March. */
export function financialYearOf(day: Temporal.PlainDate): Span & { readonly until: Temporal.PlainDate } {
  const year = day.month >= 4 ? day.year : day.year - 1
  return { from: new Temporal.PlainDate(year, 4, 1), until: new Temporal.PlainDate(year + 1, 4, 1) }
}

/** The meetings held that an appointment owed in a year; development days only where the rule counts them. */
export function meetingsDue(rule: AttendanceRule, year: Span, term: Span, meetings: readonly SeatMeeting[]): readonly SeatMeeting[] {
  return meetings.filter(
    (meeting) =>
      meeting.state === 'held' &&
      (rule.developmentDays || meeting.kind === 'meeting') &&
      within(year, meeting.day) &&
      within(term, meeting.day),
  )
}

function rate(rule: AttendanceRule, attended: number, due: number): Rate {
  const meets = rule.share === null ? null : attended * rule.share.denominator >= due * rule.share.numerator
  return { attended, due, meets }
}

/** Counts attendance over a year within an appointment's term; shares are compared in whole numbers (G12, handbook governance 3.5). */
export function attendanceRate(rule: AttendanceRule, year: Span, term: Span, meetings: readonly SeatMeeting[]): AttendanceRate {
  const due = meetingsDue(rule, year, term, meetings)
  if (due.length === 0) return { state: 'no-meetings-due' }
  const byMember = due.filter((meeting) => meeting.attendedBy === 'member').length
  const bySeat = due.filter((meeting) => meeting.attendedBy !== null).length
  return { state: 'counted', person: rate(rule, byMember, due.length), seat: rate(rule, bySeat, due.length) }
}

/** What the misses of a seat call for. A letter is only ever proposed: a person decides and sends it. */
export type AttendanceStep =
  | { readonly step: 'ask-explanation'; readonly day: Temporal.PlainDate }
  | {
      readonly step: 'consider-letter'
      readonly days: readonly Temporal.PlainDate[]
      /** False where the misses do not follow one another and the terms do not say whether they must. */
      readonly certain: boolean
    }

function longestRun(meetings: readonly SeatMeeting[]): readonly SeatMeeting[] {
  let run: SeatMeeting[] = []
  let longest: readonly SeatMeeting[] = []
  for (const meeting of meetings) {
    run = meeting.attendedBy === null ? [...run, meeting] : []
    if (run.length > longest.length) longest = run
  }
  return longest
}

/** The steps that follow from the meetings due, in the order of their days: an explanation for a miss without apology, then a letter. */
export function attendanceSteps(rule: AttendanceRule, due: readonly SeatMeeting[]): readonly AttendanceStep[] {
  const ordered = [...due].sort((a, b) => Temporal.PlainDate.compare(a.day, b.day))
  const missed = ordered.filter((meeting) => meeting.attendedBy === null)
  const steps: AttendanceStep[] = []
  if (rule.explanationAfter !== null && missed.length >= rule.explanationAfter)
    for (const { day } of missed.filter((meeting) => !meeting.apology)) steps.push({ step: 'ask-explanation', day })
  if (rule.letterAfter === null) return steps
  const run = longestRun(ordered)
  const running = run.length >= rule.letterAfter
  const counted = running || rule.consecutive === true ? run : missed
  if (counted.length < rule.letterAfter) return steps
  return [...steps, { step: 'consider-letter', days: counted.map(({ day }) => day), certain: running || rule.consecutive === false }]
}
