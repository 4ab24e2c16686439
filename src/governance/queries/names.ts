import { type RawBuilder, sql } from 'kysely'

/** What an organisation was called on a day (G1). `alias` is the organisation's in the query; null where an outer join found none. */
export function nameOn(alias: string, day: Temporal.PlainDate): RawBuilder<string | null> {
  return nameAt(alias, sql`${day.toString()}::date`)
}

/** The same on the last day of a period that may be over: `ends` is the column of the first day after it; what is open is called as today. */
export function nameAtLast(alias: string, ends: string): RawBuilder<string | null> {
  return nameAt(alias, sql`least(${sql.ref(ends)} - 1, platform.today())`)
}

function nameAt(alias: string, day: RawBuilder<unknown>): RawBuilder<string | null> {
  const [id, name] = [sql.ref(`${alias}.id`), sql.ref(`${alias}.name`)]
  return sql<string | null>`coalesce((select earlier.name from governance.organisation_name earlier
    where earlier.organisation = ${id} and earlier.starts_on <= ${day} and (earlier.ends_on is null or ${day} < earlier.ends_on)), ${name})`
}
