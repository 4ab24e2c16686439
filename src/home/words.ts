import type { Standing } from '#governance/public.ts'

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
