import { among } from '#platform/database/among.ts'
import { type Acting, type Database, readAs, type Writer } from '#platform/database/session.ts'
import { findOcidPrefix } from '../queries/contract-releases.ts'
import { findOpenContracts, type OpenContract } from '../queries/open-contracts.ts'
import type { NoticeObject } from '../rules/notices/json.ts'
import { mergeReleases, type NoticeRelease } from '../rules/notices/merge.ts'
import { releasesDue } from '../rules/notices/releases.ts'

/** A release that is out; `content` is null once its contract was taken back. */
interface Out {
  readonly contract: string
  readonly number: number
  readonly ocid: string
  readonly event: string
  readonly tags: readonly string[]
  readonly published: Temporal.Instant
  readonly content: string | null
}

/**
 * Publishes what is due of contracts (C15): a release for each event that a visitor may know of and that was not told, an update for what was put right. What a
 * visitor may see no more is emptied. Times are whole seconds and follow one another within a contract, so that its releases merge in the order in which they came out.
 * @param contracts - those that were touched; undefined: look at all
 */
export async function publishReleases(tx: Writer, db: Database, visitor: Acting, contracts: readonly string[] | undefined): Promise<void> {
  if (contracts?.length === 0) return
  const found = await readAs(db, visitor, (reader) => findOpenContracts(reader, contracts, visitor.today))
  const out = await findOut(tx, contracts)
  await takeBack(
    tx,
    visitor.now,
    [...out.keys()].filter((id) => !found.some((one) => one.id === id)),
  )
  const prefix = await findOcidPrefix(tx)
  const rows = found.flatMap((one) => rowsDue(one, out.get(one.id) ?? [], prefix, visitor))
  for (let from = 0; from < rows.length; from += 500)
    await tx
      .insertInto('commissioning.contract_release')
      .values(rows.slice(from, from + 500))
      .execute()
}

async function findOut(tx: Writer, contracts: readonly string[] | undefined): Promise<ReadonlyMap<string, readonly Out[]>> {
  let query = tx.selectFrom('commissioning.contract_release').selectAll().orderBy('contract').orderBy('number')
  if (contracts !== undefined) query = query.where(among('contract', contracts))
  return Map.groupBy(await query.execute(), ({ contract }) => contract)
}

async function takeBack(tx: Writer, now: Temporal.Instant, gone: readonly string[]): Promise<void> {
  if (gone.length === 0) return
  await tx
    .updateTable('commissioning.contract_release')
    .set({ content: null, taken_back: now })
    .where(among('contract', gone))
    .where('content', 'is not', null)
    .execute()
}

/** The releases of a contract that come out now. Its ocid stays as it first came out; without a prefix of the place nothing does. */
function rowsDue(
  { id, ocid: ofNotice, isHeld, process }: OpenContract,
  all: readonly Out[],
  prefix: string | undefined,
  { now, today }: Acting,
) {
  const ocid = all[0]?.ocid ?? ofNotice ?? (prefix === undefined ? undefined : `${prefix}-${id}`)
  if (ocid === undefined || isHeld) return []
  const standing = all.filter(({ content }) => content !== null)
  const due = releasesDue(process, mergeReleases(standing.map(asRelease)), new Set(standing.map(({ event }) => event)), today)
  const last = all.at(-1)
  const after = last && Temporal.Instant.compare(last.published, now) >= 0 ? last.published.add({ seconds: 1 }) : now
  return due.map(({ event, tags, content }, place) => {
    const number = (last?.number ?? 0) + 1 + place
    const published = after.add({ seconds: place })
    const head = { ocid, id: `${id}-${number}`, date: timeOf(published), tag: tags }
    return {
      contract: id,
      number,
      ocid,
      event,
      tags: [...tags],
      published,
      content: JSON.stringify({ ...head, ...content }),
      taken_back: null,
    }
  })
}

/** In UTC with its offset: programs read a Z at the end of British notices as London time. */
const timeOf = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'second' }).replace('Z', '+00:00')

const asRelease = ({ contract, number, ocid, tags, published, content }: Out): NoticeRelease => ({
  ...{ ocid, id: `${contract}-${number}`, at: published, tags },
  content: JSON.parse(content ?? '{}') as NoticeObject,
})
