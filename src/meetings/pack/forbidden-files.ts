import { readAs } from '#platform/database/session.ts'
import { readPdfTexts } from '#platform/documents/pdf/read-texts.ts'
import { forbiddenPhrases, sentencesOfPages } from '../rules/exempt-phrases.ts'
import { asSystem, type PackNeeds } from './making.ts'

/**
 * What stands in the files of a meeting's Part 2 and must not be in a public file: their titles, names and descriptions, and whole sentences of
 * their pages. Files that cannot be read say nothing. Asked as the system.
 */
export async function findExemptWords(needs: PackNeeds, now: Temporal.Instant, meeting: string): Promise<readonly string[]> {
  const { files, titles } = await readAs(needs.db, asSystem(now), async (reader) => ({
    files: await reader
      .selectFrom('meetings.paper_file as f')
      .innerJoin('meetings.paper_version as v', 'v.id', 'f.paper_version')
      .select(['f.title', 'f.file_name', 'f.alternative_text', 'f.kind', 'f.document'])
      .where('f.meeting', '=', meeting)
      .where('v.category', '<>', 'public')
      .execute(),
    titles: await reader.selectFrom('meetings.agenda_item').select('public_title').where('meeting', '=', meeting).execute(),
  }))
  if (files.length === 0) return []
  const documents = [...new Set(files.filter(({ kind }) => kind === 'pdf').map(({ document }) => document))]
  const pages = await readPdfTexts(documents, (document) => needs.documents.open(document))
  const named = files.flatMap(({ title, file_name, alternative_text }) => [title, file_name, alternative_text])
  const known = titles.map(({ public_title }) => public_title)
  return [...forbiddenPhrases(named, known), ...forbiddenPhrases(sentencesOfPages(pages), known)].filter((phrase) =>
    /[\p{L}\p{N}]{2}/u.test(phrase),
  )
}
