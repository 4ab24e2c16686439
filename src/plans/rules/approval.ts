/** What a board said to a version of a plan; 'lapsed': the version was taken back and changed. */
export type ApprovalState = 'waiting' | 'approved' | 'approved-with-changes' | 'referred-back' | 'lapsed'

/** A version of a plan as far as opinions ask about it. */
export interface ConsultedVersion {
  readonly number: number
  readonly significant: boolean
  readonly state: string
}

/**
 * Number of the first version from which on an opinion still holds for a version: a significant revision asks again (P3). What was dropped
 * counts for nothing.
 */
export function opinionsSince(versions: readonly ConsultedVersion[], number: number): number {
  const significant = versions.filter((version) => version.significant && version.number <= number && version.state !== 'dropped')
  return Math.max(...significant.map((version) => version.number), 1)
}

/** The rules for which no opinion holds yet. */
export function missingOpinions<Rule extends { readonly id: string }>(
  rules: readonly Rule[],
  opinions: readonly { readonly rule: string | null; readonly number: number }[],
  since: number,
  number: number,
): readonly Rule[] {
  return rules.filter(({ id }) => !opinions.some((opinion) => opinion.rule === id && opinion.number >= since && opinion.number <= number))
}

/** The boards that still stand in the way: asked, and not agreed since. */
export function waitingBoards<Asked extends { readonly state: ApprovalState; readonly board: { readonly id: string } }>(
  approvals: readonly Asked[],
): readonly Asked[] {
  const agreed = new Set(
    approvals.filter(({ state }) => state === 'approved' || state === 'approved-with-changes').map(({ board }) => board.id),
  )
  return approvals.filter(({ state, board }) => !agreed.has(board.id) && state !== 'approved' && state !== 'approved-with-changes')
}

/** What a decision of a type most likely says to the plan; a person confirms it. */
export function likelyAnswer(type: string): 'approved' | 'referred-back' | undefined {
  if (['resolve', 'approve', 'accept', 'endorse'].includes(type)) return 'approved'
  return type === 'refer' || type === 'defer' ? 'referred-back' : undefined
}
