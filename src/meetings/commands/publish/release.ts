import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import type { AgendaItem } from '../../queries/agenda.ts'
import { type BoardNotice, sentNow } from '../../queries/board-notices.ts'
import type { Meeting } from '../../queries/meeting.ts'
import type { PaperRecord } from '../../queries/papers.ts'
import type { ConcernedItem } from '../../rules/addressees.ts'
import { type PublicationKind, sightOf } from '../../rules/publication.ts'
import { tellMembers, wasTold } from '../distribute.ts'
import { certifyNotices } from './certify.ts'

/** What goes out, as one publication. */
export interface Release {
  readonly meeting: Meeting
  readonly kind: PublicationKind
  /** Whether its papers are handed out at the meeting. */
  readonly tabled?: boolean
  readonly reason: string
  /** Items that become visible with it. */
  readonly items: readonly AgendaItem[]
  /** Papers with the draft that is published. */
  readonly papers: readonly { readonly paper: PaperRecord; readonly draft: string }[]
  /** Notice as each board at the table has it. */
  readonly notices: readonly BoardNotice[]
}

/**
 * Publishes in the caller's transaction: sights, versions, the event with its instant and day, files to be made, the certificate, mails (M6, M7).
 * @returns the id of the publication
 */
export async function release(needs: CommandNeeds, tx: Writer, doer: Doer, what: Release): Promise<string> {
  const { meeting } = what
  const id = await insertPublication(tx, doer, what)
  for (const item of what.items) await showItem(tx, meeting, item)
  for (const one of what.papers) await showPaper(tx, meeting, id, one.paper, one.draft)
  await orderPack(needs, tx, what, id)
  await certifyNotices(tx, { meeting, publication: id, sent: sentNow(doer.now) }, what.notices, doer.now)
  const sequence = meeting.sequence + ((await wasTold(tx, meeting.id)) ? 1 : 0)
  await tx
    .updateTable('meetings.meeting')
    .set({ sequence, version: meeting.version + 1 })
    .where('id', '=', meeting.id)
    .execute()
  const told = await tellMembers(
    needs,
    tx,
    doer,
    { ...meeting, sequence },
    {
      method: 'request',
      publication: id,
      occasion: what.kind,
      items: concernedItems(what),
      hidden: sightOfRelease(what) !== meeting.sight,
    },
  )
  const content = JSON.stringify({ kind: what.kind, papers: what.papers.map(({ draft }) => draft), told: told.count })
  await appendAudit(tx, { actor: doer.actor, act: 'meeting.published', subjectType: 'publication', subject: id, content })
  return id
}

/** The items that go out, or whose papers do, with who may see each. */
export function concernedItems({
  meeting,
  items,
  papers,
}: Pick<Release, 'meeting' | 'items'> & {
  readonly papers: readonly { readonly paper: Pick<PaperRecord, 'item' | 'category'> }[]
}): readonly ConcernedItem[] {
  const all = [
    ...items.map(({ id, category }) => ({ id, category })),
    ...papers.map(({ paper }) => ({ id: paper.item, category: paper.category })),
  ]
  return all.map(({ id, category }) => ({ id, sight: sightOf(category, meeting.sight) }))
}

/** Who may know of it: a correction of papers of Part 2 alone, and why it was made, is for those who read them. */
function sightOfRelease({ meeting, kind, papers }: Release): Meeting['sight'] {
  const part2 = papers.find(({ paper }) => paper.category !== 'public')
  return kind === 'correction' && part2 && papers.every(({ paper }) => paper.category !== 'public')
    ? sightOf(part2.paper.category, meeting.sight)
    : meeting.sight
}

async function insertPublication(tx: Writer, doer: Doer, what: Release): Promise<string> {
  const { meeting, kind, reason } = what
  const id = newId()
  const last = await tx
    .selectFrom('meetings.publication')
    .select((row) => row.fn.max('number').as('number'))
    .where('meeting', '=', meeting.id)
    .where('kind', '=', kind)
    .executeTakeFirst()
  await tx
    .insertInto('meetings.publication')
    .values({
      id,
      meeting: meeting.id,
      body: meeting.body,
      sight: sightOfRelease(what),
      kind,
      number: (last?.number ?? 0) + 1,
      published_at: doer.now,
      published_on: dayOf(doer.now),
      actor: doer.actor,
      reason,
      tabled: what.tabled ?? false,
    })
    .execute()
  return id
}

async function showItem(tx: Writer, meeting: Meeting, item: AgendaItem): Promise<void> {
  await tx
    .updateTable('meetings.agenda_item')
    .set({ sight: meeting.sight, version: item.version + 1 })
    .where('id', '=', item.id)
    .execute()
  await tx
    .updateTable('meetings.item_content')
    .set({ sight: sightOf(item.category, meeting.sight) })
    .where('item', '=', item.id)
    .execute()
}

async function showPaper(tx: Writer, meeting: Meeting, publication: string, paper: PaperRecord, draft: string): Promise<void> {
  const sight = sightOf(paper.category, meeting.sight)
  await tx
    .updateTable('meetings.paper_version')
    .set({ state: 'superseded' })
    .where('paper', '=', paper.id)
    .where('state', '=', 'published')
    .execute()
  await tx.updateTable('meetings.paper_version').set({ state: 'published', sight }).where('id', '=', draft).execute()
  await tx
    .updateTable('meetings.paper')
    .set({ state: 'published', sight, version: paper.version + 1 })
    .where('id', '=', paper.id)
    .execute()
  await tx
    .updateTable('meetings.agenda_item')
    .set({ report_status: 'attached' })
    .where('id', '=', paper.item)
    .where('report_status', '<>', 'tabled')
    .execute()
  const { item, category } = paper
  await tx
    .insertInto('meetings.published_paper')
    .values({ publication, meeting: meeting.id, body: meeting.body, sight, paper_version: draft, item, category })
    .execute()
}

/** Asks for the files of a publication: the full one for members, the public one where the meeting is public. */
async function orderPack(needs: CommandNeeds, tx: Writer, what: Release, publication: string): Promise<void> {
  const { meeting } = what
  const owner = { publication, meeting: meeting.id, body: meeting.body, state: 'waiting' }
  const editions = sightOfRelease(what) === 'public' ? (['public', 'full'] as const) : (['full'] as const)
  await tx
    .insertInto('meetings.pack_file')
    .values(editions.map((edition) => ({ ...owner, edition, sight: edition === 'public' ? 'public' : 'members' })))
    .execute()
  await needs.outbox.enqueue(tx, 'pack', { publication })
}
