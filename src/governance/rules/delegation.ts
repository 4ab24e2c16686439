import type { BodyFunction } from './terms/membership.ts'
import type { Terms } from './terms/terms.ts'

/** How far a body may go with a function under its terms, and where a matter goes that it may not decide (G14). */
export type Delegation =
  | { readonly state: 'may-decide'; readonly name: string; readonly binding: boolean | null }
  | { readonly state: 'may-recommend'; readonly name: string; readonly to: readonly string[] }
  | { readonly state: 'may-discuss'; readonly name: string; readonly to: readonly string[] }
  | { readonly state: 'not-listed' }
  | { readonly state: 'not-stated' }

function judge(entry: BodyFunction): Delegation {
  const { name, reservedTo } = entry
  if (entry.may === 'discuss') return { state: 'may-discuss', name, to: reservedTo }
  if (entry.may === 'recommend' || reservedTo.length > 0) return { state: 'may-recommend', name, to: reservedTo }
  return { state: 'may-decide', name, binding: entry.binding }
}

/** May this body decide this function; else what it may do, and to whom the matter is recommended or referred (G14). */
export function delegationOf(terms: Terms, functionKey: string): Delegation {
  const functions = terms.functions.value
  if (functions === null) return { state: 'not-stated' }
  const entry = functions.find((candidate) => candidate.key === functionKey)
  return entry === undefined ? { state: 'not-listed' } : judge(entry)
}

/** Whether a decision needs each partner to take it home: true unless the function's decisions bind by themselves (M10). */
export function needsRatification(delegation: Delegation): boolean {
  return delegation.state === 'may-decide' && delegation.binding === false
}
