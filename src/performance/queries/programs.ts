import { sql } from 'kysely'
import type { Guarded } from '#governance/public.ts'
import { listOrganisations } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { definitionOn, latestDefinition, type Measure } from '../rules/measure.ts'
import { findMeasures } from './measure.ts'

/** A token by which a program can give figures of a measure. */
export interface Program {
  readonly measure: string
  readonly token: string
  /** What it is for, in the words of whoever made it. */
  readonly name: string
  readonly account: string
  /** Name of whoever holds it. */
  readonly holder: string
  /** Name of the agency whose figures it gives; undefined: it gives those of this measure alone. */
  readonly agency: string | undefined
  readonly expiresAt: Temporal.Instant
  /** To about ten minutes, for whatever it was used; null: never. */
  readonly lastUsedAt: Temporal.Instant | null
  /** When it last gave figures of this measure in the last 31 days; null: it did not. */
  readonly broughtAt: Temporal.Instant | null
}

/** That the right of a token to a measure was ended. */
export interface ProgramEnd {
  readonly token: string
  readonly measure: string
  readonly reason: string
  readonly name: string
  readonly endedAt: Temporal.Instant
}

interface Row {
  readonly measure: string
  readonly token: string
  readonly token_name: string
  readonly account: string
  readonly holder: string
  readonly about_type: string
  readonly about: string
  readonly expires_at: Temporal.Instant
  readonly last_used_at: Temporal.Instant | null
  readonly brought_at: Temporal.Instant | null
}

/** The tokens that can give figures of some measures, of those that whoever asks oversees; by their names. */
export async function findPrograms(reader: Reader, measures: readonly string[], now: Temporal.Instant): Promise<readonly Program[]> {
  if (measures.length === 0) return []
  const rows = await reader
    .selectFrom(sql<Row>`performance.programs_of(${[...measures]}::uuid[], ${now.toString()}::timestamptz)`.as('p'))
    .select(['measure', 'token', 'token_name', 'account', 'holder', 'about_type', 'about', 'expires_at', 'last_used_at', 'brought_at'])
    .execute()
  const agencies = new Map(rows.length === 0 ? [] : (await listOrganisations(reader)).map(({ id, name }) => [id, name]))
  return rows
    .map((row) => ({
      ...{ measure: row.measure, token: row.token, name: row.token_name, account: row.account, holder: row.holder },
      agency: row.about_type === 'agency' ? (agencies.get(row.about) ?? '') : undefined,
      ...{ expiresAt: row.expires_at, lastUsedAt: row.last_used_at, broughtAt: row.brought_at },
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB') || a.token.localeCompare(b.token))
}

/** What was ended of some measures, as far as whoever asks may know, the latest first. */
export async function findProgramEnds(reader: Reader, measures: readonly string[]): Promise<readonly ProgramEnd[]> {
  if (measures.length === 0) return []
  return reader
    .selectFrom('performance.program_end')
    .select(['token', 'measure', 'reason', 'name', 'ended_at as endedAt'])
    .where('measure', 'in', [...measures])
    .orderBy('ended_at', 'desc')
    .execute()
}

/** What of one's own tokens was ended, with the titles of the measures, by the token. */
export async function findOwnProgramEnds(
  reader: Reader,
  account: string,
): Promise<ReadonlyMap<string, readonly (ProgramEnd & { readonly title: string })[]>> {
  const ends = await reader
    .selectFrom('performance.program_end')
    .select(['token', 'measure', 'reason', 'name', 'ended_at as endedAt'])
    .where('account', '=', account)
    .orderBy('ended_at', 'desc')
    .execute()
  const titles = new Map(
    (await findMeasures(reader, [...new Set(ends.map(({ measure }) => measure))])).map((one) => [one.id, latestDefinition(one).title]),
  )
  return Map.groupBy(
    ends.map((one) => ({ ...one, title: titles.get(one.measure) ?? 'A measure' })),
    ({ token }) => token,
  )
}

/** The measures that whoever asks owns or clerks, by title. */
export async function findOverseen(reader: Reader): Promise<readonly { readonly id: string; readonly title: string }[]> {
  const rows = await reader
    .selectFrom('performance.measure')
    .select('id')
    .where(sql<boolean>`id = any ((select performance.my_overseen_measures())::uuid[])`)
    .execute()
  const found = await findMeasures(
    reader,
    rows.map(({ id }) => id),
  )
  return found.map((one) => ({ id: one.id, title: latestDefinition(one).title })).sort((a, b) => a.title.localeCompare(b.title, 'en-GB'))
}

/** The programs of a measure as the access matrix names them: whoever owns it by the definition in force leads it. */
export function guardedPrograms(measure: Measure, today: Temporal.PlainDate): Guarded {
  const owner = definitionOn(measure, today).ownerPerson
  return { record: 'measure-programs', state: 'any', ties: { body: measure.body, leads: owner === null ? [] : [owner] } }
}
