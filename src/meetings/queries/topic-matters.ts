import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { type DecisionLine, findDecisionLines } from './overview.ts'

/** An item of an agenda in the list of a topic. */
export interface TopicItem {
  readonly id: string
  readonly meeting: string
  readonly body: string
  readonly heldOn: Temporal.PlainDate
  readonly number: string
  readonly title: string
  readonly withdrawn: boolean
}

/** Something that a board means to deal with. */
export interface TopicPlanItem {
  readonly id: string
  readonly body: string
  readonly title: string
  /** Day of the meeting it is placed in; null for none that the reader may know of. */
  readonly heldOn: Temporal.PlainDate | null
}

/** What belongs to a topic over all boards, as far as the reader may see it. */
export interface TopicMatters {
  readonly items: readonly TopicItem[]
  /** How many items there are on all pages. */
  readonly total: number
  readonly decisions: readonly DecisionLine[]
  readonly planned: readonly TopicPlanItem[]
}

/** Items on a page of the list. */
export const topicPage = 50

/** Reads a topic's page; `page` from 1. */
export async function findTopicMatters(reader: Reader, topic: string, page: number, today: Temporal.PlainDate): Promise<TopicMatters> {
  const items = reader
    .selectFrom('meetings.item_topic as l')
    .innerJoin('meetings.agenda_item as i', 'i.id', 'l.item')
    .innerJoin('meetings.item_content as c', 'c.item', 'i.id')
    .innerJoin('meetings.meeting as m', 'm.id', 'i.meeting')
    .where('l.topic', '=', topic)
  const { total } = await items.select((row) => row.fn.countAll<bigint>().as('total')).executeTakeFirstOrThrow()
  const rows = await items
    .select(['i.id', 'i.meeting', 'i.body', 'i.number', 'c.title', 'm.held_on as heldOn'])
    .select(sql<boolean>`i.withdrawn_at is not null`.as('withdrawn'))
    .orderBy('m.held_on', 'desc')
    .orderBy('i.meeting')
    .orderBy('i.position')
    .orderBy('i.id')
    .limit(topicPage)
    .offset((page - 1) * topicPage)
    .execute()
  return {
    items: rows,
    total: Number(total),
    decisions: await findDecisionsOfTopic(reader, topic, today),
    planned: await findPlannedOfTopic(reader, topic),
  }
}

async function findDecisionsOfTopic(reader: Reader, topic: string, today: Temporal.PlainDate): Promise<readonly DecisionLine[]> {
  const isAbout = sql<boolean>`(exists (select from meetings.item_topic l where l.item = d.item and l.topic = ${topic}::uuid)
    or exists (select from meetings.decision_topic l where l.decision = d.id and l.topic = ${topic}::uuid))`
  const found = await reader
    .selectFrom('meetings.decision as d')
    .select('d.id')
    .where('d.withdrawn', '=', false)
    .where(isAbout)
    .orderBy('d.decided_on', 'desc')
    .orderBy('d.id', 'desc')
    .limit(topicPage)
    .execute()
  return findDecisionLines(
    reader,
    found.map(({ id }) => id),
    today,
  )
}

async function findPlannedOfTopic(reader: Reader, topic: string): Promise<readonly TopicPlanItem[]> {
  return reader
    .selectFrom('meetings.plan_topic as l')
    .innerJoin('meetings.plan_item as p', 'p.id', 'l.plan_item')
    .leftJoin('meetings.meeting as m', 'm.id', 'p.meeting')
    .select(['p.id', 'p.body', 'p.title', 'm.held_on as heldOn'])
    .where('l.topic', '=', topic)
    .where('p.state', '=', 'accepted')
    .where((where) =>
      where.not(where.exists(where.selectFrom('meetings.item_content as c').select('c.item').whereRef('c.plan_item', '=', 'p.id'))),
    )
    .orderBy('m.held_on')
    .orderBy('p.title')
    .orderBy('p.id')
    .limit(topicPage)
    .execute()
}
