import { type Exact, exactOf, meanOf, whole } from './exact.ts'

/** The natural limits of a process, from the figures of one section of an XmR chart. */
export interface ProcessLimits {
  readonly mean: Exact
  /** The mean of the moving ranges that were kept. */
  readonly meanRange: Exact
  readonly lower: Exact
  readonly upper: Exact
  /** Two thirds of the way from the mean to the limits. */
  readonly nearLower: Exact
  readonly nearUpper: Exact
  /** How many moving ranges screening left out. */
  readonly screened: number
  /** True where fewer points than wished were there: limits on trial, to be said so. */
  readonly trial: boolean
}

/** How limits are worked out; settings of a partnership with a version, never constants of the product. */
export interface LimitSettings {
  /** Leaves out, once, moving ranges as large as 3.267 mean ranges. The spreadsheet of the NHS does not. */
  readonly screening: boolean
  /** Below so many points limits are on trial: 12. */
  readonly trialBelow: number
  /** Below so many points there are no limits at all. */
  readonly noneBelow: number
}

// The constants of an XmR chart (Wheeler): 3 / d2 and D4 for ranges of two, d2 = 1.128.
const LIMIT = exactOf('2.66') ?? whole(0)
const SCREEN = exactOf('3.267') ?? whole(0)
const NEAR = whole(2).div(whole(3))

/** The differences of neighbours, without sign. A missing figure (null) has no neighbours: nothing is measured across a gap. */
export function movingRanges(figures: readonly (Exact | null)[]): readonly Exact[] {
  return figures.flatMap((figure, index) => {
    const before = figures[index - 1] ?? null
    return figure === null || before === null ? [] : [figure.sub(before).abs()]
  })
}

/** Leaves out outlying ranges once. Where all figures are equal every range would be outlying: then all are kept. */
function screen(ranges: readonly Exact[], mean: Exact): readonly Exact[] {
  const edge = mean.mul(SCREEN)
  return mean.equals(0) ? ranges : ranges.filter((range) => range.lt(edge))
}

/**
 * Works out mean and natural process limits of one section: mean of all points, plus and minus 2.66 mean moving ranges.
 * Null where there are too few points, or no two in neighbouring periods. Handbook of plans and performance, 3.5 (NHS 'Making Data Count').
 */
export function processLimits(figures: readonly (Exact | null)[], settings: LimitSettings): ProcessLimits | null {
  const known = figures.filter((figure) => figure !== null)
  const ranges = movingRanges(figures)
  const mean = meanOf(known)
  const meanOfAll = meanOf(ranges)
  if (mean === null || meanOfAll === null || known.length < settings.noneBelow) return null
  const kept = settings.screening ? screen(ranges, meanOfAll) : ranges
  const meanRange = meanOf(kept) ?? meanOfAll
  const reach = meanRange.mul(LIMIT)
  const near = reach.mul(NEAR)
  return {
    mean,
    meanRange,
    lower: mean.sub(reach),
    upper: mean.add(reach),
    nearLower: mean.sub(near),
    nearUpper: mean.add(near),
    screened: ranges.length - kept.length,
    trial: known.length < settings.trialBelow,
  }
}
