import { findAreaNames } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import { exactOf } from '../rules/exact.ts'
import type { Breakdown, Definition, Measure } from '../rules/measure.ts'

/** A figure of the database, exact; null stays null. */
export function figure(written: string): NonNullable<ReturnType<typeof exactOf>>
export function figure(written: string | null): ReturnType<typeof exactOf>
export function figure(written: string | null): ReturnType<typeof exactOf> {
  if (written === null) return null
  const exact = exactOf(written)
  if (exact === null) throw new Error(`The database holds a figure that is none: ${written}.`)
  return exact
}

async function measuresWhere(reader: Reader, column: 'id' | 'body', values: readonly string[]): Promise<readonly Measure[]> {
  if (values.length === 0) return []
  const rows = await reader
    .selectFrom('performance.measure as m')
    .select(['m.id', 'm.body', 'm.sight', 'm.reference', 'm.version'])
    .select(['m.withdrawn_on as withdrawnOn', 'm.withdrawn_reason as withdrawnReason', 'm.replaced_by as replacedBy'])
    .where(`m.${column}`, 'in', [...values])
    .orderBy('m.reference')
    .orderBy('m.id')
    .execute()
  const definitions = Map.groupBy(
    await definitionsOf(
      reader,
      rows.map(({ id }) => id),
    ),
    ({ measure }) => measure,
  )
  return rows.flatMap((row) => {
    const [first, ...more] = (definitions.get(row.id) ?? []).map(({ definition }) => definition)
    return first ? [{ ...row, sight: row.sight as Measure['sight'], definitions: [first, ...more] as const }] : []
  })
}

async function definitionsOf(
  reader: Reader,
  measures: readonly string[],
): Promise<readonly { readonly measure: string; readonly definition: Definition }[]> {
  if (measures.length === 0) return []
  const rows = await reader
    .selectFrom('performance.measure_definition as d')
    .select([
      'd.measure',
      'd.id',
      'd.number',
      'd.starts_on as startsOn',
      'd.title',
      'd.meaning',
      'd.unit',
      'd.polarity',
      'd.level',
      'd.kind',
    ])
    .select([
      'd.numerator',
      'd.denominator',
      'd.scale',
      'd.over_time as overTime',
      'd.over_areas as overAreas',
      'd.source',
      'd.counted_by as countedBy',
    ])
    .select(['d.owner_person as ownerPerson', 'd.owner_office as ownerOffice', 'd.owner_organisation as ownerOrganisation'])
    .select([
      'd.frequency',
      'd.lag_days as lagDays',
      'd.breakdowns',
      'd.areas',
      'd.forecast',
      'd.decimals',
      'd.suppression',
      'd.breaks_series as breaksSeries',
    ])
    .select(['d.plausible_from as plausibleFrom', 'd.plausible_to as plausibleTo', 'd.reason'])
    .select(['d.polarity_reason as polarityReason', 'd.rated_from as ratedFrom'])
    .where('d.measure', 'in', [...measures])
    .orderBy('d.starts_on')
    .execute()
  const split = [...new Set(rows.flatMap(({ areas }) => areas))]
  const named = await findAreaNames(reader, split)
  return rows.map(({ measure, areas, ...row }) => ({
    measure,
    definition: {
      ...row,
      areas: areas.length === 0 ? [] : named.filter(({ id }) => areas.includes(id)),
      breakdowns: row.breakdowns as unknown as readonly Breakdown[],
      plausibleFrom: figure(row.plausibleFrom),
      plausibleTo: figure(row.plausibleTo),
    } as Definition,
  }))
}

/** One measure with all of its definitions. @throws NotFound where there is none that one may see */
export async function findMeasure(reader: Reader, id: string): Promise<Measure> {
  const [found] = isUuid(id) ? await measuresWhere(reader, 'id', [id]) : []
  if (!found) throw new NotFound('No such measure.')
  return found
}

/** Measures by their ids, as far as one may see them, in the order of their references. */
export function findMeasures(reader: Reader, ids: readonly string[]): Promise<readonly Measure[]> {
  return measuresWhere(reader, 'id', ids)
}

/** The measures of a board that one may see, in the order of their references; withdrawn ones too. */
export function findMeasuresOf(reader: Reader, body: string): Promise<readonly Measure[]> {
  return measuresWhere(reader, 'body', [body])
}
