import { createHash } from 'node:crypto'
import type { Reader } from '#platform/database/session.ts'
import { fold } from '#platform/documents/pdf/scan-words.ts'
import type { MatchedWords } from '../rules/cleared-sentence.ts'
import { findPackFiles } from './publications.ts'

/** Tells words apart as the search does: spaces, hyphens and capitals make no difference. */
export function digestOfWords(words: string): string {
  return createHash('sha256').update(fold(words)).digest('hex')
}

/** Digests of the sentences of a meeting's Part 2 of which somebody said that they are not confidential, as far as one may see them. */
export async function findClearedDigests(reader: Reader, meeting: string): Promise<ReadonlySet<string>> {
  const rows = await reader.selectFrom('meetings.cleared_sentence').select('digest').where('meeting', '=', meeting).execute()
  return new Set(rows.map(({ digest }) => digest))
}

/**
 * The words of Part 2 that were found in the public file of a publication, each once. They are kept with the full edition: whoever may not read that
 * finds none.
 */
export async function findMatchedWords(reader: Reader, meeting: string, publication: string): Promise<readonly MatchedWords[]> {
  const files = await findPackFiles(reader, meeting)
  const report = files.find((file) => file.publication === publication && file.edition === 'full')?.report
  const found = typeof report === 'object' && report !== null && 'findings' in report ? report.findings : []
  const list = (Array.isArray(found) ? found : []) as readonly { readonly phrase?: unknown; readonly page?: unknown }[]
  const cleared = await findClearedDigests(reader, meeting)
  const byDigest = Map.groupBy(
    list.filter(({ phrase }) => typeof phrase === 'string' && phrase !== ''),
    ({ phrase }) => digestOfWords(String(phrase)),
  )
  return [...byDigest].map(([digest, all]) => ({
    words: String(all[0]?.phrase),
    digest,
    pages: [...new Set(all.flatMap(({ page }) => (typeof page === 'number' ? [page] : [])))],
    cleared: cleared.has(digest),
  }))
}

/** The documents of a body that everybody may open, as the reader sees them, newest first; at most `most`. */
export async function findPublishedDocuments(reader: Reader, body: string, most: number): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('meetings.pack_file')
    .select('document')
    .where('body', '=', body)
    .where('edition', '=', 'public')
    .where('sight', '=', 'public')
    .where('state', '=', 'ready')
    .where('document', '<>', '')
    .orderBy('publication', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ document }) => document)
}
