import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { type ActionFigures, actionFigures, type CarriedOut } from '../rules/board-figures.ts'
import { type Action, findActionsSince } from './actions.ts'

/** What the figures of a board's home page are made of, as far as whoever asks may see it. */
export interface BoardFigures {
  /** What of its actions is open and late, given the day on which it last met. */
  actions(lastMet: Temporal.PlainDate | undefined): ActionFigures<Action>
  /** Decisions of the last twelve months that gave actions, and of the twelve before. */
  readonly carriedOut: { readonly now: CarriedOut; readonly before: CarriedOut }
}

/** Reads the figures of a board on a day: two statements, sent together. */
export async function findBoardFigures(reader: Reader, body: string, today: Temporal.PlainDate): Promise<BoardFigures> {
  const since = today.subtract({ years: 1 })
  const [actions, carriedOut] = await Promise.all([findActionsSince(reader, body, since), findCarriedOut(reader, body, today)])
  return { actions: (lastMet) => actionFigures(actions, { today, lastMet, since }), carriedOut }
}

async function findCarriedOut(reader: Reader, body: string, today: Temporal.PlainDate): Promise<BoardFigures['carriedOut']> {
  const [from, turn] = [today.subtract({ years: 2 }), today.subtract({ years: 1 })]
  const isNow = sql<boolean>`x.decided_on > ${turn.toString()}::date`
  const row = await reader
    .selectFrom((query) =>
      query
        .selectFrom('meetings.decision as d')
        .innerJoin('meetings.action as a', 'a.decision', 'd.id')
        .select(['d.id', 'd.decided_on', sql<boolean>`bool_and(a.state = 'done')`.as('done')])
        .where('d.of_body', '=', body)
        .where('d.withdrawn', '=', false)
        .where('d.decided_on', '>', from)
        .where('d.decided_on', '<=', today)
        .where('a.state', '<>', 'withdrawn')
        .groupBy(['d.id', 'd.decided_on'])
        .as('x'),
    )
    .select([
      sql<number>`(count(*) filter (where ${isNow}))::int`.as('all'),
      sql<number>`(count(*) filter (where ${isNow} and x.done))::int`.as('done'),
      sql<number>`(count(*) filter (where not ${isNow}))::int`.as('allBefore'),
      sql<number>`(count(*) filter (where not ${isNow} and x.done))::int`.as('doneBefore'),
    ])
    .executeTakeFirstOrThrow()
  return { now: { done: row.done, all: row.all }, before: { done: row.doneBefore, all: row.allBefore } }
}

/** How far the next meeting is prepared, as far as whoever asks may see it. */
export interface MeetingReadiness {
  readonly items: number
  readonly papersOut: number
  readonly papersToFollow: number
}

/** Counts the items of a meeting, and what came out of their papers. */
export async function findReadiness(reader: Reader, meeting: string): Promise<MeetingReadiness> {
  return reader
    .selectFrom('meetings.agenda_item')
    .select([
      sql<number>`count(*)::int`.as('items'),
      sql<number>`(count(*) filter (where report_status = 'attached'))::int`.as('papersOut'),
      sql<number>`(count(*) filter (where report_status = 'to_follow'))::int`.as('papersToFollow'),
    ])
    .where('meeting', '=', meeting)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
}
