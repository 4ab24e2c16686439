import type { Reader } from '#platform/database/session.ts'
import type { LiveSight } from '../../rules/live-parts.ts'
import { sharedRead } from './shared.ts'

/** How often each part of a meeting's live page has changed, as counted for that sight; a part that is missing has not changed yet. */
export async function findRevisions(reader: Reader, meeting: string, sight: LiveSight): Promise<ReadonlyMap<string, number>> {
  const rows = await sharedRead(reader, 'revisions', () =>
    reader.selectFrom('meetings.part_revision').select(['part', 'sight', 'revision']).where('meeting', '=', meeting).execute(),
  )
  return new Map(rows.filter((row) => row.sight === sight).map(({ part, revision }) => [part, Number(revision)]))
}
