import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'

/** For what somebody stands in for an organisation in commissioning. */
export type OfficerKind = 'commissioner' | 'finance' | 'provider' | 'brokerage'

/** The people who hold such an office today for organisations, by organisation; those of providers only as far as one may know of them. */
export async function findOfficers(
  reader: Reader,
  organisations: readonly string[],
  kind: OfficerKind,
  today: Temporal.PlainDate,
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (organisations.length === 0) return new Map()
  const rows = await reader
    .selectFrom('commissioning.officer as o')
    .select(['o.organisation', 'o.person'])
    .where(among('o.organisation', [...new Set(organisations)]))
    .where('o.kind', '=', kind)
    .where('o.starts_on', '<=', today)
    .where((where) => where.or([where('o.ends_on', 'is', null), where('o.ends_on', '>', today)]))
    .orderBy('o.person')
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ organisation }) => organisation)].map(([organisation, held]) => [
      organisation,
      held.map(({ person }) => person),
    ]),
  )
}
