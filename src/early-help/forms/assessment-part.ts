import { z } from 'zod'
import { type FieldProblem, type Result, succeed } from '#platform/result.ts'
import { optionalDay } from '#platform/web/day-fields.ts'
import { choices, field, optionalChoice, optionalLongText, optionalText, optionalWholeNumber, parseForm } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { dayValues } from '#platform/web/forms.ts'
import { type Answer, type FormLine, type FormPart, noAnswer, rowsOf } from '../rules/assessment-form.ts'

/** Most characters of a narrative answer, and of one line. */
const [MOST_WORDS, MOST_LINE] = [50_000, 500]
/** Most rows of a repeat that one form shows. */
const MOST_ROWS = 40

/** The name of a question in the form; `row` 0 but for a column of a repeat. */
export const nameOf = ({ code }: FormLine, row = 0): string => (row === 0 ? `q-${code}` : `q-${code}--${row}`)

/** How many rows of a repeat a form shows: those that are filled, two more, and all that were posted. */
export function shownRows(repeat: FormLine, part: FormPart, answers: readonly Answer[], posted: FormBody = {}): number {
  const columns = part.lines.filter(({ inside }) => inside === repeat.field)
  const typed = Object.keys(posted).flatMap((name) =>
    columns.some((column) => name.startsWith(`${nameOf(column)}--`)) ? [Number(/--(\d{1,3})(?:-|$)/.exec(name)?.[1] ?? 0)] : [],
  )
  return Math.min(MOST_ROWS, Math.max(2, ...typed, (rowsOf(repeat, part.lines, answers).at(-1) ?? 0) + 2))
}

/** As much of a day as is known: a year, a month of a year, or a whole day. */
function partialDay(): z.ZodType<string | undefined> {
  return field<string | undefined>((posted) => {
    const { day = '', month = '', year = '' } = (typeof posted === 'object' && posted !== null ? posted : {}) as Record<string, string>
    const [d, m, y] = [day.trim(), month.trim(), year.trim()]
    if (!d && !m && !y) return { value: undefined }
    if (!/^(19|20|21)\d{2}$/.test(y)) return { code: 'year-four-digits', details: { part: 'year' } }
    if (!m) return d ? { code: 'day-part-missing', details: { part: 'month' } } : { value: y }
    if (!/^\d{1,2}$/.test(m) || Number(m) < 1 || Number(m) > 12) return { code: 'month-impossible', details: { part: 'month' } }
    const known = `${y}-${m.padStart(2, '0')}`
    if (!d) return { value: known }
    const days = Temporal.PlainYearMonth.from(known).daysInMonth
    if (!/^\d{1,2}$/.test(d) || Number(d) < 1 || Number(d) > days) return { code: 'day-impossible', details: { part: 'day' } }
    return { value: `${known}-${d.padStart(2, '0')}` }
  })
}

function parserOf({ kind, options }: FormLine): z.ZodType {
  const codes = options.map(([code]) => code)
  switch (kind) {
    case 'long':
      return optionalLongText(MOST_WORDS)
    case 'choice':
    case 'asked':
      return optionalChoice(codes)
    case 'choices':
      return choices(codes)
    case 'day':
      return optionalDay()
    case 'partial-day':
      return partialDay()
    case 'number':
      return optionalWholeNumber(0, 1_000_000)
    default:
      return optionalText(MOST_LINE)
  }
}

/** The questions of a part under the names they are posted with; a repeat as often as it was posted. */
function namedLines(part: FormPart, body: FormBody): readonly (readonly [name: string, line: FormLine, row: number])[] {
  return part.lines.flatMap((line) => {
    if (line.kind === 'record' || line.inside !== undefined) return []
    if (line.kind !== 'repeat') return [[nameOf(line), line, 0] as const]
    const columns = part.lines.filter(({ inside }) => inside === line.field)
    const rows = Array.from({ length: shownRows(line, part, [], body) }, (_, at) => at + 1)
    return rows.flatMap((row) => columns.map((column) => [nameOf(column, row), column, row] as const))
  })
}

/** Reads what was answered in a part: one answer for each question, also where it says nothing. */
export function parsePart(part: FormPart, body: FormBody): Result<readonly Answer[], FieldProblem> {
  const named = namedLines(part, body)
  const parsed = parseForm(z.object(Object.fromEntries(named.map(([name, line]) => [name, parserOf(line)]))), body)
  if (!parsed.ok) return parsed
  const values = parsed.value as Readonly<Record<string, unknown>>
  return succeed(named.map(([name, line, row]) => answerFrom(line, row, values[name])))
}

function answerFrom(line: FormLine, row: number, value: unknown): Answer {
  const none = noAnswer(line.field, row)
  if (value === undefined) return none
  switch (line.kind) {
    case 'choice':
    case 'asked':
      return { ...none, codes: [value as string] }
    case 'choices':
      return { ...none, codes: value as readonly string[] }
    case 'day':
      return { ...none, day: value as Temporal.PlainDate }
    case 'partial-day':
      return { ...none, partialDay: value as string }
    case 'number':
      return { ...none, number: value as number }
    default:
      return { ...none, words: value as string }
  }
}

/** What stands in the form of a part at first: what is saved. */
export function partValues(part: FormPart, answers: readonly Answer[]): FormBody {
  const lines = new Map(part.lines.map((line) => [line.field, line]))
  return Object.assign({}, ...answers.map((answer) => valuesOf(lines.get(answer.field), answer))) as FormBody
}

function valuesOf(line: FormLine | undefined, answer: Answer): FormBody {
  if (!line) return {}
  const name = nameOf(line, answer.row)
  if (line.kind === 'choices') return { [name]: answer.codes }
  if (line.kind === 'choice' || line.kind === 'asked') return { [name]: answer.codes[0] ?? '' }
  if (line.kind === 'day') return dayValues(name, answer.day)
  if (line.kind === 'number') return { [name]: answer.number === undefined ? '' : String(answer.number) }
  if (line.kind !== 'partial-day') return { [name]: answer.words }
  const [year = '', month = '', day = ''] = (answer.partialDay ?? '').split('-')
  return { [`${name}-year`]: year, [`${name}-month`]: month, [`${name}-day`]: day }
}

/** What of a posted form is kept as a draft: the words of its questions as they were typed, and nothing else. */
export function draftOf(part: FormPart, body: FormBody): Readonly<Record<string, readonly string[]>> {
  const own = part.lines.map((line) => nameOf(line))
  const kept = Object.entries(body).flatMap(([name, value]) => {
    if (!own.some((one) => name === one || name.startsWith(`${one}.`) || name.startsWith(`${one}-`))) return []
    // PostgreSQL keeps neither a zero byte nor half a character.
    const words = [value].flat().flatMap((one) => (typeof one === 'string' ? [one.toWellFormed().replaceAll('\0', '')] : []))
    return [[name, words.map((one) => [...one].slice(0, MOST_WORDS * 2).join(''))] as const]
  })
  return Object.fromEntries(kept)
}
