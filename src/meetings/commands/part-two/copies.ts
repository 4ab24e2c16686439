import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Forbidden, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { EndedCopyInput, PrintedCopyInput } from '../../forms/exempt-copy.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findCopies, findCopy, findHolders } from '../../queries/exempt-copies.ts'
import { guardedMeeting, lockMeeting } from '../../queries/meeting.ts'
import { confirmation, type ExemptCopy } from '../../rules/exempt-copy.ts'

type Needs = Pick<CommandNeeds, 'db'>

/** Lists who has the exempt papers by the evidence, and asks each to confirm that they are destroyed. Asked again, it adds who was missing (M16). */
export async function askHolders(needs: Needs, doer: Doer, meetingId: string): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    await demand(tx, doer, guardedMeeting(meeting), 'record')
    if (meeting.state !== 'ended' && meeting.state !== 'abandoned') return fail({ field: '', code: 'copies-after-meeting' })
    const holders = await findHolders(tx, meeting)
    if (holders.length === 0) return fail({ field: '', code: 'no-copies-known' })
    const known = new Set((await findCopies(tx, meetingId)).filter(({ kind }) => kind === 'electronic').map(({ person }) => person))
    const fresh = holders.filter(({ person }) => !known.has(person))
    const base = { meeting: meetingId, body: meeting.body, kind: 'electronic', actor: doer.actor }
    const rows = fresh.map(({ person, name, evidence, at }) => ({ ...base, id: newId(), person, name, evidence, handed_at: at }))
    if (rows.length > 0) await tx.insertInto('meetings.exempt_copy').values(rows).execute()
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: 'copies.listed', subjectType: 'meeting', subject: meetingId, content: JSON.stringify(fresh) },
    })
    return succeed(null)
  })
}

/** Records a printed copy with the number that stands on it; without one it gets the next. */
export async function handOutCopy(
  needs: Needs,
  doer: Doer,
  meetingId: string,
  input: PrintedCopyInput,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    await demand(tx, doer, guardedMeeting(meeting), 'record')
    const numbers = (await findCopies(tx, meetingId)).flatMap(({ number }) => number ?? [])
    const number = input.number ?? Math.max(0, ...numbers) + 1
    if (numbers.includes(number)) return fail({ field: 'number', code: 'copy-number-taken' })
    const id = newId()
    await tx
      .insertInto('meetings.exempt_copy')
      .values({
        ...{ id, meeting: meetingId, body: meeting.body, kind: 'printed', number, name: input.name, person: input.person ?? null },
        ...{ evidence: 'by_hand', handed_at: doer.now, actor: doer.actor },
      })
      .execute()
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'copies.handed-out',
      subjectType: 'exempt-copy',
      subject: id,
      content: JSON.stringify(input),
    })
    return succeed(null)
  })
}

/** Keeps what somebody confirms of their own copy, word for word. From this instant they no longer open the exempt papers of the meeting. */
export async function confirmDestroyed(needs: Needs, doer: Doer, id: string, person: string | undefined): Promise<void> {
  await writeAs(needs.db, doer, async (tx) => {
    const copy = await held(tx, id)
    if (copy.person === null || copy.person !== person) throw new Forbidden('Only the holder confirms this.')
    await end(tx, doer, copy, { ended: 'destroyed', words: confirmation, saidBy: 'holder' })
  })
}

/** Records as the clerk what became of a copy, and how that is known. */
export async function recordEnded(needs: Needs, doer: Doer, id: string, input: EndedCopyInput): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const copy = await held(tx, id)
    await demand(tx, doer, { record: 'exempt-copy', state: 'members', ties: { body: copy.body } }, 'keep')
    if (copy.ended !== null) return fail({ field: '', code: 'copy-ended-already' })
    await end(tx, doer, copy, { ...input, saidBy: 'clerk' })
    return succeed(copy.meeting)
  })
}

async function held(tx: Writer, id: string): Promise<ExemptCopy> {
  const copy = await findCopy(tx, id)
  if (!copy) throw new NotFound('No such copy.')
  return copy
}

/** Said twice, as by a second click, it was said once. */
async function end(
  tx: Writer,
  doer: Doer,
  copy: ExemptCopy,
  said: { readonly ended: 'destroyed' | 'handed_back'; readonly words: string; readonly saidBy: 'holder' | 'clerk' },
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('meetings.exempt_copy')
    .set({ ended: said.ended, words: said.words, said_by: said.saidBy, ended_at: doer.now, ended_actor: doer.actor })
    .where('id', '=', copy.id)
    .where('ended', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return
  await appendAudit(tx, {
    actor: doer.actor,
    act: 'copies.ended',
    subjectType: 'exempt-copy',
    subject: copy.id,
    content: JSON.stringify(said),
  })
}
