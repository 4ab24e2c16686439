import { type ListedStep, type ListFacts, resolveList, type UnderspendRule } from './risk-list.ts'
import { type RiskStep, type Settlement, settle } from './risk-share.ts'
import { totalOf } from './split.ts'

/** A line at the year end, or as it is foreseen. Pence. */
export interface LineOutturn {
  readonly managedBy: string
  readonly fence: string | null
  readonly budget: bigint
  readonly spend: bigint
}

/** The rule that holds for a year; null: none is in force. */
export interface HeldRule {
  readonly steps: readonly ListedStep[]
  readonly underspend: UnderspendRule
  readonly underspendClause: string
  readonly title: string
}

/** What is over or under in a year. Pence; `overspend` is what is shared: without what ring-fenced money is under, which stays with its purpose. */
export interface YearOutturn {
  readonly budget: bigint
  readonly spend: bigint
  readonly fenced: bigint
  readonly overspend: bigint
  /** Of what is shared, by who manages it. */
  readonly byManager: ReadonlyMap<string, bigint>
}

/** What a year came to. What ring-fenced money is under is kept apart, fence by fence; what it is over is shared like any other. Source: handbook, 3.2. */
export function outturnOf(lines: readonly LineOutturn[]): YearOutturn {
  const over = ({ spend, budget }: LineOutturn): bigint => spend - budget
  const under = new Set(
    [...Map.groupBy(lines, ({ fence }) => fence)].flatMap(([fence, of]) => (fence !== null && totalOf(of.map(over)) <= 0n ? [fence] : [])),
  )
  const shared = lines.filter(({ fence }) => fence === null || !under.has(fence))
  const byManager = new Map([...Map.groupBy(shared, ({ managedBy }) => managedBy)].map(([who, of]) => [who, totalOf(of.map(over))]))
  const [budget, spend] = [totalOf(lines.map((line) => line.budget)), totalOf(lines.map((line) => line.spend))]
  const overspend = totalOf(shared.map(over))
  return { budget, spend, fenced: spend - budget - overspend, overspend, byManager }
}

/** Why a year cannot be settled: no list holds and the money is not aligned; or a step shares by sums that are not known. */
export type UnsettledBecause = { readonly code: 'no-list' } | { readonly code: 'weights-not-known'; readonly step: number }

/** A year settled as far as its rule goes; partners are ids, in the order of shares. */
export interface WorkedYear extends Settlement {
  readonly outturn: YearOutturn
  readonly partners: readonly string[]
  /** The steps that were run, also those that were not reached. */
  readonly rule: readonly RiskStep[]
  /** How an underspend was treated; '' where something is over, or the money is aligned. */
  readonly underspend: UnderspendRule | ''
  /** Aligned money: each keeps what is over or under on its own lines, because no list says otherwise. */
  readonly isAligned: boolean
}

/**
 * Settles what a year came to by the rule that holds for it: the same for the simulator, whose lines are tried, and for the year-end statement. Aligned money
 * without a list is each partner's own; any other fund needs a list, but for a year that ends on plan. Source: handbook, 3.3 and 3.4.
 */
export function workYear(
  outturn: YearOutturn,
  rule: HeldRule | null,
  facts: ListFacts,
  isAligned: boolean,
): WorkedYear | { readonly because: UnsettledBecause } {
  const managers = [...outturn.byManager.keys()].filter((one) => !facts.partners.includes(one))
  const partners = [...facts.partners, ...managers]
  const all = { ...facts, partners }
  const own: RiskStep = { clause: 'Aligned money', authority: 'Each partner for its own lines', kind: 'own_lines' }
  const common = { outturn, partners, isAligned: rule === null && isAligned }
  if (rule === null && !isAligned && outturn.overspend !== 0n) return { because: { code: 'no-list' } }
  const isUnder = outturn.overspend < 0n
  const list = rule === null ? { ok: true as const, steps: isAligned ? [own] : [] } : resolveList(listFor(rule, isUnder), all)
  if (!list.ok) return { because: { code: 'weights-not-known', step: list.step } }
  const ownLines = partners.map((partner) => outturn.byManager.get(partner) ?? 0n)
  // Own lines may be over and under and come to nothing together: that is still a bill for each.
  const onlyOwn = outturn.overspend === 0n && list.steps[0]?.kind === 'own_lines' && ownLines.some((one) => one !== 0n)
  const settled = onlyOwn
    ? ownOnly(list.steps[0] as RiskStep, ownLines)
    : settle(list.steps, { partners, overspend: outturn.overspend, ownLines })
  return { ...settled, ...common, rule: list.steps, underspend: isUnder && rule !== null ? rule.underspend : '' }
}

const ownOnly = (step: RiskStep, shares: readonly bigint[]): Settlement => ({
  steps: [{ step, covered: 0n, left: 0n, shares, skipped: false, unmet: false }],
  ...{ shares, fromElsewhere: 0n, left: 0n, referredTo: null },
})

/** The steps for an over- or an underspend: a managed underspend is kept by who managed it, a windfall returns by contribution. */
function listFor({ steps, underspend, underspendClause }: HeldRule, isUnder: boolean): readonly ListedStep[] {
  if (!isUnder || underspend === 'silent' || underspend === 'mirror') return steps
  const ground = {
    clause: underspendClause,
    authority: 'The agreement',
    above: null,
    upTo: null,
    partner: null,
    excessTo: null,
    line: null,
  }
  const common = { ...ground, referTo: null, parts: [], withFenced: false, midYear: 'plan' as const }
  if (underspend === 'managed') return [{ ...common, kind: 'own_lines', weighedBy: null, kinds: [] }]
  return [{ ...common, kind: 'share', weighedBy: 'planned', kinds: ['cash', 'staff', 'in_kind', 'net_of_charges'] }]
}
