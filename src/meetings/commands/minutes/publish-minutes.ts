import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { hold, release } from '#platform/documents/references.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { findItemsOut } from '../../queries/addressees.ts'
import { findFiledShown } from '../../queries/filed-shown.ts'
import { findMeeting } from '../../queries/meeting.ts'
import { findMinutes, findMinutesVersion, type Minutes, type MinutesVersion } from '../../queries/minutes.ts'
import { findMinutesFiles } from '../../queries/minutes-files.ts'
import { findPackFiles, findPublications } from '../../queries/publications.ts'
import { findRecordedMeeting } from '../../queries/record.ts'
import type { Sight } from '../../rules/meeting.ts'
import { sightOnceMinuted } from '../../rules/minutes.ts'
import { tellMembers } from '../distribute.ts'
import { holdMinutes } from './hold-minutes.ts'
import { showVersion } from './sections.ts'
import { showFiled } from './show-filed.ts'

/** Publishes approved minutes, or the draft by the clerk's choice: page, publication event, mail and the order of a PDF in one act (M12, M7). */
export async function publishMinutes(needs: CommandNeeds, doer: Doer, meeting: string, which: 'final' | 'draft'): Promise<void> {
  await writeAs(needs.db, doer, async (tx) => {
    const { minutes } = await holdMinutes(tx, doer, meeting, 'publish', which === 'final' ? 'publish' : 'publish-draft')
    await tx
      .updateTable('meetings.minutes')
      .set({
        ...(which === 'final' ? { state: 'published' } : {}),
        published_at: doer.now,
        withdrawn_at: null,
        withdrawn_reason: '',
        version: minutes.version + 1,
      })
      .where('id', '=', minutes.id)
      .execute()
    await releaseVersion(needs, tx, doer, { ...minutes, state: which === 'final' ? 'published' : minutes.state }, '')
    await appendAudit(tx, { actor: doer.actor, act: `minutes.published-${which}`, subjectType: 'meeting', subject: meeting, content: '' })
  })
}

/** Shows the newest version of the minutes and the record that it rests on, as far as the meeting is public; exempt matter stays with the members. */
export async function releaseVersion(needs: CommandNeeds, tx: Writer, doer: Doer, minutes: Minutes, reason: string): Promise<void> {
  const version = await findMinutesVersion(tx, minutes.id)
  const meeting = await findRecordedMeeting(tx, minutes.meeting)
  if (!version || !meeting) return
  const sight = meeting.sight === 'public' ? 'public' : 'members'
  await showVersion(tx, version, sight)
  await tx.updateTable('meetings.minutes').set({ sight }).where('id', '=', minutes.id).execute()
  await showFiled(tx, minutes.meeting, sight)
  if (sight === 'public') await showRecord(tx, minutes.meeting)
  const publication = await keepEvent(tx, doer, minutes, sight, reason)
  await orderFiles(needs, tx, { publication, sight, version, meeting: minutes.meeting, body: minutes.body })
  await tellMembers(needs, tx, doer, await findMeeting(tx, minutes.meeting), {
    occasion: 'minutes',
    items: await findItemsOut(tx, minutes.meeting),
    method: undefined,
    publication,
    reason,
    minutesAreFinal: minutes.state === 'published',
  })
}

/** Asks for the PDF: one for everybody where the meeting is public, one with everything where there is more, or where it is not. */
async function orderFiles(
  needs: CommandNeeds,
  tx: Writer,
  out: Pick<Minutes, 'meeting' | 'body'> & { readonly publication: string; readonly sight: Sight; readonly version: MinutesVersion },
): Promise<void> {
  const { publication, meeting, body, sight, version } = out
  const row = { publication, meeting, body, state: 'waiting' }
  const hasMore = [...version.sections, ...(await findFiledShown(tx, meeting))].some(({ category }) => category !== 'public')
  const files = [
    ...(sight === 'public' ? [{ ...row, edition: 'public', sight: 'public' }] : []),
    ...(sight !== 'public' || hasMore ? [{ ...row, edition: 'full', sight: 'members' }] : []),
  ]
  await tx.insertInto('meetings.pack_file').values(files).execute()
  await needs.outbox.enqueue(tx, 'pack', { publication })
}

/**
 * Publishes minutes that are out once more, because what was exempt in them is released: an event of its own with a new file for everybody. The earlier file stays
 * as it was made, and the one with everything goes on.
 */
export async function reissueMinutes(needs: CommandNeeds, tx: Writer, doer: Doer, meeting: string, reason: string): Promise<void> {
  const minutes = await findMinutes(tx, meeting)
  if (minutes?.sight !== 'public' || minutes.withdrawnAt) return
  const full = (await findMinutesFiles(tx, meeting)).find(({ edition }) => edition === 'full')
  const publication = await keepEvent(tx, doer, minutes, 'public', reason)
  const row = { publication, meeting, body: minutes.body }
  await tx
    .insertInto('meetings.pack_file')
    .values({ ...row, edition: 'public', sight: 'public', state: 'waiting' })
    .execute()
  // What members have is the same as before; where it is not made yet, it is made for both.
  if (full?.state === 'ready') await hold(tx, full.document, 'minutes-full', publication)
  const made = full?.state === 'ready' ? { state: 'ready', document: full.document, pages: full.pages } : { state: 'waiting' }
  if (full)
    await tx
      .insertInto('meetings.pack_file')
      .values({ ...row, edition: 'full', sight: 'members', ...made })
      .execute()
  await needs.outbox.enqueue(tx, 'pack', { publication })
}

