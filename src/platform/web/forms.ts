import type { FieldProblem } from '#platform/result.ts'
import { commonFieldWords } from './field-words.ts'
import { postedText } from './fields.ts'
import type { FormBody } from './form-body.ts'
import type { PageProblem } from './page.tsx'

export { type FormBody, readForm } from './form-body.ts'

/** What a form page needs to show itself again: what was typed, and what is wrong with it. */
export interface FormState {
  /** What was typed in a field; '' for nothing. */
  value(name: string): string
  /** Everything that was posted under a name; for check boxes. */
  values(name: string): readonly string[]
  /** The sentence beside a field as the macros take it; undefined when the field is fine. */
  error(name: string): { readonly text: string } | undefined
  /** Which part of a date input is wrong. */
  errorPart(name: string): string | undefined
  /** For the `problems` of the page. */
  readonly problems: readonly PageProblem[]
}

/** A domain's sentence for a problem; undefined leaves it to the common words. */
export type FieldWords = (problem: FieldProblem) => string | undefined

/** Puts together what was typed and what is wrong with it. */
export function formState(body: FormBody, problems: readonly FieldProblem[], words: FieldWords): FormState {
  const list = problems.map((problem) => ({ problem, text: words(problem) ?? commonFieldWords(problem) }))
  return {
    value: (name) => postedText(body[name]),
    values: (name) => [body[name]].flat().filter((value) => typeof value === 'string'),
    error: (name) => {
      const found = list.find(({ problem }) => problem.field === name)
      return found && { text: found.text }
    },
    errorPart: (name) => partOf(list.find(({ problem }) => problem.field === name)?.problem),
    problems: list.map(({ problem, text }) => ({ href: hrefOf(problem), text })),
  }
}

/** A form that nobody has posted yet, with what stands in it at first. */
export function emptyForm(values: FormBody = {}): FormState {
  return formState(values, [], () => undefined)
}

/** A day as the three fields that a date input posts, for `emptyForm`. */
export function dayValues(name: string, day: Temporal.PlainDate | undefined): FormBody {
  if (!day) return {}
  return { [`${name}-day`]: String(day.day), [`${name}-month`]: String(day.month), [`${name}-year`]: String(day.year) }
}

function hrefOf(problem: FieldProblem): string {
  const part = partOf(problem)
  if (problem.field === '') return '#'
  return `#${problem.field}${part ? `-${part}` : ''}`
}

function partOf(problem: FieldProblem | undefined): string | undefined {
  const part = problem?.details?.part
  return typeof part === 'string' ? part : undefined
}
