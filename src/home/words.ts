import type { Standing } from '#governance/public.ts'
import type { ClerkDuty } from '#meetings/public-data.ts'
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

const clerkDuties: Readonly<Record<Exclude<ClerkDuty['kind'], 'clear-paper'>, string>> = {
  'write-minutes': 'Write the minutes',
  'circulate-minutes': 'Circulate the draft minutes',
  'approve-minutes': 'Record the approval of the minutes',
  'settle-question': 'Settle the questions and petitions to the meeting',
}

/** What a clerk has to do with a paper or with minutes, as a link says it. */
export function clerkDutyInWords({ kind, title, heldOn }: ClerkDuty): string {
  const day = dayInWords(heldOn)
  return kind === 'clear-paper' ? `Clear a paper handed in for ${day}: ${title}` : `${clerkDuties[kind]} of ${day}`
}
