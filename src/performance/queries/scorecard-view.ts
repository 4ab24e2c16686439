import { type BodySummary, findBodiesById } from '#governance/public-data.ts'
import { findPriority, type PlanRowReference } from '#plans/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type GroupedRow, type ScorecardView, scorecardTitle, scorecardView } from '../words/scorecard-view.ts'
import { findScorecardMeasures, type ReadMeasure } from './scorecard.ts'
import { findWithdrawn } from './withdrawn.ts'

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
  const withdrawn = await findWithdrawn(reader, { body: body.id }, until ?? today)
  return { body, measures, view: scorecardView({ title: 'Scorecard', board: body.name, until, today }, measures.map(rowOf), withdrawn) }
}

/** The scorecard of a priority with the priority and the board of its plan. */
export interface PriorityScorecard {
  readonly priority: PlanRowReference
  readonly body: BodySummary
  readonly view: ScorecardView
}

/** The scorecard of a priority of a plan (I4), by its outcomes. @throws NotFound where there is none that one may see */
export async function findPriorityScorecard(reader: Reader, id: string, today: Temporal.PlainDate): Promise<PriorityScorecard> {
  const priority = await findPriority(reader, id)
  const [body] = priority === undefined ? [] : await findBodiesById(reader, [priority.body], today)
  if (priority === undefined || body === undefined) throw new NotFound('No such priority.')
  const measures = await findScorecardMeasures(reader, { priority: priority.id }, today)
  const withdrawn = await findWithdrawn(reader, { priority: priority.id }, today)
  const title = scorecardTitle(priority)
  return { priority, body, view: scorecardView({ title, board: body.name, until: null, today }, measures.map(rowOf), withdrawn) }
}
