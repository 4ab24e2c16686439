/** What the buttons of the toolbar do, in the order in which they stand. */
export const buttonNames = [
  'strong',
  'em',
  'link',
  'note',
  'bullets',
  'numbers',
  'recommendations',
  'table',
  'undo',
  'redo',
  'rowAfter',
  'columnAfter',
  'deleteRow',
  'deleteColumn',
  'headerColumn',
  'figureColumn',
  'deleteTable',
] as const

/** One button of the toolbar. */
export type ButtonName = (typeof buttonNames)[number]

interface ButtonWords {
  /** What is read out and shown as a tip. */
  readonly label: string
  /** What the button shows. */
  readonly face: string
  readonly keys?: string
}

/** The words of each button. The face begins the label or is its sign, so that one can say what one sees. */
export const buttonWords: Readonly<Record<ButtonName, ButtonWords>> = {
  strong: { label: 'Bold', face: 'B', keys: 'Ctrl+B' },
  em: { label: 'Italic', face: 'I', keys: 'Ctrl+I' },
  link: { label: 'Link', face: 'Link', keys: 'Ctrl+K' },
  note: { label: 'Note', face: 'Note' },
  bullets: { label: '• List, with bullets', face: '• List' },
  numbers: { label: '1. List, numbered', face: '1. List' },
  recommendations: { label: 'a) List of recommendations', face: 'a) List' },
  table: { label: 'Table', face: 'Table' },
  undo: { label: 'Undo', face: 'Undo', keys: 'Ctrl+Z' },
  redo: { label: 'Redo', face: 'Redo', keys: 'Ctrl+Y' },
  rowAfter: { label: 'Add row below', face: 'Add row' },
  columnAfter: { label: 'Add column to the right', face: 'Add column' },
  deleteRow: { label: 'Delete row', face: 'Delete row' },
  deleteColumn: { label: 'Delete column', face: 'Delete column' },
  headerColumn: { label: 'Header column: the first column names its rows', face: 'Header column' },
  figureColumn: { label: 'Figures: set this column to the right', face: 'Figures' },
  deleteTable: { label: 'Delete table', face: 'Delete table' },
}

/** Groups of buttons; the last stands in a row of its own while one is in a table. */
export const buttonGroups: readonly (readonly ButtonName[])[] = [
  ['strong', 'em', 'link', 'note'],
  ['bullets', 'numbers', 'recommendations', 'table'],
  ['undo', 'redo'],
  ['rowAfter', 'columnAfter', 'deleteRow', 'deleteColumn', 'headerColumn', 'figureColumn', 'deleteTable'],
]

/** What a paragraph can be made, as the list of styles offers it. */
export const styleWords = {
  paragraph: 'Paragraph',
  numbered: 'Numbered paragraph',
  h1: 'Heading 1',
  h2: 'Heading 2',
  h3: 'Heading 3',
  h4: 'Heading 4',
  caption: 'Caption of a table',
} as const

/** A style of the list. */
export type StyleName = keyof typeof styleWords

/** Everything else that the editor says. */
export const words = {
  toolbar: 'Formatting',
  style: 'Style',
  toMarkdown: 'Write in Markdown instead',
  toFormatted: 'Write with formatting instead',
  keys: 'Alt and F10 lead to the formatting buttons, Escape leads back to the text.',
  caption: 'Caption of the table',
  linkTitle: 'Link',
  linkField: 'Address',
  linkHint: 'It starts with https:// or mailto:. Leave it empty to take the link away.',
  linkProblem: 'This address cannot be used. Start it with https://, http:// or mailto: and leave out spaces.',
  noteTitle: 'Note',
  noteField: 'Text of the note',
  noteHint: 'Printed at the end of the text. Leave it empty to take the note away.',
  use: 'Use it',
  cancel: 'Cancel',
  unreadable: 'The text cannot be shown with formatting: ',
} as const

/** Says how many words a text has. */
export function countedWords(count: number): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? 'word' : 'words'}`
}

/** What was left out of a paste; undefined where all was kept. */
export interface PasteLoss {
  readonly pictures: number
  readonly comments: number
}

/** Says what pasting did. */
export function pasteWords({ pictures, comments }: PasteLoss): string {
  const lost = [
    ...(pictures > 0 ? [`${pictures} ${pictures === 1 ? 'picture' : 'pictures'}`] : []),
    ...(comments > 0 ? [`${comments} ${comments === 1 ? 'comment' : 'comments'}`] : []),
  ]
  const kept = 'Pasted. Headings, lists, tables, links and notes are kept; fonts and colours are not.'
  return lost.length === 0 ? kept : `${kept} Left out: ${lost.join(' and ')}.`
}
