import { type FigureProblem, figureKey, type ReadFigure, readFigure } from './figure.ts'
import { type Definition, definitionFor, latestDefinition, type Measure, type Status, statuses } from './measure.ts'
import { type Period, readPeriod } from './period.ts'

/** The columns of a file of figures, as their headings are written; case and spaces around do not matter. */
export const uploadColumns = [
  'measure',
  'period',
  'status',
  'value',
  'numerator',
  'denominator',
  'lower',
  'upper',
  'area',
  'split',
  'part',
  'note',
  'source',
] as const
/** One of them. */
export type UploadColumn = (typeof uploadColumns)[number]

/** What is wrong with a cell, a row or the whole file; `row` counts as spreadsheets do, 1 is the headings; column '' is the row. */
export interface UploadProblem {
  readonly row: number
  readonly column: string
  readonly value: string
  readonly code: string
  /** True where it is only asked about. */
  readonly asked: boolean
}

/** A figure of a row. */
export interface UploadRow {
  readonly row: number
  readonly measure: Measure
  readonly figure: ReadFigure
}

/** The figures of a file in the order of its rows, and what is wrong with it. Nothing is loaded while anything is wrong. */
export interface ReadUpload {
  readonly rows: readonly UploadRow[]
  readonly problems: readonly UploadProblem[]
}

const MARKS: Readonly<Record<string, Status>> = {
  '-': 'missing',
  x: 'missing',
  '*': 'suppressed',
  c: 'suppressed',
  z: 'not-applicable',
  ':': 'not-yet-available',
  '..': 'not-yet-available',
}

/**
 * Reads the cells of a file: headings first, then a figure a row, blank rows left out. The order of rows and of columns does not matter.
 * Handbook of plans and performance, 5.2.
 */
export function readUpload(table: readonly (readonly string[])[], measures: readonly Measure[], today: Temporal.PlainDate): ReadUpload {
  const at = headingsAt(table)
  const [head = [], ...body] = table.slice(at)
  const columns = columnsOf(head, at + 1)
  if ('problems' in columns) return { rows: [], problems: columns.problems }
  const known = namesOf(measures)
  const rows: UploadRow[] = []
  const problems: UploadProblem[] = []
  const seen = new Map<string, number>()
  for (const [index, cells] of body.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue
    const row = index + at + 2
    if (isHeading(cells)) return { rows: [], problems: [{ row, column: '', value: cells.join(', '), code: 'second-table', asked: false }] }
    const read = readRow(row, cells, columns.at, known, today)
    problems.push(...read.problems)
    if (read.figure === undefined) continue
    const key = figureKey(read.figure.measure.id, read.figure.figure)
    const before = seen.get(key)
    if (before !== undefined) problems.push({ row, column: '', value: String(before), code: 'row-twice', asked: false })
    seen.set(key, row)
    rows.push(read.figure)
  }
  if (rows.length === 0 && problems.length === 0) problems.push({ row: 2, column: '', value: '', code: 'no-rows', asked: false })
  return { rows, problems: switched(problems, body, at + 1) }
}

/** The place of the row of headings: the first that is not blank, after the line by which spreadsheets name their separator. */
function headingsAt(table: readonly (readonly string[])[]): number {
  const first = table.findIndex((cells) => cells.some((cell) => cell.trim() !== '') && !/^sep=.?$/i.test(cells.join('').trim()))
  return Math.max(first, 0)
}

function isHeading(cells: readonly string[]): boolean {
  const known = cells.filter((cell) => (uploadColumns as readonly string[]).includes(cell.trim().toLowerCase()))
  return known.length >= 2
}

type Columns = { readonly at: ReadonlyMap<UploadColumn, number> } | { readonly problems: readonly UploadProblem[] }

function columnsOf(head: readonly string[], row: number): Columns {
  const at = new Map<UploadColumn, number>()
  const problems: UploadProblem[] = []
  for (const [index, cell] of head.entries()) {
    const name = cell
      .replace(/^\ufeff/, '')
      .trim()
      .toLowerCase()
    if (name === '') continue
    const column = uploadColumns.find((one) => one === name)
    const problem = column === undefined ? 'heading-unknown' : at.has(column) ? 'heading-twice' : undefined
    if (problem) problems.push({ row, column: letterOf(index), value: cell.trim().slice(0, 60), code: problem, asked: false })
    if (column !== undefined) at.set(column, index)
  }
  if (at.size === 0) return { problems: [{ row, column: '', value: head.join(', ').slice(0, 60), code: 'headings-none', asked: false }] }
  const missing = (['measure', 'period'] as const).filter((column) => !at.has(column))
  if (!at.has('value') && !(at.has('numerator') && at.has('denominator')))
    problems.push({ row, column: '', value: 'value', code: 'heading-missing', asked: false })
  problems.push(...missing.map((value) => ({ row, column: '', value, code: 'heading-missing', asked: false })))
  return problems.length > 0 ? { problems } : { at }
}

/** The letter of a column as spreadsheets name it: A to Z, then AA. */
export function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : `${letterOf(Math.floor(index / 26) - 1)}${last}`
}

/** Measures by reference and by title, in small letters; null where two have the same. */
function namesOf(measures: readonly Measure[]): ReadonlyMap<string, Measure | null> {
  const known = new Map<string, Measure | null>()
  for (const measure of measures) {
    const names = new Set(
      [measure.reference, ...measure.definitions.map(({ title }) => title), measure.id].map((name) => name.trim().toLowerCase()),
    )
    for (const name of names) if (name !== '') known.set(name, known.has(name) ? null : measure)
  }
  return known
}

