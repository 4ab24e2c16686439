import type { NoticeVerdict, QuorumVerdict } from '#governance/public.ts'
import type { QuorumChange } from './quorum-at.ts'

/** How quorum went through a past meeting under a rule. */
export interface ReplayedQuorum {
  /** At the start of the meeting. */
  readonly state: QuorumVerdict['state']
  /** Whether it was lost later on. */
  readonly lost: boolean
  /** What each part of the rule found at the start, in words. */
  readonly reasons: readonly string[]
}

/** A past meeting under two sets of rules: undefined where the record does not say enough, or there is no rule. */
export interface ReplayedMeeting {
  readonly id: string
  readonly body: string
  readonly heldOn: Temporal.PlainDate
  /** True where no times of coming and going are recorded: everybody is assumed present throughout (handbook governance 3.9). */
  readonly assumedThroughout: boolean
  readonly quorum: { readonly today: ReplayedQuorum | undefined; readonly draft: ReplayedQuorum | undefined }
  readonly notice: { readonly today: NoticeVerdict | undefined; readonly draft: NoticeVerdict | undefined }
}

/** The course of quorum through a meeting, as one outcome; undefined where nobody's attendance is recorded. */
export function courseOf(changes: readonly QuorumChange[]): ReplayedQuorum | undefined {
  const [first, ...later] = changes
  if (first === undefined) return undefined
  const { state, reasons } = first.verdict
  const lost = state !== 'not-quorate' && later.some(({ verdict }) => verdict.state === 'not-quorate')
  return { state, lost, reasons: reasons.map(({ words }) => words) }
}

/** What a replay comes to over some meetings, for one sentence. */
export interface ReplaySum {
  /** Meetings whose attendance is recorded and whose rule can be tested. */
  readonly tested: number
  readonly notQuorate: number
  readonly lostLater: number
  /** Meetings for which the day of sending is recorded and the rule states a deadline. */
  readonly noticeTested: number
  readonly noticeLate: number
}

/** Counts what meetings would have been by the rules of today, or of the draft. */
export function sumOf(meetings: readonly ReplayedMeeting[], side: 'today' | 'draft'): ReplaySum {
  const quorums = meetings
    .flatMap(({ quorum }) => quorum[side] ?? [])
    .filter(({ state }) => state !== 'undefined' && state !== 'not-stated')
  const notices = meetings.flatMap(({ notice }) => notice[side] ?? []).filter(({ state }) => state === 'met' || state === 'late')
  return {
    tested: quorums.length,
    notQuorate: quorums.filter(({ state }) => state === 'not-quorate').length,
    lostLater: quorums.filter(({ lost }) => lost).length,
    noticeTested: notices.length,
    noticeLate: notices.filter(({ state }) => state === 'late').length,
  }
}

/** Whether the draft makes a difference to a meeting. */
export function isChanged({ quorum, notice }: ReplayedMeeting): boolean {
  return (
    quorum.today?.state !== quorum.draft?.state || quorum.today?.lost !== quorum.draft?.lost || notice.today?.state !== notice.draft?.state
  )
}

/** How many seats were attended at fewer meetings than a share asks for, in whole numbers; undefined where there is no share. */
export function belowShare(
  rates: readonly { readonly attended: number; readonly due: number }[],
  share: { readonly numerator: number; readonly denominator: number } | null | undefined,
): number | undefined {
  if (share == null) return undefined
  return rates.filter(({ attended, due }) => attended * share.denominator < due * share.numerator).length
}
