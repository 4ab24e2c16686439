import { listOrganisations } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import { asOneCompletion, type Completion } from '../rules/notices/completion.ts'
import type { NoticeObject } from '../rules/notices/json.ts'
import type { Known } from '../rules/notices/plan.ts'
import { nameForComparing } from '../rules/provider.ts'

/** A file of notices that was brought; `content` is there until it is loaded. */
export interface NoticeFileRow {
  readonly id: string
  readonly body: string
  readonly name: string
  readonly madeAt: Temporal.Instant
  readonly loadedAt: Temporal.Instant | null
  readonly releaseCount: number
  readonly contractCount: number
  readonly content: Uint8Array | null
}

const columns = [
  ...(['id', 'body', 'name', 'made_at as madeAt', 'loaded_at as loadedAt', 'release_count as releaseCount'] as const),
  'contract_count as contractCount' as const,
] as const

/** One file that one may see. @throws NotFound */
export async function findNoticeFile(reader: Reader, id: string): Promise<NoticeFileRow> {
  const row = isUuid(id)
    ? await reader
        .selectFrom('commissioning.notice_file')
        .select([...columns, 'content'])
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined
  if (!row) throw new NotFound('No such file.')
  return row
}

/** The files of a board, the newest first; at most 100. */
export async function listNoticeFiles(reader: Reader, body: string): Promise<readonly Omit<NoticeFileRow, 'content'>[]> {
  return reader
    .selectFrom('commissioning.notice_file')
    .select(columns)
    .where('body', '=', body)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(100)
    .execute()
}

/** By which numbers notices know the organisations that buy. */
export async function listBuyers(
  reader: Reader,
): Promise<readonly { readonly name: string; readonly number: string; readonly source: string }[]> {
  const [rows, organisations] = await Promise.all([
    reader.selectFrom('commissioning.buyer_identifier').selectAll().orderBy('scheme').orderBy('value').execute(),
    listOrganisations(reader),
  ])
  const names = new Map(organisations.map(({ id, name }) => [id, name]))
  return rows.map(({ organisation, scheme, value, source }) => ({
    name: names.get(organisation) ?? '',
    number: `${scheme} ${value}`,
    source,
  }))
}

/** What the record knows of the notices of a board. */
export async function findKnownNotices(reader: Reader, body: string): Promise<Known> {
  const [buyers, identifiers, organisations, releases, made, ours, completions] = await Promise.all([
    reader.selectFrom('commissioning.buyer_identifier').select(['scheme', 'value', 'organisation']).execute(),
    reader.selectFrom('commissioning.provider_identifier').select(['scheme', 'value', 'provider']).where('ends_on', 'is', null).execute(),
    listOrganisations(reader),
    reader.selectFrom('commissioning.notice_release').selectAll().where('body', '=', body).orderBy('id').execute(),
    reader
      .selectFrom('commissioning.contract_origin as o')
      .innerJoin('commissioning.contract as c', 'c.id', 'o.contract')
      .selectAll('c')
      .select(['o.ocid', 'o.facts'])
      .where('o.body', '=', body)
      .execute(),
    reader.selectFrom('commissioning.release_out').select(['ocid', 'subject', 'number']).execute(),
    listCompletions(reader, body),
  ])
  const origins = new Set(made.map(({ ocid }) => ocid))
  return {
    buyers: new Map(buyers.map(({ scheme, value, organisation }) => [`${scheme} ${value}`, organisation])),
    providers: new Map(identifiers.map(({ scheme, value, provider }) => [`${scheme} ${value}`, provider])),
    names: new Set(organisations.map(({ name }) => nameForComparing(name))),
    releases: releases.map(({ ocid, release, published, tags, content }) => ({
      ...{ ocid, id: release, at: published ?? undefined, tags, content: JSON.parse(content) as NoticeObject },
    })),
    made: new Map(made.map((row) => [row.ocid, { contract: row.id, isOurs: row.facts !== noticedFacts(row) }])),
    completions: new Map([...Map.groupBy(completions, ({ ocid }) => ocid)].map(([ocid, lines]) => [ocid, asOneCompletion(lines)])),
    own: new Set(ours.map(({ subject, number }) => `${subject}-${number}`)),
    ours: new Set(ours.map(({ ocid }) => ocid).filter((ocid) => !origins.has(ocid))),
  }
}

/** A line that a person added to a process, with where it comes from. */
export interface CompletionLine extends Completion {
  readonly ocid: string
  readonly source: string
  readonly enteredOn: Temporal.PlainDate
}

/** What persons added to the notices of a board, in the order in which they did. @param ocid - of one process alone */
export async function listCompletions(reader: Reader, body: string, ocid?: string): Promise<readonly CompletionLine[]> {
  const rows = await reader
    .selectFrom('commissioning.notice_completion')
    .selectAll()
    .where('body', '=', body)
    .$if(ocid !== undefined, (query) => query.where('ocid', '=', ocid ?? ''))
    .orderBy('id')
    .execute()
  return rows.map(({ ocid, title, regime, starts_on, buyer, source, entered_on }) => ({
    ...{ ocid, title: title ?? undefined, regime: (regime ?? undefined) as Completion['regime'], startsOn: starts_on ?? undefined },
    ...{ buyer: buyer ?? undefined, source, enteredOn: entered_on },
  }))
}

/** The first notice of each process of a board, by which the process has an address, and when its last was published. */
export async function findNoticeAddresses(
  reader: Reader,
  body: string,
): Promise<ReadonlyMap<string, { readonly release: string; readonly last: Temporal.Instant | undefined }>> {
  const rows = await reader
    .selectFrom('commissioning.notice_release')
    .select(['id', 'ocid', 'published'])
    .where('body', '=', body)
    .orderBy('id', 'desc')
    .execute()
  const latest = (list: typeof rows): Temporal.Instant | undefined =>
    list
      .flatMap(({ published }) => published ?? [])
      .toSorted(Temporal.Instant.compare)
      .at(-1)
  return new Map(
    [...Map.groupBy(rows, ({ ocid }) => ocid)].map(([ocid, list]) => [ocid, { release: list.at(-1)?.id ?? '', last: latest(list) }]),
  )
}

/** Of which process and board a notice is. @throws NotFound */
export async function findNoticeRelease(
  reader: Reader,
  id: string,
): Promise<{ readonly id: string; readonly body: string; readonly ocid: string }> {
  const row = isUuid(id)
    ? await reader.selectFrom('commissioning.notice_release').select(['id', 'body', 'ocid']).where('id', '=', id).executeTakeFirst()
    : undefined
  if (!row) throw new NotFound('No such notice.')
  return row
}

const noticed = [
  ...([
    'title',
    'reference',
    'summary',
    'commissioner',
    'regime',
    'process',
    'starts_on',
    'ends_on',
    'net',
    'gross',
    'vat',
    'vat_note',
  ] as const),
  ...(['engaged_on', 'tendered_on', 'notified_on', 'standstill_until', 'awarded_on', 'signed_on', 'ended_on', 'ended_because'] as const),
] as const

/** What of a contract notices say, as one text: where it reads otherwise than when they were loaded, a person wrote it since. */
export const noticedFacts = (row: Readonly<Record<(typeof noticed)[number], unknown>>): string =>
  JSON.stringify(noticed.map((name) => (row[name] === null ? null : String(row[name]))))
