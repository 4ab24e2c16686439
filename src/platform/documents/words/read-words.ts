import { ChildFailed, type ChildLimits, runLimited } from '../pdf/limited-child.ts'
import type { ReadPage } from './words-child.ts'

/** What reading the words of one document may use. */
const wordLimits: ChildLimits = { megabytes: 1500, seconds: 60 }
/** Characters of one part: as much as an index of words holds with ease. */
const mostInPart = 150_000

/** Some of the words of a document. */
export interface WordsPart {
  readonly words: string
  /** From 1; null where the document has no pages. */
  readonly firstPage: number | null
  readonly lastPage: number | null
}

/**
 * Reads the words of a stored document in a sealed process of its own, for search. Pictures have none; neither has what cannot be read.
 * @param kind - 'pdf', 'docx', 'slides' or 'spreadsheet'
 * @param open - the bytes; what it throws for a document that is not there comes back as no words
 * @returns at least one part, which may be empty
 */
export async function readWords(kind: string, mediaType: string, open: () => Promise<Uint8Array>): Promise<readonly WordsPart[]> {
  try {
    const script = new URL('words-child.ts', import.meta.url)
    const files = { 'job.json': JSON.stringify({ kind, mediaType }) }
    const answers = await runLimited({ script, files, opened: { in: open }, sealed: true, answers: ['words.json'] }, wordLimits)
    return partsOf(JSON.parse(new TextDecoder().decode(answers['words.json'])) as readonly ReadPage[])
  } catch (error) {
    if (error instanceof ChildFailed) return partsOf([])
    throw error
  }
}

/** Pages together, as many as fit a part; a page that is longer than a part is divided. */
export function partsOf(pages: readonly ReadPage[], most = mostInPart): readonly WordsPart[] {
  const parts: WordsPart[] = []
  for (const { words: all, page } of pages) {
    const words = tidy(all)
    for (let from = 0; from < words.length; from += most) {
      const piece = words.slice(from, from + most)
      const last = parts.at(-1)
      if (last && last.words.length + piece.length < most)
        parts[parts.length - 1] = { ...last, words: `${last.words} ${piece}`, lastPage: page }
      else parts.push({ words: piece.toWellFormed(), firstPage: page, lastPage: page })
    }
  }
  return parts.length > 0 ? parts : [{ words: '', firstPage: null, lastPage: null }]
}

/** One line of words: nothing that a database cannot hold, and no control characters, which mark the words that were found. */
function tidy(words: string): string {
  return words
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
}
