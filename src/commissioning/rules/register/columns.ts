/** The columns of a register of contracts, as their headings are written; case and spaces around do not matter. Those of our own register, besides what it works out. */
export const registerColumns = [
  'title',
  'reference',
  'summary',
  'commissioner',
  'providers',
  'provider numbers',
  'bought under',
  'starts',
  'last day',
  'signed',
  'without vat',
  'with vat',
  'vat',
  'vat note',
  'people served',
  'stands',
  'id',
] as const
/** One of them. */
export type RegisterColumn = (typeof registerColumns)[number]

/** What is wrong with a cell, a row or the whole file; `row` counts as spreadsheets do, 1 is the headings; column '' is the row. */
export interface RegisterProblem {
  readonly row: number
  readonly column: string
  /** What stands there, or what it should be held against. */
  readonly value: string
  readonly code: string
}

/** Where the columns stand, and from which row on contracts do; or what is wrong with the headings. */
export type Headings =
  | { readonly at: ReadonlyMap<RegisterColumn, number>; readonly from: number }
  | { readonly problems: readonly [RegisterProblem, ...RegisterProblem[]] }

const needed: readonly RegisterColumn[] = ['title', 'commissioner', 'bought under', 'starts']

/** Reads the headings of a file: the first row that is not blank, after the line by which spreadsheets name their separator. */
export function readHeadings(table: readonly (readonly string[])[]): Headings {
  const first = table.findIndex((cells) => cells.some((cell) => cell.trim() !== '') && !/^sep=.?$/i.test(cells.join('').trim()))
  const row = Math.max(first, 0) + 1
  const head = table[row - 1] ?? []
  const at = new Map<RegisterColumn, number>()
  const problems: RegisterProblem[] = []
  for (const [index, cell] of head.entries()) {
    const name = cell
      .replace(/^\ufeff/, '')
      .trim()
      .toLowerCase()
    if (name === '') continue
    const column = registerColumns.find((one) => one === name)
    const value = cell.trim().slice(0, 60)
    if (column === undefined) problems.push({ row, column: '', value, code: 'register-heading-unknown' })
    else if (at.has(column)) problems.push({ row, column, value, code: 'register-heading-twice' })
    else at.set(column, index)
  }
  if (at.size === 0) return { problems: [{ row, column: '', value: head.join(', ').slice(0, 60), code: 'register-headings-none' }] }
  problems.push(
    ...needed.filter((column) => !at.has(column)).map((column) => ({ row, column, value: '', code: 'register-heading-missing' })),
  )
  const [one, ...rest] = problems
  return one === undefined ? { at, from: row } : { problems: [one, ...rest] }
}
