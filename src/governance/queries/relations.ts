import type { Reader } from '#platform/database/session.ts'
import { holdsOn } from './periods.ts'

/** How one body stands to another (G3): typed, directed and dated. */
export interface BodyRelation {
  readonly id: string
  readonly from: { readonly id: string; readonly slug: string; readonly name: string; readonly kind: string }
  readonly to: { readonly id: string; readonly slug: string; readonly name: string; readonly kind: string }
  /** A code of the list 'body-relation'. */
  readonly kind: string
  /** How often it reports, in words; empty where that is not said. */
  readonly cadence: string
  /** Where it is written; empty where that is not recorded. */
  readonly source: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
}

/** The relations that hold on a day, of all bodies or from and to one of them. */
export async function findRelations(reader: Reader, onDay: Temporal.PlainDate, bodyId?: string): Promise<readonly BodyRelation[]> {
  let query = reader
    .selectFrom('governance.body_relation as r')
    .innerJoin('governance.body as f', 'f.id', 'r.from_body')
    .innerJoin('governance.body as t', 't.id', 'r.to_body')
    .select(['r.id', 'r.kind', 'r.cadence', 'r.source', 'r.starts_on as startsOn', 'r.ends_on as endsOn'])
    .select(['f.id as fromId', 'f.slug as fromSlug', 'f.name as fromName', 'f.kind as fromKind'])
    .select(['t.id as toId', 't.slug as toSlug', 't.name as toName', 't.kind as toKind'])
    .where(holdsOn('r', onDay))
    .orderBy('f.name')
    .orderBy('r.kind')
    .orderBy('t.name')
  if (bodyId !== undefined) query = query.where((where) => where.or([where('r.from_body', '=', bodyId), where('r.to_body', '=', bodyId)]))
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    from: { id: row.fromId, slug: row.fromSlug, name: row.fromName, kind: row.fromKind },
    to: { id: row.toId, slug: row.toSlug, name: row.toName, kind: row.toKind },
    kind: row.kind,
    cadence: row.cadence,
    source: row.source,
    startsOn: row.startsOn,
    endsOn: row.endsOn ?? undefined,
  }))
}

/** Pairs of bodies of which the first is a sub-group of the second on a day; for refusing circles. */
export async function findSubGroupPairs(
  reader: Reader,
  onDay: Temporal.PlainDate,
): Promise<readonly { readonly from: string; readonly to: string }[]> {
  return reader
    .selectFrom('governance.body_relation as r')
    .select(['r.from_body as from', 'r.to_body as to'])
    .where('r.kind', '=', 'sub-group-of')
    .where(holdsOn('r', onDay))
    .execute()
}
