import { type RawBuilder, sql } from 'kysely'

/** The report of a pack's file with these parts replaced; what else is in it stays: findings in the public edition are kept with the full one. */
export function withReport(parts: object): RawBuilder<string> {
  return sql<string>`coalesce(report, '{}'::jsonb) || ${JSON.stringify(parts)}::jsonb`
}
