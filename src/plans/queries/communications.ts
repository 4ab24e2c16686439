import type { Guarded } from '#governance/public.ts'
import { yearPaths } from '#meetings/paths.ts'
import { listConsultations } from '#meetings/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { BesideRecord, PlansNeeds } from '../needs.ts'
import { planPaths, procedurePaths } from '../paths.ts'
import type { CommunicationAbout, ItemDays, Reach } from '../rules/communication.ts'
import type { Sight } from '../rules/plan.ts'
import { listPlans } from './plans.ts'
import { listProcedures } from './procedures.ts'

/** A communication plan (P12). */
export interface Communication {
  readonly id: string
  readonly body: string
  readonly sight: Sight
  readonly title: string
  /** What is to be different once it was heard. */
  readonly aim: string
  /** What it belongs to; undefined: its body as a whole. */
  readonly about: { readonly kind: CommunicationAbout; readonly id: string } | undefined
  /** Null: the owner is a post. */
  readonly owner: string | null
  readonly ownerName: string
  readonly madeOn: Temporal.PlainDate
  readonly closedOn: Temporal.PlainDate | null
  /** '' until it is closed. */
  readonly learned: string
  readonly version: number
}

/** Who is to hear what, and what came of it. */
export interface CommunicationItem extends Reach, ItemDays {
  readonly id: string
  readonly communication: string
  readonly body: string
  readonly sight: Sight
  readonly audience: string
  readonly message: string
  readonly channel: string
  /** Null: a post sees to it. */
  readonly who: string | null
  readonly whoName: string
  readonly calledOffBecause: string
  readonly learned: string
  readonly version: number
}

/** Something that a communication plan can belong to. */
export interface AboutRecord extends BesideRecord {
  readonly kind: CommunicationAbout
}

async function read(
  reader: Reader,
  which: { readonly id?: string; readonly body?: string; readonly about?: { readonly kind: CommunicationAbout; readonly id: string } },
): Promise<readonly Communication[]> {
  const rows = await reader
    .selectFrom('plans.communication')
    .select(['id', 'body', 'sight', 'title', 'aim', 'plan', 'procedure', 'consultation', 'strategy', 'owner', 'owner_name as ownerName'])
    .select(['made_on as madeOn', 'closed_on as closedOn', 'learned', 'version'])
    .$narrowType<{ sight: Sight }>()
    .$if(which.id !== undefined, (query) => query.where('id', '=', which.id ?? ''))
    .$if(which.body !== undefined, (query) => query.where('body', '=', which.body ?? ''))
    .$if(which.about !== undefined, (query) => query.where(which.about?.kind ?? 'plan', '=', which.about?.id ?? ''))
    .orderBy('title')
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map(({ plan, procedure, consultation, strategy, ...row }) => {
    const ids = { plan, procedure, consultation, strategy }
    const kind = (Object.keys(ids) as CommunicationAbout[]).find((one) => ids[one] !== null)
    return { ...row, about: kind === undefined ? undefined : { kind, id: ids[kind] ?? '' } }
  })
}

function items(reader: Reader) {
  return reader
    .selectFrom('plans.communication_item')
    .select([
      'id',
      'communication',
      'body',
      'sight',
      'audience',
      'message',
      'channel',
      'who',
      'who_name as whoName',
      'planned_on as plannedOn',
    ])
    .select(['done_on as doneOn', 'called_off_on as calledOffOn', 'called_off_because as calledOffBecause', 'reach_of as reachOf'])
    .select(['expected', 'came_state as cameState', 'came', 'learned', 'version'])
    .$narrowType<{ sight: Sight; cameState: Reach['cameState'] }>()
}

/** The communication plans of a board, or of all, that one may see, by title; at most 500. */
export async function listCommunications(reader: Reader, body?: string): Promise<readonly Communication[]> {
  return read(reader, body === undefined ? {} : { body })
}

/** Those that belong to a plan, a procedure, a consultation or a strategy, as far as one may see them. */
export async function listCommunicationsAbout(
  reader: Reader,
  about: { readonly kind: CommunicationAbout; readonly id: string },
): Promise<readonly Communication[]> {
  return read(reader, { about })
}

