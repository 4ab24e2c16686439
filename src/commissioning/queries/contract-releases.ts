import { type SqlBool, sql } from 'kysely'
import type { Guarded } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import type { CompletedField } from '../rules/notices/completion.ts'

/** Where the place's prefix for its processes of buying is kept: assigned by the Open Contracting Partnership, for example 'ocds-213czf'. */
export const ocidPrefixSetting = 'ocds.prefix'

/** What the matrix knows of it: the whole partnership's. */
export const guardedOcidPrefix: Guarded = { record: 'ocid-prefix', state: 'any', ties: {} }

/** The prefix of the place; undefined where none is recorded. */
export async function findOcidPrefix(reader: Reader): Promise<string | undefined> {
  const row = await reader.selectFrom('platform.setting').select('value').where('key', '=', ocidPrefixSetting).executeTakeFirst()
  return typeof row?.value === 'string' ? row.value : undefined
}

/** A release as it was given out; `content` is null once it was taken back. */
export interface OutRelease {
  /** The contract that it tells of, or the intention or case that foresaw one. */
  readonly subject: string
  readonly number: number
  readonly ocid: string
  readonly published: Temporal.Instant
  readonly tags: readonly string[]
  readonly content: string | null
}

/** Where a page of releases begins: behind this one. */
export interface After {
  readonly published: Temporal.Instant
  readonly subject: string
  readonly number: number
}

const columns = ['subject', 'number', 'ocid', 'published', 'tags', 'content'] as const

/** Releases that are out, in the order in which they came out. @param since - only those that came out then or later */
export function findReleasePage(
  reader: Reader,
  { after, since }: { readonly after: After | undefined; readonly since: Temporal.Instant | undefined },
  limit: number,
): Promise<readonly OutRelease[]> {
  let query = reader
    .selectFrom('commissioning.release_out')
    .select(columns)
    .where('content', 'is not', null)
    .orderBy('published')
    .orderBy('subject')
    .orderBy('number')
    .limit(limit)
  if (since) query = query.where('published', '>=', since)
  if (after)
    query = query.where(
      sql<SqlBool>`(published, subject, number) > (${after.published.toString()}::timestamptz, ${after.subject}::uuid, ${after.number}::int)`,
    )
  return query.execute()
}

/** One release, also one that was taken back; undefined where there never was one. */
export function findRelease(reader: Reader, subject: string, number: number): Promise<OutRelease | undefined> {
  return reader
    .selectFrom('commissioning.release_out')
    .select(columns)
    .where('subject', '=', subject)
    .where('number', '=', number)
    .executeTakeFirst()
}

/** All releases of one process, also those that were taken back, in their order. */
export function findReleasesOf(reader: Reader, ocid: string): Promise<readonly OutRelease[]> {
  return reader
    .selectFrom('commissioning.release_out')
    .select(columns)
    .where('ocid', '=', ocid)
    .orderBy('published')
    .orderBy('number')
    .execute()
}

/** The releases of some processes: of the next ones behind an ocid, in the order of ocids. */
export async function findRecordPage(reader: Reader, after: string | undefined, limit: number): Promise<readonly OutRelease[]> {
  let query = reader
    .selectFrom('commissioning.release_out')
    .select('ocid')
    .distinct()
    .where('content', 'is not', null)
    .orderBy('ocid')
    .limit(limit)
  if (after !== undefined) query = query.where('ocid', '>', after)
  const ocids = (await query.execute()).map(({ ocid }) => ocid)
  if (ocids.length === 0) return []
  return reader
    .selectFrom('commissioning.release_out')
    .select(columns)
    .where('ocid', 'in', ocids)
    .where('content', 'is not', null)
    .orderBy('ocid')
    .orderBy('published')
    .orderBy('number')
    .execute()
}

/** How much is out. */
export interface OutSummary {
  readonly releases: number
  /** How many processes. */
  readonly records: number
  /** When the first and the newest of it came out; undefined: nothing is out. */
  readonly first: Temporal.Instant | undefined
  readonly newest: Temporal.Instant | undefined
}

