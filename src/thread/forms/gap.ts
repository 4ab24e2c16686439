import { z } from 'zod'
import { day } from '#platform/web/day-fields.ts'
import { longText, parseForm, uuid } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/forms.ts'

/** Reads who sees to a gap, by when, and what they are asked. */
export function parseAssignment(body: FormBody) {
  return parseForm(z.object({ person: uuid(), until: day(), words: longText(1000) }), body)
}

/** Reads until when a gap is accepted, and why. */
export function parseAcceptance(body: FormBody) {
  return parseForm(z.object({ until: day(), words: longText(1000) }), body)
}
