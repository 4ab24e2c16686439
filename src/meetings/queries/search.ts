import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'

/** Something found: what it is, where it belongs, and the words around what was asked for. */
export interface Found {
  readonly id: string
  readonly kind: string
  readonly meeting: string
  readonly body: string
  readonly title: string
  /** A piece of the text with the words found between \u0002 and \u0003, which text from people cannot hold. */
  readonly excerpt: string
}

/**
 * Looks for words in items, papers, decisions, actions and minutes, as whoever asks: row-level security decides what there is to find.
 * The words are read as people write them ('team around', "exact words", -without).
 * @param limit - 1 to 100
 */
export async function searchMeetings(reader: Reader, words: string, limit: number): Promise<Found[]> {
  const asked = sql`websearch_to_tsquery('english', ${words})`
  const text = sql`to_tsvector('english', s.title || ' ' || s.words)`
  return reader
    .selectFrom('meetings.searchable as s')
    .innerJoin('meetings.meeting as m', 'm.id', 's.meeting')
    .select([
      sql<string>`s.id`.as('id'),
      sql<string>`s.kind`.as('kind'),
      sql<string>`s.meeting`.as('meeting'),
      sql<string>`s.body`.as('body'),
      sql<string>`s.title`.as('title'),
      sql<string>`ts_headline('english', s.words, ${asked}, ${'StartSel=\u0002, StopSel=\u0003, MaxWords=30, MinWords=12'})`.as('excerpt'),
    ])
    .where(sql<boolean>`${text} @@ ${asked}`)
    .orderBy(sql`ts_rank(${text}, ${asked})`, 'desc')
    .orderBy('m.held_on', 'desc')
    .limit(limit)
    .execute()
}
