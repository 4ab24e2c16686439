import { type Contribution, type ContributionKind, weightsOf } from './contributions.ts'
import { type Leaving, type MidYear, weightsAfterLeaving } from './leaving.ts'
import type { Partners, RiskStep, Shares } from './risk-share.ts'

/** What a step of a list does. Source: handbook of joint commissioning, 3.3. */
export const stepKinds = ['own_lines', 'cover_from_lines', 'draw_on_risk_pool', 'first_part_to', 'share', 'refer'] as const
/** One of them. */
export type StepKind = (typeof stepKinds)[number]
/** By which sums a step shares. */
export const weighings = ['planned', 'actual', 'fixed'] as const
/** One of them. */
export type Weighing = (typeof weighings)[number]
/** What becomes of an underspend: the agreement is silent; it mirrors; who managed it keeps it; it returns by contribution. Source: handbook 3.4. */
export const underspendRules = ['silent', 'mirror', 'managed', 'windfall'] as const
/** One of them. */
export type UnderspendRule = (typeof underspendRules)[number]

/** What one partner has in a step that shares: its fixed part in hundredths of a percent, and the most that it bears in pence. */
export interface ListedPart {
  readonly partner: string
  readonly share: number | null
  readonly cap: bigint | null
}

/** A step as it was entered. Partners are ids; pence; null: not limited, or not of this kind of step. */
export interface ListedStep {
  readonly kind: StepKind
  readonly clause: string
  readonly authority: string
  readonly above: bigint | null
  readonly upTo: bigint | null
  readonly weighedBy: Weighing | null
  readonly kinds: readonly ContributionKind[]
  readonly withFenced: boolean
  readonly midYear: MidYear
  readonly partner: string | null
  readonly excessTo: string | null
  readonly line: { readonly id: string; readonly title: string; readonly year: number } | null
  readonly referTo: { readonly id: string; readonly name: string } | null
  readonly parts: readonly ListedPart[]
}

/** What the steps are worked on: the partners in the order of the agreement, what they give as agreed and as varied, and who left on which day. */
export interface ListFacts {
  readonly year: number
  readonly partners: Partners
  /** As the year was agreed. */
  readonly agreed: readonly Contribution[]
  /** With what varied since. */
  readonly revised: readonly Contribution[]
  readonly leavings: readonly Leaving[]
}

/** A list as the engine takes it, or the place of the first step whose weights are not known. */
export type Resolved = { readonly ok: true; readonly steps: readonly RiskStep[] } | { readonly ok: false; readonly step: number }

/**
 * Turns a list into steps that can settle: weights are resolved from the key of each step. Where a partner left in mid-year, weights by days count what was
 * agreed for the days it was there, and weights by plan what the plan says after the variation. A line of another year covers nothing.
 */
export function resolveList(list: readonly ListedStep[], facts: ListFacts): Resolved {
  const steps: RiskStep[] = []
  for (const [place, step] of list.entries()) {
    const resolved = resolveStep(step, facts)
    if (resolved === null) return { ok: false, step: place }
    steps.push(resolved)
  }
  return { ok: true, steps }
}

function resolveStep(step: ListedStep, facts: ListFacts): RiskStep | null {
  const ground = { clause: step.clause, authority: step.authority, above: step.above }
  switch (step.kind) {
    case 'own_lines':
      return { ...ground, kind: 'own_lines' }
    case 'cover_from_lines': {
      const isOfYear = step.line?.year === facts.year
      return { ...ground, kind: 'cover_from_lines', lines: [{ name: step.line?.title ?? '', pence: isOfYear ? (step.upTo ?? 0n) : 0n }] }
    }
    case 'draw_on_risk_pool':
      return { ...ground, kind: 'draw_on_risk_pool', limit: step.upTo ?? 0n }
    case 'first_part_to':
      return { ...ground, kind: 'first_part_to', partner: step.partner ?? '', upTo: step.upTo }
    case 'refer':
      return { ...ground, kind: 'refer', to: step.referTo?.name ?? '' }
    case 'share': {
      const weights = weightsOfStep(step, facts)
      if (weights === null) return null
      const caps = new Map(step.parts.flatMap(({ partner, cap }) => (cap === null ? [] : [[partner, cap] as const])))
      return { ...ground, kind: 'share', weights, upTo: step.upTo, caps, excessTo: step.excessTo }
    }
  }
}

/** The weights of a step that shares, divided by what they all have in common; null where a sum that counts is not known, or nobody gives anything that counts. */
function weightsOfStep(step: ListedStep, { partners, agreed, revised, leavings, year }: ListFacts): Shares | null {
  if (step.weighedBy === 'fixed') return partners.map((partner) => BigInt(step.parts.find((part) => part.partner === partner)?.share ?? 0))
  const key = {
    by: step.weighedBy === 'actual' ? ('actual' as const) : ('planned' as const),
    kinds: step.kinds,
    withRingFenced: step.withFenced,
  }
  const weights = weightsOf(key, partners, step.midYear === 'days' ? agreed : revised)
  if (weights === null || weights.every((weight) => weight === 0n)) return null
  const there = leavings.reduce((list, leaving) => weightsAfterLeaving(list, partners, year, step.midYear, leaving), weights)
  const common = there.reduce(commonDivisor, 0n)
  return common > 1n ? there.map((weight) => weight / common) : there
}

const commonDivisor = (one: bigint, other: bigint): bigint => (other === 0n ? one : commonDivisor(other, one % other))
