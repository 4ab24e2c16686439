import { type LedgerDay, readLedgerDay } from './ledger-day.ts'
import { readWrittenSum } from './written-sum.ts'

/** What a row of a ledger is: promised to be paid, paid, or due for a period and not yet paid. */
export const entryKinds = ['actual', 'commitment', 'accrual'] as const
/** One of them. */
export type EntryKind = (typeof entryKinds)[number]

/** The columns of an extract, as their headings are written; case and spaces around do not matter. */
export const ledgerColumns = ['code', 'date', 'amount', 'debit', 'credit', 'kind', 'supplier', 'reference', 'description'] as const
/** One of them. */
export type LedgerColumn = (typeof ledgerColumns)[number]

/** Other names of the same columns, as the ledgers of councils and NHS bodies export them. */
const OTHER_NAMES: Readonly<Record<string, LedgerColumn>> = {
  'cost centre': 'code',
  'cost code': 'code',
  account: 'code',
  day: 'date',
  'transaction date': 'date',
  'posting date': 'date',
  'amount (£)': 'amount',
  value: 'amount',
  net: 'amount',
  'net amount': 'amount',
  type: 'kind',
  payee: 'supplier',
  vendor: 'supplier',
  'supplier name': 'supplier',
  ref: 'reference',
  'invoice number': 'reference',
  details: 'description',
  narrative: 'description',
}

/** A row of a ledger. Pence with its sign; `row` counts as spreadsheets do, 1 is the headings. */
export interface LedgerRow {
  readonly row: number
  readonly code: string
  readonly day: Temporal.PlainDate
  readonly pence: bigint
  readonly kind: EntryKind
  readonly supplier: string
  readonly reference: string
  readonly description: string
}

/** What is wrong with a cell, a row (column '') or the file. */
export interface LedgerProblem {
  readonly row: number
  readonly column: string
  readonly value: string
  readonly code: string
}

/** The rows of an extract in their order, and what is wrong with it. Nothing is loaded while anything is wrong. */
export interface ReadLedger {
  readonly rows: readonly LedgerRow[]
  readonly problems: readonly LedgerProblem[]
}

/** Which days an extract may be of: those of its year, within the agreement of the fund. */
export interface LedgerSpan {
  readonly year: { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate }
  /** Null: the fund has no agreement whose term is recorded. `until` null: without an end. */
  readonly agreement: { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate | null } | null
}

/**
 * Reads the cells of a ledger extract: headings first, then an entry a row; blank rows are left out, and so is a row of totals at the foot that adds up. Needs a date
 * and either an amount or debit and credit. Source: requirement C5; handbook of joint commissioning, 3.1 and 5.3.
 */
export function readLedger(table: readonly (readonly string[])[], span: LedgerSpan): ReadLedger {
  const first = Math.max(
    table.findIndex((cells) => cells.some((cell) => cell.trim() !== '') && !/^sep=.?$/i.test(cells.join('').trim())),
    0,
  )
  const [head = [], ...body] = table.slice(first)
  const { at, problems: wrongHead } = columnsOf(head, first + 1)
  if (wrongHead.length > 0) return { rows: [], problems: wrongHead }
  const rows: LedgerRow[] = []
  const problems: LedgerProblem[] = []
  for (const [index, cells] of body.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue
    const read = readRow(first + 2 + index, cells, at, span)
    if ('problem' in read) problems.push(read.problem)
    else rows.push(read)
  }
  const foot = problems.at(-1)
  const kept = foot && isTotal(table[foot.row - 1] ?? [], at, rows) ? problems.slice(0, -1) : problems
  if (kept.length === 0 && rows.length === 0) return { rows, problems: [{ row: first + 1, column: '', value: '', code: 'rows-none' }] }
  return { rows, problems: kept }
}

type Columns = ReadonlyMap<LedgerColumn, number>

