import { z } from 'zod'
import { type FieldProblem, type Result, succeed } from '#platform/result.ts'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import { choice, formOf, longText, optionalUuid, parseForm, text, ticked, uuid, version, wholeNumber } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/forms.ts'
import { percent } from './money-risk.ts'
import { optionalSum, sumAboveNothing } from './pence.ts'

/** What a partner has of a whole, in hundredths of a percent. */
export interface TypedPart {
  readonly partner: string
  readonly share: number
}

/** Reads the part of each partner; a field left empty is no part. */
function partsOf(partners: readonly string[], body: FormBody): Result<readonly TypedPart[], FieldProblem> {
  const parts: TypedPart[] = []
  for (const partner of partners) {
    const read = parseForm(z.object({ [`share-${partner}`]: percent() }), body)
    if (!read.ok) return read
    const share = read.value[`share-${partner}`]
    if (typeof share === 'number' && share > 0) parts.push({ partner, share })
  }
  return succeed(parts)
}

const savingForm = z.object({
  ...{ line: uuid(), measure: text(200), why: longText(500), owner: optionalUuid(), once: ticked(), planned: sumAboveNothing() },
  ...{ firstPeriod: wholeNumber(1, 12), forecast: optionalSum(), evidenceDue: day() },
})
/** A saving as it is typed. */
export type SavingInput = z.output<typeof savingForm> & { readonly parts: readonly TypedPart[] }
/** Reads the form of a saving; the part of each partner stands in a field of its own. */
export function parseSaving(partners: readonly string[]): (body: FormBody) => Result<SavingInput, FieldProblem> {
  return (body) => {
    const parsed = parseForm(savingForm, body)
    if (!parsed.ok) return parsed
    const parts = partsOf(partners, body)
    return parts.ok ? succeed({ ...parsed.value, parts: parts.value }) : parts
  }
}

const foreseenForm = z.object({ forecast: optionalSum(), owner: optionalUuid(), evidenceDue: day(), version: version() })
/** What is foreseen of a saving, who answers for it and when its evidence is due. */
export type ForeseenInput = z.output<typeof foreseenForm>
/** Reads what is foreseen of a saving. */
export const parseForeseen = formOf(foreseenForm)

const claimForm = z.object({ period: wholeNumber(1, 12), amount: sumAboveNothing(), evidence: longText(500) })
/** What was delivered in a month, with its evidence. */
export type ClaimInput = z.output<typeof claimForm>
/** Reads what was delivered. */
export const parseClaim = formOf(claimForm)

const takeBackForm = z.object({ claim: uuid(), why: longText(500) })
/** Which claim is taken back, and why. */
export type TakeBackInput = z.output<typeof takeBackForm>
/** Reads which claim is taken back. */
export const parseTakeBack = formOf(takeBackForm)

const postForm = z.object({
  ...{
    kind: choice(['joint', 'secondment']),
    title: text(200),
    host: uuid(),
    lentBy: optionalUuid(),
    startsOn: day(),
    endsOn: optionalDay(),
  },
})
/** A post as it is typed. */
export type PostInput = z.output<typeof postForm> & { readonly parts: readonly TypedPart[] }
/** Reads the form of a post; the part of each partner stands in a field of its own. */
export function parsePost(partners: readonly string[]): (body: FormBody) => Result<PostInput, FieldProblem> {
  return (body) => {
    const parsed = parseForm(postForm, body)
    if (!parsed.ok) return parsed
    const parts = partsOf(partners, body)
    return parts.ok ? succeed({ ...parsed.value, parts: parts.value }) : parts
  }
}

const costForm = z.object({ line: uuid(), amount: sumAboveNothing() })
/** What a post costs in the year of a line. */
export type PostCostInput = z.output<typeof costForm>
/** Reads what a post costs. */
export const parsePostCost = formOf(costForm)
