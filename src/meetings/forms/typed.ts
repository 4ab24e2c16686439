import { longestMarkdown } from '#platform/paper/markdown-limits.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { postedText } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/forms.ts'
import { budgetFacts, reportFacts, reportParts } from '../rules/report.ts'

/** What a form holds while it is typed: any words, finished or not. */
export interface TypedInput {
  /** Version of the record that the form was made from. */
  readonly base: number
  /** How often the server kept it before, as the form knows; 0 for never. */
  readonly revision: number
  readonly fields: Readonly<Record<string, string>>
}

const paperFields: ReadonlySet<string> = new Set(['title', 'body', 'reason', ...reportFacts, ...reportParts, ...budgetFacts])
const minutesField = /^(?:reason|(?:heading|position|text)_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Whether a paper's form has a field of that name. */
export function isPaperField(name: string): boolean {
  return paperFields.has(name)
}

/** Whether the form of minutes can have a field of that name. */
export function isMinutesField(name: string): boolean {
  return minutesField.test(name)
}

/**
 * Reads a form while it is typed. Nothing is asked for but that it can be kept: no control characters, and of no field more than a paper
 * may hold.
 */
export function parseTyped(body: FormBody, isField: (name: string) => boolean): Result<TypedInput, FieldProblem> {
  const fields: Record<string, string> = {}
  for (const name of Object.keys(body).filter(isField)) {
    const typed = postedText(body[name]).replace(/\r\n?/g, '\n')
    if (typed.length > longestMarkdown) return fail({ field: name, code: 'too-long' })
    if (!typed.isWellFormed() || /[^\P{Cc}\n\t]/u.test(typed)) return fail({ field: name, code: 'broken-characters' })
    fields[name] = typed
  }
  const base = countIn(body.version)
  const revision = countIn(body.kept)
  if (base === undefined || base === 0 || revision === undefined) return fail({ field: '', code: 'invalid' })
  return succeed({ base, revision, fields })
}

function countIn(posted: unknown): number | undefined {
  const typed = postedText(posted)
  return /^\d{1,9}$/.test(typed) ? Number(typed) : undefined
}
