import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import type { HandedOver } from '../rules/handover.ts'

/** A decision by which one body handed work on to another (G2). */
export interface Handover {
  readonly id: string
  readonly from: { readonly id: string; readonly slug: string; readonly name: string }
  readonly to: { readonly id: string; readonly slug: string; readonly name: string }
  readonly onDay: Temporal.PlainDate
  readonly decidedIn: string
  readonly reason: string
  readonly takes: readonly HandedOver[]
  /** How many records moved, of those that the reader may know of; 0 for whoever may know of none. */
  readonly moved: number
}

/** What a body handed on and what was handed to it, the latest first. */
export async function findHandovers(reader: Reader, body: string): Promise<readonly Handover[]> {
  const rows = await reader
    .selectFrom('governance.handover as h')
    .innerJoin('governance.body as f', 'f.id', 'h.from_body')
    .innerJoin('governance.body as t', 't.id', 'h.to_body')
    .selectAll('h')
    .select(['f.slug as fromSlug', 'f.name as fromName', 't.slug as toSlug', 't.name as toName'])
    .select(sql<number>`(select count(*)::int from governance.handover_item i where i.handover = h.id)`.as('moved'))
    .where((where) => where.or([where('h.from_body', '=', body), where('h.to_body', '=', body)]))
    .orderBy('h.on_day', 'desc')
    .orderBy('h.id', 'desc')
    .execute()
  return rows.map((row) => ({
    ...{
      id: row.id,
      onDay: row.on_day,
      decidedIn: row.decided_in,
      reason: row.reason,
      takes: row.takes as readonly HandedOver[],
      moved: row.moved,
    },
    from: { id: row.from_body, slug: row.fromSlug, name: row.fromName },
    to: { id: row.to_body, slug: row.toSlug, name: row.toName },
  }))
}

/** How many requests of a body, or to it, are open, of those that the reader may see. */
export async function countOpenRequests(reader: Reader, body: string): Promise<number> {
  const row = await reader
    .selectFrom('governance.body_request')
    .select(sql<number>`count(*)::int`.as('count'))
    .where((where) => where.or([where('from_body', '=', body), where('to_body', '=', body)]))
    .where('answered_on', 'is', null)
    .where('withdrawn_on', 'is', null)
    .executeTakeFirstOrThrow()
  return row.count
}
