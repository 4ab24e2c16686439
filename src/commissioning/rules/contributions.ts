import { totalOf } from './split.ts'

/** How a contribution is given. Staff, what is given in kind and what is net of client charges count towards shares only where the agreement says so. */
export type ContributionKind = 'cash' | 'staff' | 'in_kind' | 'net_of_charges'

/** What one partner gives to a fund for one year, from one source. */
export interface Contribution {
  readonly partner: string
  readonly kind: ContributionKind
  /** In pence, not negative; null where it is not known, which is never 0. */
  readonly planned: bigint | null
  readonly actual: bigint | null
  /** For one purpose only: outside sharing. */
  readonly ringFenced: boolean
}

/** Which sum of each partner a risk is shared by: data of the agreement, never chosen by the programme. */
export type ShareKey =
  | { readonly by: 'planned' | 'actual'; readonly kinds: readonly ContributionKind[]; readonly withRingFenced: boolean }
  | { readonly by: 'fixed'; readonly weights: ReadonlyMap<string, bigint> }

/**
 * The weight of each partner under a key, in the order of `partners`. Null where a sum that counts is not known: a share by unknown sums would be invented.
 * A partner without a contribution has weight 0.
 */
export function weightsOf(key: ShareKey, partners: readonly string[], contributions: readonly Contribution[]): readonly bigint[] | null {
  if (key.by === 'fixed') return partners.map((partner) => key.weights.get(partner) ?? 0n)
  const { by } = key
  const counted = contributions.filter(({ kind, ringFenced }) => key.kinds.includes(kind) && (key.withRingFenced || !ringFenced))
  if (counted.some((one) => one[by] === null)) return null
  return partners.map((partner) => totalOf(counted.filter((one) => one.partner === partner).map((one) => one[by] ?? 0n)))
}

/** Whether what is given reaches the minimum that the law or the year's conditions ask of a fund. Equal passes. In pence. */
export function minimumMet(given: bigint, minimum: bigint): boolean {
  return given >= minimum
}

/** What is known of a total: missing parts are counted and never taken as 0. */
export interface KnownTotal {
  readonly pence: bigint
  readonly unknown: number
}

/** The total of amounts of which some may not be known. */
export function knownTotal(amounts: readonly (bigint | null)[]): KnownTotal {
  return { pence: totalOf(amounts.map((amount) => amount ?? 0n)), unknown: amounts.filter((amount) => amount === null).length }
}
