import type { ChairRule } from '#governance/public.ts'
import { type Found, found } from './compliance-finding.ts'

/** Months before the end of an office, or before a review, from which somebody is told. */
const SOON_MONTHS = 3

/** Who chairs a board today, as compliance asks. */
export interface ChairKept {
  /** Null where the terms state no rule. */
  readonly departsFromTerms: boolean | null
  /** First day of the office as it is recorded: recording the chair anew is how a review, or another term, is recorded. */
  readonly since: Temporal.PlainDate
  /** First day without it; undefined where no end is recorded. */
  readonly endsOn: Temporal.PlainDate | undefined
}

/**
 * Judges the chair: whether there is one, comes to it as the terms say, is looked at as often as they say, and does not leave the board without one (G8).
 * @param chair - undefined where nobody chairs
 * @param rule - of the terms in force; null where they state none
 */
export function judgeChairKept(chair: ChairKept | undefined, rule: ChairRule | null, today: Temporal.PlainDate): Found {
  if (chair === undefined) return found('broken', 'chair-vacant')
  if (chair.departsFromTerms === true) return found('at-risk', 'chair-departs')
  const { since, endsOn } = chair
  const isNear = (day: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(today.add({ months: SOON_MONTHS }), day) >= 0
  if (endsOn && isNear(endsOn)) return found('at-risk', 'chair-ends-soon', { day: endsOn.toString() })
  const months = rule?.reviewedEveryMonths ?? null
  if (months === null) return found('met', 'chair-held')
  const dueOn = since.add({ months })
  const details = { since: since.toString(), day: dueOn.toString() }
  if (Temporal.PlainDate.compare(today, dueOn) > 0) return found('broken', 'chair-review-overdue', details)
  return isNear(dueOn) ? found('at-risk', 'chair-review-soon', details) : found('met', 'chair-reviewed', details)
}
