import { appendAudit } from '#platform/database/audit.ts'
import { writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findItem, guardedItem } from '../../queries/agenda.ts'
import { lockForAgenda } from './add-item.ts'

/** Withdraws a published item: its number and title stay on the agenda as withdrawn, so that nothing vanishes in silence (M15). */
export async function withdrawItem(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  id: string,
  input: { readonly reason: string; readonly version: number },
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await lockForAgenda(tx, doer, meetingId)
    const item = await findItem(tx, meetingId, id)
    await demand(tx, doer, guardedItem(item), 'withdraw')
    if (item.version !== input.version) throw new Conflict('Somebody else changed this item.')
    if (item.withdrawnAt) return fail({ field: '', code: 'item-withdrawn-already' })
    await tx
      .updateTable('meetings.agenda_item')
      .set({ withdrawn_at: doer.now, withdrawn_reason: input.reason, version: item.version + 1 })
      .where('id', '=', id)
      .execute()
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'agenda.item-withdrawn',
      subjectType: 'agenda-item',
      subject: id,
      content: input.reason,
    })
    return succeed(null)
  })
}
