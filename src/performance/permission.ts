import type { Guarded } from '#governance/public.ts'
import { guardWith } from '#governance/public-data.ts'
import { performanceAccess } from './rules/access.ts'
import type { Measure } from './rules/measure.ts'

/** What the access matrix of performance lets through and refuses. */
export const guard = guardWith(performanceAccess)

/** Its three questions by name, for commands and pages. */
export const { allows, demand, demandOf } = guard

/** A measure as the access matrix names it. @param leads - the people who give its figures */
export function guardedMeasure({ sight, body }: Pick<Measure, 'sight' | 'body'>, leads: readonly string[]): Guarded {
  return { record: 'measure', state: sight, ties: { body, leads } }
}

/** What belongs to the scorecard of a board, as the access matrix names it. */
export function guardedScorecard(body: string): Guarded {
  return { record: 'scorecard', state: 'any', ties: { body } }
}

/** A reading of published figures, as the access matrix names it: the whole partnership's. */
export const guardedReading: Guarded = { record: 'national-reading', state: 'any', ties: {} }
