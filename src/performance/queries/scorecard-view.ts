import { type BodySummary, findBodiesById } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import { type GroupedRow, type ScorecardView, scorecardView } from '../words/scorecard-view.ts'
import type { ChartRulesInForce } from './chart-rules.ts'
import { findScorecardMeasures, type ReadMeasure } from './scorecard.ts'

/** What a live scorecard is made of: its view, and the readings its charts are drawn from. */
export interface LiveScorecard {
  readonly body: BodySummary
  readonly view: ScorecardView
  readonly measures: readonly ReadMeasure[]
}

/** The last month of a report: the first day after it. @param written - '2014-03'; anything else, and months to come, give null */
export function untilOf(written: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(written)) return null
  const until = Temporal.PlainDate.from(`${written}-01`).add({ months: 1 })
  return Temporal.PlainDate.compare(until, today) <= 0 ? until : null
}

function rowOf({ heading, priority, row }: ReadMeasure): GroupedRow {
  return { heading, priority, row }
}

/** The scorecard of a board as it stands, or as its figures stood up to the end of a month. */
export async function findBoardScorecard(
  reader: Reader,
  body: BodySummary,
  today: Temporal.PlainDate,
  until: Temporal.PlainDate | null = null,
): Promise<LiveScorecard> {
  const measures = await findScorecardMeasures(reader, { body: body.id, until: until ?? undefined }, today)
  return { body, measures, view: scorecardView({ title: 'Scorecard', board: body.name, until, today }, measures.map(rowOf)) }
}

/** The scorecard of one priority of a published plan. @throws NotFound where no measure stands under it */
export async function findPriorityScorecard(reader: Reader, priority: string, today: Temporal.PlainDate): Promise<LiveScorecard> {
  const measures = isUuid(priority) ? await findScorecardMeasures(reader, { priority }, today) : []
  const [first] = measures
  const [body] = first === undefined ? [] : await findBodiesById(reader, [first.measure.body], today)
  if (first === undefined || body === undefined) throw new NotFound('No measure stands under this priority.')
  return { body, measures, view: scorecardView({ title: first.heading, board: body.name, until: null, today }, measures.map(rowOf)) }
}

/** The rules that judged the charts of a scorecard, each once. */
export function rulesOf(measures: readonly ReadMeasure[]): readonly ChartRulesInForce[] {
  return [...new Map(measures.map(({ rules }) => [rules.id, rules])).values()]
}
