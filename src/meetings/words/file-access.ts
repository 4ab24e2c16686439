import type { AccessGap, FileAccess } from '../rules/file-access.ts'

const gapWords: Readonly<Record<Exclude<AccessGap, 'some-pictures'>, string>> = {
  'picture-of-text': 'These pages are a picture of text and cannot be read aloud',
  'not-tagged': 'It has no tags: a screen reader may read it in the wrong order',
  'no-title': 'It does not say its title',
  'no-language': 'It does not say its language',
}

/** What keeps people from reading a file, in sentences without full stops. */
export function gapSentences({ gaps, pictures }: Pick<FileAccess, 'gaps' | 'pictures'>): readonly string[] {
  return gaps.map((gap) => (gap === 'some-pictures' ? pagesInWords(pictures) : gapWords[gap]))
}

function pagesInWords(pages: readonly number[]): string {
  const [first] = pages
  if (pages.length === 1) return `Its page ${first} is a picture of text and cannot be read aloud`
  if (pages.length > 8) return `${pages.length} of its pages are pictures of text and cannot be read aloud`
  return `Its pages ${pages.slice(0, -1).join(', ')} and ${pages.at(-1)} are pictures of text and cannot be read aloud`
}

/** '3 of 4 checks', or that nothing was checked. */
export function scoreInWords({ passed, of }: Pick<FileAccess, 'passed' | 'of'>): string {
  return of === 0 ? 'Not checked' : `${passed} of ${of} ${of === 1 ? 'check' : 'checks'}`
}

/** Whom to ask for another form. */
export function whomToAsk(contact: string): string {
  return contact === '' ? 'the clerk of the board' : contact
}

/** What a file is, for its cover page. */
export const fileKindWords: Readonly<Record<string, string>> = {
  pdf: 'PDF',
  docx: 'Word document',
  spreadsheet: 'spreadsheet',
  slides: 'set of slides',
  image: 'picture',
}

/** '640 bytes', '12 KB', '2.4 MB'. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** How a late paper came onto the agenda: 'Supplementary: accepted late with the consent of Ann Example (chair)' (M5). */
export function supplementaryWords(consents: readonly { readonly consenter: string; readonly person: string }[]): string {
  const people = consents.map(({ consenter, person }) => `${person} (${consenter})`)
  const last = people.at(-1) ?? ''
  const named = people.length > 1 ? `${people.slice(0, -1).join(', ')} and ${last}` : last
  return `Supplementary: accepted late with the consent of ${named}`
}

/** How a tabled paper came: 'At the meeting, with the consent of Ann Example'. */
export function tabledWords(consent: string): string {
  return consent === '' ? 'At the meeting' : `At the meeting, with the consent of ${consent}`
}
