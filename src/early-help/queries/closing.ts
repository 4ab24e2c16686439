import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import type { ClosingDocument, ClosingReason } from '../rules/closing.ts'
import { closureReasons } from '../rules/episode.ts'
import { findNames } from './names.ts'

/** Every document of reasons for closing, the latest first; those to come, too. */
export async function listClosingDocuments(reader: Reader): Promise<readonly ClosingDocument[]> {
  const rows = await reader
    .selectFrom('casework.closing_document as d')
    .select(['d.id', 'd.name', 'd.source', 'd.starts_on as startsOn', 'd.set_by', 'd.set_on as setOn'])
    .select(
      sql<readonly ClosingReason[]>`(select coalesce(jsonb_agg(jsonb_build_object('reason', g.reason, 'reportedAs', g.reported_as,
          'names', (select jsonb_agg(r.name order by r.position) from casework.closing_reason r where r.document = d.id and r.reason = g.reason))), '[]')
        from casework.closure_group g where g.document = d.id)`.as('reasons'),
    )
    .orderBy('d.starts_on', 'desc')
    .execute()
  const names = await findNames(
    reader,
    rows.map(({ set_by }) => set_by),
  )
  return rows.map(({ set_by, reasons, ...row }) => ({
    ...row,
    setBy: names.get(set_by ?? '') ?? '',
    reasons: reasons.toSorted((one, other) => closureReasons.indexOf(one.reason) - closureReasons.indexOf(other.reason)),
  }))
}

/** By which words records were closed, by episode; only of those that stand closed, and as far as one may read it. */
export async function findClosingWords(reader: Reader, episodes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (episodes.length === 0) return new Map()
  const rows = await reader
    .selectFrom('casework.closure')
    .select(['episode', 'called'])
    .where('episode', '=', sql<string>`any (${sql.val(episodes)}::uuid[])`)
    .where('reopened_on', 'is', null)
    .execute()
  return new Map(rows.map(({ episode, called }) => [episode, called]))
}