/** One of them. @throws NotFound where there is none that one may see */
export async function findCommunication(reader: Reader, id: string): Promise<Communication> {
  const [found] = isUuid(id) ? await read(reader, { id }) : []
  if (!found) throw new NotFound('No such communication plan.')
  return found
}

/** What stands in some communication plans, by the days for which it is planned. */
export async function findCommunicationItems(reader: Reader, ids: readonly string[]): Promise<readonly CommunicationItem[]> {
  if (ids.length === 0) return []
  return items(reader)
    .where('communication', 'in', [...ids])
    .orderBy('planned_on')
    .orderBy('id')
    .execute()
}

/** One thing of a communication plan, with that plan. @throws NotFound where there is none that one may see */
export async function findCommunicationItem(reader: Reader, id: string) {
  const item = isUuid(id) ? await items(reader).where('id', '=', id).executeTakeFirst() : undefined
  if (!item) throw new NotFound('No such thing of a communication plan.')
  return { item, communication: await findCommunication(reader, item.communication) }
}

/** What a communication plan of a board can belong to, as far as one may see it: its plans, its library, its consultations and strategies. */
export async function listAbouts(
  { strategiesOf }: Pick<PlansNeeds, 'strategiesOf'>,
  reader: Reader,
  body: string,
  today: Temporal.PlainDate,
): Promise<readonly AboutRecord[]> {
  const [plans, procedures, consultations, strategies] = await Promise.all([
    listPlans(reader, body),
    listProcedures(reader, body),
    listConsultations(reader, body),
    strategiesOf ? strategiesOf(reader, body, today) : [],
  ])
  return [
    ...plans.map(({ id, title }) => ({ kind: 'plan' as const, id, title, href: planPaths.plan(id) })),
    ...procedures.map(({ id, title }) => ({ kind: 'procedure' as const, id, title, href: procedurePaths.procedure(id) })),
    ...consultations.map(({ id, title, slug }) => ({ kind: 'consultation' as const, id, title, href: yearPaths.consultation(slug, id) })),
    ...strategies.map((strategy) => ({ kind: 'strategy' as const, ...strategy })),
  ]
}

/** What waits for somebody: what they see to and is due within a fortnight or was done and not counted, and for owners and clerks the same where a post sees to it. */
export async function findCommunicationsDue(
  reader: Reader,
  { person, clerkOf }: { readonly person: string | undefined; readonly clerkOf: readonly string[] },
  today: Temporal.PlainDate,
) {
  if (person === undefined) return []
  return reader
    .selectFrom('plans.communication_item as i')
    .innerJoin('plans.communication as c', 'c.id', 'i.communication')
    .select(['i.id', 'i.body', 'i.audience', 'c.title', 'i.planned_on as plannedOn', 'i.done_on as doneOn'])
    .where('c.closed_on', 'is', null)
    .where('i.called_off_on', 'is', null)
    .where((where) =>
      where.or([
        where.and([where('i.done_on', 'is', null), where('i.planned_on', '<=', today.add({ days: 14 }))]),
        where.and([where('i.done_on', '<=', today.subtract({ days: 14 })), where('i.came_state', '=', 'open')]),
      ]),
    )
    .where((where) =>
      where.or([
        where('i.who', '=', person),
        where.and([where('i.who', 'is', null), where('c.owner', '=', person)]),
        ...(clerkOf.length === 0
          ? []
          : [where.and([where('i.who', 'is', null), where('c.owner', 'is', null), where('i.body', 'in', [...clerkOf])])]),
      ]),
    )
    .orderBy('i.planned_on')
    .limit(100)
    .execute()
}

/** A communication plan as the access matrix names it; its owner leads it. */
export function guardedCommunication({ body, sight, owner }: Pick<Communication, 'body' | 'sight' | 'owner'>): Guarded {
  return { record: 'communication', state: sight, ties: { body, leads: owner === null ? [] : [owner] } }
}
/** One thing of it: whoever sees to that leads it too. */
export function guardedItem(
  { body, sight, owner }: Pick<Communication, 'body' | 'sight' | 'owner'>,
  { who }: Pick<CommunicationItem, 'who'>,
): Guarded {
  return { record: 'communication-item', state: sight, ties: { body, leads: [owner, who].flatMap((one) => one ?? []) } }
}
/** The communication plans of a board before there is one. */
export const guardedCommunications = (body: string): Guarded => ({ record: 'communications', state: 'any', ties: { body } })
