import type { BodySummary } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { type GroupedRow, type ScorecardView, scorecardView } from '../words/scorecard-view.ts'
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
