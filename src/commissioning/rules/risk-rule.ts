import type { Partners, RiskStep } from './risk-share.ts'
import { totalOf } from './split.ts'

/** Why a list of steps is no rule of risk share. */
export type RiskRuleProblem =
  | 'no_steps'
  | 'unknown_partner'
  | 'no_weight'
  | 'negative_amount'
  | 'all_capped'
  | 'capped_bears_excess'
  | 'never_reached'
  | 'own_lines_alone'
  | 'shares_do_not_fit'

/** A problem with one step, by its place from 0; -1 for the list as a whole. */
export interface StepProblem {
  readonly step: number
  readonly code: RiskRuleProblem
}

/**
 * What stands against a list of steps before any money is settled by it: shares with nobody to bear them, caps on everybody with nobody for the excess,
 * steps behind one that takes all. Empty: the list can settle any amount. Source: handbook of joint commissioning, 3.3.
 */
export function riskRuleProblems(rule: readonly RiskStep[], partners: Partners): readonly StepProblem[] {
  if (rule.length === 0) return [{ step: -1, code: 'no_steps' }]
  const end = rule.findIndex(takesAll)
  const unreached = end >= 0 && end < rule.length - 1 ? [{ step: end + 1, code: 'never_reached' as const }] : []
  // Own lines cover the whole of what is over or under: behind another step they would settle it twice.
  const alone = rule.findIndex(({ kind }) => kind === 'own_lines')
  if (alone >= 0 && rule.length > 1) return [{ step: alone, code: 'own_lines_alone' }]
  return [...rule.flatMap((step, place) => problemsOf(step, partners).map((code) => ({ step: place, code }))), ...unreached]
}

/** Whether nothing is ever left behind a step. */
function takesAll(step: RiskStep): boolean {
  if ((step.above ?? null) !== null) return false
  if (step.kind === 'own_lines' || step.kind === 'refer') return true
  if (step.kind === 'first_part_to') return step.upTo === null
  return step.kind === 'share' && step.upTo === null && (step.caps.size === 0 || step.excessTo !== null)
}

function problemsOf(step: RiskStep, partners: Partners): readonly RiskRuleProblem[] {
  const known = (name: string): boolean => partners.includes(name)
  switch (step.kind) {
    case 'cover_from_lines':
      return step.lines.some(({ pence }) => pence < 0n) ? ['negative_amount'] : []
    case 'draw_on_risk_pool':
      return step.limit < 0n ? ['negative_amount'] : []
    case 'first_part_to':
      return [...when(!known(step.partner), 'unknown_partner'), ...when((step.upTo ?? 0n) < 0n, 'negative_amount')]
    case 'share':
      return shareProblems(step, partners)
    default:
      return []
  }
}

function shareProblems(step: Extract<RiskStep, { kind: 'share' }>, partners: Partners): readonly RiskRuleProblem[] {
  const named = [...step.caps.keys(), ...(step.excessTo === null ? [] : [step.excessTo])]
  const everybody = partners.every((partner, place) => step.caps.has(partner) || (step.weights[place] ?? 0n) === 0n)
  return [
    ...when(step.weights.length !== partners.length, 'shares_do_not_fit'),
    ...when(totalOf(step.weights) <= 0n, 'no_weight'),
    ...when(
      [...step.weights, ...step.caps.values(), step.upTo ?? 0n].some((amount) => amount < 0n),
      'negative_amount',
    ),
    ...when(
      named.some((name) => !partners.includes(name)),
      'unknown_partner',
    ),
    ...when(step.caps.size > 0 && everybody && step.excessTo === null, 'all_capped'),
    ...when(step.excessTo !== null && step.caps.has(step.excessTo), 'capped_bears_excess'),
  ]
}

function when(holds: boolean, code: RiskRuleProblem): readonly RiskRuleProblem[] {
  return holds ? [code] : []
}
