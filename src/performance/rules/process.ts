import type { Exact } from './exact.ts'
import { type LimitSettings, type ProcessLimits, processLimits } from './process-limits.ts'
import { type JudgedPoint, specialCauses } from './special-cause.ts'
import type { Polarity } from './target.ts'

/** A stretch of a chart with limits of its own, between two recorded decisions to rebase. */
export interface Section {
  /** Place of its first point in the series, from 0. */
  readonly from: number
  readonly limits: ProcessLimits | null
  readonly points: readonly (JudgedPoint | null)[]
}

/** What the last point says: chance, better, worse, or a change that is neither because neither way is better. */
export type Variation = 'common' | 'improving' | 'concerning' | 'changing'

/** Whether the process will meet its target as it stands: always, never, or now and then by chance. */
export type Assurance = 'consistent-pass' | 'consistent-fail' | 'hit-and-miss'

/**
 * Cuts a series into sections at recorded rebases (places of their first points) and judges each by its own limits.
 * Nothing is judged across a rebase. Rebases beyond the series are left alone.
 */
export function sectionsOf(
  figures: readonly (Exact | null)[],
  rebases: readonly number[],
  settings: LimitSettings,
): readonly [Section, ...Section[]] {
  const later = [...new Set(rebases)].filter((from) => from > 0 && from < figures.length).sort((one, other) => one - other)
  const section = (from: number, index: number): Section => {
    const part = figures.slice(from, later[index])
    const limits = processLimits(part, settings)
    return { from, limits, points: limits === null ? part.map(() => null) : specialCauses(part, limits) }
  }
  return [section(0, 0), ...later.map((from, index) => section(from, index + 1))]
}

/** What the last known point of a chart says, by polarity; null where nothing is known or there are no limits. */
export function variationOf(sections: readonly [Section, ...Section[]], polarity: Polarity): Variation | null {
  const last = sections.at(-1)?.points.findLast((point) => point !== null) ?? null
  if (last === null) return null
  if (last.cause === 'common' || last.side === 0) return 'common'
  if (polarity === 'none' || polarity === 'band') return 'changing'
  return (polarity === 'higher') === last.side > 0 ? 'improving' : 'concerning'
}

/**
 * Whether the target lies beyond the limits of the last section: then the process always or never meets it; between them chance decides.
 * Null without limits, without a target, or where neither way is better. Handbook of plans and performance, 3.5 point 5.
 */
export function assuranceOf(
  limits: Pick<ProcessLimits, 'lower' | 'upper'> | null,
  polarity: Polarity,
  target: Exact | null,
): Assurance | null {
  if (limits === null || target === null || polarity === 'none' || polarity === 'band') return null
  if (target.gt(limits.upper)) return polarity === 'higher' ? 'consistent-fail' : 'consistent-pass'
  if (target.lt(limits.lower)) return polarity === 'higher' ? 'consistent-pass' : 'consistent-fail'
  return 'hit-and-miss'
}
