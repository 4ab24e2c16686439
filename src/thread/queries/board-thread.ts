import type { Reader } from '#platform/database/session.ts'
import type { SumByKind } from '#platform/thread/worth.ts'
import { yearUntil } from '../rules/four-things.ts'
import type { NearLink } from '../rules/near.ts'
import { keyOf, type NodeRef, type ThreadNode } from '../rules/node.ts'
import { type Stop, stopsOf } from '../rules/stops.ts'
import { type ThingLine, thingLines } from '../words/four-things.ts'
import { findNear } from './near.ts'
import { findNodes, listKeptBy } from './nodes.ts'
import { sumsOfSets } from './sums.ts'

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
 * @param sums - what records of a kind come to together over the last twelve months
 */
export async function findBoardThread(reader: Reader, body: string, day: Temporal.PlainDate, sums: SumByKind): Promise<BoardThread | null> {
  const kept = await listKeptBy(reader, body, 'priority', day)
  const priorities = [...new Map(kept.map((node) => [node.id, node])).values()]
  if (priorities.length === 0) return null
  const links = await findNear(reader, { to: priorities.map(({ id }) => id) }, day)
  const priority = mostServed(priorities, links)
  if (priority === undefined) return null
  const [towards, first] = await Promise.all([findNear(reader, { from: [priority.id] }, day), findServing(reader, [priority], links, day)])
  // Nobody is led on through a record that they may not see.
  const second =
    first.length > WIDE ? [] : await findServing(reader, first, await findNear(reader, { to: first.map(({ id }) => id) }, day), day)
  const served = await findNodes(reader, [...new Set(towards.map(({ to }) => to.id))], day)
  const serving = onceEach([...first, ...second]).filter((node) => keyOf(node) !== keyOf(priority))
  const around = onceEach([...served.values(), ...serving]).filter((node) => keyOf(node) !== keyOf(priority))
  const said = await sumsOfSets(reader, sums, new Map([['', serving]]), yearUntil(day))
  return { priority, stops: stopsOf(priority, around), together: thingLines(serving, said.get('')), priorities: priorities.length }
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
