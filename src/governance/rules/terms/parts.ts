import { z } from 'zod'

/** One line of text of 1 to `max` characters: any Unicode but control characters and lone surrogates. */
export function line(max: number) {
  return z
    .string()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u)
}

/** A key of the document: lower-case letters, digits and underscores, starting with a letter. */
export const key = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9_]*$/)

/** A civil day as YYYY-MM-DD that exists. */
export const day = z.iso.date()

/** A time of day in London as HH:MM. */
export const timeOfDay = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/)

/** Where a rule is written: a source of the document by its id, and the place in it. */
export const reference = z.strictObject({ id: key, section: line(80).exactOptional() }).meta({ id: 'Reference' })

/** Where a rule is written. */
export type Reference = z.infer<typeof reference>

/**
 * How well a rule stands: `stated` in the source; `not-stated`, so there is no value; `contradictory`, the readings are kept and the value
 * is the one followed until a person decides (null: none is); `chosen` by a named person where the source left it open.
 */
export const status = z.enum(['stated', 'not-stated', 'contradictory', 'chosen']).meta({ id: 'RuleStatus' })

/** How well a rule stands. */
export type RuleStatus = z.infer<typeof status>

const readings = z
  .array(z.strictObject({ source: reference, text: line(500) }))
  .min(2)
  .meta({ id: 'Readings' })

/** The frame every rule of the document is held in, around a value of its own shape. */
export function rule<Value extends z.ZodType>(value: Value) {
  return z
    .strictObject({
      status,
      value: value.nullable(),
      source: reference.nullable(),
      /** What each source says, in our own words, where they differ. */
      readings: readings.exactOptional(),
      /** The person or body that chose, for `chosen`. */
      chosenBy: line(120).exactOptional(),
      /** The body that the source's own words name where this body must be meant; set only when they differ. */
      bodyNamed: line(200).exactOptional(),
      note: line(500).exactOptional(),
    })
    .check((context) => {
      const stands = context.value.status
      const held = Reflect.get(context.value, 'value')
      const { readings, chosenBy } = context.value
      const wrong = (message: string) => context.issues.push({ code: 'custom', message, input: context.value })
      if (stands === 'not-stated' && held !== null) wrong('not-stated-with-value')
      if ((stands === 'stated' || stands === 'chosen') && held === null) wrong('stated-without-value')
      if (stands === 'contradictory' && readings === undefined) wrong('contradictory-without-readings')
      if (stands === 'chosen' && chosenBy === undefined) wrong('chosen-by-nobody')
    })
}

/** A rule of the terms with a value of type `Value`; null where the source states none or none is followed. */
export interface Rule<Value> {
  status: RuleStatus
  value: Value | null
  source: Reference | null
  readings?: { source: Reference; text: string }[]
  chosenBy?: string
  bodyNamed?: string
  note?: string
}
