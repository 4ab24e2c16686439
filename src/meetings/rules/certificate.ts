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
