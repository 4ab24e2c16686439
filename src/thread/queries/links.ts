import { sql } from 'kysely'
import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import type { LinkRule } from '../rules/link.ts'
import type { NodeRef, ThreadLink } from '../rules/node.ts'
import { holdsOn } from './nodes.ts'

/** A link that somebody asserted, as a record of its own. */
export interface AssertedLink extends ThreadLink {
  readonly id: string
  /** The board of the record that serves; undefined for none. */
  readonly body: string | undefined
  readonly why: string
  readonly startsOn: Temporal.PlainDate
  /** First day on which it no longer holds; undefined: it holds. */
  readonly endsOn: Temporal.PlainDate | undefined
  readonly endReason: string
  /** Who says so; undefined: nobody whom the directory names. */
  readonly saidBy: string | undefined
  readonly version: number
}

/** The rules in force on a day for what a kind may serve; of every kind without one. */
export async function findLinkRules(reader: Reader, day: Temporal.PlainDate, fromKind?: string): Promise<readonly LinkRule[]> {
  let query = reader.selectFrom('thread.link_rule as r').select(['r.from_kind', 'r.relation', 'r.to_kind']).where(holdsOn('r', day))
  if (fromKind !== undefined) query = query.where('r.from_kind', '=', fromKind)
  const rows = await query.orderBy('r.from_kind').orderBy('r.relation').orderBy('r.to_kind').execute()
  return rows.map(({ from_kind, relation, to_kind }) => ({ fromKind: from_kind, relation, toKind: to_kind }))
}

const assertedColumns = [
  'l.id',
  'l.from_kind',
  'l.from_id',
  'l.relation',
  'l.to_kind',
  'l.to_id',
  'l.body',
  'l.why',
  'l.starts_on',
  'l.ends_on',
  'l.end_reason',
  'l.said_by',
  'l.version',
] as const

/** The asserted links that touch a record, those that ended among them; row-level security leaves out those of which the other end is hidden. */
export async function findAssertedLinks(reader: Reader, { kind, id }: NodeRef): Promise<readonly AssertedLink[]> {
  const rows = await reader
    .selectFrom('thread.link as l')
    .select(assertedColumns)
    .where((at) =>
      at.or([
        at.and([at('l.from_id', '=', id), at('l.from_kind', '=', kind)]),
        at.and([at('l.to_id', '=', id), at('l.to_kind', '=', kind)]),
      ]),
    )
    .orderBy('l.starts_on')
    .orderBy('l.id')
    .execute()
  return rows.map(assertedOf)
}

/** One asserted link; undefined where there is none for whoever asks. */
export async function findAssertedLink(reader: Reader, id: string): Promise<AssertedLink | undefined> {
  const row = await reader.selectFrom('thread.link as l').select(assertedColumns).where('l.id', '=', id).executeTakeFirst()
  return row && assertedOf(row)
}

/** Relations by which one record serves another on a day. */
export async function findRelationsBetween(
  reader: Reader,
  from: NodeRef,
  to: NodeRef,
  day: Temporal.PlainDate,
): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom('thread.every_link as l')
    .select(['l.relation', 'l.from_kind', 'l.to_kind', 'l.to_id'])
    .where(among('l.from_id', [from.id]))
    .where(among('l.to_id', [to.id]))
    .where(holdsOn('l', day))
    .execute()
  return new Set(rows.filter((row) => row.from_kind === from.kind && row.to_kind === to.kind).map(({ relation }) => relation))
}

/** Every link that holds on a day, both of whose ends are among what is asked for by `bodies`; all that whoever asks may see without it. */
export async function listLinks(reader: Reader, day: Temporal.PlainDate): Promise<readonly ThreadLink[]> {
  const rows = await reader
    .selectFrom('thread.every_link as l')
    .select(['l.from_kind', 'l.from_id', 'l.relation', 'l.to_kind', 'l.to_id', sql<string | null>`l.link`.as('link')])
    .where(holdsOn('l', day))
    .execute()
  return rows.map((row) => ({
    from: { kind: row.from_kind, id: row.from_id },
    relation: row.relation,
    to: { kind: row.to_kind, id: row.to_id },
    link: row.link ?? undefined,
  }))
}

interface AssertedRow {
  readonly id: string
  readonly from_kind: string
  readonly from_id: string
  readonly relation: string
  readonly to_kind: string
  readonly to_id: string
  readonly body: string | null
  readonly why: string
  readonly starts_on: Temporal.PlainDate
  readonly ends_on: Temporal.PlainDate | null
  readonly end_reason: string
  readonly said_by: string | null
  readonly version: number
}

function assertedOf(row: AssertedRow): AssertedLink {
  return {
    id: row.id,
    from: { kind: row.from_kind, id: row.from_id },
    relation: row.relation,
    to: { kind: row.to_kind, id: row.to_id },
    link: row.id,
    body: row.body ?? undefined,
    why: row.why,
    startsOn: row.starts_on,
    endsOn: row.ends_on ?? undefined,
    endReason: row.end_reason,
    saidBy: row.said_by ?? undefined,
    version: row.version,
  }
}
