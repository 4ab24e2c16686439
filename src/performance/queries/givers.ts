import type { Reader } from '#platform/database/session.ts'
import { latestDefinition, type Measure } from '../rules/measure.ts'

/** The people who give the figures of a measure, as far as the reader may know of them: its owner, and whoever gives it with a return. */
export async function findGivers(reader: Reader, measure: Measure): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('performance.return_measure as r')
    .innerJoin('performance.return_template as t', 't.id', 'r.template')
    .select('t.giver')
    .where('r.measure', '=', measure.id)
    .execute()
  const owner = latestDefinition(measure).ownerPerson
  return [...new Set([owner, ...rows.map(({ giver }) => giver)])].filter((person) => person !== null)
}
