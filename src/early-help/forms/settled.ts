import { z } from 'zod'
import { day } from '#platform/web/day-fields.ts'
import { formOf, text, wholeNumber } from '#platform/web/fields.ts'
import type { Settled } from '../rules/settled.ts'

/** What is settled from a day on: its numbers by name, and who decided it. */
export interface SettledInput {
  readonly numbers: Readonly<Record<string, number>>
  readonly startsOn: Temporal.PlainDate
  readonly source: string
}

/** Reads it: every number of its kind within its bounds. */
export function parseSettled({ numbers }: Settled) {
  const asked = Object.fromEntries(numbers.map(({ name, from, to }) => [name, wholeNumber(from, to)]))
  return formOf(
    z.object({ ...asked, startsOn: day(), source: text(500) }).transform(
      ({ startsOn, source, ...rest }): SettledInput => ({
        ...{ startsOn, source },
        numbers: Object.fromEntries(numbers.map(({ name }) => [name, Number((rest as Readonly<Record<string, unknown>>)[name])])),
      }),
    ),
  )
}
