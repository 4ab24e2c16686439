/** Who must consent to a late paper by the terms: every one named, or any. */
export interface LateRule {
  readonly consentOf: readonly string[]
  readonly need: 'all' | 'any'
}

/** How a paper stands against the day on which papers are due. */
export type Lateness = 'in-time' | 'late' | 'not-handed-in' | 'not-judged'

/**
 * Whether a paper was handed in by the last day.
 * @param submittedOn - undefined when nobody handed it in yet
 * @param lastDay - undefined where the terms state none
 */
export function latenessOf(
  submittedOn: Temporal.PlainDate | undefined,
  lastDay: Temporal.PlainDate | undefined,
  today: Temporal.PlainDate,
): Lateness {
  if (!lastDay) return 'not-judged'
  if (!submittedOn) return Temporal.PlainDate.compare(today, lastDay) > 0 ? 'late' : 'not-handed-in'
  return Temporal.PlainDate.compare(submittedOn, lastDay) > 0 ? 'late' : 'in-time'
}

/** Whose consent a late paper still lacks; empty when it may go out. Without a rule in the terms nobody's consent is asked. */
export function missingConsents(rule: LateRule | undefined, given: readonly string[]): readonly string[] {
  if (!rule) return []
  const missing = rule.consentOf.filter((name) => !given.includes(name))
  if (rule.need === 'any' && missing.length < rule.consentOf.length) return []
  return missing
}
