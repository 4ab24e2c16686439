import { findBodiesById } from '#governance/public-data.ts'
import { type Found, searchMeetings } from '#meetings/public-data.ts'
import type { Reader } from '#platform/database/session.ts'

/** A piece of an excerpt; `matched` where it is one of the words asked for. */
export interface ExcerptPart {
  readonly text: string
  readonly matched: boolean
}

/** One result as the page shows it. */
export interface FoundLine {
  readonly kind: string
  readonly title: string
  readonly href: string
  /** Name of the body. */
  readonly where: string
  readonly excerpt: readonly ExcerptPart[]
}

/** Searches as whoever asks; at most 50 results. */
export async function findWords(reader: Reader, words: string, today: Temporal.PlainDate): Promise<FoundLine[]> {
  const found = await searchMeetings(reader, words, 50)
  const bodies = await findBodiesById(reader, [...new Set(found.map(({ body }) => body))], today)
  const names = new Map(bodies.map(({ id, name }) => [id, name]))
  return found.map((one) => ({
    kind: one.kind,
    title: one.title,
    href: addressOf(one),
    where: names.get(one.body) ?? '',
    excerpt: partsOf(one.excerpt),
  }))
}

function addressOf({ kind, id, meeting }: Found): string {
  if (kind === 'decision') return `/decisions/${id}`
  if (kind === 'action') return `/actions/${id}`
  return kind === 'minutes' ? `/meetings/${meeting}/minutes` : `/meetings/${meeting}/items/${id}`
}

/** Splits an excerpt at the control characters that mark the words found. */
export function partsOf(excerpt: string): ExcerptPart[] {
  const [before = '', ...marked] = excerpt.split('\u0002')
  const parts = marked.flatMap((piece) => {
    const [word = '', after = ''] = piece.split('\u0003')
    return [
      { text: word, matched: true },
      { text: after, matched: false },
    ]
  })
  return [{ text: before, matched: false }, ...parts].filter(({ text }) => text !== '')
}
