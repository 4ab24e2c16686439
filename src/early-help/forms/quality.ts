import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import { choice, formOf, longText, optionalLongText, parseForm, text, uuid, uuids, version, wholeNumber } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'

/** Why a record that was drawn is put aside. */
export const asideReasons = ['conflict', 'shielded', 'duplicate', 'unavailable'] as const
/** From what is drawn. */
export const frames = ['monthly', 'closing'] as const
/** For what somebody is assigned. */
export const purposes = ['review', 'moderate'] as const

const assignForm = z.object({ post: uuid(), purpose: choice(purposes) })
const ruleForm = z.object({
  ...{ atLeast: wholeNumber(1, 1000), excludeMonths: wholeNumber(0, 60), assignmentDays: wholeNumber(1, 90) },
  ...{ startsOn: day(), source: text(500) },
})
const asideForm = z.object({ because: choice(asideReasons) })
const moderateForm = z.object({ overall: wholeNumber(1, 9), because: longText(10_000), version: version() })
const restForm = z.object({
  ...{ overall: wholeNumber(1, 9), themes: uuids(), feedback: longText(10_000) },
  ...{ action: optionalLongText(2000), actionDue: optionalDay() },
})

/** How records are drawn, from a day on. */
export type QualityRuleInput = z.output<typeof ruleForm>
/** Who reviews or moderates. */
export type AssignInput = z.output<typeof assignForm>
/** Why a record is put aside. */
export type AsideInput = z.output<typeof asideForm>
/** What a moderator says. */
export type ModerateInput = z.output<typeof moderateForm>
/** A review: a grade with its evidence for each standard, and what follows. */
export type ReviewInput = z.output<typeof restForm> & {
  readonly findings: readonly { readonly standard: string; readonly grade: number; readonly evidence: string }[]
}

/** Reads how records are drawn. */
export const parseQualityRule = formOf(ruleForm)
/** Reads who reviews or moderates. */
export const parseAssign = formOf(assignForm)
/** Reads why a record is put aside. */
export const parseAside = formOf(asideForm)
/** Reads what a moderator says. */
export const parseModerate = formOf(moderateForm)

/** Reads a review: every standard has a grade and evidence; an action has words and a day. */
export function parseReview(standards: readonly string[]): (body: FormBody) => Result<ReviewInput, FieldProblem> {
  const fields = standards.map((_, index) => ({ [`grade${index + 1}`]: wholeNumber(1, 9), [`evidence${index + 1}`]: longText(10_000) }))
  const findingsForm = z.object(Object.assign({}, ...fields) as Record<string, z.ZodType<number | string>>)
  return (body) => {
    const [found, rest] = [parseForm(findingsForm, body), parseForm(restForm, body)]
    const problems = [...(found.ok ? [] : found.problems), ...(rest.ok ? [] : rest.problems)]
    const [first, ...more] = problems
    if (first || !found.ok || !rest.ok) return fail(first ?? { field: '', code: 'invalid' }, ...more)
    if (rest.value.action && !rest.value.actionDue) return fail({ field: 'actionDue', code: 'required', details: { part: 'day' } })
    if (!rest.value.action && rest.value.actionDue) return fail({ field: 'action', code: 'required' })
    const findings = standards.map((standard, index) => ({
      ...{ standard, grade: Number(found.value[`grade${index + 1}`]), evidence: String(found.value[`evidence${index + 1}`]) },
    }))
    return succeed({ ...rest.value, findings })
  }
}
