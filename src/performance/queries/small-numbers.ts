import type { Reader } from '#platform/database/session.ts'
import { cellKey } from '../rules/measure.ts'
import type { Period } from '../rules/period.ts'
import type { HeldCount } from '../rules/protect.ts'
import type { SmallNumberMethod } from '../rules/small-numbers.ts'

/** How small numbers are hidden in a period that ends on a day: the method in force then, else the first there is. */
export async function findSmallNumberMethod(reader: Reader, day: Temporal.PlainDate): Promise<SmallNumberMethod> {
  const methods = await reader
    .selectFrom('performance.small_number_method')
    .select(['version', 'threshold', 'base', 'hides_zeros as hidesZeros', 'starts_on as startsOn'])
    .orderBy('starts_on')
    .execute()
  const found = methods.findLast(({ startsOn }) => Temporal.PlainDate.compare(startsOn, day) <= 0) ?? methods[0]
  if (found === undefined) throw new Error('No method for small numbers is kept.')
  return found
}

/** The protection that a period of a measure had last, where its method and its true counts are the same as these; null where they are not. */
export async function heldIsSame(
  reader: Reader,
  measure: string,
  { startsOn, endsOn }: Period,
  method: string,
  held: readonly HeldCount[],
): Promise<string | null> {
  const last = await reader
    .selectFrom('performance.protection')
    .select(['id', 'method'])
    .where('measure', '=', measure)
    .where('starts_on', '=', startsOn)
    .where('ends_on', '=', endsOn)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (last?.method !== method) return null
  const rows = await reader
    .selectFrom('performance.held_value')
    .select(['area', 'dimension', 'category', 'numerator', 'denominator'])
    .where('protection', '=', last.id)
    .execute()
  const known = new Set(rows.map((row) => `${cellKey(row)} ${row.numerator} ${row.denominator}`))
  const same =
    rows.length === held.length && held.every((one) => known.has(`${cellKey(one.figure.cell)} ${one.numerator} ${one.denominator}`))
  return same ? last.id : null
}
