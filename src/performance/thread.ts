import type { ThreadPart } from '#platform/thread/part.ts'
import type { SaidInPeriod } from '#platform/thread/said.ts'
import { curvePaths, measurePaths } from './paths.ts'
import { findMeasures } from './queries/measure.ts'
import { findSeries } from './queries/series.ts'
import { judge, targetFor, wholeSeries } from './rules/judge.ts'
import { knownOf } from './rules/measure.ts'
import { periodWords } from './rules/period.ts'
import { figureWords } from './words/figures.ts'
import { verdictWords } from './words/verdict.ts'

/** The latest figure of each measure in a period, as its own page words it, with its verdict where there is one. */
export const latestFigures: SaidInPeriod = async (reader, ids, span) => {
  const measures = await findMeasures(reader, ids)
  const series = await findSeries(
    reader,
    measures.map(({ id }) => id),
    span,
  )
  const said = measures.flatMap((measure, index) => {
    const own = series[index]
    const observation = own && wholeSeries(own.observations).at(-1)
    if (own === undefined || observation === undefined) return []
    const judged = judge(measure, own.targets, observation)
    const figure = figureWords({ known: knownOf(observation), observation, judged })
    const { word } = verdictWords(judged.rag, targetFor(own.targets, observation.period))
    return [[measure.id, `${figure} (${periodWords(observation.period)}). ${word}`] as const]
  })
  return new Map(said)
}

/** How measures appear on the golden thread. Their views stand in the migrations 0121 and 0170. */
export const performanceThread: ThreadPart = {
  schema: 'performance',
  relations: { turns: { serves: 'was agreed to turn the curve of', served: 'is to be turned by' } },
  kinds: {
    measure: {
      ...{ noun: 'measure', plural: 'measures', address: measurePaths.measure },
      further: { text: 'Turning the curve', address: curvePaths.curve },
    },
  },
}
