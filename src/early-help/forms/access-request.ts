import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import { choice, formOf, longText, optionalLongText, optionalText, parseForm, text } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'

/** How somebody is entitled to ask. */
export const entitlements = ['self', 'competent-child', 'responsibility', 'authorised'] as const
/** What is decided of an entry. */
export const entryVerdicts = ['give', 'part', 'withhold'] as const
/** How an answer is given. */
export const sentWays = ['paper', 'mail', 'spoken'] as const

const beginForm = z.object({
  ...{ name: text(200), bornOn: optionalDay(), reference: optionalText(20) },
  ...{ askedBy: text(200), entitledBy: choice(entitlements), entitledHow: longText(2000), receivedOn: day() },
})
const longerForm = z.object({ until: day(), because: longText(2000) })
const sendForm = z.object({ sentOn: day(), how: choice(sentWays) })
const endForm = z.object({ because: longText(2000) })
const entryForm = z.object({
  ...{ verdict: choice(entryVerdicts), given: optionalLongText(50_000), exemption: optionalText(40), because: optionalLongText(2000) },
})

/** A request as it came in. */
export type BeginRequestInput = z.output<typeof beginForm>
/** Until when an answer takes longer, and why. */
export type LongerInput = z.output<typeof longerForm>
/** When and how an answer was given. */
export type SendInput = z.output<typeof sendForm>
/** Why a request ended without an answer. */
export type EndInput = z.output<typeof endForm>
/** What is decided of an entry. */
export type EntryInput = z.output<typeof entryForm>

/** Reads a request; it was received today or before. */
export function parseBegin(body: FormBody, today: Temporal.PlainDate): Result<BeginRequestInput, FieldProblem> {
  const parsed = parseForm(beginForm, body)
  if (!parsed.ok) return parsed
  if (Temporal.PlainDate.compare(parsed.value.receivedOn, today) > 0) return fail({ field: 'receivedOn', code: 'in-the-future' })
  return parsed
}
/** Reads until when an answer takes longer. */
export const parseLonger = formOf(longerForm)
/** Reads when and how an answer was given. */
export const parseSend = formOf(sendForm)
/** Reads why a request ended without an answer. */
export const parseEnd = formOf(endForm)

/** Reads what is decided of an entry: what is kept back has its exemption and a reason, what is given in part its words. */
export function parseEntry(body: FormBody): Result<EntryInput, FieldProblem> {
  const parsed = parseForm(entryForm, body)
  if (!parsed.ok) return parsed
  const { verdict, given, exemption, because } = parsed.value
  if (verdict === 'part' && !given) return fail({ field: 'given', code: 'part-empty' })
  if (verdict !== 'give' && !exemption) return fail({ field: 'exemption', code: 'why-withheld' })
  if (verdict !== 'give' && !because) return fail({ field: 'because', code: 'why-withheld' })
  return succeed(
    verdict === 'give'
      ? { verdict, given: undefined, exemption: undefined, because: undefined }
      : { verdict, exemption, because, given: verdict === 'part' ? given : undefined },
  )
}
