import { type Expression, type SqlBool, sql } from 'kysely'

/**
 * True where a column holds one of some ids. One statement for however many, so that a connection keeps it prepared, where a list of so many
 * parameters would be another statement for every length.
 */
export function among(column: string, ids: readonly string[]): Expression<SqlBool> {
  return sql<SqlBool>`${sql.ref(column)} = any (${[...ids]}::uuid[])`
}
