import type { Reader } from '#platform/database/session.ts'
import type { Topic } from '../rules/topic.ts'

const topics = (reader: Reader) =>
  reader
    .selectFrom('meetings.topic as t')
    .select(['t.id', 't.slug', 't.name', 't.about', 't.starts_on as startsOn', 't.ends_on as endsOn', 't.version'])

type Row = Awaited<ReturnType<ReturnType<typeof topics>['execute']>>[number]
const topicOf = ({ endsOn, ...row }: Row): Topic => ({ ...row, endsOn: endsOn ?? undefined })

/** Every topic of the partnership, those that ended included, by name. */
export async function listTopics(reader: Reader): Promise<readonly Topic[]> {
  const rows = await topics(reader).orderBy('t.name').limit(1000).execute()
  return rows.map(topicOf)
}

/** A topic by the part of its address; undefined for none. */
export async function findTopic(reader: Reader, slug: string): Promise<Topic | undefined> {
  const row = await topics(reader).where('t.slug', '=', slug).executeTakeFirst()
  return row && topicOf(row)
}

/** The topics of an item, as far as the reader may see its content, by name. */
export async function findTopicsOfItem(reader: Reader, item: string): Promise<readonly Topic[]> {
  const rows = await topics(reader)
    .innerJoin('meetings.item_topic as l', 'l.topic', 't.id')
    .where('l.item', '=', item)
    .orderBy('t.name')
    .execute()
  return rows.map(topicOf)
}

/** The topics of an item of the forward plan, by name. */
export async function findTopicsOfPlanItem(reader: Reader, planItem: string): Promise<readonly Topic[]> {
  const rows = await topics(reader)
    .innerJoin('meetings.plan_topic as l', 'l.topic', 't.id')
    .where('l.plan_item', '=', planItem)
    .orderBy('t.name')
    .execute()
  return rows.map(topicOf)
}

/** The topics of a decision besides those of its item, by name. */
export async function findTopicsOfDecision(reader: Reader, decision: string): Promise<readonly Topic[]> {
  const rows = await topics(reader)
    .innerJoin('meetings.decision_topic as l', 'l.topic', 't.id')
    .where('l.decision', '=', decision)
    .orderBy('t.name')
    .execute()
  return rows.map(topicOf)
}

/** The topics of a decision, those of its item among them, by name. */
export async function findAllTopicsOfDecision(
  reader: Reader,
  { id, item }: { readonly id: string; readonly item: string | null },
): Promise<readonly Topic[]> {
  const own = await findTopicsOfDecision(reader, id)
  const ofItem = item === null ? [] : await findTopicsOfItem(reader, item)
  const seen = new Set(own.map((topic) => topic.id))
  return [...own, ...ofItem.filter((topic) => !seen.has(topic.id))].toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}

/** The topics of the items and decisions of some meetings, by item and by decision, as slugs. */
export async function findTopicSlugs(
  reader: Reader,
  meetings: readonly string[],
): Promise<{ readonly ofItem: ReadonlyMap<string, readonly string[]>; readonly ofDecision: ReadonlyMap<string, readonly string[]> }> {
  const items = await reader
    .selectFrom('meetings.item_topic as l')
    .innerJoin('meetings.topic as t', 't.id', 'l.topic')
    .select(['l.item as of', 't.slug'])
    .where('l.meeting', 'in', meetings)
    .orderBy('t.slug')
    .execute()
  const decisions = await reader
    .selectFrom('meetings.decision_topic as l')
    .innerJoin('meetings.topic as t', 't.id', 'l.topic')
    .select(['l.decision as of', 't.slug'])
    .where('l.meeting', 'in', meetings)
    .orderBy('t.slug')
    .execute()
  return { ofItem: slugsBy(items), ofDecision: slugsBy(decisions) }
}

function slugsBy(rows: readonly { readonly of: string; readonly slug: string }[]): ReadonlyMap<string, readonly string[]> {
  return new Map([...Map.groupBy(rows, ({ of }) => of)].map(([of, found]) => [of, found.map(({ slug }) => slug)]))
}
