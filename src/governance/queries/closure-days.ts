import type { Reader } from '#platform/database/session.ts'

/** A day on which a house is closed (G10). */
export interface ClosureDay {
  readonly id: string
  readonly organisation: { readonly id: string; readonly name: string }
  readonly day: Temporal.PlainDate
  readonly title: string
  readonly source: string
}

/** Every closure day from a day on that was not taken back, the earliest first. */
export async function listClosureDays(reader: Reader, from?: Temporal.PlainDate): Promise<readonly ClosureDay[]> {
  let query = reader
    .selectFrom('governance.closure_day as c')
    .innerJoin('governance.organisation as o', 'o.id', 'c.organisation')
    .select(['c.id', 'c.organisation', 'o.name', 'c.day', 'c.title', 'c.source'])
    .where('c.withdrawn_on', 'is', null)
    .orderBy('c.day')
    .orderBy('o.name')
  if (from) query = query.where('c.day', '>=', from)
  return (await query.execute()).map(({ organisation, name, ...row }) => ({ ...row, organisation: { id: organisation, name } }))
}

/** The closure days of each house, by its name in small letters, as calendars hold them. */
export async function findClosures(reader: Reader): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const houses = Map.groupBy(await listClosureDays(reader), ({ organisation }) => organisation.name.toLowerCase())
  return new Map([...houses].map(([house, days]) => [house, new Map(days.map(({ day, title }) => [day.toString(), title]))]))
}
