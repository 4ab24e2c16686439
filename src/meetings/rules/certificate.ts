import type { NoticeVerdict } from '#governance/public.ts'
import type { Deadline } from './deadlines.ts'

/** What a notice certificate rests on, kept as it was: a holiday announced later never changes it (handbook governance 3.1). */
export interface CertificateInputs {
  readonly heldOn: string
  readonly sentOn: string
  /** Null where an old record states the day only. */
  readonly sentAt: string | null
  readonly mode: string
  readonly days: number
  readonly cutOff: string | null
  readonly source: string
  readonly calendar: string
  readonly counted: readonly string[]
  readonly skipped: readonly { readonly day: string; readonly reason: string; readonly holiday: boolean }[]
  readonly laterNonWorkingDay: string | null
  /** Which rules it is judged by: those of the meeting's own day; left out by certificates of before this was kept. */
  readonly reading?: 'meeting-day'
  /** What the rules of the day on which notice fell due would have asked, where that is something else. */
  readonly beside?: ReadingBeside
}

/** The other reading as it is kept; `rule` null where those rules stated none. */
export interface ReadingBeside {
  readonly onDay: string
  readonly rule: { readonly mode: string; readonly days: number; readonly cutOff: string | null } | null
  readonly source: string
  readonly verdict: CertificateVerdict | null
}

/** The verdict as it is kept. */
export interface CertificateVerdict {
  readonly state: NoticeVerdict['state']
  readonly lastDay: string | null
  readonly daysLate: number | null
  readonly unit: 'working' | 'calendar' | null
}

/** Puts together the inputs of a certificate; undefined where there is no rule or the calendar does not know. */
export function certificateInputs(
  deadline: Deadline,
  heldOn: Temporal.PlainDate,
  sent: { readonly day: Temporal.PlainDate; readonly at: Temporal.Instant | undefined },
  calendarName: string,
  beside?: ReadingBeside,
): CertificateInputs | undefined {
  const { rule, answer } = deadline
  if (!rule || answer?.state !== 'known') return undefined
  return {
    heldOn: heldOn.toString(),
    sentOn: sent.day.toString(),
    sentAt: sent.at?.toString() ?? null,
    mode: rule.mode,
    days: rule.days,
    cutOff: rule.cutOff,
    source: deadline.source,
    calendar: calendarName,
    counted: answer.counted.map(String),
    skipped: answer.skipped.map(({ day, reason, holiday }) => ({ day: day.toString(), reason, holiday })),
    laterNonWorkingDay: answer.laterNonWorkingDay?.toString() ?? null,
    reading: 'meeting-day',
    ...(beside ? { beside } : {}),
  }
}

/** The verdict in the form in which it is kept. */
export function certificateVerdict(verdict: NoticeVerdict): CertificateVerdict {
  const late = verdict.state === 'late'
  return {
    state: verdict.state,
    lastDay: verdict.state === 'not-known' ? null : verdict.lastDay.toString(),
    daysLate: late ? verdict.daysLate : null,
    unit: late ? verdict.unit : null,
  }
}

/** The other reading in the form in which it is kept. */
export function readingBeside(onDay: Temporal.PlainDate, { rule, source }: Deadline, verdict: NoticeVerdict | undefined): ReadingBeside {
  return {
    onDay: onDay.toString(),
    rule: rule ? { mode: rule.mode, days: rule.days, cutOff: rule.cutOff } : null,
    source,
    verdict: verdict ? certificateVerdict(verdict) : null,
  }
}
