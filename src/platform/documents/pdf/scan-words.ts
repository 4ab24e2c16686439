/** Where in a PDF something can be written. */
export type PlaceInPdf =
  | 'text'
  | 'bookmark'
  | 'page label'
  | 'property'
  | 'attachment'
  | 'link or comment'
  | 'alternative text'
  | 'raw content'

/** Words of one place of a PDF; `page` counts from 1. */
export interface WordsInPdf {
  readonly place: PlaceInPdf
  readonly page: number | null
  readonly words: string
}

/** One form for what reads the same: no spaces, hyphens or invisible characters, small letters, no ligatures. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Pd}\p{Cf}\p{Cc}\u{2212}]+/gu, '')
}
