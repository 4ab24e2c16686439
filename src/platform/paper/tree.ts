/*
 * The text of a paper is one tree of typed nodes. Markdown, web pages, PDF and differences between versions all convert to or
 * from it. Pictures are not part of the tree yet: they need a store that re-encodes them and asks who may see them.
 */

/** A stretch of words that looks one way; `href` is a link to a web page or a mail address. */
export interface Run {
  readonly type: 'text'
  readonly text: string
  readonly strong?: true | undefined
  readonly em?: true | undefined
  readonly href?: string | undefined
}

/** A note, kept at the place that refers to it, so that a reference can never dangle; numbered when shown. */
export interface Note {
  readonly type: 'note'
  readonly content: readonly Run[]
}

/** What a line of text is made of. */
export type Inline = Run | Note

/** One point of a list, with the lists below it. */
export interface ListItem {
  readonly content: readonly Inline[]
  readonly lists: readonly List[]
}

/** Bullets, or points numbered from 1. */
export interface List {
  readonly type: 'list'
  readonly ordered: boolean
  readonly items: readonly ListItem[]
}

/** A heading of the paper; 1 is the highest level, 4 the lowest. */
export interface Heading {
  readonly type: 'heading'
  readonly level: number
  readonly content: readonly Run[]
}

/** A paragraph; a numbered one gets '2.3' when shown, the number is never stored. */
export interface Paragraph {
  readonly type: 'paragraph'
  readonly numbered?: true | undefined
  readonly content: readonly Inline[]
}

/** A table: the first row is its header; `end` aligns a column of figures to the right. */
export interface Table {
  readonly type: 'table'
  readonly caption?: readonly Run[] | undefined
  readonly headerColumn?: true | undefined
  readonly align: readonly ('start' | 'end')[]
  readonly rows: readonly (readonly (readonly Inline[])[])[]
}

/** What the body is asked to do, lettered a) to z). */
export interface Recommendations {
  readonly type: 'recommendations'
  readonly items: readonly (readonly Inline[])[]
}

/** One block of a paper, from top to bottom. */
export type Block = Heading | Paragraph | List | Table | Recommendations

/** The text of a paper. `version` is the version of this shape, not of the paper. */
export interface Paper {
  readonly version: 1
  readonly blocks: readonly Block[]
}

/** A paper nobody has written anything in. */
export const emptyPaper: Paper = { version: 1, blocks: [] }

/** How a run looks, without its words. */
export type Marks = Pick<Run, 'strong' | 'em' | 'href'>

/** Makes a run that holds only the marks it has, so that equal runs compare as equal. */
export function run(text: string, marks: Marks = {}): Run {
  return {
    type: 'text',
    text,
    ...(marks.strong && { strong: true as const }),
    ...(marks.em && { em: true as const }),
    ...(marks.href && { href: marks.href }),
  }
}

/** The words of a line without marks and notes. */
export function plain(line: readonly Inline[]): string {
  return line.map((part) => (part.type === 'text' ? part.text : '')).join('')
}

/** The first heading of a paper as plain words; '' when it has none. */
export function firstHeading(paper: Paper): string {
  const heading = paper.blocks.find((block) => block.type === 'heading')
  return heading ? plain(heading.content) : ''
}
