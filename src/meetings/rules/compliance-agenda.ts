import { type Found, found, untested } from './compliance-finding.ts'
import type { StandingKept } from './standing-kept.ts'

/** Judges whether the standing items that were due were taken (G11). */
export function judgeStanding(standing: StandingKept | undefined, meetings: readonly { readonly id: string }[]): Found {
  if (standing === undefined || standing.due === 0) return untested('standing-none')
  const { due: of, misses, unplaced } = standing
  const missed = misses.filter(({ isLeftOut }) => !isLeftOut)
  const at = (those: StandingKept['misses']) => meetings.filter(({ id }) => those.some(({ meeting }) => meeting === id))
  const titles = (those: StandingKept['misses']): string => [...new Set(those.map(({ title }) => title))].join(', ')
  if (missed.length > 0) return found('broken', 'standing-missed', { bad: missed.length, of, titles: titles(missed) }, at(missed))
  if (misses.length > 0) return found('at-risk', 'standing-left-out', { bad: misses.length, of, titles: titles(misses) }, at(misses))
  if (unplaced.length > 0) return found('at-risk', 'standing-unplaced', { bad: unplaced.length, titles: unplaced.join(', ') })
  return found('met', 'standing-met', { of })
}

/**
 * Judges whether meetings keep to their longest duration by the times stated for them (G11).
 * @param longest - minutes; null where the terms name none
 */
export function judgeLength(
  longest: number | null,
  meetings: readonly { readonly id: string; readonly held: boolean; readonly minutesLong?: number | undefined }[],
): Found {
  const timed = meetings.filter(({ minutesLong }) => minutesLong !== undefined && minutesLong > 0)
  if (longest === null || timed.length === 0) return untested('length-untimed')
  const long = timed.filter(({ minutesLong = 0 }) => minutesLong > longest)
  const details = { bad: long.length, of: timed.length, longest }
  if (long.some(({ held }) => held)) return found('broken', 'length-over', details, long)
  return long.length > 0 ? found('at-risk', 'length-planned', details, long) : found('met', 'length-kept', details, timed)
}
