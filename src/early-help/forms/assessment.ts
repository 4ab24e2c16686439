import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { day } from '#platform/web/day-fields.ts'
import { choice, formOf, longText, optionalLongText, parseForm, text, ticked, uuid, uuids } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { evidences } from './agreement.ts'

/** What somebody can say of an assessment. */
export const verdicts = ['agreed', 'disputed', 'not-asked', 'declined'] as const
/** One of them. */
export type Verdict = (typeof verdicts)[number]

const startForm = z.object({ startedOn: day(), children: uuids() })
const viewForm = z.object({ person: uuid(), tookPart: ticked(), verdict: choice(verdicts), words: optionalLongText(50_000), saidOn: day() })
const signatureForm = z.object({
  name: text(200),
  capacity: choice(['family', 'practitioner']),
  evidence: choice(evidences),
  signedOn: day(),
})

/** When an assessment begins, and whom it is about. */
export type StartInput = z.output<typeof startForm>
/** What one of the family says of it. */
export type ViewInput = Omit<z.output<typeof viewForm>, 'words'> & { readonly words: string }
/** Who signed. */
export type SignatureInput = z.output<typeof signatureForm>
/** Why it is corrected. */
export interface CorrectInput {
  readonly because: string
}
/** Who is asked to fill in which part, and what they are told. */
export interface AskContributionInput {
  readonly post: string
  readonly part: string
  readonly told: string
}

/** Reads the begin of an assessment: it is about at least one child. */
export function parseStart(body: FormBody): Result<StartInput, FieldProblem> {
  const parsed = parseForm(startForm, body)
  return parsed.ok && parsed.value.children.length === 0 ? fail({ field: 'children', code: 'children-missing' }) : parsed
}

/** Reads what somebody says of it: whoever disputes it does so in words, and whoever was not asked has a reason. */
export function parseView(body: FormBody): Result<ViewInput, FieldProblem> {
  const parsed = parseForm(viewForm, body)
  if (!parsed.ok) return parsed
  const { words = '', ...rest } = parsed.value
  if (words === '' && rest.verdict === 'disputed') return fail({ field: 'words', code: 'disputed-words' })
  if (words === '' && rest.verdict === 'not-asked') return fail({ field: 'words', code: 'not-asked-why' })
  return succeed({ ...rest, words })
}

/** Reads a signature. */
export const parseSignature = formOf(signatureForm)
/** Reads why an assessment is corrected. */
export const parseCorrect = formOf(z.object({ because: longText(2000) }))
/** Reads a day alone. */
export const parseDay = formOf(z.object({ day: day() }))
/** Reads a person alone. */
export const parsePerson = formOf(z.object({ person: uuid() }))
/** Reads nothing: a form that is a button. */
export const parseNothing = (_body: FormBody): Result<undefined, FieldProblem> => succeed(undefined)
/** Reads whom one asks to contribute, and to which of these parts. */
export function parseAskContribution(parts: readonly string[]): (body: FormBody) => Result<AskContributionInput, FieldProblem> {
  return formOf(z.object({ post: uuid(), part: choice(parts), told: longText(1000) }))
}
/** Reads why somebody does not contribute. */
export const parseDecline = formOf(z.object({ because: optionalLongText(2000) }))

/** Reads whether whoever prints a paper read every word of it. */
export const parseSure = formOf(z.object({ sure: ticked() }))
