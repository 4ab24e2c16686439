import { type Exact, meanOf, sumOf, whole } from './exact.ts'
import type { Known } from './rag.ts'

/** What kind of figure a measure is, which decides how months make a year and districts a county. */
export type MeasureKind = 'flow' | 'stock' | 'rate' | 'ratio' | 'score' | 'text'

/** One part of a whole: a month of a year, or a district of a county; rates and ratios bring what they are made of. */
export interface Part {
  readonly known: Known
  readonly numerator: Exact | null
  readonly denominator: Exact | null
}

/** Why parts make no whole. */
export type NotCombined = 'nothing-to-combine' | 'part-unknown' | 'no-numerator-and-denominator' | 'denominator-is-zero' | 'not-a-number'

/** One figure made of parts, or why there is none. */
export type Combined =
  | { readonly state: 'value'; readonly value: Exact }
  | { readonly state: 'not-combined'; readonly because: NotCombined }

function not(because: NotCombined): Combined {
  return { state: 'not-combined', because }
}

function remade(parts: readonly Part[]): Combined {
  const [numerators, denominators] = [parts.map((part) => part.numerator), parts.map((part) => part.denominator)]
  const [above, below] = [numerators.filter((one) => one !== null), denominators.filter((one) => one !== null)]
  if (above.length < parts.length || below.length < parts.length) return not('no-numerator-and-denominator')
  const denominator = sumOf(below)
  return denominator.equals(0) ? not('denominator-is-zero') : { state: 'value', value: sumOf(above).div(denominator) }
}

function added(parts: readonly Part[]): Combined {
  const values = parts.flatMap(({ known }) => (known.state === 'value' ? [known.value] : []))
  return values.length < parts.length ? not('part-unknown') : { state: 'value', value: sumOf(values) }
}

/**
 * Makes one figure of successive periods: a flow is added up, a stock is its last, a rate or ratio is made anew of its parts and never averaged.
 * A missing, suppressed or late part leaves the whole unknown. Scores and text do not combine. Handbook of plans and performance, 3.3.
 */
export function overTime(kind: MeasureKind, parts: readonly Part[]): Combined {
  const last = parts.at(-1)
  if (last === undefined) return not('nothing-to-combine')
  if (kind === 'flow') return added(parts)
  if (kind === 'stock') return added([last])
  return kind === 'rate' || kind === 'ratio' ? remade(parts) : not('not-a-number')
}

/** Makes one figure of areas side by side: flows and stocks are added up, rates and ratios made anew. People counted once in each area do not add up: that is for the caller to know. */
export function overAreas(kind: MeasureKind, parts: readonly Part[]): Combined {
  if (parts.length === 0) return not('nothing-to-combine')
  if (kind === 'flow' || kind === 'stock') return added(parts)
  return kind === 'rate' || kind === 'ratio' ? remade(parts) : not('not-a-number')
}

/** How the rest of the year was foreseen; never two methods in one total (I3). */
export type ForecastMethod =
  | { readonly kind: 'straight-line' }
  /** The share of the year that is usually reached by now, as a share of 1. */
  | { readonly kind: 'profile'; readonly share: Exact }
  /** What was planned for the rest of the year, added to what there is. */
  | { readonly kind: 'plan'; readonly remaining: Exact }

/**
 * Foresees the year of a flow from what is counted to date: 385,000 after 5 months is 924,000 by a straight line. Stocks are not multiplied and
 * rates are foreseen by parts, so neither is asked here. Null where nothing is due yet, or a profile has a share of 0. Handbook, 3.4.
 */
export function forecastOfFlow(toDate: Exact, periodsDue: number, periodsInYear: number, method: ForecastMethod): Exact | null {
  if (method.kind === 'plan') return toDate.add(method.remaining)
  if (method.kind === 'profile') return method.share.equals(0) ? null : toDate.div(method.share)
  return periodsDue === 0 ? null : toDate.div(whole(periodsDue)).mul(whole(periodsInYear))
}

/** The mean of the periods that were known, for a baseline over several months; null where none was. */
export function meanBaseline(parts: readonly Known[]): Exact | null {
  return meanOf(parts.flatMap((known) => (known.state === 'value' ? [known.value] : [])))
}