/** How much is out, and since when. */
export async function findOutSummary(reader: Reader): Promise<OutSummary> {
  const row = await reader
    .selectFrom('commissioning.release_out')
    .select((all) => [
      all.fn.countAll<bigint>().as('releases'),
      all.fn.count<bigint>('ocid').distinct().as('records'),
      all.fn.min('published').as('first'),
      all.fn.max('published').as('newest'),
    ])
    .where('content', 'is not', null)
    .executeTakeFirstOrThrow()
  return {
    ...{ releases: Number(row.releases), records: Number(row.records) },
    ...{ first: row.first ?? undefined, newest: row.newest ?? undefined },
  }
}

/** A process that is out. */
export interface OutProcess {
  readonly ocid: string
  /** Undefined: it is foreseen so far. */
  readonly contract: string | undefined
  readonly title: string
  readonly releases: number
  readonly newest: Temporal.Instant
}

/** The processes of which something came out last, the newest first; of one that has a contract, under the title that it has. */
export async function findNewlyOut(reader: Reader, limit: number): Promise<readonly OutProcess[]> {
  const rows = await reader
    .selectFrom('commissioning.release_out as r')
    .select((all) => [
      'r.ocid',
      sql<string | null>`max(r.subject::text) filter (where r.kind = 'contract')`.as('contract'),
      sql<string | null>`(array_agg(r.content order by r.published desc, r.number desc))[1]::jsonb #>> '{tender,title}'`.as('title'),
      all.fn.countAll<bigint>().as('releases'),
      all.fn.max('r.published').as('newest'),
    ])
    .where('r.content', 'is not', null)
    .groupBy('r.ocid')
    .orderBy('newest', 'desc')
    .orderBy('r.ocid')
    .limit(limit)
    .execute()
  return rows.flatMap(({ releases, contract, title, ocid, newest }) =>
    newest === null || ocid === null
      ? []
      : [{ ...{ ocid, newest, title: title ?? ocid, contract: contract ?? undefined }, releases: Number(releases) }],
  )
}

/** Under which ocid a contract is out, as far as it is; undefined where nothing of it is. */
export async function findOcidOf(reader: Reader, contract: string): Promise<string | undefined> {
  const row = await reader
    .selectFrom('commissioning.contract_release')
    .select('ocid')
    .where('contract', '=', contract)
    .where('content', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return row?.ocid
}

/** What a person completed before a contract was made of its notices. */
export interface OriginCompletion {
  readonly fields: readonly CompletedField[]
  readonly source: string
  readonly enteredOn: Temporal.PlainDate
}

/** Of which notices a contract was made, and what of it a person completed, as far as one may see that; undefined: it was entered here. */
export async function findOrigin(
  reader: Reader,
  contract: string,
): Promise<
  | {
      readonly ocid: string
      readonly source: string
      readonly importedOn: Temporal.PlainDate
      readonly completions: readonly OriginCompletion[]
    }
  | undefined
> {
  const [origin, rows] = await Promise.all([originOf(reader, contract), completionsOf(reader, contract)])
  return origin && { ...origin, completions: rows }
}

async function completionsOf(reader: Reader, contract: string): Promise<readonly OriginCompletion[]> {
  const rows = await reader
    .selectFrom('commissioning.notice_completion as c')
    .innerJoin('commissioning.contract_origin as o', (join) => join.onRef('o.body', '=', 'c.body').onRef('o.ocid', '=', 'c.ocid'))
    .selectAll('c')
    .where('o.contract', '=', contract)
    .orderBy('c.id')
    .execute()
  return rows.map(({ title, regime, starts_on, buyer, source, entered_on }) => ({
    fields: Object.entries({ title, regime, startsOn: starts_on, buyer }).flatMap(([field, value]) =>
      value === null ? [] : [field as CompletedField],
    ),
    ...{ source, enteredOn: entered_on },
  }))
}

function originOf(reader: Reader, contract: string) {
  return reader
    .selectFrom('commissioning.contract_origin')
    .select(['ocid', 'source', 'imported_on as importedOn'])
    .where('contract', '=', contract)
    .executeTakeFirst()
}
