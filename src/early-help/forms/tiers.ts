import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { day } from '#platform/web/day-fields.ts'
import { optionalText, parseForm, text, wholeNumber } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { type Named, type NamedFields, namedShape, placesOf, readNamed } from './named.ts'

/** Tiers from a day on, in their order. */
export interface TiersInput {
  readonly name: string
  readonly source: string
  readonly startsOn: Temporal.PlainDate
  /** `is`: the code of the tier that goes on, 'new', or 'new-statutory'. */
  readonly tiers: readonly (Named & { readonly is: string })[]
  /** The place of the tier that a family enters when it agrees, from 1. */
  readonly entry: number
}

/** Tiers that the form asks for. */
export const tierFields: NamedFields = { called: 'tier', least: 2, most: 8, length: 200 }

const tiersForm = z.object({
  ...{ name: text(200), startsOn: day(), source: text(500), entry: wholeNumber(1, tierFields.most) },
  ...namedShape(tierFields),
  ...Object.fromEntries(placesOf(tierFields).map((at) => [`tier${at}is`, optionalText(60)])),
})

/** Reads them: tiers that are whole, each new or one that goes on, none twice. */
export function parseTiers(body: FormBody): Result<TiersInput, FieldProblem> {
  const parsed = parseForm(tiersForm, body)
  if (!parsed.ok) return parsed
  const { name, source, startsOn, entry, ...rest } = parsed.value
  const named = readNamed(rest, tierFields)
  if (!named.ok) return named
  const fields = rest as Readonly<Record<string, string | undefined>>
  const tiers = named.value.map((one) => ({ ...one, is: fields[`tier${one.position}is`] ?? '' }))
  for (const { position, is } of tiers) {
    if (is === '') return fail({ field: `tier${position}is`, code: 'tier-is' })
    if (!is.startsWith('new') && tiers.some((other) => other.position < position && other.is === is))
      return fail({ field: `tier${position}is`, code: 'tier-goes-on-twice' })
  }
  const entered = tiers.find(({ position }) => position === entry)
  if (!entered || entered.is === 'new-statutory') return fail({ field: 'entry', code: 'tier-entry' })
  return succeed({ name, source, startsOn, tiers, entry })
}
