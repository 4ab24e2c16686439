import { lastDayForNotice, type NoticeMode, noticeVerdict, type WorkingDays } from '#governance/public.ts'
import type { MeetingState } from './meeting.ts'

/** What people bring to a meeting (M13). */
export const submissionKinds = ['public_question', 'member_question', 'petition', 'deputation', 'whip'] as const
/** One of these. */
export type SubmissionKind = (typeof submissionKinds)[number]
/** What can be brought from outside, without an account. */
export const publicKinds = ['public_question', 'petition', 'deputation'] as const
/** What a member brings. */
export const memberKinds = ['member_question', 'petition', 'deputation', 'whip'] as const
/** Kinds for which a body has rules; a declaration of the whip is made at its item. */
export const ruledKinds = ['public_question', 'member_question', 'petition', 'deputation'] as const
/** One of these. */
export type RuledKind = (typeof ruledKinds)[number]

/** How something that was brought stands. */
export type SubmissionState = 'received' | 'accepted' | 'refused' | 'withdrawn'

/** What a body's own rule says of one kind, on the day of a meeting; a day count of null asks for no notice. */
export interface SubmissionRule {
  readonly id: string
  readonly taken: boolean
  readonly mode: Exclude<NoticeMode, 's243'> | null
  readonly days: number | null
  /** 'HH:MM' in London; null is the end of the day. */
  readonly cutOff: string | null
  readonly mostWords: number | null
  readonly signaturesToAnswer: number | null
  readonly signaturesToDebate: number | null
  /** Where it is written. */
  readonly source: string
}

/** The verdict on the day of arrival with the rule it rests on, as it is kept; days are ISO dates. */
export type NoticeTest =
  | { readonly state: 'no-rule' }
  | { readonly state: 'not-taken' | 'no-notice' | 'not-known'; readonly rule: string; readonly source: string }
  | { readonly state: 'in-time' | 'late'; readonly rule: string; readonly source: string; readonly lastDay: string }

/** When something came: the day and the time in London. */
export interface Arrival {
  readonly day: Temporal.PlainDate
  readonly time: Temporal.PlainTime
}

/** Tests the arrival of something against the body's rule; without a rule nothing is tested, and nothing is assumed. */
export function testNotice(rule: SubmissionRule | undefined, heldOn: Temporal.PlainDate, came: Arrival, calendar: WorkingDays): NoticeTest {
  if (!rule) return { state: 'no-rule' }
  const kept = { rule: rule.id, source: rule.source }
  if (!rule.taken) return { state: 'not-taken', ...kept }
  if (rule.mode === null || rule.days === null) return { state: 'no-notice', ...kept }
  const notice = { mode: rule.mode, days: rule.days, cutOff: rule.cutOff }
  const verdict = noticeVerdict(notice, lastDayForNotice(notice, heldOn, calendar), came, came.day, calendar)
  if (verdict.state === 'not-known') return { state: 'not-known', ...kept }
  return { state: verdict.state === 'met' ? 'in-time' : 'late', ...kept, lastDay: verdict.lastDay.toString() }
}

/** The last day on which something can come; undefined where the rule names none or the calendar does not know. */
export function lastDayToBring(
  rule: SubmissionRule | undefined,
  heldOn: Temporal.PlainDate,
  calendar: WorkingDays,
): Temporal.PlainDate | undefined {
  if (!rule?.taken || rule.mode === null || rule.days === null) return undefined
  const answer = lastDayForNotice({ mode: rule.mode, days: rule.days, cutOff: rule.cutOff }, heldOn, calendar)
  return answer.state === 'known' ? answer.lastDay : undefined
}

/** What follows from the signatures of a petition; 'not-known' where no rule says, or nobody counted. */
export function petitionFollows(
  rule: SubmissionRule | undefined,
  signatures: number | null,
): 'debate' | 'answer' | 'nothing' | 'not-known' {
  if (!rule || signatures === null) return 'not-known'
  const { signaturesToAnswer: answer, signaturesToDebate: debate } = rule
  if (debate !== null && signatures >= debate) return 'debate'
  if (answer !== null && signatures >= answer) return 'answer'
  return answer === null && debate === null ? 'not-known' : 'nothing'
}

/** Whether something can be brought to a meeting: as long as it is announced and not over. */
export function takesSubmissions(state: MeetingState, heldOn: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return (state === 'called' || state === 'in_progress') && Temporal.PlainDate.compare(today, heldOn) <= 0
}

/** How many words a text has. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length
}

/** The opener of an agenda under which a kind stands; undefined for what stands at the item that it is about. */
export function openerOf(kind: SubmissionKind): 'questions' | 'petitions' | 'party_whip' | undefined {
  if (kind === 'public_question' || kind === 'member_question') return 'questions'
  if (kind === 'petition' || kind === 'deputation') return 'petitions'
  return undefined
}
