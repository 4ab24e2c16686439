import { type Expression, type SqlBool, sql } from 'kysely'
import type { Guarded } from '#governance/public.ts'
import { findMembership, findOffices } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { isUuid } from '#platform/web/fields.ts'
import { returnsOf } from '../rules/action-returns.ts'
import type { ActionFacts } from '../rules/action-standing.ts'
import type { Category } from '../rules/agenda.ts'
import type { Sight } from '../rules/meeting.ts'

/** Somebody who leads an action. */
export interface Lead {
  readonly person: string | null
  readonly organisation: string | null
  readonly name: string
}

/** An action as it is kept, with its due date as it is now: one that is due at a meeting moves with it (M11). */
export interface Action extends ActionFacts {
  readonly id: string
  readonly meeting: string
  /** Null for whoever may not know of the meeting: somebody from outside who leads the action. */
  readonly meetingOn: Temporal.PlainDate | null
  readonly body: string
  /** The body whose action it is: another than the one that called at a joint meeting only. */
  readonly ofBody: string
  /** The body that follows it up since its own handed it on (G2); null: its own. */
  readonly keptBy: string | null
  readonly sight: Sight
  readonly item: string | null
  readonly decision: string | null
  readonly text: string
  /** As written; '' for none. */
  readonly dueWords: string
  readonly dueFrom: Temporal.PlainDate | null
  readonly ownerConfirmed: boolean
  readonly doneOn: Temporal.PlainDate | null
  readonly category: Category
  readonly version: number
  readonly leads: readonly Lead[]
}

/** True for an action that a body follows up: its own, also of a joint meeting that another body called, that it did not hand on, and those that were handed to it (G2). */
export function followedUpBy(alias: string, body: string): Expression<SqlBool> {
  return sql<SqlBool>`coalesce(${sql.ref(`${alias}.kept_by`)}, ${sql.ref(`${alias}.of_body`)}) = ${body}::uuid`
}

function rows(reader: Reader) {
  return reader
    .selectFrom('meetings.action as a')
    .leftJoin('meetings.meeting as m', 'm.id', 'a.meeting')
    .leftJoin('meetings.meeting as due', 'due.id', 'a.due_meeting')
    .leftJoin('meetings.meeting as next', 'next.id', 'due.successor')
    .selectAll('a')
    .select([
      'm.held_on as meetingOn',
      'due.state as dueState',
      'due.held_on as dueOn',
      'next.held_on as nextOn',
      'next.state as nextState',
    ])
    .select(
      sql<readonly Lead[]>`coalesce((select json_agg(json_build_object('person', l.person, 'organisation', l.organisation, 'name', l.name))
        from meetings.action_lead l where l.action = a.id), '[]')`.as('leads'),
    )
    .select(
      sql<readonly { dueOn: string; doneOn: string }[]>`coalesce((select json_agg(json_build_object('dueOn', o.due_on, 'doneOn', o.done_on)
        order by o.due_on) from meetings.action_occurrence o where o.action = a.id), '[]')`.as('marked'),
    )
    .select(
      // The days of later meetings, for what returns at each of them.
      sql<readonly string[]>`coalesce(case when a.returns_from is not null and a.due_words ~* '(each|every) (board )?meeting' then
        (select json_agg(distinct x.held_on order by x.held_on) from meetings.meeting x where x.body = coalesce(a.kept_by, a.of_body) and x.held_on > m.held_on
          and x.state not in ('cancelled', 'rescheduled') and x.kind not in ('development_day', 'workshop')) end, '[]')`.as(
        'laterMeetings',
      ),
    )
}

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

function actionOf(row: Row): Action {
  const moved = row.dueState === 'rescheduled'
  const dueMeetingOn = moved ? row.nextOn : row.dueOn
  return {
    id: row.id,
    meeting: row.meeting,
    meetingOn: row.meetingOn,
    body: row.body,
    ofBody: row.of_body,
    keptBy: row.kept_by,
    sight: row.sight as Sight,
    item: row.item,
    decision: row.decision,
    text: row.text,
    dueWords: row.due_words,
    dueFrom: row.due_from,
    dueTo: row.due_meeting === null ? row.due_to : dueMeetingOn,
    meetingCancelled: (moved ? row.nextState : row.dueState) === 'cancelled',
    returns: returnsOf({
      dueWords: row.due_words,
      returnsFrom: row.returns_from,
      marked: row.marked.map(({ dueOn, doneOn }) => ({ dueOn: Temporal.PlainDate.from(dueOn), doneOn: Temporal.PlainDate.from(doneOn) })),
      meetings: row.laterMeetings.map((held) => Temporal.PlainDate.from(held)),
    }),
    ownerConfirmed: row.owner_confirmed,
    state: row.state as Action['state'],
    doneOn: row.done_on,
    category: row.category as Category,
    version: row.version,
    leads: row.leads,
  }
}

