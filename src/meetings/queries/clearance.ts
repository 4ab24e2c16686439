import type { Reader } from '#platform/database/session.ts'
import type { Minutes } from './minutes.ts'

/** Who cleared a draft, and when. */
export interface Clearance {
  readonly clearedBy: string
  /** False: the clerk says so. */
  readonly byChair: boolean
  readonly at: Temporal.Instant
}

/** The clearance of exactly the text that stands now; undefined where nobody cleared it, or it was changed since. */
export async function findClearance(reader: Reader, { id, version }: Pick<Minutes, 'id' | 'version'>): Promise<Clearance | undefined> {
  return reader
    .selectFrom('meetings.minutes_clearance')
    .select(['cleared_by as clearedBy', 'by_chair as byChair', 'at'])
    .where('minutes', '=', id)
    .where('edition', '=', version)
    .orderBy('at', 'desc')
    .executeTakeFirst()
}
