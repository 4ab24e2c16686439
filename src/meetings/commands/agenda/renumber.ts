import type { Writer } from '#platform/database/session.ts'
import { findAgenda } from '../../queries/agenda.ts'
import { numberItems } from '../../rules/agenda.ts'

/** Numbers the agenda of a meeting anew; numbers set by hand or published stay. Only rows that change are written. */
export async function renumber(tx: Writer, meeting: string): Promise<void> {
  const agenda = (await findAgenda(tx, meeting)).filter((item) => !item.withdrawnAt || item.sight !== 'draft')
  const numbers = numberItems(agenda)
  for (const item of agenda) {
    const number = numbers.get(item.id)
    if (number === undefined || number === item.number || item.fixed) continue
    await tx.updateTable('meetings.agenda_item').set({ number }).where('id', '=', item.id).execute()
  }
}
