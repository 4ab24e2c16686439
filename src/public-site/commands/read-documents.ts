import { sql } from 'kysely'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { type Acting, readAs, writeAs } from '#platform/database/session.ts'
import { readWords } from '#platform/documents/words/read-words.ts'
import { dayOf } from '#platform/time/london.ts'
import type { Needs } from '#src/needs.ts'

/** Documents that are read at a time; each takes a second or two. */
const atATime = 5

/**
 * Reads uploaded documents that nobody has read for their words yet, so that they can be found (requirement O4). Who finds them is decided by the record
 * that each belongs to; its words go with it. Returns how many were read.
 */
export async function readDocuments(needs: Pick<Needs, 'db' | 'clock' | 'documents'>): Promise<number> {
  const now = needs.clock.now()
  const system: Acting = { actor: SYSTEM_ACTOR, now, today: dayOf(now) }
  const unread = await readAs(needs.db, system, (reader) =>
    reader
      .selectFrom(
        sql<{ document: string; kind: string; media_type: string }>`(select * from publicsite.unread_documents(${atATime}))`.as('u'),
      )
      .select(['u.document', 'u.kind', 'u.media_type'])
      .execute(),
  )
  for (const { document, kind, media_type } of unread) {
    const parts = await readWords(kind, media_type, () => needs.documents.open(document))
    const rows = parts.map(({ words, firstPage, lastPage }, index) => ({
      ...{ document, part: index + 1, words, read_at: now },
      ...{ first_page: firstPage, last_page: lastPage },
    }))
    await writeAs(needs.db, system, (tx) =>
      tx
        .insertInto('publicsite.document_words')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
    )
  }
  return unread.length
}
