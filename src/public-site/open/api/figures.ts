import { measurePaths } from '#performance/paths.ts'
import {
  areaName,
  currentOf,
  definitionFor,
  latestDefinition,
  type Measure,
  type Observation,
  periodWords,
  printed,
} from '#performance/public.ts'
import type { ApiShape } from './shapes.ts'

/** Decimals to which a figure is kept. */
const DECIMALS = 12

/** Measures as a program needs them to read and give their figures. */
export function measuresAnswer(site: string, measures: readonly Measure[]): ApiShape<'Measures'> {
  return {
    data: measures.map((measure) => {
      const { title, meaning, unit, kind, frequency, breakdowns, areas, suppression } = latestDefinition(measure)
      return {
        ...{ id: measure.id, board: measure.body, reference: measure.reference, title, meaning, unit, kind, frequency },
        splits: breakdowns.map(({ dimension, categories }) => ({ split: dimension, parts: [...categories] })),
        areas: areas.map((one) => one.name),
        ...{ protectsSmallNumbers: suppression !== 'none', isKept: measure.withdrawnOn === null },
        web: `${site}${measurePaths.measure(measure.id)}`,
      }
    }),
  }
}

/** Every revision of every figure that was handed over, by period: of the whole, of areas and of parts. */
export function figuresAnswer(measure: Measure, observations: readonly Observation[]): ApiShape<'Figures'> {
  const holding = new Set(currentOf(observations).map(({ id }) => id))
  const digits = (exact: Observation['value']): string | null => (exact === null ? null : printed(exact, DECIMALS))
  return {
    data: observations.map((one) => ({
      ...{ period: periodWords(one.period), startsOn: one.period.startsOn.toString(), endsOn: one.period.endsOn.toString() },
      area: areaName(definitionFor(measure, one.period), one.cell),
      ...{ split: one.cell.dimension, part: one.cell.category, status: one.status, value: digits(one.value), words: one.words },
      ...{ numerator: digits(one.numerator), denominator: digits(one.denominator) },
      ...{ lower: digits(one.limits?.lower ?? null), upper: digits(one.limits?.upper ?? null) },
      ...{ revision: one.revision, holds: holding.has(one.id), reason: one.reason, note: one.quality, source: one.source },
      ...{ isPublic: one.sight === 'public', enteredAt: one.enteredAt.toString() },
    })),
  }
}