/**
 * What minutes were issued with a release goes with it; those that came out later are made again without its words.
 * @param released - the instant of the release
 */
export async function unissueMinutes(
  needs: Pick<CommandNeeds, 'outbox'>,
  tx: Writer,
  doer: Doer,
  { meeting, released, reason }: { readonly meeting: string; readonly released: Temporal.Instant; readonly reason: string },
): Promise<void> {
  const files = await findPackFiles(tx, meeting)
  const out = (await findPublications(tx, meeting)).filter(({ kind, withdrawnAt }) => kind === 'minutes' && !withdrawnAt)
  for (const { id, publishedAt } of out) {
    const order = Temporal.Instant.compare(publishedAt, released)
    if (order < 0) continue
    const own = files.filter(
      ({ publication, document, edition }) => publication === id && document !== '' && (order === 0 || edition === 'public'),
    )
    for (const { document, edition } of own) await release(tx, document, `minutes-${edition}`, id)
    const file = tx.updateTable('meetings.pack_file').where('publication', '=', id)
    if (order > 0) {
      await file.set({ state: 'waiting', document: '', sight: 'public' }).where('edition', '=', 'public').execute()
      await needs.outbox.enqueue(tx, 'pack', { publication: id })
      continue
    }
    await file.set({ sight: 'draft', document: '' }).execute()
    await tx
      .updateTable('meetings.publication')
      .set({ withdrawn_at: doer.now, withdrawn_by: doer.actor, withdrawn_reason: reason })
      .where('id', '=', id)
      .execute()
  }
}

async function keepEvent(tx: Writer, doer: Doer, { meeting, body }: Minutes, sight: 'members' | 'public', reason: string): Promise<string> {
  const before = await tx
    .selectFrom('meetings.publication')
    .select((row) => row.fn.max('number').as('number'))
    .where('meeting', '=', meeting)
    .where('kind', '=', 'minutes')
    .executeTakeFirstOrThrow()
  const id = newId()
  const when = { published_at: doer.now, published_on: doer.today, actor: doer.actor }
  await tx
    .insertInto('meetings.publication')
    .values({ id, meeting, body, sight, kind: 'minutes', number: (before.number ?? 0) + 1, ...when, reason })
    .execute()
  return id
}

const ofItems = ['decision', 'action', 'motion', 'vote', 'absent_view', 'item_time'] as const
const ofMeeting = ['attendance', 'absence', 'meeting_chair', 'quorum_waiver', 'exclusion'] as const

/** What was recorded under public items, and who was there, becomes public with the minutes. Interests that are sensitive, or were entered in error, stay with the members. */
async function showRecord(tx: Writer, meeting: string): Promise<void> {
  const interests = tx.updateTable('meetings.declared_interest').set({ sight: 'public' }).where('meeting', '=', meeting)
  await interests.where('category', '=', 'public').where('sensitive', '=', false).where('withdrawn_at', 'is', null).execute()
  for (const category of ['public', 'exempt', 'confidential'] as const)
    for (const name of ofItems) {
      const table = `meetings.${name}` as const
      await tx
        .updateTable(table)
        .set({ sight: sightOnceMinuted(category) })
        .where('meeting', '=', meeting)
        .where('category', '=', category)
        .execute()
    }
  for (const name of ofMeeting) await tx.updateTable(`meetings.${name}`).set({ sight: 'public' }).where('meeting', '=', meeting).execute()
}

/** Takes published minutes out of public sight at once, with the reason, which stays public (M15, handbook 6: only for harmful or unlawful disclosure). */
export async function withdrawMinutes(needs: Pick<CommandNeeds, 'db'>, doer: Doer, meeting: string, reason: string): Promise<void> {
  await writeAs(needs.db, doer, async (tx) => {
    const { minutes } = await holdMinutes(tx, doer, meeting, 'withdraw', 'withdraw')
    await tx
      .updateTable('meetings.minutes')
      .set({ withdrawn_at: doer.now, withdrawn_reason: reason, version: minutes.version + 1 })
      .where('id', '=', minutes.id)
      .execute()
    for (const name of ['minutes_version', 'minutes_section', 'minutes_file', 'declared_interest', ...ofItems, ...ofMeeting] as const) {
      const hidden = tx.updateTable(`meetings.${name}`).set({ sight: 'members' }).where('meeting', '=', meeting)
      await hidden.where('sight', '=', 'public').execute()
    }
    await withdrawEvents(tx, doer, meeting, reason)
    await appendAudit(tx, { actor: doer.actor, act: 'minutes.withdrawn', subjectType: 'meeting', subject: meeting, content: reason })
  })
}

async function withdrawEvents(tx: Writer, doer: Doer, meeting: string, reason: string): Promise<void> {
  const events = await tx
    .selectFrom('meetings.publication')
    .select('id')
    .where('meeting', '=', meeting)
    .where('kind', '=', 'minutes')
    .where('withdrawn_at', 'is', null)
    .execute()
  for (const { id } of events) {
    await tx
      .updateTable('meetings.publication')
      .set({ withdrawn_at: doer.now, withdrawn_by: doer.actor, withdrawn_reason: reason })
      .where('id', '=', id)
      .execute()
    await tx.updateTable('meetings.pack_file').set({ sight: 'members' }).where('publication', '=', id).execute()
  }
}
