import { type KnownTotal, knownTotal, minimumMet } from './contributions.ts'
import { totalOf } from './split.ts'

/**
 * What kind of fund: one pot with one host and shared risk; each partner's own money planned together, with no sharing by default; money given for a purpose;
 * money held by another to spend under rules. Source: handbook of joint commissioning, 1.3.
 */
export const fundKinds = ['pooled', 'aligned', 'grant', 'delegated'] as const
/** One of them. */
export type FundKind = (typeof fundKinds)[number]

/** How far the money of one year is: being planned, agreed to the penny, closed with its statement. */
export const yearStates = ['planning', 'agreed', 'closed'] as const
/** One of them. */
export type YearState = (typeof yearStates)[number]

/** A contribution or a line as the proof sees it. `fence` is the id of the ring-fence it belongs to; null: it belongs to none. Pence; null: not known. */
export interface Fenced {
  readonly pence: bigint | null
  readonly fence: string | null
}

/** Why the money of a year does not balance; `fence` null: it is about the whole fund. Pence: by how much. */
export type BalanceProblem =
  | {
      readonly code: 'lines-above-money' | 'lines-below-money' | 'fence-overspent' | 'fence-unspent'
      readonly fence: string | null
      readonly pence: bigint
    }
  | { readonly code: 'contribution-not-known' | 'line-not-known'; readonly count: number }
  | { readonly code: 'below-minimum'; readonly pence: bigint }

/** What is to be proved of the money of one year. */
export interface YearMoney {
  readonly state: YearState
  readonly contributions: readonly Fenced[]
  readonly lines: readonly Fenced[]
  /** What the law or the conditions of the year ask in all; null: nothing is asked. */
  readonly minimum: bigint | null
}

/**
 * What stands against the money of one year. While it is planned, lines may not spend more than is given, nor those of a ring-fence more than is given for it;
 * once it is agreed both are equal to the penny, everything is known, and the minimum is met. Equal passes. The database proves the same on every save
 * (migration 0261). Source: handbook of joint commissioning, 3.1 and 3.2.
 */
export function balanceProblems({ state, contributions, lines, minimum }: YearMoney): readonly BalanceProblem[] {
  const given = knownTotal(contributions.map(({ pence }) => pence))
  const planned = knownTotal(lines.map(({ pence }) => pence))
  const isAgreed = state !== 'planning'
  const problems: BalanceProblem[] = []
  if (isAgreed && given.unknown > 0) problems.push({ code: 'contribution-not-known', count: given.unknown })
  if (isAgreed && planned.unknown > 0) problems.push({ code: 'line-not-known', count: planned.unknown })
  if (planned.pence > given.pence) problems.push({ code: 'lines-above-money', fence: null, pence: planned.pence - given.pence })
  if (isAgreed && planned.pence < given.pence) problems.push({ code: 'lines-below-money', fence: null, pence: given.pence - planned.pence })
  for (const fence of fencesOf(contributions, lines)) {
    const left = sumIn(contributions, fence) - sumIn(lines, fence)
    if (left < 0n) problems.push({ code: 'fence-overspent', fence, pence: -left })
    if (left > 0n && isAgreed) problems.push({ code: 'fence-unspent', fence, pence: left })
  }
  if (isAgreed && minimum !== null && !minimumMet(given.pence, minimum))
    problems.push({ code: 'below-minimum', pence: minimum - given.pence })
  return problems
}

const fencesOf = (...lists: readonly (readonly Fenced[])[]): readonly string[] => [
  ...new Set(lists.flat().flatMap(({ fence }) => fence ?? [])),
]
const sumIn = (list: readonly Fenced[], fence: string): bigint =>
  totalOf(list.filter((one) => one.fence === fence).map(({ pence }) => pence ?? 0n))

/** Whether a year's minimum is met, as far as that is known: contributions that are not known may still bring it there. */
export type MinimumState = 'none-asked' | 'met' | 'not-met' | 'not-known'

/** How what is given stands against the minimum of the whole fund. Pence. */
export function minimumState(given: KnownTotal, minimum: bigint | null): MinimumState {
  if (minimum === null) return 'none-asked'
  if (minimumMet(given.pence, minimum)) return 'met'
  return given.unknown > 0 ? 'not-known' : 'not-met'
}
