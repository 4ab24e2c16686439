import { sql } from 'kysely'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '../../needs.ts'
import { mostFiles } from '../../rules/paper-file.ts'

/** Takes a paper that was sent into an item, inside a transaction that holds the item's meeting; a problem has written nothing. */
export async function takeIn(tx: Writer, doer: Doer, item: string, sent: string): Promise<Result<{ readonly id: string }, FieldProblem>> {
  const id = newId()
  const files = Array.from({ length: mostFiles }, newId)
  const { rows } = await sql<{
    outcome: string
  }>`select meetings.take_paper_in(${sent}, ${item}, ${id}, ${newId()}, ${sql.val(files)}::uuid[], ${doer.now}) as outcome`.execute(tx)
  const outcome = rows[0]?.outcome ?? 'paper-not-sent'
  if (outcome !== 'taken') return fail({ field: 'sent', code: outcome })
  await tx
    .updateTable('meetings.agenda_item')
    .set((row) => ({ report_status: 'attached', version: row('version', '+', 1) }))
    .where('id', '=', item)
    .where('sight', '=', 'draft')
    .where('report_status', 'in', ['not_stated', 'none'])
    .execute()
  await appendAudit(tx, { actor: doer.actor, act: 'paper.taken-in', subjectType: 'paper', subject: id, content: sent })
  return succeed({ id })
}
