/** How somebody's caseload stands to the limit of their agency. */
export type CaseloadState = 'over' | 'at' | 'below' | 'no-limit'

/** A caseload against a limit. */
export interface CaseloadStanding {
  readonly state: CaseloadState
  /** How many families at most, for their share of whole time; undefined where the agency has set no limit. */
  readonly limit: number | undefined
  /** Families over the limit; below it, how many are left. 0 at the limit, and where there is none. */
  readonly apart: number
}

/**
 * How a number of families stands to an agency's limit (E8). The limit is for whole time: of half of it half counts, rounded down, because a family is not led by
 * halves; at least one. @param percent - of whole time, 1 to 100; undefined, where it was not said, counts as whole
 */
export function caseloadStands(families: number, wholeTimeLimit: number | undefined, percent: number | undefined): CaseloadStanding {
  if (wholeTimeLimit === undefined) return { state: 'no-limit', limit: undefined, apart: 0 }
  const limit = Math.max(1, Math.floor((wholeTimeLimit * (percent ?? 100)) / 100))
  const state = families > limit ? 'over' : families === limit ? 'at' : 'below'
  return { state, limit, apart: Math.abs(families - limit) }
}

/** Families for each whole-time practitioner, in tenths; undefined where nobody's time counts. */
export function perWholeTime(people: readonly { readonly families: number; readonly percent: number | undefined }[]): number | undefined {
  const percent = people.reduce((sum, one) => sum + (one.percent ?? 100), 0)
  if (percent === 0) return undefined
  const families = people.reduce((sum, one) => sum + one.families, 0)
  return Math.round((families * 1000) / percent) / 10
}
