import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { choice, formOf, text, wholeNumber } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'

/** What figures wait for, from a month on. */
export interface FigureSettingInput {
  /** Such as '2026-11'. */
  readonly startsOn: string
  /** Days after a month in which entries are still waited for. */
  readonly lateDays: number
  /** A percentage is shown of so many or more. */
  readonly percentFrom: number
  readonly source: string
}

/** Reads what figures wait for; `months` are those from which it can be set. */
export function parseFigureSetting(months: readonly string[]): (body: FormBody) => Result<FigureSettingInput, FieldProblem> {
  return formOf(z.object({ startsOn: choice(months), lateDays: wholeNumber(0, 60), percentFrom: wholeNumber(10, 1000), source: text(500) }))
}
