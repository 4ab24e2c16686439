import { membersPath } from './paths.ts'

/** Says who must be on a board. */
export const newCompositionRulePath = (slug: string): string => `${membersPath(slug)}/composition/new`
/** Ends a rule on who must be on a board. */
export const endCompositionRulePath = (slug: string, rule: string): string => `${membersPath(slug)}/composition/${rule}/end`
