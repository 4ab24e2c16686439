import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import type { NodeRef } from '../rules/node.ts'
import { holdsOn } from './nodes.ts'
import { findWalk } from './walk.ts'

/** A record that serves another, however far away on the thread. */
export interface ServingRecord {
  readonly kind: string
  readonly id: string
  readonly label: string
  /** Null: from the first day. */
  readonly startsOn: Temporal.PlainDate | null
}

/** The records of some kinds that serve some others on a day, each once, by their words; what whoever asks may not see is not among them. */
export async function findServing(
  reader: Reader,
  served: readonly NodeRef[],
  kinds: readonly string[],
  day: Temporal.PlainDate,
): Promise<readonly ServingRecord[]> {
  const walks = await Promise.all(served.map((node) => findWalk(reader, node, day, 'back')))
  const ids = walks.flatMap(({ links }) => links.flatMap(({ from }) => (kinds.includes(from.kind) ? [from.id] : [])))
  if (ids.length === 0) return []
  const rows = await reader
    .selectFrom('thread.node as n')
    .select(['n.kind', 'n.id', 'n.label', 'n.starts_on as startsOn'])
    .where(among('n.id', [...new Set(ids)]))
    .where(holdsOn('n', day))
    .orderBy('n.label')
    .orderBy('n.id')
    .execute()
  return rows.filter(({ kind }) => kinds.includes(kind))
}
