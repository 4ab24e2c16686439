import { sql } from 'kysely'
import { findBody } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { parseSearch } from '../forms/search.ts'
import { plainWords } from '../rules/asked-words.ts'
import { foundAddress } from '../rules/found.ts'

/** Something that a search finds since it came out. */
export interface NewlyFound {
  readonly kind: string
  readonly title: string
  readonly href: string
  readonly body: string | null
  /** How it is kept that it was told. */
  readonly mark: string
}

/**
 * What a kept search finds that came out since an instant of the database's clock, and ten minutes before, because a transaction may have been long. Asked as a
 * visitor, by the words themselves and not by their beginnings.
 */
export async function findNewly(
  reader: Reader,
  search: string,
  since: Temporal.Instant,
  today: Temporal.PlainDate,
): Promise<readonly NewlyFound[]> {
  const parsed = parseSearch(Object.fromEntries(new URLSearchParams(search)))
  if (!parsed.ok) return []
  const { words, kind, board, from, to } = parsed.value
  const body = board === undefined ? undefined : ((await findBody(reader, board, today))?.id ?? null)
  const rows = await reader
    .selectFrom('publicsite.findable as f')
    .select(['f.kind', 'f.record', 'f.part', 'f.meeting', 'f.item', 'f.subject', 'f.title', 'f.body'])
    .where(sql<boolean>`f.came_out > ${since.subtract({ minutes: 10 }).toString()}::timestamptz`)
    .where(sql<boolean>`f.everything @@ websearch_to_tsquery('english', ${plainWords(words)})`)
    .$if(kind !== undefined, (query) => query.where('f.kind', '=', kind ?? null))
    .$if(body !== undefined, (query) => query.where(sql<boolean>`${body ?? null}::uuid in (f.body, f.other_body)`))
    .$if(from !== undefined, (query) => query.where('f.day', '>=', from ?? null))
    .$if(to !== undefined, (query) => query.where('f.day', '<=', to ?? null))
    .orderBy('f.came_out', 'desc')
    .orderBy('f.record')
    .limit(200)
    .$narrowType<{ kind: string; record: string; part: number; subject: string; title: string }>()
    .execute()
  return rows.map((row) => ({
    kind: row.kind,
    title: row.title,
    body: row.body,
    href: foundAddress(row),
    mark: `${row.kind} ${row.record} ${row.part}`,
  }))
}
