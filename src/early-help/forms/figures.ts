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

/** From which age a child is asked, and after how many days an own entry is due, from a month on. */
export interface VoiceRuleInput {
  /** Such as '2026-11'. */
  readonly startsOn: string
  /** Whole years. */
  readonly fromAge: number
  /** Since the review, the beginning, or coming back. */
  readonly dueAfterDays: number
  readonly source: string
}

/** Reads whom figures ask; `months` are those from which it can be set. */
export function parseVoiceRule(months: readonly string[]): (body: FormBody) => Result<VoiceRuleInput, FieldProblem> {
  return formOf(z.object({ startsOn: choice(months), fromAge: wholeNumber(0, 17), dueAfterDays: wholeNumber(0, 366), source: text(500) }))
}

/** Reads what figures wait for; `months` are those from which it can be set. */
export function parseFigureSetting(months: readonly string[]): (body: FormBody) => Result<FigureSettingInput, FieldProblem> {
  return formOf(z.object({ startsOn: choice(months), lateDays: wholeNumber(0, 60), percentFrom: wholeNumber(10, 1000), source: text(500) }))
}
