import type { Standing } from '#governance/public.ts'
import type { DisputeDuty, ProtocolDutyDue, ReportDue, RequestDuty } from '#governance/public-data.ts'
import type { ClerkDuty, MatterToReview, RatificationDuty } from '#meetings/public-data.ts'
import { dayInWords } from '#platform/time/words.ts'

/** What somebody is on a board, in words; '' for nothing. */
export function rolesInWords(standing: Standing, body: string): string {
  const roles: readonly (readonly [ReadonlySet<string>, string])[] = [
    [standing.clerkOf, 'clerk'],
    [standing.chairOf, 'chair or deputy chair'],
    [standing.memberOf, 'member'],
    [standing.deputyOf, 'deputy'],
    [standing.observerOf, 'observer'],
  ]
  return roles.flatMap(([bodies, word]) => (bodies.has(body) ? [word] : [])).join(', ')
}

const papers: Readonly<Record<string, string>> = { draft: 'To write', in_checking: 'Being checked', cleared: 'Cleared, not handed in' }

/** The state of a paper that somebody owes, in words. */
export function paperDutyInWords(state: string, handedIn: boolean): string {
  return handedIn ? 'Handed in' : (papers[state] ?? state)
}

/** What is to be read for a meeting, after the number of papers; without papers the agenda alone. */
export function toReadInWords(papers: number, heldOn: Temporal.PlainDate): string {
  const day = dayInWords(heldOn)
  if (papers === 0) return `New: the agenda of the meeting on ${day}`
  return `${papers === 1 ? 'paper' : 'papers'} to read for ${day}`
}

const clerkDuties: Readonly<Record<Exclude<ClerkDuty['kind'], 'clear-paper'>, string>> = {
  'write-minutes': 'Write the minutes',
  'clear-minutes': 'Read and clear the draft minutes',
  'publish-minutes': 'Publish the approved minutes',
  'publish-minutes-soon': 'Soon late: publish the approved minutes',
  'publish-minutes-late': 'Late: publish the approved minutes',
  'circulate-minutes': 'Circulate the draft minutes',
  'approve-minutes': 'Record the approval of the minutes',
  'settle-question': 'Settle the questions and petitions to the meeting',
}

/** What a clerk or chair has to do with a paper or with minutes, as a link says it. */
export function clerkDutyInWords({ kind, title, heldOn, dueOn }: ClerkDuty): string {
  const day = dayInWords(heldOn)
  if (kind === 'clear-paper') return `Clear a paper handed in for ${day}: ${title}`
  return `${clerkDuties[kind]} of ${day}${dueOn ? dueWords(kind, dayInWords(dueOn)) : ''}`
}

function dueWords(kind: ClerkDuty['kind'], lastDay: string): string {
  return kind === 'publish-minutes-late' ? `. The last day was ${lastDay}` : `. The last day is ${lastDay}`
}

/** What a clerk has to do with a request between two boards, as a link says it. */
export function requestDutyInWords({ kind, subject, other, dueOn, isLate }: RequestDuty): string {
  if (kind === 'chase-request') return `Late: ${other} has not answered “${subject}”, due by ${dayInWords(dueOn)}`
  return `${isLate ? 'Late: answer' : 'Answer'} ${other}: “${subject}”, due by ${dayInWords(dueOn)}`
}

/** What waits for somebody about a dispute, as a link says it. */
export function disputeDutyInWords({ kind, subject, board, dueOn }: DisputeDuty, today: Temporal.PlainDate): string {
  const isLate = dueOn !== undefined && Temporal.PlainDate.compare(dueOn, today) < 0
  const until = dueOn === undefined ? '' : `, by ${dayInWords(dueOn)}`
  if (kind === 'answer') return `${isLate ? 'Late: answer' : 'Answer'} a dispute of ${board}: “${subject}”${until}`
  if (kind === 'take-up') return `Take a dispute of ${board} to the first step of its terms: “${subject}”`
  if (kind === 'decide-again') return `${board} decides again on a dispute: “${subject}”`
  return `Late: a dispute of ${board} was not answered${until}: “${subject}”`
}

/** What waits about a decision that partners take home, as a link says it; names no decision, which may be in Part 2. */
export function ratificationDutyInWords({ kind, board, partner, pending, dueOn }: RatificationDuty, today: Temporal.PlainDate): string {
  const day = dueOn ? dayInWords(dueOn) : ''
  const isLate = dueOn !== undefined && Temporal.PlainDate.compare(dueOn, today) < 0
  if (kind === 'answer') return `${isLate ? 'Late: answer' : 'Answer'} ${board} for ${partner}, due by ${day}`
  if (kind === 'name-partners') return `${board}: say which partners must take a decision home`
  if (kind === 'put-changes') return `${board}: partners agree only with changes. Put changed words to them`
  return `Late: ${pending === 1 ? '1 partner has' : `${pending} partners have`} not answered ${board}, due by ${day}`
}

/** Exempt matter that a clerk looks at again, as a link says it; it names no title. */
export function reviewDutyInWords({ number, heldOn }: MatterToReview): string {
  return `Look again at what is exempt: item ${number} of ${dayInWords(heldOn)}`
}

/** What a protocol asks of a clerk's board now, as a link says it. */
export function protocolDutyInWords({ title, closesOn, isLate }: ProtocolDutyDue): string {
  return isLate ? `Late: ${title}. The last day was ${dayInWords(closesOn)}` : `${title}, by ${dayInWords(closesOn)}`
}

/** A report that a clerk's board owes and has not made, as a link says it. */
export function reportDueInWords({ to, dueOn }: ReportDue): string {
  return `Late: report to ${to}, due by ${dayInWords(dueOn)}`
}
