/** One thing wrong with a paper; `block` counts from 0, `sentence` is ready to be shown to its author. */
export interface PaperProblem {
  readonly code: PaperProblemCode
  readonly block: number
  readonly sentence: string
}

const sentences = {
  'too-long': 'The text is too long: 200,000 characters are the most. Move part of it to an appendix.',
  'too-many-marks': 'A stretch of text has more formatting marks than can be read. Put empty lines between its paragraphs.',
  'too-slow': 'Reading the text took too long, so it was stopped. Put empty lines between its paragraphs, or divide it into two papers.',
  'control-character': 'The text holds a character that cannot be shown. Type the words again instead of pasting them.',
  'unsafe-link': 'A link leads somewhere it may not. Links start with https://, http:// or mailto: and have no spaces.',
  'empty-note': 'A note has no text. Write it, or take the note away.',
  'empty-line': 'A paragraph, list item or recommendation is empty. Write it, or take it away.',
  'empty-heading': 'A heading is empty. Write it, or take it away.',
  'heading-too-deep': 'A heading has more than four levels. Use ####, the fourth level, or fewer.',
  'heading-skips-level': 'A heading skips a level. After # comes ##, after ## comes ###, and the first heading has one #.',
  'list-too-deep': 'A list is more than four lists deep. Bring its inner points up a level.',
  'table-without-rows': 'A table has a header and nothing below it. Add a row, or take the table away.',
  'table-rows-differ': 'The rows of a table differ in length. Give every row as many cells as the header has.',
  'table-too-wide': 'A table has more than 20 columns, which cannot be read on a page. Divide it into two tables.',
  'too-many-recommendations': 'There are more than 26 recommendations, so the letters run out. Join some of them.',
  'not-a-paper': 'This text cannot be read as a paper. Save it again from the form.',
} as const

/** Names of what can be wrong with a paper. */
export type PaperProblemCode = keyof typeof sentences

const isCode = (message: string): message is PaperProblemCode => Object.hasOwn(sentences, message)

/** Words a problem of a block; what has no code of ours is a damaged tree, not a mistake of the author. */
export function problemSentence(message: string, block: number, heading = ''): PaperProblem {
  const code = isCode(message) ? message : 'not-a-paper'
  const sentence =
    code === 'heading-skips-level' && heading !== '' ? sentences[code].replace('A heading', `The heading ‘${heading}’`) : sentences[code]
  return { code, block, sentence }
}

/** What reading Markdown left out or changed, told to the author after saving. */
export const notices = {
  picture: 'Pictures cannot be added to papers yet. The description of the picture was kept as text.',
  emptyTable: 'A table without rows was left out.',
  quotation: 'A quotation became ordinary paragraphs.',
  line: 'A line across the page was left out.',
  unusedNote: 'A note that nothing refers to was left out.',
} as const

/** One of the sentences above. */
export type PaperNotice = (typeof notices)[keyof typeof notices]
