import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { release as releaseDocument } from '#platform/documents/references.ts'
import { dayOf } from '#platform/time/london.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import type { Meeting } from '../../queries/meeting.ts'
import { findPackFiles, type Publication } from '../../queries/publications.ts'
import { unissueMinutes } from '../minutes/publish-minutes.ts'

/** Writes the event of a release; its reason are the words that everybody reads. @returns its id */
export async function insertRelease(tx: Writer, doer: Doer, meeting: Pick<Meeting, 'id' | 'body'>, publicNote: string): Promise<string> {
  const id = newId()
  const last = await tx
    .selectFrom('meetings.publication')
    .select((row) => row.fn.max('number').as('number'))
    .where('meeting', '=', meeting.id)
    .where('kind', '=', 'release')
    .executeTakeFirst()
  await tx
    .insertInto('meetings.publication')
    .values({
      ...{ id, meeting: meeting.id, body: meeting.body, sight: 'public', kind: 'release', number: (last?.number ?? 0) + 1 },
      ...{ published_at: doer.now, published_on: dayOf(doer.now), actor: doer.actor, reason: publicNote },
    })
    .execute()
  return id
}

/**
 * Takes a release back: item, papers and record are exempt again, at once and everywhere. Later releases of the same item go with it. Packs that were
 * made before the release hold none of its words and stay; what was made after it is hidden.
 */
export async function takeBackRelease(
  needs: Pick<CommandNeeds, 'outbox'>,
  tx: Writer,
  doer: Doer,
  publication: Publication,
  reason: string,
): Promise<void> {
  const { id, meeting } = publication
  const item = await tx.selectFrom('meetings.agenda_item').select(['id', 'version']).where('released_by', '=', id).executeTakeFirst()
  const gone = item ? await releasesOf(tx, item.id) : [id]
  const files = await findPackFiles(tx, meeting)
  const before = await publishedBefore(tx, publication)
  for (const one of gone) await hideRelease(tx, doer, one, files, reason)
  await exemptPapers(tx, gone)
  if (!item) return
  // The triggers take everything that belongs to the item with it, and every public file of the meeting.
  await tx
    .updateTable('meetings.agenda_item')
    .set({ category: 'exempt', released_by: null, version: item.version + 1 })
    .where('id', '=', item.id)
    .execute()
  const open = files.filter((file) => file.edition === 'public' && file.sight === 'public' && before.has(file.publication))
  await unissueMinutes(needs, tx, doer, { meeting, released: publication.publishedAt, reason })
  for (const file of open)
    await tx
      .updateTable('meetings.pack_file')
      .set({ sight: 'public' })
      .where('publication', '=', file.publication)
      .where('edition', '=', 'public')
      .execute()
}

/** Every release of an item or of papers under it that stands. */
async function releasesOf(tx: Writer, item: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('meetings.public_interest_test as t')
    .innerJoin('meetings.publication as b', 'b.id', 't.publication')
    .select('b.id')
    .where('t.item', '=', item)
    .where('b.withdrawn_at', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}

async function publishedBefore(tx: Writer, { meeting, publishedAt }: Publication): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('meetings.publication')
    .select('id')
    .where('meeting', '=', meeting)
    .where('published_at', '<', publishedAt)
    .where('withdrawn_at', 'is', null)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

async function hideRelease(
  tx: Writer,
  doer: Doer,
  publication: string,
  files: readonly { readonly publication: string; readonly document: string }[],
  reason: string,
): Promise<void> {
  await tx
    .updateTable('meetings.publication')
    .set({ withdrawn_at: doer.now, withdrawn_by: doer.actor, withdrawn_reason: reason })
    .where('id', '=', publication)
    .execute()
  for (const file of files)
    if (file.publication === publication && file.document !== '')
      await releaseDocument(tx, file.document, 'meetings.publication', publication)
  await tx.updateTable('meetings.pack_file').set({ sight: 'draft', document: '' }).where('publication', '=', publication).execute()
}

/** The papers of releases are exempt again, in every version; where they stood in the release nobody reads any more. */
async function exemptPapers(tx: Writer, publications: readonly string[]): Promise<void> {
  const rows = await tx.selectFrom('meetings.released_paper').select('paper').where('publication', 'in', publications).execute()
  const papers = rows.map(({ paper }) => paper)
  await tx
    .updateTable('meetings.published_paper')
    .set({ category: 'exempt', sight: 'draft' })
    .where('publication', 'in', publications)
    .execute()
  if (papers.length === 0) return
  const exempt = { category: 'exempt', sight: 'members' }
  const versions = tx.updateTable('meetings.paper_version').where('paper', 'in', papers)
  await versions.set(exempt).where('sight', '=', 'public').execute()
  await versions.set({ category: 'exempt' }).where('category', '=', 'public').execute()
  await tx.updateTable('meetings.paper').set(exempt).where('id', 'in', papers).execute()
}
