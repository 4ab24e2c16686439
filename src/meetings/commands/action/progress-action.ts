import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { type Action, findAction, guardedAction } from '../../queries/actions.ts'

/** Adds a note on progress; those who lead an action and the clerk do. */
export async function noteProgress(needs: Pick<CommandNeeds, 'db'>, doer: Doer, id: string, text: string): Promise<void> {
  await writeAs(needs.db, doer, async (tx) => {
    await allowedAction(tx, doer, id, 'progress')
    await tx.insertInto('meetings.action_note').values({ id: newId(), action: id, text, at: doer.now, actor: doer.actor }).execute()
    await appendAudit(tx, { actor: doer.actor, act: 'action.noted', subjectType: 'action', subject: id, content: text })
  })
}

/** Says that an action is done, or open again; only the clerk withdraws one. Saying the same twice changes nothing. */
export async function setActionState(needs: Pick<CommandNeeds, 'db'>, doer: Doer, id: string, state: Action['state']): Promise<void> {
  await writeAs(needs.db, doer, async (tx) => {
    const action = await allowedAction(tx, doer, id, state === 'withdrawn' ? 'change' : 'progress')
    if (action.state === state) return
    // What the clerk withdrew only the clerk brings back.
    if (action.state === 'withdrawn') await demand(tx, doer, guardedAction(action), 'change')
    await tx
      .updateTable('meetings.action')
      .set((set) => ({ state, done_on: state === 'done' ? doer.today : null, version: set('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
    await appendAudit(tx, { actor: doer.actor, act: `action.${state}`, subjectType: 'action', subject: id, content: state })
  })
}

/** The action, where the doer may do that with it. @throws NotFound, Forbidden */
export async function allowedAction(tx: Writer, doer: Doer, id: string, verb: string): Promise<Action> {
  const action = await findAction(tx, id)
  if (!action) throw new NotFound('No such action.')
  await demand(tx, doer, guardedAction(action), verb)
  return action
}
