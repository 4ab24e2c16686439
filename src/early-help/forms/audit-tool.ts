import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { day } from '#platform/web/day-fields.ts'
import { optionalLongText, parseForm, text } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { type Named, type NamedFields, namedShape, readNamed } from './named.ts'

/** What an audit asks, from a day on. */
export interface AuditToolInput {
  readonly name: string
  readonly source: string
  readonly startsOn: Temporal.PlainDate
  readonly standards: readonly Named[]
  /** The best first. */
  readonly grades: readonly Named[]
  readonly themes: readonly string[]
}

/** Standards that the form asks for. */
export const standardFields: NamedFields = { called: 'standard', least: 1, most: 10, length: 200 }
/** Grades that the form asks for. */
export const gradeFields: NamedFields = { called: 'grade', least: 2, most: 6, length: 100 }
const mostThemes = 30

const toolForm = z.object({
  ...{ name: text(200), startsOn: day(), source: text(500), themes: optionalLongText(7000) },
  ...namedShape(standardFields),
  ...namedShape(gradeFields),
})

/** Reads it: standards, grades and themes that are whole; themes stand one on a line. */
export function parseAuditTool(body: FormBody): Result<AuditToolInput, FieldProblem> {
  const parsed = parseForm(toolForm, body)
  if (!parsed.ok) return parsed
  const { name, source, startsOn, themes: typed } = parsed.value
  const [standards, grades] = [readNamed(parsed.value, standardFields), readNamed(parsed.value, gradeFields)]
  if (!standards.ok) return standards
  if (!grades.ok) return grades
  const themes = (typed ?? '').split('\n').flatMap((line) => line.trim() || [])
  if (themes.length > mostThemes) return fail({ field: 'themes', code: 'themes-many' })
  if (themes.some((one) => one.length > 200)) return fail({ field: 'themes', code: 'theme-long' })
  if (new Set(themes.map((one) => one.toLowerCase())).size < themes.length) return fail({ field: 'themes', code: 'theme-twice' })
  return succeed({ name, source, startsOn, standards: standards.value, grades: grades.value, themes })
}
