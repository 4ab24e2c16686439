import type { Reader } from '#platform/database/session.ts'
import { countUnread } from './reading.ts'

/** What a member has not read of a meeting. */
export interface ToRead {
  readonly meeting: string
  /** Published papers that one has not marked as read; 0 where only the agenda, or something without papers, is new. */
  readonly papers: number
}

/** Meetings of which something was published that one has not read: unread papers, or an agenda that came out since one last looked. */
export async function findToRead(reader: Reader, meetings: readonly string[], person: string): Promise<readonly ToRead[]> {
  if (meetings.length === 0) return []
  const unread = await countUnread(reader, meetings, person)
  const news = await findUnseen(reader, meetings, person)
  return meetings.flatMap((meeting) => {
    const papers = unread.get(meeting) ?? 0
    return papers > 0 || news.has(meeting) ? [{ meeting, papers }] : []
  })
}

/** Meetings with a pack or a supplement that came out after one last said that one had seen the meeting, and after the last paper one read. */
async function findUnseen(reader: Reader, meetings: readonly string[], person: string): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom('meetings.publication as p')
    .leftJoin('meetings.meeting_seen as s', (join) => join.onRef('s.meeting', '=', 'p.meeting').on('s.person', '=', person))
    .select('p.meeting')
    .distinct()
    .where('p.meeting', 'in', [...meetings])
    .where('p.kind', 'in', ['pack', 'supplement'])
    .where('p.withdrawn_at', 'is', null)
    .where((where) => where.or([where('s.at', 'is', null), where('s.at', '<', where.ref('p.published_at'))]))
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('meetings.read_mark as r')
            .select('r.person')
            .whereRef('r.meeting', '=', 'p.meeting')
            .where('r.person', '=', person)
            .whereRef('r.at', '>=', 'p.published_at'),
        ),
      ),
    )
    .execute()
  return new Set(rows.map(({ meeting }) => meeting))
}
