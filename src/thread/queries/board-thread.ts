import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { keyOf, type NodeRef, type ThreadNode } from '../rules/node.ts'
import { type Stop, stopsOf } from '../rules/stops.ts'
import { type ThingLine, thingLines } from '../words/four-things.ts'
import { findNodes, listKeptBy } from './nodes.ts'

/** With more records than these serving a priority directly, the card goes no further. */
const WIDE = 30
/** The thread of one priority of a board, for the board's own page. */
export interface BoardThread {
  readonly priority: ThreadNode
  readonly stops: readonly Stop[]
  /** Activity, performance, voices and money, each in one line; a thing of which nothing is recorded says so (T5). */
  readonly together: readonly ThingLine[]
  /** How many priorities the board has on the thread. */
  readonly priorities: number
}

/**
 * The thread of the priority of a board that most serves, as far as whoever asks may see; null where the board has no priority that they may see. It asks
 * for the links near one priority itself: `thread.walk` plans for any number of steps, and this page is the most visited.
 */
export async function findBoardThread(reader: Reader, body: string, day: Temporal.PlainDate): Promise<BoardThread | null> {
  const kept = await listKeptBy(reader, body, 'priority', day)
  const priorities = [...new Map(kept.map((node) => [node.id, node])).values()]
  if (priorities.length === 0) return null
  const links = await findLinks(reader, { to: priorities.map(({ id }) => id) }, day)
  const priority = mostServed(priorities, links)
  if (priority === undefined) return null
  const [towards, first] = await Promise.all([findLinks(reader, { from: [priority.id] }, day), findServing(reader, [priority], links, day)])
  // Nobody is led on through a record that they may not see.
  const second =
    first.length > WIDE ? [] : await findServing(reader, first, await findLinks(reader, { to: first.map(({ id }) => id) }, day), day)
  const served = await findNodes(reader, [...new Set(towards.map(({ to }) => to.id))], day)
  const serving = onceEach([...first, ...second]).filter((node) => keyOf(node) !== keyOf(priority))
  const around = onceEach([...served.values(), ...serving]).filter((node) => keyOf(node) !== keyOf(priority))
  return { priority, stops: stopsOf(priority, around), together: thingLines(serving), priorities: priorities.length }
}

interface NearLink {
  readonly from: NodeRef
  readonly to: NodeRef
}

interface NearRow {
  readonly from_kind: string
  readonly from_id: string
  readonly to_kind: string
  readonly to_id: string
}

/** Links to or from some records on a day. Whether somebody may see the other end is asked of the record itself. */
async function findLinks(
  reader: Reader,
  at: { readonly from: readonly string[] } | { readonly to: readonly string[] },
  day: Temporal.PlainDate,
): Promise<readonly NearLink[]> {
  const ends = 'from' in at ? at.from : at.to
  if (ends.length === 0) return []
  const rows = await reader
    .selectFrom(sql<NearRow>`thread.near(${[...ends]}::uuid[], ${day.toString()}::date, ${'from' in at})`.as('l'))
    .select(['l.from_kind', 'l.from_id', 'l.to_kind', 'l.to_id'])
    .execute()
  return rows.map((row) => ({ from: { kind: row.from_kind, id: row.from_id }, to: { kind: row.to_kind, id: row.to_id } }))
}

/** The records that serve some of these, as far as whoever asks may see them. */
async function findServing(
  reader: Reader,
  records: readonly NodeRef[],
  links: readonly NearLink[],
  day: Temporal.PlainDate,
): Promise<readonly ThreadNode[]> {
  const asked = new Set(records.map(keyOf))
  const serving = new Map(links.filter(({ to }) => asked.has(keyOf(to))).map(({ from }) => [keyOf(from), from]))
  if (serving.size === 0) return []
  const nodes = await findNodes(reader, [...new Set([...serving.values()].map(({ id }) => id))], day)
  return [...nodes].flatMap(([key, node]) => (serving.has(key) ? [node] : []))
}

const onceEach = (nodes: readonly ThreadNode[]): readonly ThreadNode[] => [...new Map(nodes.map((node) => [keyOf(node), node])).values()]

/** The first of those that most kinds of record serve directly. */
function mostServed(priorities: readonly ThreadNode[], links: readonly NearLink[]): ThreadNode | undefined {
  const kinds = Map.groupBy(links, ({ to }) => keyOf(to))
  const served = (node: ThreadNode): number => new Set(kinds.get(keyOf(node))?.map(({ from }) => from.kind)).size
  return priorities.toSorted((one, other) => served(other) - served(one))[0]
}
