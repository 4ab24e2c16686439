import { sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'

/** Writes everything that stands in one version into a new draft of the same plan: the same records, with texts of their own. */
export async function copyRows(tx: Writer, from: string, to: string): Promise<void> {
  const tables = [
    ['priority_text', 'priority, plan, body, position, reference, title, text, accountable, details'],
    ['outcome_text', 'outcome, priority, plan, body, position, reference, title, text, due_words, due_from, due_to, details'],
    ['action_text', 'action, priority, outcome, plan, body, position, reference, title, text, due_words, due_from, due_to, details'],
  ] as const
  for (const [table, columns] of tables)
    await sql`insert into ${sql.table(`plans.${table}`)} (version, sight, ${sql.raw(columns)})
      select ${to}::uuid, 'draft', ${sql.raw(columns)} from ${sql.table(`plans.${table}`)} where version = ${from}::uuid`.execute(tx)
  const leads = await tx.selectFrom('plans.lead').selectAll().where('version', '=', from).execute()
  if (leads.length === 0) return
  await tx
    .insertInto('plans.lead')
    .values(leads.map((lead) => ({ ...lead, id: newId(), version: to, sight: 'draft' })))
    .execute()
}
