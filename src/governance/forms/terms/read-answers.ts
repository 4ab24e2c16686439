import { z } from 'zod'
import type { FieldProblem } from '#platform/result.ts'
import { optionalDay, optionalTime } from '#platform/web/day-fields.ts'
import { choice, choices, optionalText, optionalWholeNumber, parseForm, postedText, text, wholeNumber } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/forms.ts'
import { lines } from '../fields.ts'
import { keyFrom } from './new-key.ts'
import type { LinesQuestion, OneQuestion, Question, Questions, RowsQuestion } from './question.ts'

/** Reads answers out of a posted form; problems are gathered, so that a page names all of them at once. */
export interface Reading {
  readonly body: FormBody
  readonly problems: FieldProblem[]
}

/** What a question was answered with; undefined where the answer is wrong, which stands among the problems. */
export function readAnswer(reading: Reading, question: Question, path: string): unknown {
  switch (question.kind) {
    case 'whole':
      return orNull(take(reading, path, (question.open ? optionalWholeNumber : wholeNumber)(question.min, question.max)))
    case 'words':
      // A long line is typed into a box of several lines, where the return key is pressed by habit.
      return orNull(take(oneLine(reading, path), path, question.open ? optionalText(question.max) : text(question.max)))
    case 'lines':
      return readLines(reading, question, path)
    case 'one':
      return readOne(reading, question, path)
    case 'many':
      return take(reading, path, choices(question.options.map(({ value }) => value)))
    case 'tick':
      return postedText(reading.body[path]) !== ''
    case 'yes-no':
      return { yes: true, no: false, 'not-said': null }[take(reading, path, choice(['yes', 'no', 'not-said'])) ?? 'not-said']
    case 'time':
      return take(reading, path, optionalTime())?.toString({ smallestUnit: 'minute' }) ?? null
    case 'day':
      return take(reading, path, optionalDay())?.toString() ?? null
    case 'key':
      return readKey(reading, question.from, path)
    case 'part':
      return question.open && isEmpty(reading, question.of, path) ? null : readAnswers(reading, question.of, path)
    case 'rows':
      return readRows(reading, question, path)
  }
}

function oneLine({ body, problems }: Reading, path: string): Reading {
  return { body: { ...body, [path]: postedText(body[path]).replace(/\s*\n\s*/g, ' ') }, problems }
}

/** The answers to every question of a shape. */
export function readAnswers(reading: Reading, questions: Questions, path: string): Readonly<Record<string, unknown>> {
  const answers = Object.entries(questions).map(([name, one]) => [name, readAnswer(reading, one, `${path}_${name}`), one] as const)
  const said = answers.filter(
    ([, answer, one]) => !((one.kind === 'day' || one.kind === 'words') && one.absent === true && answer === null),
  )
  return Object.fromEntries(said.map(([name, answer]) => [name, answer]))
}

function take<Value>(reading: Reading, path: string, schema: z.ZodType<Value>): Value | undefined {
  const { body, problems } = reading
  // One field at a time, under a name without dots: Zod would take them for a way into an object.
  const parts = ['', '-day', '-month', '-year'].map((end) => [`field${end}`, body[`${path}${end}`]] as const)
  const posted = Object.fromEntries(parts.filter(([, value]) => value !== undefined))
  const parsed = parseForm(z.object({ field: schema }), posted as FormBody)
  if (parsed.ok) return (parsed.value as { readonly field: Value }).field
  problems.push(...parsed.problems.map((problem) => ({ ...problem, field: path })))
  return undefined
}

const orNull = <Value>(value: Value | undefined): Value | null => value ?? null

function readLines(reading: Reading, { least, most, max }: LinesQuestion, path: string): readonly string[] {
  const list = take(reading, path, lines(most, max))
  if (list === undefined) return []
  if (list.length < least) reading.problems.push({ field: path, code: 'required' })
  return list
}

function readOne(reading: Reading, { options, none }: OneQuestion, path: string): string | null {
  const codes = options.map(({ value }) => value)
  const chosen = take(reading, path, choice(none === undefined ? codes : [...codes, 'none']))
  return chosen === undefined || (chosen === 'none' && none !== undefined) ? null : chosen
}

/** A key that the form carried, or a new one; which is free is settled with the other entries. */
function readKey({ body }: Reading, from: string, path: string): string {
  const carried = postedText(body[path])
  if (/^[a-z][a-z0-9_]{0,59}$/.test(carried)) return carried
  return keyFrom(postedText(body[path.replace(/[^_]+$/, from)]))
}

function isEmpty({ body }: Reading, questions: Questions, path: string): boolean {
  return Object.entries(questions).every(([name, one]) => {
    const at = `${path}_${name}`
    if (one.kind === 'key') return true
    if (one.kind === 'part') return isEmpty({ body, problems: [] }, one.of, at)
    const posted = [body[at], body[`${at}-day`], body[`${at}-month`], body[`${at}-year`]].flat()
    // What stands in an empty entry at first says nothing: its menus, and 'not said'.
    const silent = one.kind === 'one' && one.none !== undefined ? ['none'] : one.kind === 'yes-no' ? ['not-said'] : []
    return posted.every((value) => typeof value !== 'string' || value.trim() === '' || silent.includes(value))
  })
}

function readRows(reading: Reading, { of, least, most, entry }: RowsQuestion, path: string): readonly unknown[] {
  const filled = Array.from({ length: most }, (_, index) => `${path}_${index}`).filter((at) => !isEmpty(reading, of, at))
  if (filled.length < least) {
    const first = Object.entries(of).find(([, { kind }]) => kind !== 'key')?.[0] ?? ''
    reading.problems.push({ field: `${path}_0_${first}`, code: 'entries-missing', details: { entry: entry.toLowerCase() } })
  }
  const rows = filled.map((at) => readAnswers(reading, of, at))
  const taken = new Set<unknown>()
  return rows.map((row) => {
    if (typeof row.key !== 'string') return row
    let key = row.key
    for (let count = 2; taken.has(key); count += 1) key = `${row.key.slice(0, 56)}_${count}`
    taken.add(key)
    return { ...row, key }
  })
}
