import { sql } from 'kysely'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { MarkInput } from '../../forms/action.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { findAction } from '../../queries/actions.ts'
import { refuseMark } from '../../rules/action-returns.ts'
import { allowedAction } from './progress-action.ts'

/** Ticks off one time of an action that returns, with words of evidence (M11). Those who lead it and the clerk do. */
export async function markTime(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  id: string,
  { dueOn, doneOn = doer.today, evidence }: MarkInput,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await allowedAction(tx, doer, id, 'progress')
    await inTurn(tx, id)
    const action = await findAction(tx, id)
    if (action?.state !== 'open' || !action.returns) return fail({ field: '', code: 'no-such-time' })
    const refused = refuseMark(action.returns, { dueOn, doneOn }, doer.today)
    if (refused) return fail(refused)
    await tx
      .insertInto('meetings.action_occurrence')
      .values({ id: newId(), action: id, due_on: dueOn, done_on: doneOn, evidence, at: doer.now, actor: doer.actor })
      .execute()
    const content = `${dueOn} ${doneOn} ${evidence}`
    await appendAudit(tx, { actor: doer.actor, act: 'action.time-done', subjectType: 'action', subject: id, content })
    return succeed(null)
  })
}

/** Takes back a time that was ticked off in error; the audit keeps that it was. Taking back what is not ticked off, as by a second click, changes nothing. */
export async function openTime(needs: Pick<CommandNeeds, 'db'>, doer: Doer, id: string, time: string): Promise<void> {
  await writeAs(needs.db, doer, async (tx) => {
    await allowedAction(tx, doer, id, 'progress')
    if (!isUuid(time)) return
    const gone = await tx
      .deleteFrom('meetings.action_occurrence')
      .where('id', '=', time)
      .where('action', '=', id)
      .returning(['due_on as dueOn', 'done_on as doneOn', 'evidence'])
      .executeTakeFirst()
    if (!gone) return
    const content = `${gone.dueOn} ${gone.doneOn} ${gone.evidence}`
    await appendAudit(tx, { actor: doer.actor, act: 'action.time-opened', subjectType: 'action', subject: id, content })
  })
}

/** Two who tick off the same time wait for one another: leads may not lock the row of the action. */
async function inTurn(tx: Writer, action: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`action ${action}`}, 0))`.execute(tx)
}