interface RowRead {
  readonly figure: UploadRow | undefined
  readonly problems: readonly UploadProblem[]
}

function readRow(
  row: number,
  cells: readonly string[],
  at: ReadonlyMap<UploadColumn, number>,
  known: ReadonlyMap<string, Measure | null>,
  today: Temporal.PlainDate,
): RowRead {
  const cell = (column: UploadColumn): string => (cells[at.get(column) ?? -1] ?? '').trim()
  const wrong = (column: string, code: string, value = cell(column as UploadColumn)): RowRead => ({
    figure: undefined,
    problems: [{ row, column, value: value.slice(0, 60), code, asked: false }],
  })
  const stray = cells.findIndex((one, index) => one.trim() !== '' && ![...at.values()].includes(index))
  if (stray >= 0) return wrong(letterOf(stray), 'cell-without-heading', cells[stray])
  const odd = uploadColumns.find((column) => !cell(column).isWellFormed() || /\p{Cc}/u.test(cell(column)))
  if (odd) return wrong(odd, 'control-characters', '')
  const measure = known.get(cell('measure').toLowerCase())
  if (!measure) return wrong('measure', cell('measure') === '' ? 'measure-missing' : measure === null ? 'measure-twice' : 'measure-unknown')
  const period = periodOfRow(measure, cell('period'))
  if (period === null) return wrong('period', /^\d{5}$/.test(cell('period')) ? 'period-is-serial' : 'period-unreadable')
  const status = statusOf(cell('status'), cell('value'), cell('numerator'))
  if (status === undefined) return wrong('status', cell('status') === '' ? 'status-missing' : 'status-unknown')
  const definition: Definition = definitionFor(measure, period)
  const area = cell('area') === '' ? null : areaNamed(definition, cell('area'))
  if (area === undefined) return wrong('area', definition.areas.length === 0 ? 'areas-none' : 'area-not-split')
  const given = {
    ...{ period, status: status.status, cell: { area, dimension: cell('split'), category: cell('part') } },
    ...{ value: status.marked ? '' : cell('value'), numerator: cell('numerator'), denominator: cell('denominator') },
    ...{ lower: cell('lower'), upper: cell('upper'), quality: cell('note').slice(0, 500), source: cell('source').slice(0, 300) },
  }
  const { figure, problems } = readFigure(given, definition, today)
  return {
    figure: figure === null ? undefined : { row, measure, figure },
    problems: problems.map(({ part, code, asked }) => ({
      row,
      column: COLUMN_OF[part],
      value: cell(COLUMN_OF[part]).slice(0, 60),
      code,
      asked,
    })),
  }
}

const COLUMN_OF: Readonly<Record<FigureProblem['part'], UploadColumn>> = {
  ...{
    status: 'status',
    value: 'value',
    numerator: 'numerator',
    denominator: 'denominator',
    lower: 'lower',
    upper: 'upper',
    period: 'period',
    cell: 'part',
    area: 'area',
  },
}

/** The area of a definition that is written so: by its name, an earlier one or its code; undefined where there is none, or two are called alike. */
function areaNamed({ areas }: Definition, written: string): string | undefined {
  const wanted = written.toLowerCase()
  const found = areas.filter(({ name, also }) => [name, ...also].some((one) => one.toLowerCase() === wanted))
  return found.length === 1 ? found[0]?.id : undefined
}

function periodOfRow(measure: Measure, written: string): Period | null {
  const types = new Set([...measure.definitions.map(({ frequency }) => frequency), latestDefinition(measure).frequency])
  for (const type of types) {
    const period = readPeriod(type, written)
    if (period !== null) return period
  }
  return null
}

/** A status as written, in code or words; a number alone is final, and the marks of statistics stand for a state. An empty cell is no state. */
function statusOf(written: string, value: string, numerator: string): { readonly status: Status; readonly marked: boolean } | undefined {
  const name = written.toLowerCase().replaceAll(' ', '-')
  const named = statuses.find((status) => status === name)
  if (written !== '') return named && { status: named, marked: false }
  const mark = MARKS[value.toLowerCase()]
  if (mark !== undefined) return { status: mark, marked: true }
  return value === '' && numerator === '' ? undefined : { status: 'final', marked: false }
}

/** Where no row names a measure and every one names a period in its place, or in that of the figure, two headings were switched: said once and not for each row. */
function switched(problems: readonly UploadProblem[], body: readonly (readonly string[])[], headings: number): readonly UploadProblem[] {
  const rows = body.filter((cells) => cells.some((cell) => cell.trim() !== ''))
  const isPeriod = (written: string): boolean => periodTypes.some((type) => readPeriod(type, written) !== null)
  const wrongly = (code: string) => problems.filter((problem) => problem.code === code)
  const [unknown, unreadable] = [wrongly('measure-unknown'), wrongly('period-unreadable')]
  const told = (column: string, value: string) => [{ row: headings, column, value, code: 'headings-switched', asked: false }]
  if (unknown.length > 0 && unknown.length >= rows.length && unknown.every(({ value }) => isPeriod(value)))
    return told('measure', unknown[0]?.value ?? '')
  const odd = new Set(unreadable.map(({ value }) => value))
  const isElsewhere =
    odd.size > 0 && unreadable.length >= rows.length && rows.every((cells) => cells.some((cell) => isPeriod(cell) && !odd.has(cell.trim())))
  return isElsewhere ? told('period', unreadable[0]?.value ?? '') : problems
}

const periodTypes = ['month', 'quarter', 'financial-year', 'academic-year', 'calendar-year'] as const