function columnsOf(head: readonly string[], row: number): { readonly at: Columns; readonly problems: readonly LedgerProblem[] } {
  const at = new Map<LedgerColumn, number>()
  const problems: LedgerProblem[] = []
  for (const [index, cell] of head.entries()) {
    const name = cell
      .replace(/^\ufeff/, '')
      .replaceAll(/\s+/g, ' ')
      .trim()
      .toLowerCase()
    const column = ledgerColumns.find((one) => one === name) ?? OTHER_NAMES[name]
    if (column === undefined) continue
    if (at.has(column)) problems.push({ row, column, value: cell.slice(0, 60), code: 'heading-twice' })
    at.set(column, index)
  }
  if (at.size === 0) return { at, problems: [{ row, column: '', value: head.join(', ').slice(0, 60), code: 'headings-none' }] }
  const missing = (value: string): LedgerProblem => ({ row, column: '', value, code: 'heading-missing' })
  if (!at.has('date')) problems.push(missing('date'))
  if (!(at.has('amount') || (at.has('debit') && at.has('credit')))) problems.push(missing('amount'))
  if (at.has('amount') && (at.has('debit') || at.has('credit'))) problems.push({ ...missing('debit'), code: 'amount-and-debit' })
  return { at, problems }
}

function readRow(row: number, cells: readonly string[], at: Columns, span: LedgerSpan): LedgerRow | { readonly problem: LedgerProblem } {
  const cell = (column: LedgerColumn): string => (cells[at.get(column) ?? -1] ?? '').trim()
  const wrong = (column: LedgerColumn, code: string) => ({ problem: { row, column, value: cell(column).slice(0, 60), code } })
  const odd = ledgerColumns.find((column) => !cell(column).isWellFormed() || /\p{Cc}/u.test(cell(column)))
  if (odd) return wrong(odd, 'control-characters')
  const faulty = ledgerColumns.find((column) => /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/i.test(cell(column)))
  if (faulty) return wrong(faulty, 'excel-error')
  const day: LedgerDay = readLedgerDay(cell('date'))
  if ('code' in day) return wrong('date', day.code)
  const outside = outsideOf(day.day, span)
  if (outside) return wrong('date', outside)
  const sum = sumOf(cell)
  if ('code' in sum) return wrong(sum.column, sum.code)
  const kind = kindOf(cell('kind'))
  if (kind === undefined) return wrong('kind', 'kind-unknown')
  const words = (column: LedgerColumn, most: number): string => cell(column).slice(0, most)
  return {
    ...{ row, code: words('code', 60), day: day.day, pence: sum.pence, kind },
    ...{ supplier: words('supplier', 200), reference: words('reference', 100), description: words('description', 300) },
  }
}

/** Why a day may not stand in a ledger: outside the year, or outside the term of the fund's agreement; undefined: it may. */
export function outsideOf(
  day: Temporal.PlainDate,
  { year, agreement }: LedgerSpan,
): 'day-outside-year' | 'day-outside-agreement' | undefined {
  const before = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(one, other) < 0
  if (before(day, year.from) || !before(day, year.until)) return 'day-outside-year'
  if (agreement === null) return undefined
  return before(day, agreement.from) || (agreement.until !== null && !before(day, agreement.until)) ? 'day-outside-agreement' : undefined
}

type ReadSum = { readonly pence: bigint } | { readonly column: LedgerColumn; readonly code: string }

function sumOf(cell: (column: LedgerColumn) => string): ReadSum {
  const amount = cell('amount')
  if (cell('debit') === '' && cell('credit') === '') return within('amount', readWrittenSum(amount))
  if (cell('debit') !== '' && cell('credit') !== '') return { column: 'debit', code: 'debit-and-credit' }
  const column = cell('debit') === '' ? 'credit' : 'debit'
  const read = within(column, readWrittenSum(cell(column)))
  return 'pence' in read && column === 'credit' ? { pence: -read.pence } : read
}

const within = (column: LedgerColumn, read: ReturnType<typeof readWrittenSum>): ReadSum =>
  'code' in read ? { column, code: read.code } : read

function kindOf(written: string): EntryKind | undefined {
  const name = written.toLowerCase()
  if (name === '' || name === 'spend' || name === 'paid' || name === 'invoice') return 'actual'
  return entryKinds.find((kind) => kind === name || `${kind}s` === name)
}

/** Whether a last row without a date is the sum of those above it, as ledgers print at their foot. */
function isTotal(cells: readonly string[], at: Columns, rows: readonly LedgerRow[]): boolean {
  const cell = (column: LedgerColumn): string => (cells[at.get(column) ?? -1] ?? '').trim()
  if (cell('date') !== '' || !cells.some((one) => /^(?:grand )?totals?:?$/i.test(one.trim()))) return false
  const read = readWrittenSum(cell('amount'))
  return 'pence' in read && rows.reduce((sum, { pence }) => sum + pence, 0n) === read.pence
}
