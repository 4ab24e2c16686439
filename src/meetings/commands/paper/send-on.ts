import { sql } from 'kysely'
import { listBodies } from '#governance/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findItem } from '../../queries/agenda.ts'
import { findMeeting } from '../../queries/meeting.ts'
import { findPaper, guardedPaper } from '../../queries/papers.ts'
import { findSentPaper, guardedSent } from '../../queries/sent-papers.ts'
import { mayComment, maySendOn } from '../../rules/sent-paper.ts'
import { lockForAgenda } from '../agenda/add-item.ts'
import { takeIn } from './take-in.ts'

type Needs = Pick<CommandNeeds, 'db'>

/** Offers a cleared or published paper to another board, whose clerk finds it on the forward plan (M4). */
export async function sendPaperOn(
  needs: Needs,
  doer: Doer,
  paperId: string,
  input: { readonly board: string; readonly why: string },
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const paper = await findPaper(tx, paperId)
    await demand(tx, doer, guardedPaper(paper), 'send')
    const item = await findItem(tx, paper.meeting, paper.item)
    if (!maySendOn(paper.state, item.withdrawnAt !== undefined)) return fail({ field: '', code: 'paper-not-ready-to-send' })
    const target = (await listBodies(tx, doer.today)).find(({ id }) => id === input.board)
    if (!target || target.id === paper.body || target.status === 'ended' || target.status === 'outside')
      return fail({ field: 'board', code: 'choice-unknown' })
    const id = newId()
    const made = await sql<{
      id: string | null
    }>`select meetings.send_paper_on(${paper.id}, ${target.id}, ${id}, ${newId()}, ${input.why}, ${doer.now}) as id`.execute(tx)
    // The second click, and a board that has it already.
    if (!made.rows[0]?.id) return fail({ field: 'board', code: 'paper-sent-already' })
    await appendAudit(tx, { actor: doer.actor, act: 'paper.sent-on', subjectType: 'paper', subject: paper.id, content: target.id })
    return succeed({ id })
  })
}

/** Takes a paper that another board sent into an item: the same words and files, as the first draft of a paper to be cleared here. */
export async function takePaperIn(
  needs: Needs,
  doer: Doer,
  meetingId: string,
  itemId: string,
  input: { readonly sent: string },
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const meeting = await lockForAgenda(tx, doer, meetingId)
    const item = await findItem(tx, meeting.id, itemId)
    return takeIn(tx, doer, item.id, input.sent)
  })
}

/**
 * Writes what a board said of a paper that it sent on: it goes with the paper, as far as that is seen.
 * @throws Conflict where somebody wrote them since
 */
export async function commentOnSent(
  needs: Needs,
  doer: Doer,
  paperId: string,
  sentId: string,
  input: { readonly comments: string; readonly version: number },
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const paper = await findPaper(tx, paperId)
    const sent = await findSentPaper(tx, paper.id, sentId, doer.today)
    await demand(tx, doer, guardedSent(sent, paper.sight), 'comment')
    if (sent.state === 'refused') return fail({ field: '', code: 'paper-refused-there' })
    if (!mayComment((await findMeeting(tx, sent.meeting)).state)) return fail({ field: '', code: 'comments-before-meeting' })
    const { numUpdatedRows } = await tx
      .updateTable('meetings.sent_paper')
      .set({ comments: input.comments, commented_at: doer.now, version: input.version + 1 })
      .where('id', '=', sent.id)
      .where('version', '=', input.version)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Conflict('Somebody else wrote these comments.')
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'paper.comments-sent',
      subjectType: 'paper',
      subject: paper.id,
      content: input.comments,
    })
    return succeed(null)
  })
}
