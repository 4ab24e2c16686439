import type { SeatTermsStanding } from '#governance/public.ts'

/** What compliance says of the terms for which people sit on a board (G5). */
export interface SeatTermsKept {
  readonly state: 'met' | 'at-risk' | 'broken'
  readonly code: 'seat-terms-over' | 'seat-terms-soon' | 'seat-terms-running'
  readonly details: Readonly<Record<string, number | string>>
}

/** Whether everybody on a board serves within a term: broken where somebody stayed beyond it, at risk where one ends and nobody follows. */
export function judgeSeatTerms({ of, over, soon }: SeatTermsStanding): SeatTermsKept {
  if (over.length > 0) return { state: 'broken', code: 'seat-terms-over', details: { bad: over.length, of, who: over.join(', ') } }
  if (soon.length > 0) return { state: 'at-risk', code: 'seat-terms-soon', details: { bad: soon.length, of, who: soon.join(', ') } }
  return { state: 'met', code: 'seat-terms-running', details: { of } }
}
