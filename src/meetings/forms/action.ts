import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import { choice, field, longText, optionalText, optionalUuid, parseForm, postedText, ticked } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/forms.ts'

/** Somebody who leads an action: a person or an organisation on record. */
export interface LeadChoice {
  readonly kind: 'person' | 'organisation'
  readonly id: string
}

const lead = () =>
  field<LeadChoice | undefined>((posted) => {
    const value = postedText(posted)
    if (value === '') return { value: undefined }
    const parts = /^([po])-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(value)
    if (!parts?.[2]) return { code: 'choice-unknown' }
    return { value: { kind: parts[1] === 'p' ? 'person' : 'organisation', id: parts[2] } }
  })

const actionForm = z.object({
  item: optionalUuid(),
  decision: optionalUuid(),
  text: longText(5000),
  lead1: lead(),
  lead2: lead(),
  lead3: lead(),
  leadOther: optionalText(200),
  unconfirmed: ticked(),
  due: optionalText(200),
  /** Body that the action is for, at a joint meeting; undefined: that of its decision, else the one that called. */
  ofBody: optionalUuid(),
})

/** An action as entered (M11). */
export type ActionInput = Omit<z.output<typeof actionForm>, 'ofBody'> & { readonly ofBody?: string | undefined }

/** Reads the form of an action. */
export function parseAction(body: FormBody): Result<ActionInput, FieldProblem> {
  return parseForm(actionForm, body)
}

/** Reads a note on progress. */
export function parseNote(body: FormBody) {
  return parseForm(z.object({ note: longText(5000) }), body)
}

/** Reads what became of an action. */
export function parseActionState(body: FormBody) {
  return parseForm(z.object({ state: choice(['done', 'open', 'withdrawn']) }), body)
}

const markForm = z.object({ dueOn: day(), doneOn: optionalDay(), evidence: longText(5000) })

/** Which time of a returning action was done, when, and what shows it; without a day it was done today. */
export type MarkInput = z.output<typeof markForm>

/** Reads the form that ticks off a time. */
export function parseMark(body: FormBody): Result<MarkInput, FieldProblem> {
  return parseForm(markForm, body)
}
