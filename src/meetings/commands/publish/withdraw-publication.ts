import { appendAudit } from '#platform/database/audit.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { release as releaseDocument } from '#platform/documents/references.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findItemsOut } from '../../queries/addressees.ts'
import { lockMeeting, type Meeting } from '../../queries/meeting.ts'
import { findPaperVersions } from '../../queries/papers.ts'
import { findPackFiles, findPublication, findPublications, guardedPublication, type Publication } from '../../queries/publications.ts'
import { tellMembers } from '../distribute.ts'
import { takeBackRelease } from '../part-two/release-event.ts'
import { keepTopicsOf } from '../topic/choose-topics.ts'

/**
 * Withdraws a publication at once, with a public reason: pages, files and feeds say 'withdrawn on … because …' and show nothing of its content
 * (handbook governance 6). A withdrawn pack takes its supplements and corrections with it, and papers go back to their authors; behind a correction
 * that is withdrawn alone stands the version that it replaced.
 */
export async function withdrawPublication(
  needs: CommandNeeds,
  doer: Doer,
  meetingId: string,
  id: string,
  input: { readonly reason: string },
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    const publication = await findPublication(tx, meetingId, id)
    await demand(tx, doer, guardedPublication(publication), 'withdraw')
    if (publication.withdrawnAt) return fail({ field: '', code: 'withdrawn-already' })
    if (publication.kind === 'minutes') return fail({ field: '', code: 'minutes-elsewhere' })
    if (publication.kind === 'release') {
      const told = await findItemsOut(tx, meetingId)
      await takeBackRelease(needs, tx, doer, publication, input.reason)
      await tellMembers(needs, tx, doer, meeting, {
        method: undefined,
        publication: id,
        occasion: 'withdrawal',
        items: told,
        reason: input.reason,
      })
      await appendAudit(tx, { actor: doer.actor, act: 'meeting.withdrawn', subjectType: 'publication', subject: id, content: input.reason })
      return succeed(null)
    }
    const out = await findItemsOut(tx, meetingId) // before they are hidden: their lists were told of them
    const targets = publication.kind === 'pack' ? await livePublications(tx, meetingId) : [publication]
    await keepTopicsOf(tx, targets)
    // What was released is exempt again first, or its words would come back with the agenda.
    for (const target of targets.filter(({ kind }) => kind === 'release')) await takeBackRelease(needs, tx, doer, target, input.reason)
    for (const target of targets.filter(({ kind }) => kind !== 'release')) await hide(tx, doer, target, input.reason)
    // Of a correction that goes alone the page still says that it was there, and why it is not.
    if (publication.kind !== 'correction') await hidePlaces(tx, targets)
    if (publication.kind === 'pack') await hideAgenda(tx, meetingId)
    const sequence = meeting.sequence + 1
    await tx
      .updateTable('meetings.meeting')
      .set({ sequence, version: meeting.version + 1 })
      .where('id', '=', meetingId)
      .execute()
    const now: Meeting = { ...meeting, sequence }
    await tellMembers(needs, tx, doer, now, {
      method: 'request',
      publication: id,
      occasion: 'withdrawal',
      items: out,
      // A correction of Part 2 was never known to anybody else.
      hidden: publication.kind === 'correction' && publication.sight !== meeting.sight,
      reason: input.reason,
    })
    await appendAudit(tx, { actor: doer.actor, act: 'meeting.withdrawn', subjectType: 'publication', subject: id, content: input.reason })
    return succeed(null)
  })
}

async function livePublications(tx: Writer, meeting: string): Promise<readonly Publication[]> {
  return (await findPublications(tx, meeting)).filter(({ kind, withdrawnAt }) => kind !== 'minutes' && !withdrawnAt)
}

async function hide(tx: Writer, doer: Doer, publication: Publication, reason: string): Promise<void> {
  const { id, meeting } = publication
  await tx
    .updateTable('meetings.publication')
    .set({ withdrawn_at: doer.now, withdrawn_by: doer.actor, withdrawn_reason: reason })
    .where('id', '=', id)
    .execute()
  const went = await tx.selectFrom('meetings.published_paper').select('paper_version').where('publication', '=', id).execute()
  const versions = went.map(({ paper_version }) => paper_version)
  if (versions.length > 0) {
    await tx.updateTable('meetings.paper_version').set({ state: 'withdrawn', sight: 'draft' }).where('id', 'in', versions).execute()
    await standAgain(tx, versions)
  }
  for (const file of await findPackFiles(tx, meeting)) {
    if (file.publication === id && file.document !== '') await releaseDocument(tx, file.document, 'meetings.publication', id)
  }
  await tx.updateTable('meetings.pack_file').set({ sight: 'draft', document: '' }).where('publication', '=', id).execute()
}

/** Papers of which no version stands published any more: the one that the withdrawn version replaced stands again, or the paper goes back to be written. */
async function standAgain(tx: Writer, withdrawn: readonly string[]): Promise<void> {
  const papers = await tx
    .selectFrom('meetings.paper_version')
    .select('paper')
    .distinct()
    .where('id', 'in', withdrawn)
    .where('paper', 'not in', (from) => from.selectFrom('meetings.paper_version').select('paper').where('state', '=', 'published'))
    .execute()
  for (const { paper } of papers) {
    const before = (await findPaperVersions(tx, paper)).find(({ state }) => state === 'superseded')
    if (before) await tx.updateTable('meetings.paper_version').set({ state: 'published' }).where('id', '=', before.id).execute()
    else
      await tx.updateTable('meetings.paper').set({ state: 'draft', sight: 'draft', submitted_at: null }).where('id', '=', paper).execute()
  }
}

/** Which papers of which items went out with them: nobody needs to know where everything is gone. */
async function hidePlaces(tx: Writer, publications: readonly Publication[]): Promise<void> {
  const ids = publications.map(({ id }) => id)
  await tx.updateTable('meetings.published_paper').set({ sight: 'draft' }).where('publication', 'in', ids).execute()
}

/** The agenda goes back to those who prepare it; numbers stay as they were printed. */
async function hideAgenda(tx: Writer, meeting: string): Promise<void> {
  await tx.updateTable('meetings.agenda_item').set({ sight: 'draft' }).where('meeting', '=', meeting).execute()
  await tx.updateTable('meetings.item_content').set({ sight: 'draft' }).where('meeting', '=', meeting).execute()
}

/** Asks for the files of a publication again, after its making failed. */
export async function retryPack(needs: CommandNeeds, doer: Doer, meetingId: string, id: string): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const publication = await findPublication(tx, meetingId, id)
    await demand(tx, doer, guardedPublication(publication), 'withdraw')
    if (publication.withdrawnAt) return fail({ field: '', code: 'withdrawn-already' })
    const { numUpdatedRows } = await tx
      .updateTable('meetings.pack_file')
      .set({ state: 'waiting', problem: '', report: '{}' })
      .where('publication', '=', id)
      .where('state', '<>', 'ready')
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return fail({ field: '', code: 'nothing-to-retry' })
    await needs.outbox.enqueue(tx, 'pack', { publication: id })
    await appendAudit(tx, { actor: doer.actor, act: 'pack.retried', subjectType: 'publication', subject: id, content: '' })
    return succeed(null)
  })
}
