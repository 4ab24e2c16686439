import { findAreaLines } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { type Cell, cellKey, type Definition, type Observation } from '../rules/measure.ts'
import type { Period } from '../rules/period.ts'
import { countsOfHeld, type HeldCount } from '../rules/protect.ts'
import type { Release, ReleasedCell, Structure } from '../rules/releases.ts'
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
): Promise<LastProtection | null> {
  const last = await reader
    .selectFrom('performance.protection')
    .select(['id', 'method', 'outcome'])
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
  return same ? { id: last.id, isHeldBack: last.outcome === 'held-back' } : null
}

/** A protection that a period had last. */
export interface LastProtection {
  readonly id: string
  /** Whether what was given then was held back. */
  readonly isHeldBack: boolean
}

/** The periods of a measure that overlap a period, or overlap one that does, and so on: what can be worked out from each other. */
async function spanAround(reader: Reader, measure: string, period: Period): Promise<Pick<Period, 'startsOn' | 'endsOn'>> {
  const rows = await reader
    .selectFrom('performance.observation')
    .select(['starts_on as startsOn', 'ends_on as endsOn'])
    .distinct()
    .where('measure', '=', measure)
    .execute()
  let { startsOn, endsOn } = period
  for (let grows = true; grows; ) {
    grows = false
    for (const one of rows) {
      const isApart = Temporal.PlainDate.compare(one.endsOn, startsOn) <= 0 || Temporal.PlainDate.compare(endsOn, one.startsOn) <= 0
      if (isApart) continue
      if (Temporal.PlainDate.compare(one.startsOn, startsOn) < 0) [startsOn, grows] = [one.startsOn, true]
      if (Temporal.PlainDate.compare(one.endsOn, endsOn) > 0) [endsOn, grows] = [one.endsOn, true]
    }
  }
  return { startsOn, endsOn }
}

/**
 * Everything that was released of a measure and can be put beside a period, the earliest first, with the true counts as their giver sees them. Figures from
 * before the measure was protected come first: they are known to everybody.
 * @param observations - every revision of the figures of the measure, in the order of their revisions
 */
export async function findReleases(
  reader: Reader,
  measure: string,
  period: Period,
  observations: readonly Observation[],
): Promise<readonly Release[]> {
  const { startsOn, endsOn } = await spanAround(reader, measure, period)
  const held = await reader
    .selectFrom('performance.held_value as h')
    .innerJoin('performance.protection as p', 'p.id', 'h.protection')
    .select(['p.id', 'p.outcome', 'p.starts_on as startsOn', 'p.ends_on as endsOn', 'p.made_at as madeAt'])
    .select(['h.area', 'h.dimension', 'h.category', 'h.numerator', 'h.denominator'])
    .where('h.measure', '=', measure)
    .where('p.starts_on', '>=', startsOn)
    .where('p.ends_on', '<=', endsOn)
    .orderBy('p.id')
    .execute()
  const at = (one: { readonly startsOn: Temporal.PlainDate; readonly endsOn: Temporal.PlainDate }, cell: Cell) =>
    `${one.startsOn} ${one.endsOn} ${cellKey(cell)}`
  const byCell = Map.groupBy(observations, (one) => at(one.period, one.cell))
  const releases = [...Map.groupBy(held, ({ id }) => id).values()].map((rows): Release => {
    const cells = rows.map(({ numerator, denominator, outcome, madeAt, ...row }): ReleasedCell => {
      const cell = { area: row.area, dimension: row.dimension, category: row.category }
      const then = byCell.get(at(row, cell))?.findLast(({ enteredAt }) => Temporal.Instant.compare(enteredAt, madeAt) <= 0)
      return { cell, counts: countsOfHeld({ numerator, denominator }), isShown: outcome !== 'held-back' && (then?.value ?? null) !== null }
    })
    const [first] = rows
    return { period: { type: 'other', startsOn: first?.startsOn ?? startsOn, endsOn: first?.endsOn ?? endsOn }, cells }
  })
  return [...openlyGiven(observations, { startsOn, endsOn }), ...releases]
}

/** Counts that were given before their measure was protected. */
function openlyGiven(observations: readonly Observation[], span: Pick<Period, 'startsOn' | 'endsOn'>): readonly Release[] {
  const open = observations.filter(
    ({ protectedBy, value, period }) =>
      protectedBy === null &&
      value !== null &&
      Temporal.PlainDate.compare(span.startsOn, period.startsOn) <= 0 &&
      Temporal.PlainDate.compare(period.endsOn, span.endsOn) <= 0,
  )
  return open.flatMap(({ period, cell, value, numerator, denominator }) => {
    const parts = numerator !== null && denominator !== null ? [numerator, denominator.sub(numerator)] : [value]
    const counts = parts.flatMap((one) => (one !== null && one.d === 1n && one.gte(0) ? [Number(one.n)] : []))
    return counts.length === parts.length ? [{ period, cells: [{ cell, counts, isShown: true }] }] : []
  })
}

/** How the figures of a measure hang together on a day. */
export async function findStructure(reader: Reader, { overTime }: Definition, day: Temporal.PlainDate): Promise<Structure> {
  const lines = (await findAreaLines(reader, day)).filter(({ kind }) => kind === 'within')
  const parents = [...Map.groupBy(lines, ({ area }) => area)].map(([area, list]) => [area, list.map(({ other }) => other)] as const)
  // A mean of months is made of whole counts no longer: nothing is added up from it.
  return { overTime: overTime === 'mean' ? 'none' : overTime, parents: new Map(parents) }
}

/** The periods of a measure of which something is held back now, the latest first. */
export async function findHeldBack(reader: Reader, measure: string): Promise<readonly Pick<Period, 'startsOn' | 'endsOn'>[]> {
  const rows = await reader
    .selectFrom('performance.protection')
    .distinctOn(['starts_on', 'ends_on'])
    .select(['starts_on as startsOn', 'ends_on as endsOn', 'outcome'])
    .where('measure', '=', measure)
    .orderBy('starts_on', 'desc')
    .orderBy('ends_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.filter(({ outcome }) => outcome === 'held-back')
}
