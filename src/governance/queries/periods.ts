import { type Expression, type SqlBool, sql } from 'kysely'

/** True for a record that holds on a day: it has begun, and has not ended. `alias` is the table's name in the query, with `starts_on` and `ends_on`. */
export function holdsOn(alias: string, day: Temporal.PlainDate): Expression<SqlBool> {
  const starts = sql.ref(`${alias}.starts_on`)
  const ends = sql.ref(`${alias}.ends_on`)
  return sql<SqlBool>`${starts} <= ${day.toString()}::date and (${ends} is null or ${day.toString()}::date < ${ends})`
}

/** True for an earlier kind or name that held on a day: it has an end, and may have held from the beginning. */
export function hadKind(alias: string, day: Temporal.PlainDate): Expression<SqlBool> {
  const [from, until] = [sql.ref(`${alias}.starts_on`), sql.ref(`${alias}.ends_on`)]
  return sql<SqlBool>`(${from} is null or ${from} <= ${day.toString()}::date) and ${day.toString()}::date < ${until}`
}

/** The same as `holdsOn`, also where the record is missing because of an outer join. */
export function holdsOnOrMissing(alias: string, day: Temporal.PlainDate): Expression<SqlBool> {
  return sql<SqlBool>`(${sql.ref(`${alias}.starts_on`)} is null or (${holdsOn(alias, day)}))`
}
