import { z } from 'zod'
import { type FieldProblem, fail, type Result } from '#platform/result.ts'
import { choice, choices, optionalLongText, parseForm, uuid } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { contentClasses } from '../rules/access.ts'

const leadForm = z.object({ post: uuid() })
const answerForm = z.object({ verdict: choice(['yes', 'no']), because: optionalLongText(2000) })
const teamForm = z.object({ post: uuid(), classes: choices(contentClasses) })

/** Who is asked to lead. */
export type LeadInput = z.output<typeof leadForm>
/** Yes or no to leading. */
export type LeadAnswerInput = z.output<typeof answerForm>
/** Who joins the team, and what they may read. */
export type TeamInput = z.output<typeof teamForm>

/** Reads who is asked to lead. */
export const parseLead = (body: FormBody): Result<LeadInput, FieldProblem> => parseForm(leadForm, body)
/** Reads an answer; a no says why. */
export function parseLeadAnswer(body: FormBody): Result<LeadAnswerInput, FieldProblem> {
  const parsed = parseForm(answerForm, body)
  return parsed.ok && parsed.value.verdict === 'no' && parsed.value.because === undefined
    ? fail({ field: 'because', code: 'no-why' })
    : parsed
}
/** Reads who joins the team. */
export function parseTeam(body: FormBody): Result<TeamInput, FieldProblem> {
  const parsed = parseForm(teamForm, body)
  return parsed.ok && parsed.value.classes.length === 0 ? fail({ field: 'classes', code: 'classes-missing' }) : parsed
}
