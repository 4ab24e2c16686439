import type { Inline, Table } from '#platform/paper/tree.ts'

/** How the columns of a table share the width of the page. */
export interface TableColumns {
  /** Widths in points; together the width of the page or more than it only when the words are broken. */
  readonly widths: readonly number[]
  /** How long a word may be before it gets places to break. */
  readonly longestWord: number
  /** Small print, for tables that would not fit otherwise. */
  readonly small: boolean
  /** Rows short enough to be kept on one page. */
  readonly keepRows: boolean
}

// Points, as measured with Inter: a letter at 9.5 points semibold, and the space left and right of a cell.
const letterWidth = 5.4
const smallLetterWidth = 4.6
const insets = 14
const pageWidth = 430

// Small print or not, the longest whole word, and the part of the width that the longest words may take.
const tries = [
  [false, 20, 0.72],
  [true, 20, 0.8],
  [true, 16, 0.9],
  [true, 8, 1],
] as const

const plain = (line: readonly Inline[]): string => line.map((part) => (part.type === 'text' ? part.text : '00')).join('')

interface Column {
  readonly least: number
  readonly wanted: number
  readonly stretches: boolean
}

function columnOf(table: Table, index: number, letter: number, longestWord: number): Column {
  const cells = table.rows.map((row) => plain(row[index] ?? []))
  const longest = Math.max(...cells.map((cell) => cell.length))
  const word = Math.max(2, ...cells.map((cell) => Math.max(...cell.split(/\s/).map((part) => Math.min(part.length, longestWord)))))
  // Short cells are wanted whole; long text is content with a third of what would put it on one line.
  const letters = longest <= 16 ? longest : 16 + Math.min(longest - 16, 130) * 0.35
  const least = word * letter + insets
  return { least, wanted: Math.max(least, letters * letter + insets), stretches: table.align[index] === 'start' }
}

function widthsOf(columns: readonly Column[]): number[] {
  const sum = (of: (column: Column) => number): number => columns.reduce((total, column) => total + of(column), 0)
  const [least, wanted] = [sum((column) => column.least), sum((column) => column.wanted)]
  if (least >= pageWidth) return columns.map((column) => (column.least * pageWidth) / least)
  if (wanted > pageWidth)
    return columns.map((column) => column.least + ((column.wanted - column.least) * (pageWidth - least)) / (wanted - least))
  // Room to spare goes to words, not to figures, which are read best when they stand close.
  const stretching = sum((column) => (column.stretches ? column.wanted : 0)) || wanted
  const all = stretching === wanted
  return columns.map((column) => column.wanted + (all || column.stretches ? (column.wanted * (pageWidth - wanted)) / stretching : 0))
}

/** Shares the width so that no word runs into the next column: by the longest word first, then by the amount of text. */
export function tableColumns(table: Table): TableColumns {
  const all = (letter: number, longestWord: number): Column[] => table.align.map((_, index) => columnOf(table, index, letter, longestWord))
  const longestCell = Math.max(...table.rows.flatMap((row) => row.map((cell) => plain(cell).length)))
  const keepRows = longestCell <= 500
  // Words alone must not take all the width, or a column of long text becomes a ribbon: small print comes first, then broken words.
  for (const [small, longestWord, share] of tries) {
    const columns = all(small ? smallLetterWidth : letterWidth, longestWord)
    const least = columns.reduce((sum, column) => sum + column.least, 0)
    if (least <= pageWidth * share) return { widths: widthsOf(columns), longestWord, small, keepRows: keepRows && table.align.length <= 8 }
  }
  return { widths: widthsOf(all(smallLetterWidth, 4)), longestWord: 4, small: true, keepRows: false }
}
