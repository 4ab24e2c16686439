import type { Writer } from '#platform/database/session.ts'
import { findTimesTaken, type ItemTime } from '../../queries/live/items.ts'

/** Ends an item that is on; where that would not be later than its beginning, a millisecond after it. */
export async function endItem(tx: Writer, { id, from }: Pick<ItemTime, 'id' | 'from'>, at: Temporal.Instant): Promise<void> {
  const end = Temporal.Instant.compare(at, from) > 0 ? at : from.add({ milliseconds: 1 })
  await tx.updateTable('meetings.item_time').set({ to_at: end }).where('id', '=', id).execute()
}

/** Ends whatever item of a meeting is on. */
export async function endWhatIsOn(tx: Writer, meeting: string, at: Temporal.Instant): Promise<void> {
  const on = (await findTimesTaken(tx, meeting)).find(({ to }) => to === null)
  if (on) await endItem(tx, on, at)
}
