import { parse } from 'csv-parse/sync'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { votingStatuses } from '../rules/choices.ts'

/** One row of a membership file: a place of a seat and who fills it. */
export interface MembershipRow {
  /** The line of the file, from 2; the first holds the headings. */
  readonly line: number
  readonly seat: string
  /** A code of the list 'seat-category'; 'other' where the cell is empty. */
  readonly category: string
  readonly voting: (typeof votingStatuses)[number]
  /** Undefined for a vacant place: then there is no person either. */
  readonly name: string | undefined
  readonly email: string
  readonly organisation: string
  readonly post: string
  readonly from: Temporal.PlainDate
}

/** The headings of the file, in the order of the template. */
export const membershipHeadings = ['seat', 'category', 'voting', 'name', 'email', 'organisation', 'post', 'from'] as const

/** Most rows that one file may bring. */
const MAX_ROWS = 500
const MAX_CHARACTERS = 500_000

/** Reads a membership file (G5). Every problem names its line; none stops the others, and one is enough to refuse the file. */
export function parseMembershipCsv(text: string, today: Temporal.PlainDate): Result<readonly MembershipRow[], FieldProblem> {
  if (text.trim() === '') return fail({ field: 'file', code: 'file-empty' })
  if (text.length > MAX_CHARACTERS) return fail({ field: 'file', code: 'file-too-large' })
  if (!text.isWellFormed() || /[^\P{Cc}\r\n\t]/u.test(text)) return fail({ field: 'file', code: 'file-not-text' })
  const records = read(text)
  if (records === undefined) return fail({ field: 'file', code: 'file-not-csv' })
  const [head = [], ...lines] = records
  const headings = head.map((cell) => cell.trim().toLowerCase())
  const missing = membershipHeadings.filter((heading) => ['seat', 'name'].includes(heading) && !headings.includes(heading))
  if (missing[0]) return fail({ field: 'file', code: 'heading-missing', details: { heading: missing.join(', ') } })
  if (lines.length === 0) return fail({ field: 'file', code: 'file-without-rows' })
  if (lines.length > MAX_ROWS) return fail({ field: 'file', code: 'too-many-rows', details: { max: MAX_ROWS } })
  const rows = lines.map((cells, index) =>
    rowOf(new Map(headings.map((heading, at) => [heading, (cells[at] ?? '').trim()])), index + 2, today),
  )
  const [first, ...more] = rows.flatMap((row) => row.problems)
  return first ? fail(first, ...more) : succeed(rows.map(({ row }) => row))
}

function read(text: string): string[][] | undefined {
  try {
    return parse(text, { bom: true, skip_empty_lines: true, relax_column_count: true, max_record_size: 20_000 }) as string[][]
  } catch {
    return undefined
  }
}

function rowOf(
  cells: ReadonlyMap<string, string>,
  line: number,
  today: Temporal.PlainDate,
): { readonly row: MembershipRow; readonly problems: FieldProblem[] } {
  const problems: FieldProblem[] = []
  const wrong = (code: string, heading: string, value = ''): void => {
    problems.push({ field: 'file', code, details: { line, heading, value: value.slice(0, 60) } })
  }
  const cell = (heading: (typeof membershipHeadings)[number], max: number): string => {
    const value = cells.get(heading) ?? ''
    // A cell that a spreadsheet would run as a formula is refused, so that no list that leaves this house can carry one.
    if (/^[=+\-@]/.test(value)) wrong('cell-formula', heading, value)
    if ([...value].length > max) wrong('cell-too-long', heading, value)
    return value
  }
  const seat = cell('seat', 200)
  if (seat === '') wrong('cell-empty', 'seat')
  const voting =
    cell('voting', 40)
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_') || 'voting'
  const known = votingStatuses.find((status) => status === voting)
  if (!known) wrong('cell-unknown', 'voting', voting)
  const from = dayOf(cell('from', 20)) ?? (cells.get('from') ? undefined : today)
  if (!from) wrong('cell-no-day', 'from', cells.get('from'))
  const email = cell('email', 254)
  if (email !== '' && !/^[^\s@<>(),;:"[\]\\]+@[^\s@.]+(\.[^\s@.]+)+$/u.test(email)) wrong('cell-no-email', 'email', email)
  const name = cell('name', 200)
  const row: MembershipRow = {
    line,
    seat,
    category: cell('category', 60).toLowerCase().replaceAll(/\s+/g, '-') || 'other',
    voting: known ?? 'voting',
    name: name === '' ? undefined : name,
    email,
    organisation: cell('organisation', 200),
    post: cell('post', 200),
    from: from ?? today,
  }
  return { row, problems }
}

/** A day as people write it in a spreadsheet: '2026-03-27' or '27/03/2026'. */
function dayOf(text: string): Temporal.PlainDate | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : british ? [british[3], british[2], british[1]] : []
  try {
    return Temporal.PlainDate.from({ year: Number(year), month: Number(month), day: Number(day) }, { overflow: 'reject' })
  } catch {
    return undefined
  }
}
