import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import type { Beside, NationalLine, PlaceOfCountry, Published, StoredMeasure } from '../rules/national-card.ts'
import type { NationalPeriod } from '../rules/national-reading.ts'

/** The edition of published figures that is in force. */
export interface NationalEdition {
  readonly source: string
  readonly licence: string
  readonly readAt: Temporal.Instant
}

/** What was read in last; undefined where nothing was. */
export function findNationalEdition(reader: Reader): Promise<NationalEdition | undefined> {
  return reader
    .selectFrom('performance.national_edition')
    .select(['source', 'licence', 'read_at as readAt'])
    .orderBy('read_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Every place figures are published of, by name. */
export async function listPlaces(reader: Reader): Promise<readonly PlaceOfCountry[]> {
  const rows = await reader
    .selectFrom('performance.national_area')
    .select(['number', 'name', 'kind', 'region', 'type', 'ends_on as endsOn', 'followed_by as followedBy'])
    .orderBy('order_by')
    .orderBy('number')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as PlaceOfCountry['kind'] }))
}

/** The authority of a number, as it stands in an address. @throws NotFound */
export function authorityOf(places: readonly PlaceOfCountry[], written: string): PlaceOfCountry {
  const found = /^\d{1,5}$/.test(written)
    ? places.find(({ number, kind }) => kind === 'authority' && number === Number(written))
    : undefined
  if (found === undefined) throw new NotFound('No such authority.')
  return found
}

/** The first days of the months of all lists of neighbours, the latest first. */
export async function listNeighbourEditions(reader: Reader): Promise<readonly Temporal.PlainDate[]> {
  const rows = await reader.selectFrom('performance.national_neighbour').select('edition').distinct().orderBy('edition', 'desc').execute()
  return rows.map(({ edition }) => edition)
}

/** Whom an authority is held beside. @param edition - of the list of neighbours; null: the latest that has the authority */
export async function findBeside(
  reader: Reader,
  places: readonly PlaceOfCountry[],
  authority: PlaceOfCountry,
  edition: Temporal.PlainDate | null,
): Promise<Beside> {
  const rows = await reader
    .selectFrom('performance.national_neighbour')
    .select(['edition', 'neighbour', 'closeness'])
    .where('area', '=', authority.number)
    .$if(edition !== null, (query) => query.where('edition', '=', edition))
    .orderBy('edition', 'desc')
    .orderBy('position')
    .execute()
  const latest = rows[0]?.edition ?? null
  const names = new Map(places.map(({ number, name }) => [number, name]))
  return {
    country: places.find(({ kind }) => kind === 'country') ?? null,
    region: places.find(({ number }) => number === authority.region) ?? null,
    edition: latest,
    neighbours: rows
      .filter((row) => latest?.equals(row.edition))
      .map(({ neighbour, closeness }) => ({ number: neighbour, name: names.get(neighbour) ?? String(neighbour), closeness })),
  }
}

/** The topics of published measures, by name. */
export async function listTopics(reader: Reader): Promise<readonly string[]> {
  const rows = await reader.selectFrom('performance.national_measure').select('topic').distinct().orderBy('topic').execute()
  return rows.map(({ topic }) => topic)
}

/** Every published measure, by topic and in the publisher's order. @param only - of one topic, or of one code */
export async function listNationalMeasures(
  reader: Reader,
  only: { readonly topic?: string; readonly code?: string } = {},
): Promise<readonly StoredMeasure[]> {
  const { topic, code } = only
  const rows = await reader
    .selectFrom('performance.national_measure')
    .select(['number', 'code', 'title', 'topic', 'unit', 'polarity', 'decimals', 'owner', 'link'])
    .$if(topic !== undefined, (query) => query.where('topic', '=', topic ?? ''))
    .$if(code !== undefined, (query) => query.where('code', '=', code ?? ''))
    .orderBy('topic')
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ ...row, polarity: row.polarity as StoredMeasure['polarity'] }))
}

const published = (value: string | null, state: string | null): Published =>
  value === null ? { state: (state ?? 'missing') as Exclude<Published['state'], 'value'> } : { state: 'value', decimal: value }

/** The figures of an authority with those of whom it is held beside; measures without a period are left out. */
export async function findNationalLines(
  reader: Reader,
  authority: number,
  beside: Beside,
  measures: readonly StoredMeasure[],
): Promise<readonly NationalLine[]> {
  const others = [beside.country?.number, beside.region?.number, ...beside.neighbours.map(({ number }) => number)].filter(
    (one) => one !== undefined,
  )
  const wanted = measures.map(({ number }) => number)
  if (wanted.length === 0) return []
  const [own, latest] = await Promise.all([ownOf(reader, authority, wanted), latestOf(reader, others, wanted)])
  const series = Map.groupBy(own, ({ measure }) => measure)
  const beyond = Map.groupBy(latest, ({ measure }) => measure)
  return measures.flatMap((measure) => {
    const rows = series.get(measure.number)
    if (rows === undefined) return []
    return {
      measure,
      periods: rows.map(({ written, from, to, standing }) => ({
        written,
        fromYear: from,
        toYear: to,
        standing: standing as NationalPeriod['standing'],
      })),
      own: rows.map(({ value, state }) => published(value, state)),
      others: new Map((beyond.get(measure.number) ?? []).map(({ area, value, state }) => [area, published(value, state)])),
    }
  })
}

function ownOf(reader: Reader, area: number, measures: readonly number[]) {
  return reader
    .selectFrom('performance.national_period as p')
    .leftJoin('performance.national_value as v', (join) => join.onRef('v.period', '=', 'p.id').on('v.area', '=', area))
    .select(['p.measure', 'p.written', 'p.from_year as from', 'p.to_year as to', 'p.standing', 'v.value', 'v.state'])
    .where(sql<boolean>`p.measure = any (${measures}::int[])`)
    .orderBy('p.measure')
    .orderBy('p.back', 'desc')
    .execute()
}

function latestOf(reader: Reader, areas: readonly number[], measures: readonly number[]) {
  return reader
    .selectFrom('performance.national_period as p')
    .innerJoin('performance.national_value as v', 'v.period', 'p.id')
    .select(['p.measure', 'v.area', 'v.value', 'v.state'])
    .where('p.back', '=', 0)
    .where(sql<boolean>`p.measure = any (${measures}::int[])`)
    .where(sql<boolean>`v.area = any (${areas}::int[])`)
    .execute()
}

/** The published measure a measure is tied to; undefined where it is tied to none. */
export function findTie(
  reader: Reader,
  measure: string,
): Promise<{ readonly id: string; readonly code: string; readonly area: number } | undefined> {
  return reader
    .selectFrom('performance.national_tie')
    .select(['id', 'code', 'area'])
    .where('measure', '=', measure)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
}
