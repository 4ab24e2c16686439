/** The four phases of commissioning, in their order (handbook of commissioning 1.1). */
export const phases = ['analyse', 'plan', 'do', 'review'] as const
/** One of them. */
export type Phase = (typeof phases)[number]

/** The stage that a case is at: the first whose gate is not passed; undefined: it went through all of them. */
export function stageOf<Stage extends { readonly id: string; readonly position: number }>(
  stages: readonly Stage[],
  passed: readonly { readonly stage: string }[],
): Stage | undefined {
  return stages.toSorted((one, other) => one.position - other.position).find(({ id }) => !passed.some(({ stage }) => stage === id))
}

/** Of each standard and service the latest check; those that come first in the list are the latest. */
export function latestChecks<Check extends { readonly standard: string; readonly service: string }>(
  checks: readonly Check[],
): readonly Check[] {
  const seen = new Set<string>()
  return checks.filter(({ standard, service }) => {
    const key = `${standard} ${service}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
