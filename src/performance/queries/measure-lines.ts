import type { Reader } from '#platform/database/session.ts'
import { type Judged, judge, targetFor, wholeSeries } from '../rules/judge.ts'
import { type Definition, definitionOn, type Measure, type Observation, type SetTarget } from '../rules/measure.ts'
import { findMeasuresOf } from './measure.ts'
import { findSeries } from './series.ts'

/** A measure as a list shows it: what it means today, its latest figure or state, and what that is judged to be. */
export interface MeasureLine {
  readonly measure: Measure
  readonly definition: Definition
  /** Null where nothing is recorded. */
  readonly latest: { readonly observation: Observation; readonly judged: Judged } | null
  /** The target of today; null where none is set. */
  readonly target: SetTarget | null
}

/** The measures of a board with their latest figures of the last three years, in the order of their references. */
export async function findMeasureLines(reader: Reader, body: string, today: Temporal.PlainDate): Promise<readonly MeasureLine[]> {
  const measures = await findMeasuresOf(reader, body)
  const span = { from: today.subtract({ years: 3 }), until: today.add({ years: 1 }) }
  const series = await findSeries(
    reader,
    measures.map(({ id }) => id),
    span,
  )
  return measures.map((measure, index) => {
    const own = series[index]
    const observation = own && wholeSeries(own.observations).at(-1)
    const targets = own?.targets ?? []
    return {
      measure,
      definition: definitionOn(measure, today),
      latest: observation ? { observation, judged: judge(measure, targets, observation) } : null,
      target: targetFor(targets, { endsOn: today.add({ days: 1 }) }),
    }
  })
}
