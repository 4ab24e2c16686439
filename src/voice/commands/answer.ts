import { findMatters } from '#meetings/public-data.ts'
import { findOutcome, findPriority } from '#plans/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { type Reader, type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { AnswerInput, AttachInput, ChangedAnswerInput } from '../forms/answer.ts'
import type { VoiceNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { findAnswer, guardedAnswer } from '../queries/answers.ts'
import { findAttachment } from '../queries/attachments.ts'
import { listThemes } from '../queries/ground.ts'
import { type Source, sourceColumns } from '../queries/views.ts'
import { auditVoice } from './keep.ts'

const voicesOf = (body: string) => ({ record: 'voices', state: 'any', ties: { body } })

/** The span in which a board's own matters are offered: two years back, and the year ahead. */
export const offeredSpan = (today: Temporal.PlainDate) => ({ from: today.subtract({ years: 2 }), until: today.add({ years: 1 }) })

/** Says what was done about something that people said, or why nothing was (S3). */
export async function addAnswer(needs: VoiceNeeds, doer: Doer, source: Source, input: AnswerInput): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, voicesOf(source.body), 'keep')
    const problem = await answerProblem(tx, doer, source.body, input)
    if (problem) return fail(problem)
    const id = newId()
    await tx
      .insertInto('voice.answer')
      .values({ id, body: source.body, ...sourceColumns(source), ...columnsOf(input) })
      .execute()
    await auditVoice(tx, doer, 'answer-given', id, input)
    return succeed(null)
  })
}

/** Changes an answer. @throws Conflict where somebody else saved first */
export async function changeAnswer(
  needs: VoiceNeeds,
  doer: Doer,
  id: string,
  input: ChangedAnswerInput,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const answer = await findAnswer(tx, id)
    await demand(tx, doer, guardedAnswer(answer), 'change')
    const problem = await answerProblem(tx, doer, answer.source.body, input)
    if (problem) return fail(problem)
    if (answer.sight === 'public' && input.sight !== 'public') return fail({ field: 'sight', code: 'public-already' })
    const saved = await tx
      .updateTable('voice.answer')
      .set({ ...columnsOf(input), version: input.version + 1 })
      .where('id', '=', id)
      .where('version', '=', input.version)
      .executeTakeFirst()
    if (saved.numUpdatedRows !== 1n) throw new Conflict('Somebody else saved first.')
    await auditVoice(tx, doer, 'answer-changed', id, input)
    return succeed(null)
  })
}

async function answerProblem(tx: Reader, doer: Doer, body: string, input: AnswerInput): Promise<FieldProblem | undefined> {
  if (input.did === undefined && input.reason === undefined) return { field: 'did', code: 'did-or-reason' }
  if (input.did !== undefined && input.reason !== undefined) return { field: 'reason', code: 'did-and-reason' }
  if (input.reason !== undefined && input.decision !== undefined) return { field: 'decision', code: 'decision-without-did' }
  if (Temporal.PlainDate.compare(input.onDay, doer.today) > 0) return { field: 'onDay', code: 'in-the-future', details: { part: 'day' } }
  if (input.theme !== undefined && !(await listThemes(tx, body)).some(({ id }) => id === input.theme))
    return { field: 'theme', code: 'choice-unknown' }
  if (input.decision === undefined) return undefined
  const own = await findMatters(tx, { body, ...offeredSpan(doer.today) })
  return own.some(({ kind, id }) => kind === 'decision' && id === input.decision)
    ? undefined
    : { field: 'decision', code: 'choice-unknown' }
}

const columnsOf = (input: AnswerInput) => ({
  ...{ theme: input.theme ?? null, service: input.service ?? '', said: input.said, did: input.did ?? '', decision: input.decision ?? null },
  ...{ reason: input.reason ?? '', on_day: input.onDay, sight: input.sight },
})

/** Brings a voice to a matter of its board or to what stands in a plan, from today on (S4). */
export async function attachVoice(needs: VoiceNeeds, doer: Doer, source: Source, input: AttachInput): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, voicesOf(source.body), 'keep')
    if (!(await mayBeAttachedTo(tx, doer, source.body, input))) return fail({ field: 'target', code: 'choice-unknown' })
    if (input.theme !== undefined && !(await listThemes(tx, source.body)).some(({ id }) => id === input.theme))
      return fail({ field: 'theme', code: 'choice-unknown' })
    const id = newId()
    const made = await tx
      .insertInto('voice.attachment')
      .values({
        ...{ id, body: source.body, ...sourceColumns(source), theme: input.theme ?? null, [input.target.kind]: input.target.id },
        ...{ why: input.why, attached_on: doer.today, attached_by: doer.actor },
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (made.numInsertedOrUpdatedRows !== 1n) return fail({ field: 'target', code: 'attached-already' })
    await auditVoice(tx, doer, 'attached', id, input)
    return succeed(null)
  })
}

async function mayBeAttachedTo(tx: Writer, doer: Doer, body: string, { target }: AttachInput): Promise<boolean> {
  if (target.kind === 'priority') return (await findPriority(tx, target.id)) !== undefined
  if (target.kind === 'outcome') return (await findOutcome(tx, target.id)) !== undefined
  const own = await findMatters(tx, { body, ...offeredSpan(doer.today) })
  return own.some(({ kind, id }) => kind === target.kind && id === target.id)
}

/** Ends an attachment that was made in error; it stays in the record. */
export async function endAttachment(needs: VoiceNeeds, doer: Doer, id: string): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const attachment = await findAttachment(tx, id)
    await demand(tx, doer, voicesOf(attachment.source.body), 'keep')
    await tx.updateTable('voice.attachment').set({ ended_on: doer.today }).where('id', '=', id).execute()
    await auditVoice(tx, doer, 'attachment-ended', id, {})
    return succeed(null)
  })
}
