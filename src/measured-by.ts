import { measurePaths } from '#performance/paths.ts'
import { findMeasuring, findWhatMeasures } from '#performance/public-data.ts'
import type { AsideLine, PlansNeeds } from '#plans/needs.ts'
import { threadSaid } from './thread-parts.ts'

/** How far back a latest figure may lie to be told of: figures of years come late. */
const YEARS = 3

/** Which measures measure rows of a plan today, each with its latest figure and verdict, for the pages of plans. */
export const measuredBy: NonNullable<PlansNeeds['measuredBy']> = async (reader, rows, today) => {
  const found = await findMeasuring(reader, rows)
  const measures = found.map(({ id }) => id)
  const said = await threadSaid.measure?.(reader, measures, { from: today.subtract({ years: YEARS }), until: today.add({ days: 1 }) })
  const lines = Map.groupBy(found, ({ row }) => row)
  return new Map(
    [...lines].map(([row, list]): readonly [string, readonly AsideLine[]] => [
      row,
      list.map(({ id, title }) => ({ title, said: said?.get(id), href: measurePaths.measure(id) })),
    ]),
  )
}

/** What measures each of some outcomes today, for the check of a plan: whether it has a baseline and says which way is better. */
export const outcomeMeasures: NonNullable<PlansNeeds['outcomeMeasures']> = async (reader, outcomes) => {
  const found = await findWhatMeasures(reader, outcomes)
  return Map.groupBy(
    found.map((one) => ({ ...one, href: measurePaths.measure(one.id) })),
    ({ outcome }) => outcome,
  )
}
