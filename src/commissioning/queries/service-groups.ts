import type { Reader } from '#platform/database/session.ts'
import type { ThreadGroup } from '#platform/thread/group.ts'

/**
 * The client groups for which a board has services that whoever asks may see, in the order of the list of groups, each with its services by their names (T5). A service
 * of which it is said since when it stands is left out on a day before.
 */
export async function findServiceGroups(reader: Reader, body: string, day: Temporal.PlainDate): Promise<readonly ThreadGroup[]> {
  const rows = await reader
    .selectFrom('commissioning.service as s')
    .innerJoin('commissioning.client_group as g', 'g.code', 's.client_group')
    .select(['g.code', 'g.name', 's.id', 's.title as label'])
    .where('s.body', '=', body)
    .where(({ exists, not, or, selectFrom }) => {
      const said = selectFrom('commissioning.service_status as t').select('t.id').whereRef('t.service', '=', 's.id')
      return or([not(exists(said)), exists(said.where('t.starts_on', '<=', day))])
    })
    .orderBy('g.position')
    .orderBy('s.title')
    .orderBy('s.id')
    .execute()
  return [...Map.groupBy(rows, ({ code }) => code)].map(([code, own]) => ({
    ...{ code, name: own[0]?.name ?? '' },
    records: own.map(({ id, label }) => ({ kind: 'service', id, label })),
  }))
}
