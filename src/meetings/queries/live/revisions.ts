import type { Reader } from '#platform/database/session.ts'
import type { LiveSight } from '../../rules/live-parts.ts'

/** How often each part of a meeting's live page has changed, as counted for that sight; a part that is missing has not changed yet. */
export async function findRevisions(reader: Reader, meeting: string, sight: LiveSight): Promise<ReadonlyMap<string, number>> {
  const rows = await reader
    .selectFrom('meetings.part_revision')
    .select(['part', 'revision'])
    .where('meeting', '=', meeting)
    .where('sight', '=', sight)
    .execute()
  return new Map(rows.map(({ part, revision }) => [part, Number(revision)]))
}
