import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { type ActionFacts, type ActionView, actionStanding } from '../rules/action-standing.ts'
import { type Action, findActionsById, followedUpBy, type Lead } from './actions.ts'

/** One page of a board's actions in one view, and how many each view holds. */
export interface BoardActions {
  readonly actions: readonly Action[]
  readonly counts: Readonly<Record<ActionView, number>>
  readonly page: number
  readonly pages: number
}

/** What completion counts of an action: no text. */
export interface CountableAction extends ActionFacts {
  readonly id: string
  readonly doneOn: Temporal.PlainDate | null
  readonly leads: readonly Lead[]
}

const PAGE = 25

function rows(reader: Reader, body: string) {
  return reader
    .selectFrom('meetings.action as a')
    .leftJoin('meetings.meeting as m', 'm.id', 'a.meeting')
    .leftJoin('meetings.meeting as due', 'due.id', 'a.due_meeting')
    .leftJoin('meetings.meeting as next', 'next.id', 'due.successor')
    .where(followedUpBy('a', body))
}

// An action that is due at a meeting moves with it; the same as `actionStanding` reads it, held together by tests.
const dueTo = sql<Temporal.PlainDate | null>`case when a.due_meeting is null then a.due_to when due.state = 'rescheduled' then next.held_on
  else due.held_on end`
const isOff = sql<boolean>`coalesce(case when due.state = 'rescheduled' then next.state else due.state end = 'cancelled', false)`

/** Who asks, and for what. */
export interface AskedActions {
  readonly view: ActionView
  readonly page: number
  /** The person who asks; undefined for a visitor. */
  readonly me: string | undefined
  readonly today: Temporal.PlainDate
}

/** One page of a board's actions that the reader may see, those of the latest meeting first. */
export async function findBoardActions(reader: Reader, body: string, asked: AskedActions): Promise<BoardActions> {
  const { view, me, today } = asked
  const missed = await missedActions(reader, body, today)
  const overdue = sql<boolean>`(not ${isOff} and (${dueTo} < ${today.toString()}::date or a.id = any(${missed}::uuid[])))`
  const mine = sql<boolean>`exists (select from meetings.action_lead l where l.action = a.id and l.person = ${me ?? null}::uuid)`
  const open = await rows(reader, body)
    .where('a.state', '=', 'open')
    .select(sql<bigint>`count(*)`.as('all'))
    .select(sql<bigint>`count(*) filter (where ${overdue})`.as('overdue'))
    .$if(me !== undefined, (query) => query.select(sql<bigint>`count(*) filter (where ${mine})`.as('mine')))
    .executeTakeFirstOrThrow()
  const done = await reader
    .selectFrom('meetings.action')
    .select((row) => row.fn.countAll<bigint>().as('count'))
    .where(followedUpBy('meetings.action', body))
    .where('state', '=', 'done')
    .executeTakeFirstOrThrow()
  const counts = { all: Number(open.all), mine: Number(open.mine ?? 0n), overdue: Number(open.overdue), done: Number(done.count) }
  const pages = Math.max(1, Math.ceil(counts[view] / PAGE))
  const page = Math.min(Math.max(1, asked.page), pages)
  const shown = await rows(reader, body)
    .select('a.id')
    .where('a.state', '=', view === 'done' ? 'done' : 'open')
    .$if(view === 'mine', (query) => query.where(mine))
    .$if(view === 'overdue', (query) => query.where(overdue))
    .orderBy('m.held_on', (order) => order.desc().nullsLast())
    .orderBy('a.id')
    .limit(PAGE)
    .offset((page - 1) * PAGE)
    .execute()
  const ids = shown.map(({ id }) => id)
  return { actions: await findActionsById(reader, ids), counts, page, pages }
}

/** The open actions of a board that return, of which a time was missed: what is due when is worked out from their words. */
async function missedActions(reader: Reader, body: string, today: Temporal.PlainDate): Promise<readonly string[]> {
  const found = await reader
    .selectFrom('meetings.action')
    .select('id')
    .where(followedUpBy('meetings.action', body))
    .where('state', '=', 'open')
    .where('returns_from', 'is not', null)
    .execute()
  const actions = await findActionsById(
    reader,
    found.map(({ id }) => id),
  )
  return actions.filter((action) => actionStanding(action, today) === 'overdue').map(({ id }) => id)
}

/** The actions of a board's meetings since a day that the reader may see, as completion counts them. */
export async function findCountableActions(reader: Reader, body: string, since: Temporal.PlainDate): Promise<readonly CountableAction[]> {
  const found = await rows(reader, body)
    .select(['a.id', 'a.state', 'a.done_on as doneOn', 'a.returns_from as returnsFrom', dueTo.as('dueTo'), isOff.as('meetingCancelled')])
    .where('m.body', '=', body)
    .where('m.held_on', '>=', since)
    .where('a.state', '<>', 'withdrawn')
    .execute()
  const leads = await reader
    .selectFrom('meetings.action_lead as l')
    .innerJoin('meetings.action as a', 'a.id', 'l.action')
    .innerJoin('meetings.meeting as m', 'm.id', 'a.meeting')
    .select(['l.action', 'l.person', 'l.organisation', 'l.name'])
    .where('m.body', '=', body)
    .where('m.held_on', '>=', since)
    .execute()
  const byAction = Map.groupBy(leads, ({ action }) => action)
  const returning = await findActionsById(
    reader,
    found.flatMap(({ id, returnsFrom }) => (returnsFrom === null ? [] : [id])),
  )
  const returns = new Map(returning.map((action) => [action.id, action.returns]))
  return found.map(({ returnsFrom: _, ...row }) => ({
    ...row,
    state: row.state as Action['state'],
    leads: byAction.get(row.id) ?? [],
    returns: returns.get(row.id),
  }))
}
