import type { Writer } from '#platform/database/session.ts'
import type { CommandNeeds } from '../../needs.ts'
import type { AgendaItem } from '../../queries/agenda.ts'
import type { Meeting } from '../../queries/meeting.ts'

/** Shows an item in full. The reasons of its tests stay with the tests, which the members read. */
export async function openItem(tx: Writer, item: AgendaItem, publication: string): Promise<void> {
  await tx
    .updateTable('meetings.agenda_item')
    .set({ category: 'public', released_by: publication, public_conclusion: '', version: item.version + 1 })
    .where('id', '=', item.id)
    .execute()
  await tx
    .updateTable('meetings.item_content')
    .set({ sight: 'public', public_interest: '', exempt_decided_by: '' })
    .where('item', '=', item.id)
    .execute()
}

const recorded = ['decision', 'action', 'motion', 'absent_view', 'item_time'] as const
const alwaysKept = ['minutes_file'] as const
const kept = [...recorded, 'declared_interest', 'minutes_section', ...alwaysKept] as const

/**
 * Shows what was recorded under an item, as far as minutes are public; or keeps it exempt, although its item is released. Files that were filed with the
 * minutes stay exempt either way: nobody has looked at them.
 */
export async function openRecord(tx: Writer, item: AgendaItem, isWanted: boolean): Promise<void> {
  for (const name of isWanted ? alwaysKept : kept)
    await tx.updateTable(`meetings.${name}`).set({ category: 'exempt' }).where('item', '=', item.id).execute()
  const motions = await tx.selectFrom('meetings.motion').select('id').where('item', '=', item.id).execute()
  const ids = motions.map(({ id }) => id)
  if (!isWanted) {
    if (ids.length > 0) await tx.updateTable('meetings.vote').set({ category: 'exempt' }).where('motion', 'in', ids).execute()
    return
  }
  const minutes = await tx.selectFrom('meetings.minutes').select(['id', 'sight']).where('meeting', '=', item.meeting).executeTakeFirst()
  if (minutes?.sight !== 'public') return // it becomes public with them
  for (const name of recorded)
    await tx.updateTable(`meetings.${name}`).set({ sight: 'public' }).where('item', '=', item.id).where('sight', '=', 'members').execute()
  if (ids.length > 0)
    await tx.updateTable('meetings.vote').set({ sight: 'public' }).where('motion', 'in', ids).where('sight', '=', 'members').execute()
  const interests = tx.updateTable('meetings.declared_interest').set({ sight: 'public' }).where('item', '=', item.id)
  await interests.where('sensitive', '=', false).where('withdrawn_at', 'is', null).where('sight', '=', 'members').execute()
  await openSection(tx, item.id, minutes.id)
}

/** The section of the version that everybody reads; earlier versions stay as they are. */
async function openSection(tx: Writer, item: string, minutes: string): Promise<void> {
  const version = await tx
    .selectFrom('meetings.minutes_version')
    .select('id')
    .where('minutes', '=', minutes)
    .where('sight', '=', 'public')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!version) return
  const sections = tx.updateTable('meetings.minutes_section').set({ sight: 'public' }).where('item', '=', item)
  await sections.where('minutes_version', '=', version.id).where('sight', '=', 'members').execute()
}

/** Shows a paper as it went out, with its files; earlier versions stay exempt, a draft of a correction stays a draft. */
export async function openPaper(
  tx: Writer,
  meeting: Meeting,
  publication: string,
  { paper, item }: { readonly paper: string; readonly item: string },
): Promise<void> {
  await tx.insertInto('meetings.released_paper').values({ publication, paper, meeting: meeting.id }).execute()
  const open = { category: 'public', sight: 'public' } as const
  await tx.updateTable('meetings.paper').set(open).where('id', '=', paper).execute()
  await tx
    .updateTable('meetings.paper_version')
    .set({ category: 'public' })
    .where('paper', '=', paper)
    .where('state', '=', 'draft')
    .execute()
  const version = await tx
    .updateTable('meetings.paper_version')
    .set(open)
    .where('paper', '=', paper)
    .where('state', '=', 'published')
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('meetings.published_paper')
    .values({ ...open, publication, meeting: meeting.id, body: meeting.body, paper_version: version.id, item })
    .execute()
}

/** Asks for the file with the released papers, which everybody can download. */
export async function orderReleasedPapers(
  needs: Pick<CommandNeeds, 'outbox'>,
  tx: Writer,
  meeting: Meeting,
  publication: string,
): Promise<void> {
  await tx
    .insertInto('meetings.pack_file')
    .values({ publication, meeting: meeting.id, body: meeting.body, edition: 'public', sight: 'public', state: 'waiting' })
    .execute()
  await needs.outbox.enqueue(tx, 'pack', { publication })
}
