import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import { choice, longText, optionalLongText, optionalText, parseForm, text, uuid } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { closingChoice } from './closing.ts'

/** Children that a request names; more are entered at the family's page. */
export const CHILDREN_ASKED = 4

const childFields = Object.fromEntries(
  Array.from({ length: CHILDREN_ASKED }, (_, at) => [
    [`child${at + 1}`, optionalText(200)],
    [`born${at + 1}`, optionalDay()],
  ]).flat(),
) as Record<`child${1 | 2 | 3 | 4}`, z.ZodType<string | undefined>> &
  Record<`born${1 | 2 | 3 | 4}`, z.ZodType<Temporal.PlainDate | undefined>>
const askForm = z.object({
  label: text(200),
  area: uuid(),
  agency: uuid(),
  requestedOn: day(),
  ...childFields,
  why: longText(50_000),
  told: choice(['yes', 'no']),
  notToldBecause: optionalLongText(2000),
})
const closeForm = z
  .object({
    reason: closingChoice,
    closedOn: day(),
    plan: optionalLongText(10_000),
    familyView: optionalLongText(10_000),
    noViewBecause: optionalLongText(2000),
    forReferrer: optionalLongText(4000),
  })
  .transform(({ reason, ...rest }) => ({ ...rest, ...reason }))

/** A request for help. */
export interface AskInput {
  readonly label: string
  readonly area: string
  readonly agency: string
  readonly requestedOn: Temporal.PlainDate
  readonly children: readonly { readonly name: string; readonly bornOn: Temporal.PlainDate | undefined; readonly dueOn: undefined }[]
  readonly why: string
  readonly isFamilyTold: boolean
  readonly notToldBecause: string | undefined
}
/** Why and when a record is closed. */
export type CloseInput = z.output<typeof closeForm>

/** Reads a request: a day of birth has a name, and whoever did not tell the family says why. */
export function parseAsk(body: FormBody, today: Temporal.PlainDate): Result<AskInput, FieldProblem> {
  const parsed = parseForm(askForm, body)
  if (!parsed.ok) return parsed
  const { label, area, agency, requestedOn, why, told, notToldBecause, ...children } = parsed.value
  const named = ([1, 2, 3, 4] as const).map((at) => ({ at, name: children[`child${at}`], bornOn: children[`born${at}`] }))
  const nameless = named.find(({ name, bornOn }) => bornOn !== undefined && name === undefined)
  if (nameless) return fail({ field: `child${nameless.at}`, code: 'name-missing' })
  const unborn = named.find(({ bornOn }) => bornOn !== undefined && Temporal.PlainDate.compare(bornOn, today) > 0)
  if (unborn) return fail({ field: `born${unborn.at}`, code: 'born-in-the-future' })
  if (!named.some(({ name }) => name !== undefined)) return fail({ field: 'child1', code: 'child-missing' })
  if (told === 'no' && notToldBecause === undefined) return fail({ field: 'notToldBecause', code: 'not-told-why' })
  return succeed({
    ...{ label, area, agency, requestedOn, why, isFamilyTold: told === 'yes', notToldBecause: told === 'yes' ? undefined : notToldBecause },
    children: named.flatMap(({ name, bornOn }) => (name === undefined ? [] : [{ name, bornOn, dueOn: undefined }])),
  })
}

/** Reads why and when a record is closed. */
export const parseClose = (body: FormBody): Result<CloseInput, FieldProblem> => parseForm(closeForm, body)