/** One action; undefined where there is none that the reader may know of. */
export async function findAction(reader: Reader, id: string): Promise<Action | undefined> {
  const row = isUuid(id) ? await rows(reader).where('a.id', '=', id).executeTakeFirst() : undefined
  return row && actionOf(row)
}

/** The actions of a meeting in the order in which they were recorded, without those withdrawn. */
export async function findActionsOf(reader: Reader, meeting: string): Promise<readonly Action[]> {
  const found = await rows(reader).where('a.meeting', '=', meeting).where('a.state', '<>', 'withdrawn').orderBy('a.id').execute()
  return found.map(actionOf)
}

/** The actions of these ids, in their order; what the reader may not see is left out. */
export async function findActionsById(reader: Reader, ids: readonly string[]): Promise<readonly Action[]> {
  if (ids.length === 0) return []
  const found = new Map((await rows(reader).where('a.id', 'in', ids).execute()).map((row) => [row.id, actionOf(row)]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** What is open from earlier meetings when a meeting comes: its matters arising. */
export async function findMattersArising(reader: Reader, body: string, heldOn: Temporal.PlainDate): Promise<readonly Action[]> {
  const found = await rows(reader)
    .where(followedUpBy('a', body))
    .where('a.state', '=', 'open')
    .where('m.held_on', '<', heldOn)
    .orderBy('m.held_on', 'desc')
    .orderBy('a.id')
    .execute()
  return found.map(actionOf)
}

/** What a body follows up and is open, and what of it was done on or after a day. */
export async function findActionsSince(reader: Reader, body: string, since: Temporal.PlainDate): Promise<readonly Action[]> {
  const found = await rows(reader)
    .where(followedUpBy('a', body))
    .where((where) =>
      where.or([where('a.state', '=', 'open'), where.and([where('a.state', '=', 'done'), where('a.done_on', '>=', since)])]),
    )
    .orderBy('a.id')
    .execute()
  return found.map(actionOf)
}

/** A note on an action. */
export interface ActionNote {
  readonly text: string
  readonly at: Temporal.Instant
}

/** The notes of an action, the earliest first. */
export async function findNotes(reader: Reader, action: string): Promise<readonly ActionNote[]> {
  return reader.selectFrom('meetings.action_note').select(['text', 'at']).where('action', '=', action).orderBy('at').execute()
}

/** A time of a returning action that was ticked off. */
export interface Occurrence {
  readonly id: string
  readonly dueOn: Temporal.PlainDate
  readonly doneOn: Temporal.PlainDate
  readonly evidence: string
}

/** The times of an action that were ticked off, the latest first; empty for one that does not return. */
export async function findOccurrences(reader: Reader, action: string): Promise<readonly Occurrence[]> {
  return reader
    .selectFrom('meetings.action_occurrence')
    .select(['id', 'due_on as dueOn', 'done_on as doneOn', 'evidence'])
    .where('action', '=', action)
    .orderBy('due_on', 'desc')
    .execute()
}

/** People and organisations that may lead an action of a body on a day. */
export interface LeadOffers {
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly organisations: readonly { readonly id: string; readonly name: string }[]
}

/** Those who sit on a body or serve it, and the organisations that they speak for. */
export async function findLeadOffers(reader: Reader, body: string, onDay: Temporal.PlainDate): Promise<LeadOffers> {
  const { seats } = await findMembership(reader, body, onDay)
  const offices = await findOffices(reader, body, onDay)
  const holders = seats.flatMap(({ places }) => places.flatMap(({ holder }) => (holder ? [holder] : [])))
  const people = [...holders.map(({ person }) => person), ...offices.map(({ person }) => person)]
  const organisations = [
    ...holders.flatMap(({ onBehalfOf }) => (onBehalfOf ? [onBehalfOf] : [])),
    ...seats.flatMap(({ organisation }) => (organisation ? [organisation] : [])),
  ]
  return { people: onceByName(people), organisations: onceByName(organisations) }
}

function onceByName(
  list: readonly { readonly id: string; readonly name: string }[],
): readonly { readonly id: string; readonly name: string }[] {
  return [...new Map(list.map((one) => [one.id, one])).values()].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}

/** An action as the access matrix names it. */
export function guardedAction(action: Pick<Action, 'sight' | 'body' | 'meeting' | 'leads'> & { readonly keptBy?: string | null }): Guarded {
  const { sight, body, keptBy, meeting, leads } = action
  return {
    record: 'action',
    state: sight,
    ties: { body: keptBy ?? body, meeting, leads: leads.flatMap(({ person }) => (person === null ? [] : [person])) },
  }
}
