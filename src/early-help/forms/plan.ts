import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { day } from '#platform/web/day-fields.ts'
import {
  choice,
  choices,
  field,
  formOf,
  longText,
  optionalChoice,
  optionalLongText,
  optionalText,
  optionalUuid,
  parseForm,
  postedText,
  text,
  uuids,
  version,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { contentClasses } from '../rules/access.ts'
import { type ChildAnswer, childAnswers } from '../rules/plan.ts'

/** Somebody of the team or of the family, as 'member:id' or 'relative:id'. */
export function whoField(): z.ZodType<{ readonly member: string | null; readonly relative: string | null }> {
  return field((posted) => {
    const [, kind, id = ''] = /^(member|relative):([0-9a-f-]{36})$/.exec(postedText(posted)) ?? []
    if (kind === undefined) return { code: 'required' }
    return { value: { member: kind === 'member' ? id : null, relative: kind === 'relative' ? id : null } }
  })
}

const memberForm = z.object({
  post: optionalUuid(),
  name: optionalText(200),
  agency: optionalText(200),
  role: text(200),
  contact: optionalText(300),
  shieldedFrom: uuids(),
  startsOn: day(),
  classes: choices(contentClasses),
})
/** Somebody who joins the team. */
export type MemberInput = z.output<typeof memberForm>
/** Reads who joins the team: somebody with a post, or the name of somebody without an account. */
export function parseMember(body: FormBody): Result<MemberInput, FieldProblem> {
  const parsed = parseForm(memberForm, body)
  if (!parsed.ok) return parsed
  const { post, name, agency, classes } = parsed.value
  if (!post && !name) return fail({ field: 'post', code: 'member-missing' })
  if (post && name) return fail({ field: 'name', code: 'member-twice' })
  if (!post && !agency) return fail({ field: 'agency', code: 'member-agency' })
  if (!post && classes.length > 0) return fail({ field: 'classes', code: 'no-account-reads' })
  return parsed
}
/** Reads when somebody leaves the team. */
export const parseEndMember = formOf(z.object({ endsOn: day(), version: version() }))

/** Reads the first version of a plan. */
export const parseBeginPlan = formOf(z.object({ agreedOn: day(), familyWords: optionalLongText(20_000) }))
/** Reads what the family says of its plan. */
export const parsePlanWords = formOf(z.object({ familyWords: longText(20_000), version: version() }))
/** Reads a need and what the family wants instead. */
export const parseNeed = formOf(
  z.object({ need: longText(5000), outcome: longText(5000), relative: optionalUuid(), version: z.optional(version()) }),
)
/** A need. */
export type NeedInput = Extract<ReturnType<typeof parseNeed>, { ok: true }>['value']

const actionForm = z.object({
  what: longText(5000),
  who: whoField(),
  dueOn: day(),
  inRoom: optionalChoice(['yes']),
  version: z.optional(version()),
})
/** What somebody is to do. */
export type ActionInput = z.output<typeof actionForm>
/** Reads what somebody is to do, by when; ticked where whoever has no account said yes in the room. */
export const parseAction = formOf(actionForm)

const answerForm = z.object({ verdict: choice(['yes', 'no']), because: optionalLongText(2000), version: version() })
/** An owner's answer. */
export type ActionAnswerInput = z.output<typeof answerForm>
/** Reads an owner's answer; a no says why. */
export function parseActionAnswer(body: FormBody): Result<ActionAnswerInput, FieldProblem> {
  const parsed = parseForm(answerForm, body)
  return parsed.ok && parsed.value.verdict === 'no' && parsed.value.because === undefined
    ? fail({ field: 'because', code: 'action-no-why' })
    : parsed
}
const progressForm = z.object({
  progress: optionalLongText(5000),
  isDone: choice(['no', 'yes']),
  evidence: optionalLongText(5000),
  version: version(),
})
/** How an action goes. */
export type ProgressInput = z.output<typeof progressForm>
/** Reads how an action goes; what is done says how one knows. */
export function parseProgress(body: FormBody): Result<ProgressInput, FieldProblem> {
  const parsed = parseForm(progressForm, body)
  return parsed.ok && parsed.value.isDone === 'yes' && parsed.value.evidence === undefined
    ? fail({ field: 'evidence', code: 'evidence-missing' })
    : parsed
}
/** Reads why an action is ended. */
export const parseEndAction = formOf(z.object({ because: longText(2000), version: version() }))

/** How every child was asked; in the order of the children. */
export interface ChildrenInput {
  readonly children: readonly { readonly relative: string; readonly answer: ChildAnswer; readonly because: string }[]
}
/** Reads how every child was asked; 'not asked' says why. Children without an answer are left as they are. */
export function parseChildren(body: FormBody, children: readonly string[]): Result<ChildrenInput, FieldProblem> {
  const given: { relative: string; answer: ChildAnswer; because: string }[] = []
  for (const [at, relative] of children.entries()) {
    const shape = z.object({ [`answer${at}`]: optionalChoice(childAnswers), [`because${at}`]: optionalLongText(2000) })
    const parsed = parseForm(shape, body)
    if (!parsed.ok) return parsed
    const answer = parsed.value[`answer${at}`] as ChildAnswer | undefined
    const because = parsed.value[`because${at}`] ?? ''
    if (answer === 'not-asked' && because === '') return fail({ field: `because${at}`, code: 'not-asked-why' })
    if (answer !== undefined) given.push({ relative, answer, because: answer === 'not-asked' ? because : '' })
  }
  return given.length === 0 && children.length > 0 ? fail({ field: 'answer0', code: 'child-answer-missing' }) : succeed({ children: given })
}
