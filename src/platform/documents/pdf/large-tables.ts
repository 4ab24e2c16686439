import { type Block, type Inline, type Paper, run, type Table } from '#platform/paper/tree.ts'

// Points: a letter of Inter at 16 points semibold, the space left and right of a cell, and the page between its margins.
const letterWidth = 9.1
const insets = 22.4
const pageWidth = 430

/** A word that is longer is broken wherever it stands. */
const longestWord = 20

const words = (line: readonly Inline[]): string => line.map((part) => (part.type === 'text' ? part.text : '')).join('')
const leastOf = (line: readonly Inline[]): number =>
  Math.max(
    1,
    ...words(line)
      .split(/\s/)
      .map((word) => Math.min(word.length, longestWord)),
  )

/** Whether the longest words of all columns stand beside one another in large print. */
const fits = ({ align, rows }: Table): boolean =>
  align.reduce((sum, _, column) => sum + Math.max(...rows.map((row) => leastOf(row[column] ?? []))) * letterWidth + insets, 0) <= pageWidth

/** What stands before a cell: the words of its column, which may be a question. */
const asked = (line: readonly Inline[] = []): string => `${words(line)}${words(line).endsWith('?') ? '' : ':'} `

/** A table row by row: what the row is called, then its other cells, each after the words of its column. */
function rowByRow({ caption, rows: [head = [], ...body] }: Table): readonly Block[] {
  return [
    ...(caption && caption.length > 0 ? [{ type: 'paragraph', content: caption } as const] : []),
    ...body.flatMap((row): readonly Block[] => [
      { type: 'paragraph', content: [run(`${asked(head[0])}${words(row[0] ?? [])}`, { strong: true })] },
      {
        ...{ type: 'list', ordered: false },
        items: row.slice(1).map((cell, at) => ({ content: [run(asked(head[at + 1])), ...cell], lists: [] })),
      },
    ]),
  ]
}

/** A paper as large print can hold it: a table whose columns are too many for the width of the page is told row by row, so that no word runs into another. */
export function inLargePrint(paper: Paper): Paper {
  return { ...paper, blocks: paper.blocks.flatMap((block) => (block.type === 'table' && !fits(block) ? rowByRow(block) : [block])) }
}
