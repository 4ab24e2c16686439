import type { Reader } from '#platform/database/session.ts'

/** What views are about, in a board's own words. */
export interface Theme {
  readonly id: string
  readonly name: string
}

/** The themes of a board, by name. */
export async function listThemes(reader: Reader, body: string): Promise<readonly Theme[]> {
  return reader.selectFrom('voice.theme').select(['id', 'name']).where('body', '=', body).orderBy('name').orderBy('id').execute()
}

/** A span of ages. */
export interface AgeBand {
  readonly code: string
  readonly name: string
}

/** The spans of ages that are offered on a day, the youngest first. */
export async function listAgeBands(reader: Reader, today: Temporal.PlainDate): Promise<readonly AgeBand[]> {
  return reader
    .selectFrom('voice.age_band')
    .select(['code', 'name'])
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', today)]))
    .orderBy('position')
    .execute()
}

/** Below which number a count of people is not shown, and who says so. */
export interface SmallNumberRule {
  readonly fewest: number
  readonly source: string
}

/** The rule for small numbers that holds on a day. Where none is recorded nothing is told, which is what so great a number means. */
export async function findSmallNumberRule(reader: Reader, today: Temporal.PlainDate): Promise<SmallNumberRule> {
  const rule = await reader
    .selectFrom('voice.small_number_rule')
    .select(['fewest', 'source'])
    .where('starts_on', '<=', today)
    .orderBy('starts_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  return rule ?? { fewest: Number.MAX_SAFE_INTEGER, source: '' }
}
