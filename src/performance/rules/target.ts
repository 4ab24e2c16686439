import { type Exact, whole } from './exact.ts'

/** What a target says, as its author wrote it down (I1). Percent are hundredths: 25 means 25%. */
export type TargetRule =
  | { readonly kind: 'value'; readonly value: Exact }
  | { readonly kind: 'band'; readonly from: Exact; readonly to: Exact }
  /** A share of the baseline: '25% increase' is 25, '10% decrease' is -10. */
  | { readonly kind: 'relative'; readonly percent: Exact }
  /** Points added to a baseline that is itself a percentage: 32% plus 25 points is 57%. */
  | { readonly kind: 'points'; readonly points: Exact }
  /** So much a year for whole years: compound grows on what is reached, simple on the baseline. */
  | { readonly kind: 'yearly'; readonly percent: Exact; readonly years: number; readonly growth: 'compound' | 'simple' }
  /** So much in each period that is due, of a flow: to date it is as much as the periods due together. */
  | { readonly kind: 'each-period'; readonly value: Exact; readonly due: number }

/** The target a figure is judged against: one value, or the band in which it is best (both ends belong to it). */
export type Target = { readonly kind: 'value'; readonly value: Exact } | { readonly kind: 'band'; readonly from: Exact; readonly to: Exact }

/** Why there is no target yet: the baseline is not known, or is 0, of which there is no share. */
export type NoTarget = 'no-baseline' | 'baseline-is-zero'

/** A target that is set, or that waits for its baseline. */
export type TargetAnswer = { readonly state: 'set'; readonly target: Target } | { readonly state: 'pending'; readonly because: NoTarget }

/**
 * Works out what a target asks for, exact and never rounded: 25% above 222 is 277.5.
 * A missing baseline (null) gives no target where the rule rests on one; a baseline of 0 has no percentage change, only an absolute target.
 * Handbook of plans and performance, 3.1.
 */
export function targetOf(rule: TargetRule, baseline: Exact | null): TargetAnswer {
  switch (rule.kind) {
    case 'value':
    case 'band':
      return { state: 'set', target: rule }
    case 'each-period':
      return set(rule.value.mul(whole(rule.due)))
    case 'points':
      return baseline === null ? pending('no-baseline') : set(baseline.add(rule.points))
    default: {
      if (baseline === null) return pending('no-baseline')
      return baseline.equals(0) ? pending('baseline-is-zero') : set(baseline.mul(growthOf(rule)))
    }
  }
}

function growthOf(rule: Extract<TargetRule, { kind: 'relative' | 'yearly' }>): Exact {
  const step = rule.percent.div(whole(100))
  if (rule.kind === 'relative') return step.add(whole(1))
  return rule.growth === 'compound' ? step.add(whole(1)).pow(whole(rule.years)) : step.mul(whole(rule.years)).add(whole(1))
}

function set(value: Exact): TargetAnswer {
  return { state: 'set', target: { kind: 'value', value } }
}

function pending(because: NoTarget): TargetAnswer {
  return { state: 'pending', because }
}

/**
 * How far of the way from the baseline to the target a figure is, as a share: 1 is there, less than 0 is away from it.
 * Null where baseline and target are equal: there is no way to go. Works the same whether more or less is better.
 */
export function progressOf(baseline: Exact, target: Exact, now: Exact): Exact | null {
  return target.equals(baseline) ? null : now.sub(baseline).div(target.sub(baseline))
}

/** Which way is better: more, less, within a band, or neither (then there is no colour and no better or worse). */
export type Polarity = 'higher' | 'lower' | 'band' | 'none'

/** True where a target stands on the wrong side of its baseline: a rise wanted where less is better. Asked, not refused. */
export function targetIsOnWrongSide(polarity: Polarity, baseline: Exact, target: Exact): boolean {
  return polarity === 'higher' ? target.lt(baseline) : polarity === 'lower' ? target.gt(baseline) : false
}
