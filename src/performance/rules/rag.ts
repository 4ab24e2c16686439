import { type Exact, whole } from './exact.ts'
import type { Polarity, Target } from './target.ts'

/** By how much a target may be missed before it is red: a share of the target's size, an amount, or a given edge. */
export type Tolerance =
  | { readonly kind: 'share'; readonly percent: Exact }
  | { readonly kind: 'amount'; readonly amount: Exact }
  | { readonly kind: 'edge'; readonly edge: Exact }

/** What is known of a figure: a number, or a state that is no number and never a zero (I2). */
export type Known =
  | { readonly state: 'value'; readonly value: Exact }
  | { readonly state: 'missing' | 'not-due' | 'suppressed' | 'not-yet-available' | 'not-applicable' | 'stale' }

/** Target met; missed within the tolerance; missed by more. Each goes with its written definition, never alone. */
export type Colour = 'green' | 'amber' | 'red'

/** The figures at which a colour begins, on the better side inclusive: at the green edge is green, at the amber edge is amber. */
export interface Edges {
  readonly green: readonly Exact[]
  readonly amber: readonly Exact[]
}

/** Why there is no colour: no way is better, no target, a target on so small a baseline that one more or less would decide, a target of the wrong kind for the polarity, or no number. */
export type WhyNoColour = 'no-polarity' | 'no-target' | 'small-base' | 'band-expected' | 'value-expected' | Exclude<Known['state'], 'value'>

/** A judged figure: its colour, or why it has none, and where the colours begin. */
export type Rag =
  | { readonly colour: Colour; readonly edges: Edges }
  | { readonly colour: null; readonly because: WhyNoColour; readonly edges: Edges | null }

/** A tolerance that cannot work with its target: a share of 0 is nothing, and what is below 0 or on the wrong side of the target tolerates nothing. */
export type ToleranceProblem = 'share-of-zero' | 'negative' | 'edge-beyond-target'

/** Says what is wrong with a tolerance for a target; null where it works. None at all (null) always works: then there is no amber. */
export function refuseTolerance(polarity: Polarity, target: Target, tolerance: Tolerance | null): ToleranceProblem | null {
  if (tolerance === null) return null
  if (tolerance.kind === 'share') {
    if (tolerance.percent.lt(0)) return 'negative'
    return target.kind === 'value' && target.value.equals(0) && tolerance.percent.gt(0) ? 'share-of-zero' : null
  }
  if (tolerance.kind === 'amount') return tolerance.amount.lt(0) ? 'negative' : null
  if (target.kind === 'band') return 'edge-beyond-target'
  const beyond = polarity === 'lower' ? tolerance.edge.lt(target.value) : tolerance.edge.gt(target.value)
  return beyond ? 'edge-beyond-target' : null
}

function allowed(tolerance: Tolerance, target: Exact): Exact {
  if (tolerance.kind === 'share') return target.abs().mul(tolerance.percent).div(whole(100))
  return tolerance.kind === 'amount' ? tolerance.amount : tolerance.edge.sub(target).abs()
}

/** Where the colours of a target begin; null where polarity and target do not go together. */
export function edgesOf(polarity: Polarity, target: Target, tolerance: Tolerance | null): Edges | null {
  const off = (edge: Exact) => (tolerance === null ? whole(0) : allowed(tolerance, edge))
  if (target.kind === 'band') {
    if (polarity !== 'band') return null
    return { green: [target.from, target.to], amber: [target.from.sub(off(target.from)), target.to.add(off(target.to))] }
  }
  if (polarity === 'higher') return { green: [target.value], amber: [target.value.sub(off(target.value))] }
  if (polarity === 'lower') return { green: [target.value], amber: [target.value.add(off(target.value))] }
  return null
}

function meets(polarity: Polarity, edges: readonly Exact[], value: Exact): boolean {
  const [first, last = first] = edges
  if (first === undefined || last === undefined) return false
  if (polarity === 'higher') return value.gte(first)
  return polarity === 'lower' ? value.lte(first) : value.gte(first) && value.lte(last)
}

/**
 * Judges a figure against its target: green where the target is met, amber where it is missed by no more than the tolerance, red where by more,
 * and no colour, with the reason, where polarity, target or value is missing. The value is judged as it is, never rounded.
 * A share of a negative target is a share of its size. Handbook of plans and performance, 3.2.
 */
export function judgeRag(polarity: Polarity, target: Target | null, tolerance: Tolerance | null, known: Known): Rag {
  if (polarity === 'none') return { colour: null, because: 'no-polarity', edges: null }
  if (target === null) return { colour: null, because: 'no-target', edges: null }
  const edges = edgesOf(polarity, target, tolerance)
  if (edges === null) return { colour: null, because: polarity === 'band' ? 'band-expected' : 'value-expected', edges }
  if (known.state !== 'value') return { colour: null, because: known.state, edges }
  const colour = meets(polarity, edges.green, known.value) ? 'green' : meets(polarity, edges.amber, known.value) ? 'amber' : 'red'
  return { colour, edges }
}

const COLOURS = ['red', 'amber', 'green'] as const

/** How a priority stands by its measures: how many of each colour, how many without one, and the worst; never an average. */
export function rollUp(rags: readonly Rag[]): Readonly<Record<Colour | 'none', number>> & { readonly worst: Colour | null } {
  const of = (colour: Colour | null) => rags.filter((rag) => rag.colour === colour).length
  const counted = { red: of('red'), amber: of('amber'), green: of('green'), none: of(null) }
  return { ...counted, worst: COLOURS.find((colour) => counted[colour] > 0) ?? null }
}
