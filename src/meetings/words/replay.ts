import { noticeSentence, quorumWords } from '#governance/public.ts'
import type { ReplayedMeeting, ReplayedQuorum, ReplaySum } from '../rules/replay.ts'

const meetings = (count: number): string => (count === 1 ? '1 meeting' : `${count} meetings`)

/** What the quorum of a draft comes to, in one sentence: "With this rule, 3 of the last 8 meetings would not have been quorate." */
export function quorumSumSentence(draft: ReplaySum, today: ReplaySum): string {
  if (draft.tested === 0)
    return 'The quorum of the draft cannot be tried: it is not stated, it counts a group with no seats, or no attendance is recorded.'
  const lost = draft.lostLater === 0 ? '' : ` ${meetings(draft.lostLater)} would have lost the quorum before the end.`
  return `With this rule, ${draft.notQuorate} of the last ${meetings(draft.tested)} would not have been quorate.${lost} ${byToday(today)}`
}

function byToday(today: ReplaySum): string {
  if (today.tested === 0) return 'The rules in force state no quorum that could be tested.'
  const lost = today.lostLater === 0 ? '' : `, and ${today.lostLater} lost the quorum before the end`
  return `By the rules in force it is ${today.notQuorate} of ${today.tested}${lost}.`
}

/** What the notice of a draft comes to. */
export function noticeSumSentence(draft: ReplaySum, today: ReplaySum): string {
  if (draft.noticeTested === 0)
    return 'The notice of the draft cannot be tried: it is not stated, or no day of sending is recorded for these meetings.'
  const now = today.noticeTested === 0 ? '' : ` By the rules in force it is ${today.noticeLate} of ${today.noticeTested}.`
  return `With this rule, the agenda of ${draft.noticeLate} of the last ${meetings(draft.noticeTested)} would have gone out late.${now}`
}

/** How many members fall below an attendance rule in a year; undefined where a rule names no share. */
export interface BelowShare {
  readonly year: string
  readonly members: number
  readonly today: number | undefined
  readonly draft: number | undefined
}

/** What the attendance rule of a draft comes to in a year. */
export function attendanceSumSentence({ year, members, today, draft }: BelowShare): string {
  if (members === 0) return `${year}: no attendance is recorded.`
  if (draft === undefined) return `${year}: the draft names no share of meetings, so nobody falls below it.`
  const now = today === undefined ? 'The rules in force name no share.' : `By the rules in force it is ${today}.`
  return `${year}: ${draft} of ${members} seats would be below the share. ${now}`
}

/** The quorum of one meeting under one set of rules. */
export function replayedQuorumWords(found: ReplayedQuorum | undefined): string {
  if (found === undefined) return 'Not known: no attendance, or no rule'
  return `${quorumWords[found.state]}${found.lost ? ' at the start, lost later' : ''}`
}

/** The notice of one meeting under one set of rules. */
export function replayedNoticeWords(found: ReplayedMeeting['notice']['draft']): string {
  return found === undefined ? 'Not known: no day of sending, or no rule' : noticeSentence(found)
}
