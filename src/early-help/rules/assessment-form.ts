import type { ContentClass } from './access.ts'

/** Kinds of question; a question keeps its kind for ever. 'asked' is yes, no, not asked or declined; 'record' shows what is known already. */
export const fieldKinds = ['text', 'long', 'choice', 'choices', 'asked', 'day', 'partial-day', 'number', 'repeat', 'record'] as const
/** One of them. */
export type FieldKind = (typeof fieldKinds)[number]
/** What of the record a question of kind 'record' shows. */
export type RecordSource = 'people' | 'outside' | 'home' | 'about' | 'facts' | 'lead' | 'request' | 'agreement' | 'signs'

/** A question in the words of one version of a form. */
export interface FormLine {
  readonly field: string
  readonly code: string
  readonly kind: FieldKind
  readonly class: ContentClass
  readonly source: RecordSource | undefined
  /** The repeat of which it is a column. */
  readonly inside: string | undefined
  readonly position: number
  readonly label: string
  readonly hint: string
  readonly options: readonly (readonly [code: string, words: string])[]
  /** Asked only where that other question was answered with one of these codes. */
  readonly shownIf: string | undefined
  readonly shownCodes: readonly string[]
  /** Without it an assessment is not complete. */
  readonly isNeeded: boolean
}

/** A part of a form; who may read its class may read what is answered in it. */
export interface FormPart {
  readonly id: string
  readonly code: string
  readonly position: number
  readonly title: string
  readonly hint: string
  readonly class: ContentClass
  readonly lines: readonly FormLine[]
}

/** One version of a form, as it was published or as it is being worded. */
export interface FormDefinition {
  readonly id: string
  readonly form: string
  readonly name: string
  readonly number: number
  /** From this day new assessments are made by it; undefined for a draft. */
  readonly startsOn: Temporal.PlainDate | undefined
  readonly version: number
  readonly parts: readonly FormPart[]
}

/** An answer: in columns of its kind. `row` is 0 but for a column of a repeat, which counts from 1. */
export interface Answer {
  readonly field: string
  readonly row: number
  readonly codes: readonly string[]
  readonly day: Temporal.PlainDate | undefined
  /** '2019', '2019-05' or '2019-05-14': as much as is known. */
  readonly partialDay: string | undefined
  readonly number: number | undefined
  readonly words: string
}

/** An answer that says nothing. */
export const noAnswer = (field: string, row = 0): Answer => ({
  ...{ field, row, codes: [], words: '' },
  ...{ day: undefined, partialDay: undefined, number: undefined },
})

/** Whether an answer says anything; 'not asked' does. */
export function saysSomething({ codes, day, partialDay, number, words }: Answer): boolean {
  return codes.length > 0 || day !== undefined || partialDay !== undefined || number !== undefined || words !== ''
}

/** Whether two answers to one question say the same. */
export function isSameAnswer(a: Answer, b: Answer): boolean {
  return (
    a.words === b.words &&
    a.number === b.number &&
    a.partialDay === b.partialDay &&
    String(a.day) === String(b.day) &&
    a.codes.join() === b.codes.join()
  )
}

/** Whether a question is asked at all, by what else was answered. What was typed under a question that is not asked any more is kept, and not shown. */
export function isAsked(line: FormLine, answers: readonly Answer[]): boolean {
  if (line.shownIf === undefined) return true
  return answers.some(({ field, codes }) => field === line.shownIf && codes.some((code) => line.shownCodes.includes(code)))
}

/** Rows of a repeat in which something stands, in order. */
export function rowsOf(repeat: FormLine, lines: readonly FormLine[], answers: readonly Answer[]): readonly number[] {
  const columns = new Set(lines.filter(({ inside }) => inside === repeat.field).map(({ field }) => field))
  const rows = answers.filter((answer) => columns.has(answer.field) && saysSomething(answer)).map(({ row }) => row)
  return [...new Set(rows)].sort((a, b) => a - b)
}

/** How far a part is answered: questions that are asked, and how many say something. What the record shows is not counted; a repeat counts once. */
export function progressOf(part: FormPart, answers: readonly Answer[]): { readonly asked: number; readonly answered: number } {
  const asked = part.lines.filter((line) => line.kind !== 'record' && line.inside === undefined && isAsked(line, answers))
  const answered = asked.filter((line) =>
    line.kind === 'repeat'
      ? rowsOf(line, part.lines, answers).length > 0
      : answers.some((answer) => answer.field === line.field && saysSomething(answer)),
  )
  return { asked: asked.length, answered: answered.length }
}

/** Questions without which an assessment is not complete, and which say nothing yet. */
export function missingIn(definition: FormDefinition, answers: readonly Answer[]): readonly FormLine[] {
  const said = new Set(answers.filter(saysSomething).map(({ field }) => field))
  return definition.parts.flatMap(({ lines }) => lines).filter((line) => line.isNeeded && isAsked(line, answers) && !said.has(line.field))
}

/** What keeps a draft from being published; empty where nothing does. */
export function definitionProblems({ parts }: FormDefinition): readonly string[] {
  const lines = parts.flatMap((part) => part.lines)
  const byField = new Map(lines.map((line) => [line.field, line]))
  const wrong = lines.flatMap((line) => {
    const said = `“${line.label}”`
    const on = line.shownIf === undefined ? undefined : byField.get(line.shownIf)
    return [
      ...(['choice', 'choices', 'asked'].includes(line.kind) && line.options.length < 2 ? [`${said} offers fewer than two answers`] : []),
      ...(line.kind === 'repeat' && !lines.some(({ inside }) => inside === line.field) ? [`${said} has no columns`] : []),
      ...(line.inside !== undefined && !byField.has(line.inside) ? [`${said} is a column of a question that is not asked any more`] : []),
      ...(line.shownIf !== undefined && !(on && line.shownCodes.every((code) => on.options.some(([offered]) => offered === code)))
        ? [`${said} is asked after an answer that is not offered`]
        : []),
    ]
  })
  return lines.length === 0 ? ['Nothing is asked'] : wrong
}
