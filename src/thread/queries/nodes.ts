import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { keyOf, type NodeRef, type ThreadNode } from '../rules/node.ts'

const columns = ['n.kind', 'n.id', 'n.label', 'n.body_id', 'n.says'] as const

interface Row {
  readonly kind: string
  readonly id: string
  readonly label: string
  readonly body_id: string | null
  readonly says: readonly string[] | null
}

/** A row of the view as the rules take it. */
export function nodeOf({ kind, id, label, body_id, says }: Row): ThreadNode {
  return { kind, id, label, body: body_id ?? undefined, says: says === null ? undefined : new Set(says) }
}

/** Whether a row's dates hold a day; null on either side is open. */
export const holdsOn = (alias: string, day: Temporal.PlainDate) =>
  sql<boolean>`(${sql.ref(`${alias}.starts_on`)} is null or ${sql.ref(`${alias}.starts_on`)} <= ${day.toString()}::date)
    and (${sql.ref(`${alias}.ends_on`)} is null or ${day.toString()}::date < ${sql.ref(`${alias}.ends_on`)})`

/** A record as it stands on the thread on a day; undefined where it does not, or not for whoever asks. */
export async function findNode(reader: Reader, { kind, id }: NodeRef, day: Temporal.PlainDate): Promise<ThreadNode | undefined> {
  return (await findNodes(reader, [id], day)).get(keyOf({ kind, id }))
}

/**
 * The day on which a record is shown where nobody asked for one: today while it stands on the thread; of one that ended, the last day on which it stood; of one
 * that begins later, its first. Undefined where there is none, or not for whoever asks.
 */
export async function findNearestDay(
  reader: Reader,
  { kind, id }: NodeRef,
  today: Temporal.PlainDate,
): Promise<Temporal.PlainDate | undefined> {
  const now = today.toString()
  const row = await reader
    .selectFrom('thread.node as n')
    .select(sql<Temporal.PlainDate>`greatest(n.starts_on, least(${now}::date, n.ends_on - 1))`.as('day'))
    .where('n.kind', '=', kind)
    .where('n.id', '=', id)
    .orderBy(sql`abs(greatest(n.starts_on, least(${now}::date, n.ends_on - 1)) - ${now}::date)`)
    .limit(1)
    .executeTakeFirst()
  return row?.day
}

/** Records by their ids, by `keyOf`; those that whoever asks may not see are not among them. */
export async function findNodes(reader: Reader, ids: readonly string[], day: Temporal.PlainDate): Promise<ReadonlyMap<string, ThreadNode>> {
  const rows = await reader
    .selectFrom(sql<Row>`thread.named(${[...ids]}::uuid[], ${day.toString()}::date)`.as('n'))
    .select(columns)
    .execute()
  return new Map(rows.map((row) => [keyOf(row), nodeOf(row)]))
}

/** Records of one kind that a board answers for on a day, by their words; those that whoever asks may not see are not among them. */
export async function listKeptBy(reader: Reader, body: string, kind: string, day: Temporal.PlainDate): Promise<readonly ThreadNode[]> {
  const rows = await reader
    .selectFrom(sql<Row>`thread.kept_by(${body}::uuid, ${kind}, ${day.toString()}::date)`.as('n'))
    .select(columns)
    .execute()
  return rows.map(nodeOf)
}

/** Records of some kinds whose words hold all of these, at most so many, by their words. */
export async function searchNodes(
  reader: Reader,
  asked: { readonly kinds: readonly string[]; readonly words: string; readonly most: number },
  day: Temporal.PlainDate,
): Promise<readonly ThreadNode[]> {
  const words = asked.words.split(/\s+/).filter((word) => word !== '')
  const pattern = (word: string): string => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`
  let query = reader
    .selectFrom('thread.node as n')
    .select(columns)
    .where(sql<boolean>`n.kind = any (${[...asked.kinds]}::text[])`)
    .where(holdsOn('n', day))
  for (const word of words.slice(0, 8)) query = query.where('n.label', 'ilike', pattern(word))
  const rows = await query.orderBy('n.label').orderBy('n.id').limit(asked.most).execute()
  return rows.map(nodeOf)
}
