import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { keyOf, type NodeRef } from '../rules/node.ts'
import { type Direction, leftBy, reachedBy, type Walk, type WalkedLink, walkLimits } from '../rules/walk.ts'

interface Row {
  readonly step: number
  readonly from_kind: string
  readonly from_id: string
  readonly relation: string
  readonly to_kind: string
  readonly to_id: string
  readonly link: string | null
}

/** How far a walk goes at most. */
export interface Limits {
  readonly steps: number
  readonly wide: number
  readonly most: number
}

/**
 * Walks from a record along everything that holds on a day (T2). Row-level security shows each reader their own thread: it goes through no record and along no
 * link that they may not see.
 */
export async function findWalk(
  reader: Reader,
  start: NodeRef,
  day: Temporal.PlainDate,
  direction: Direction,
  limits: Limits = walkLimits,
): Promise<Walk> {
  const rows = await reader
    .selectFrom(
      sql<Row>`thread.walk(${start.kind}, ${start.id}::uuid, ${day.toString()}::date, ${direction === 'towards'}, ${limits.steps}::int, ${limits.wide}::int, ${limits.most}::int)`.as(
        'w',
      ),
    )
    .select(['w.step', 'w.from_kind', 'w.from_id', 'w.relation', 'w.to_kind', 'w.to_id', 'w.link'])
    .execute()
  const links = rows.map(
    (row): WalkedLink => ({
      step: row.step,
      from: { kind: row.from_kind, id: row.from_id },
      relation: row.relation,
      to: { kind: row.to_kind, id: row.to_id },
      link: row.link ?? undefined,
    }),
  )
  return { direction, links, goesOn: stoppedEarly(links, direction, limits) }
}

/** Whether records of the last step were reached for the first time and were not walked on from. */
function stoppedEarly(links: readonly WalkedLink[], direction: Direction, { steps, wide, most }: Limits): boolean {
  const last = links.at(-1)?.step ?? 0
  if (last === 0) return false
  const left = new Set(links.map((link) => keyOf(leftBy(link, direction))))
  const fresh = new Set(
    links
      .filter(({ step }) => step === last)
      .map((link) => keyOf(reachedBy(link, direction)))
      .filter((key) => !left.has(key)),
  )
  return fresh.size > 0 && (last === steps || fresh.size > wide || links.length >= most)
}
