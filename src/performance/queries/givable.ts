import { sql } from 'kysely'
import { listOrganisations } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { latestDefinition, type Measure } from '../rules/measure.ts'
import { findMeasures } from './measure.ts'

/** What somebody gives figures of: measures, and the agencies whose figures they are. */
export interface Givable {
  readonly measures: readonly { readonly id: string; readonly body: string; readonly title: string; readonly reference: string }[]
  readonly agencies: readonly { readonly id: string; readonly name: string }[]
}

/** The measures still kept whose figures somebody gives, of every board, and the agencies of these. @param clerkOf - the boards that they clerk */
export async function findGivable(reader: Reader, clerkOf: readonly string[]): Promise<Givable> {
  const own = sql<boolean>`m.id = any (performance.my_measures())`
  const rows = await reader
    .selectFrom('performance.measure as m')
    .select('m.id')
    .where('m.withdrawn_on', 'is', null)
    .where((where) => (clerkOf.length > 0 ? where.or([where('m.body', 'in', [...clerkOf]), own]) : own))
    .execute()
  const found = await findMeasures(
    reader,
    rows.map(({ id }) => id),
  )
  const agencies = new Set([...(await agenciesOf(reader, found)).values()].flatMap((all) => [...all]))
  const named = (await listOrganisations(reader)).filter(({ id }) => agencies.has(id)).map(({ id, name }) => ({ id, name }))
  const measures = found.map((one) => ({ id: one.id, body: one.body, title: latestDefinition(one).title, reference: one.reference }))
  return {
    measures: measures.sort((a, b) => a.title.localeCompare(b.title, 'en-GB')),
    agencies: named.sort((a, b) => a.name.localeCompare(b.name, 'en-GB')),
  }
}

/** The agencies whose figures measures are: those that own them, and those that owe a return of them, as far as the reader may know of it. */
export async function agenciesOf(reader: Reader, measures: readonly Measure[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const found = new Map(measures.map((one) => [one.id, new Set<string>()]))
  for (const one of measures) {
    const owner = latestDefinition(one).ownerOrganisation
    if (owner !== null) found.get(one.id)?.add(owner)
  }
  if (measures.length === 0) return found
  const rows = await reader
    .selectFrom('performance.return_measure as r')
    .innerJoin('performance.return_template as t', 't.id', 'r.template')
    .select(['r.measure', 't.agency'])
    .where('r.measure', 'in', [...found.keys()])
    .execute()
  for (const { measure, agency } of rows) found.get(measure)?.add(agency)
  return found
}
