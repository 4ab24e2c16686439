import { listRecommendations } from '#assurance/public-data.ts'
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
import { findMeasuresOf, findSeries } from '#performance/public-data.ts'
import { findOpenPlanRows } from '#plans/public-data.ts'
import { findAnswers } from '#voice/public-data.ts'
import type { BoardTable } from './board-table.ts'

const day = (on: Temporal.PlainDate | null | undefined): string => on?.toString() ?? ''
const words = (code: string): string => code.replaceAll(/[_-]/g, ' ')
/** Decimals to which a figure is kept. */
const DECIMALS = 12
const digits = (exact: Observation['value']): string => (exact === null ? '' : printed(exact, DECIMALS))

/** Public tables of plans, measures, recommendations and voices, by the name in their address. */
export const purposeTables = {
  plans: {
    title: 'Plans',
    about: 'an action of a plan that came into force, with its priority, outcome, lead and how it stands',
    header: [
      'board',
      'plan',
      'state of the plan',
      'first day',
      'ends',
      'priority',
      'outcome',
      'reference',
      'action',
      'lead',
      'due',
      'state',
      'done on',
    ],
    rowsOf: async (reader, board) =>
      (await findOpenPlanRows(reader, board.id)).map((one) => [
        ...[board.name, one.plan, words(one.planState), day(one.startsOn), day(one.endsOn), one.priority, one.outcome],
        ...[one.reference, one.action, one.leads, one.dueWords, words(one.state), day(one.doneOn)],
      ]),
  },
  figures: {
    title: 'Measures and their figures',
    about: 'the figure of a measure for a period that holds; what is missing, not due or suppressed says so and is never a 0',
    header: [
      ...[
        'board',
        'reference',
        'measure',
        'unit',
        'period',
        'first day',
        'ends',
        'area',
        'split',
        'part',
        'status',
        'value',
        'numerator',
        'denominator',
      ],
      ...['revision', 'note', 'source'],
    ],
    rowsOf: async (reader, board) => {
      const measures = (await findMeasuresOf(reader, board.id)).filter(({ sight }) => sight === 'public')
      const series = await findSeries(
        reader,
        measures.map(({ id }) => id),
      )
      return measures.flatMap((measure, at) => figureRows(board.name, measure, series[at]?.observations ?? []))
    },
  },
  recommendations: {
    title: 'Recommendations',
    about: 'a recommendation of a review, an inspection or an audit, with its answer and how it stands',
    header: [
      'board',
      'reference',
      'recommendation',
      'source',
      'made on',
      'to',
      'answer due on',
      'answer',
      'reason',
      'answered on',
      'closed on',
      'why it was closed',
    ],
    rowsOf: async (reader, board, today) =>
      (await listRecommendations(reader, { body: board.id }, today)).map((one) => [
        ...[board.name, one.reference, one.text, one.source, day(one.madeOn), one.addresseeOffice, day(one.responseDueOn)],
        ...[one.response ?? '', one.responseReason, day(one.respondedOn), day(one.closedOn), one.closedBecause],
      ]),
  },
  'you-said-we-did': {
    title: 'You said, we did',
    about: 'what children, families or staff said, and what was done about it, or why nothing was',
    header: ['board', 'said', 'done', 'why nothing was done', 'day'],
    rowsOf: async (reader, board) =>
      (await findAnswers(reader, { kind: 'board', id: board.id })).map((one) => [
        board.name,
        one.said,
        one.did,
        one.reason,
        day(one.onDay),
      ]),
  },
} as const satisfies Readonly<Record<string, BoardTable>>

function figureRows(board: string, measure: Measure, observations: readonly Observation[]): readonly (readonly string[])[] {
  const { title, unit } = latestDefinition(measure)
  return currentOf(observations).map((one) => [
    ...[board, measure.reference, title, unit, periodWords(one.period), day(one.period.startsOn), day(one.period.endsOn)],
    ...[
      areaName(definitionFor(measure, one.period), one.cell),
      one.cell.dimension,
      one.cell.category,
      words(one.status),
      one.value === null ? one.words : digits(one.value),
    ],
    ...[digits(one.numerator), digits(one.denominator), String(one.revision), one.quality, one.source],
  ])
}
