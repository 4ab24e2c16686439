import type { Reader } from '#platform/database/session.ts'
import { isUuid } from '#platform/web/fields.ts'

/** The instant at which a meeting was started; undefined where it has not begun, or where that is not for whoever asks. */
export async function findBegan(reader: Reader, meeting: string): Promise<Temporal.Instant | undefined> {
  if (!isUuid(meeting)) return undefined
  const row = await reader
    .selectFrom('meetings.state_change')
    .select('at')
    .where('meeting', '=', meeting)
    .where('to_state', '=', 'in_progress')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.at
}
