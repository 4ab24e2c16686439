import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import { keyOf, type ThreadNode } from '../rules/node.ts'
import { type Stop, stopsOf } from '../rules/stops.ts'
import { type ThingLine, thingLines } from '../words/four-things.ts'
import { findNodes, holdsOn, nodeOf } from './nodes.ts'
import { findWalk } from './walk.ts'

/** Near enough for a card: what a priority answers, and what serves it. */
const NEAR = { steps: 3, wide: 30, most: 80 } as const

/** The thread of one priority of a board, for the board's own page. */
export interface BoardThread {
  readonly priority: ThreadNode
  readonly stops: readonly Stop[]
  /** Activity, performance, voices and money, each in one line; a thing of which nothing is recorded says so (T5). */
  readonly together: readonly ThingLine[]
  /** How many priorities the board has on the thread. */
  readonly priorities: number
}

/** The thread of the priority of a board that most serves, as far as whoever asks may see; null where the board has no priority that they may see. */
export async function findBoardThread(reader: Reader, body: string, day: Temporal.PlainDate): Promise<BoardThread | null> {
  const rows = await reader
    .selectFrom('thread.node as n')
    .select(['n.kind', 'n.id', 'n.label', 'n.body_id', 'n.says'])
    .where('n.kind', '=', 'priority')
    .where('n.body_id', '=', body)
    .where(holdsOn('n', day))
    .orderBy('n.label')
    .orderBy('n.id')
    .execute()
  const priorities = [...new Map(rows.map((row) => [row.id, nodeOf(row)])).values()]
  const priority = await mostServed(reader, priorities, day)
  if (priority === undefined) return null
  const walks = await Promise.all([findWalk(reader, priority, day, 'towards', NEAR), findWalk(reader, priority, day, 'back', NEAR)])
  const ids = new Set(walks.flatMap(({ links }) => links.flatMap(({ from, to }) => [from.id, to.id])))
  const nodes = await findNodes(reader, [...ids], day)
  const around = [...nodes.values()].filter((node) => keyOf(node) !== keyOf(priority))
  const ofBack = new Set(walks[1].links.map(({ from }) => keyOf(from)))
  const together = thingLines(around.filter((node) => ofBack.has(keyOf(node))))
  return { priority, stops: stopsOf(priority, around), together, priorities: priorities.length }
}

/** The first of those that most kinds of record serve directly. */
async function mostServed(reader: Reader, priorities: readonly ThreadNode[], day: Temporal.PlainDate): Promise<ThreadNode | undefined> {
  if (priorities.length < 2) return priorities[0]
  const links = await reader
    .selectFrom('thread.every_link as l')
    .select(['l.to_id', 'l.from_kind'])
    .distinct()
    .where(
      among(
        'l.to_id',
        priorities.map(({ id }) => id),
      ),
    )
    .where(holdsOn('l', day))
    .execute()
  const kinds = Map.groupBy(links, ({ to_id }) => to_id)
  const served = (node: ThreadNode): number => kinds.get(node.id)?.length ?? 0
  return priorities.toSorted((one, other) => served(other) - served(one))[0]
}
