import { z } from 'zod'
import { type FieldProblem, fail, type Result } from '#platform/result.ts'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import { choice, formOf, longText, optionalText, parseForm, text, uuid } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'

/** Why a family may be opened in an emergency. */
export const emergencyReasons = ['child-at-risk', 'crime', 'health', 'other'] as const

const emergencyForm = z.object({
  reference: optionalText(20),
  name: optionalText(200),
  bornOn: optionalDay(),
  reason: choice(emergencyReasons),
  words: longText(2000),
  password: text(200),
  code: text(40),
})
const reviewForm = z.object({ verdict: choice(['yes', 'no']), words: longText(4000) })
const superviseForm = z.object({ supervisor: uuid(), worker: uuid(), startsOn: day() })

/** Which family, why, and by whom: password and code are asked again. */
export type EmergencyInput = z.output<typeof emergencyForm>
/** Whether a use was justified, in words. */
export type ReviewInput = z.output<typeof reviewForm>
/** Who supervises whom, by their posts. */
export type SuperviseInput = z.output<typeof superviseForm>

/** Reads an emergency: a reference, or a name with the day of birth, never part of one. */
export function parseEmergency(body: FormBody): Result<EmergencyInput, FieldProblem> {
  const parsed = parseForm(emergencyForm, body)
  if (!parsed.ok || parsed.value.reference !== undefined) return parsed
  if (parsed.value.name === undefined) return fail({ field: 'reference', code: 'reference-or-name' })
  return parsed.value.bornOn === undefined ? fail({ field: 'bornOn', code: 'born-with-name' }) : parsed
}
/** Reads a review. */
export const parseReview = formOf(reviewForm)
/** Reads who supervises whom. */
export const parseSupervise = formOf(superviseForm)
