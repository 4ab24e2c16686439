import { sql } from 'kysely'
import type { Writer } from '#platform/database/session.ts'
import { endedAreas } from '../rules/ended-areas.ts'
import type { NationalPeriod } from '../rules/national-reading.ts'
import type { NationalArea, NationalMeasure, NationalNeighbour, NationalSet } from '../rules/national-set.ts'

/** A period of a measure as it is stored. */
export type PeriodRow = NationalPeriod & { readonly measure: number }

/** An array as PostgreSQL reads it from text; nothing in it needs quoting. */
const listed = (items: readonly (string | number | null)[]): string => `{${items.map((item) => item ?? 'NULL').join(',')}}`

/** Writes the places, the country and its regions first. */
export async function keepAreas(tx: Writer, areas: readonly NationalArea[]): Promise<void> {
  const order = { country: 0, region: 1, authority: 2 } as const
  await tx
    .insertInto('performance.national_area')
    .values(
      areas
        .toSorted((one, other) => order[one.kind] - order[other.kind])
        .map(({ number, name, kind, region, type }) => {
          const ended = endedAreas.find((one) => one.number === number && name.startsWith(one.name))
          return {
            ...{ number, name, kind, region, type, order_by: name.toLowerCase() },
            ends_on: ended === undefined ? null : Temporal.PlainDate.from(ended.endsOn),
            followed_by: [...(ended?.followedBy ?? [])],
          }
        }),
    )
    .onConflict((conflict) =>
      conflict.column('number').doUpdateSet((eb) => ({
        ...{
          name: eb.ref('excluded.name'),
          kind: eb.ref('excluded.kind'),
          region: eb.ref('excluded.region'),
          type: eb.ref('excluded.type'),
        },
        ...{ ends_on: eb.ref('excluded.ends_on'), followed_by: eb.ref('excluded.followed_by'), order_by: eb.ref('excluded.order_by') },
      })),
    )
    .execute()
}

/** Writes the measures; hands back their numbers by the publisher's codes. */
export async function keepMeasures(tx: Writer, measures: readonly NationalMeasure[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .insertInto('performance.national_measure')
    .values(measures.map(({ decimals, ...measure }, position) => ({ ...measure, decimals: decimals ?? 0, position })))
    .onConflict((conflict) =>
      conflict.column('code').doUpdateSet((eb) => ({
        ...{
          title: eb.ref('excluded.title'),
          topic: eb.ref('excluded.topic'),
          unit: eb.ref('excluded.unit'),
          polarity: eb.ref('excluded.polarity'),
        },
        ...{ decimals: eb.ref('excluded.decimals'), description: eb.ref('excluded.description'), owner: eb.ref('excluded.owner') },
        ...{ link: eb.ref('excluded.link'), position: eb.ref('excluded.position') },
      })),
    )
    .returning(['code', 'number'])
    .execute()
  return new Map(rows.map(({ code, number }) => [code, number]))
}

/** Writes the lists of neighbours anew. */
export async function keepNeighbours(tx: Writer, neighbours: readonly NationalNeighbour[]): Promise<void> {
  await tx.deleteFrom('performance.national_neighbour').execute()
  for (let at = 0; at < neighbours.length; at += 1000) {
    await tx
      .insertInto('performance.national_neighbour')
      .values(neighbours.slice(at, at + 1000).map(({ edition, ...one }) => ({ ...one, edition: Temporal.PlainDate.from(edition) })))
      .execute()
  }
}

/** Writes values beside one another in four lists; says how many were not there before and how many are others now. */
export async function keepValues(
  tx: Writer,
  lists: {
    readonly areas: readonly number[]
    readonly periods: readonly number[]
    readonly values: readonly (string | null)[]
    readonly states: readonly (string | null)[]
  },
): Promise<{ readonly added: number; readonly revised: number }> {
  const { areas, periods, values, states } = lists
  if (areas.length === 0) return { added: 0, revised: 0 }
  const { rows } = await sql<{ added: number; kept: number }>`
    with kept as (
      insert into performance.national_value as v (area, period, value, state)
      select * from unnest(${listed(areas)}::int[], ${listed(periods)}::int[], ${listed(values)}::numeric[], ${listed(states)}::text[])
      on conflict (area, period) do update set value = excluded.value, state = excluded.state
        where (v.value, v.state) is distinct from (excluded.value, excluded.state)
      returning (xmax = 0) as fresh)
    select count(*) filter (where fresh)::int as added, count(*)::int as kept from kept`.execute(tx)
  const { added = 0, kept = 0 } = rows[0] ?? {}
  return { added, revised: kept - added }
}

/** Says of each period how far it lies back, and of measures whose publisher does not say it how many decimals they have. */
export async function keepPeriods(tx: Writer, decimals: ReadonlyMap<string, number>, back: ReadonlyMap<number, number>): Promise<void> {
  await sql`update performance.national_period p set back = x.back
    from unnest(${listed([...back.keys()])}::int[], ${listed([...back.values()])}::int[]) as x (id, back)
    where x.id = p.id and p.back <> x.back`.execute(tx)
  await sql`update performance.national_measure m set decimals = x.decimals
    from jsonb_to_recordset(${JSON.stringify([...decimals].map(([code, most]) => ({ code, decimals: most })))}::jsonb) as x (code text, decimals int)
    where x.code = m.code and m.decimals <> x.decimals`.execute(tx)
}

/** Removes what the files no longer have; says how many values that were. */
export async function removeOthers(
  tx: Writer,
  { areas, measures }: Pick<NationalSet, 'areas' | 'measures'>,
  seen: readonly { readonly id: number; readonly areas: Uint8Array }[],
): Promise<number> {
  const kept = listed(seen.map(({ id }) => id))
  const places = listed(areas.map(({ number }) => number))
  const gone =
    await sql`delete from performance.national_value v where not exists (select from unnest(${kept}::int[]) as k (id) where k.id = v.period)
    or not exists (select from unnest(${places}::int[]) as k (number) where k.number = v.area)`.execute(tx)
  let removed = Number(gone.numAffectedRows ?? 0n)
  for (const { id, areas: had } of seen.filter((one) => one.areas.includes(0))) {
    const there = listed(areas.flatMap(({ number }, index) => (had[index] === 1 ? [number] : [])))
    const some = await sql`delete from performance.national_value where period = ${id} and area <> all (${there}::int[])`.execute(tx)
    removed += Number(some.numAffectedRows ?? 0n)
  }
  await sql`delete from performance.national_period p where not exists (select from unnest(${kept}::int[]) as k (id) where k.id = p.id)`.execute(
    tx,
  )
  await sql`delete from performance.national_measure where code <> all (${measures.map(({ code }) => code)}::text[])`.execute(tx)
  await sql`delete from performance.national_area where number <> all (${places}::int[])`.execute(tx)
  return removed
}
