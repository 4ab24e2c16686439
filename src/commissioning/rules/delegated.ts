import { splitPence, totalOf } from './split.ts'

type Day = Temporal.PlainDate

/** By what a delegated budget is divided: how much a factor weighs, and what each holder has of it; a holder that is missing is not known. */
export interface BudgetFactor {
  readonly weight: number
  readonly values: ReadonlyMap<string, bigint>
}

/** Why a budget cannot be divided yet. */
export type DivisionLack = 'no-holder' | 'no-factor' | 'value-missing' | 'factor-empty'

/**
 * The share of each holder in pence: each factor is worth its weight, each holder its part of each factor, in exact whole numbers with one split by largest remainder,
 * so that nothing is rounded on the way (handbook of commissioning 3.10). `holders` are ids in the order in which ties are broken. The database proves it again
 * (`commissioning.delegated_shares`).
 */
export function delegatedShares(
  pence: bigint,
  holders: readonly string[],
  factors: readonly BudgetFactor[],
): { readonly ok: true; readonly shares: ReadonlyMap<string, bigint> } | { readonly ok: false; readonly lack: DivisionLack } {
  if (holders.length === 0) return { ok: false, lack: 'no-holder' }
  if (factors.length === 0) return { ok: false, lack: 'no-factor' }
  if (factors.some(({ values }) => holders.some((holder) => !values.has(holder)))) return { ok: false, lack: 'value-missing' }
  const totals = factors.map(({ values }) => totalOf(holders.map((holder) => values.get(holder) ?? 0n)))
  const whole = totals.reduce((product, total) => product * total, 1n)
  if (whole === 0n) return { ok: false, lack: 'factor-empty' }
  const weights = holders.map((holder) =>
    totalOf(factors.map(({ weight, values }, place) => (BigInt(weight) * (values.get(holder) ?? 0n) * whole) / (totals[place] ?? 1n))),
  )
  const split = splitPence(pence, weights) ?? []
  return { ok: true, shares: new Map(holders.map((holder, place) => [holder, split[place] ?? 0n])) }
}

/** What was bought, undone or given back; money is pence above nothing. */
export interface BudgetEntry {
  readonly id: string
  readonly kind: 'purchase' | 'undone' | 'returned'
  readonly happenedOn: Day
  readonly pence: bigint
  /** The entry that it undoes. */
  readonly undoes: string | undefined
}

/** What became of a share: spent + returned + left is the share, to the penny. */
export interface ShareStanding {
  readonly share: bigint
  readonly spent: bigint
  readonly returned: bigint
  readonly left: bigint
}

/** How a share stands by its entries. */
export function shareStanding(share: bigint, entries: readonly BudgetEntry[]): ShareStanding {
  const kinds = new Map(entries.map(({ id, kind }) => [id, kind]))
  const sum = (wanted: 'purchase' | 'returned') =>
    entries.reduce((total, { kind, pence, undoes }) => {
      if (kind === wanted) return total + pence
      return kind === 'undone' && kinds.get(undoes ?? '') === wanted ? total - pence : total
    }, 0n)
  const [spent, returned] = [sum('purchase'), sum('returned')]
  return { share, spent, returned, left: share - spent - returned }
}

/** A rule of what may be bought. */
export interface BudgetRule {
  readonly id: string
  /** Undefined: for every holder. */
  readonly holder: string | undefined
  readonly limit: bigint | undefined
  readonly startsOn: Day
  readonly endsOn: Day | undefined
}

/** Why something cannot be bought; the database refuses the same. */
export type PurchaseProblem =
  | 'budget-not-handed'
  | 'budget-before-hand-over'
  | 'budget-in-its-time'
  | 'budget-by-rule'
  | 'budget-within-limit'
  | 'budget-within-share'

/** What stands against a purchase: the day of the hand-over, its time, its rule on that day, the limit of the rule, and what is left. Undefined: nothing. */
export function purchaseProblem(
  bought: { readonly holder: string; readonly on: Day; readonly pence: bigint },
  budget: { readonly handedOn: Day | undefined; readonly startsOn: Day; readonly endsOn: Day },
  rule: BudgetRule,
  left: bigint,
): PurchaseProblem | undefined {
  const holds = (startsOn: Day, endsOn: Day | undefined) =>
    Temporal.PlainDate.compare(startsOn, bought.on) <= 0 && (endsOn === undefined || Temporal.PlainDate.compare(bought.on, endsOn) < 0)
  if (budget.handedOn === undefined) return 'budget-not-handed'
  if (Temporal.PlainDate.compare(bought.on, budget.handedOn) < 0) return 'budget-before-hand-over'
  if (!holds(budget.startsOn, budget.endsOn)) return 'budget-in-its-time'
  if ((rule.holder !== undefined && rule.holder !== bought.holder) || !holds(rule.startsOn, rule.endsOn)) return 'budget-by-rule'
  if (rule.limit !== undefined && bought.pence > rule.limit) return 'budget-within-limit'
  return bought.pence > left ? 'budget-within-share' : undefined
}
