import type { Terms } from '#governance/public.ts'

/** Whether somebody who joins by remote link is counted and may vote on a day, and what says so: the law stands above the terms. */
export interface RemoteRuling {
  readonly counts: boolean
  readonly votes: boolean
  readonly by: 'law' | 'terms'
}

/** What holds for a meeting: a law that wants members in the room stands above terms that would count them (handbook governance 1.2, 2.2). */
export function remoteRuling(wantsPresence: boolean, terms: Terms | undefined): RemoteRuling | undefined {
  if (wantsPresence) return { counts: false, votes: false, by: 'law' }
  const rule = terms?.remote.value
  return rule ? { counts: rule.countsForQuorum, votes: rule.mayVote, by: 'terms' } : undefined
}
