import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import { exclusionsOf } from '../rules/declared-interest.ts'
import type { QuorumBasis } from '../rules/quorum-at.ts'
import { findInterestsDeclaredAt } from './declared-interests.ts'
import { chairingOf, type RecordedAttendance, stayOf, waiversOf } from './record.ts'

/** Who was at a meeting, who chaired and who was out for an interest. Absences are not read: no quorum counts them. */
export interface PastAttendance {
  readonly attendance: RecordedAttendance
  readonly exclusions: QuorumBasis['exclusions']
}

const nobody: PastAttendance = { attendance: { stays: [], absences: [], chairs: [], waiver: undefined }, exclusions: [] }

/** What quorum is judged on, of many meetings in as many queries as of one; what the reader may not see is not in it. */
export async function findPastAttendance(reader: Reader, meetings: readonly string[]): Promise<(meeting: string) => PastAttendance> {
  if (meetings.length === 0) return () => nobody
  const [stays, chairs, waivers, interests] = await Promise.all([
    reader.selectFrom('meetings.attendance').selectAll().where(among('meeting', meetings)).orderBy('id').execute(),
    reader.selectFrom('meetings.meeting_chair').selectAll().where(among('meeting', meetings)).orderBy('id').execute(),
    reader
      .selectFrom('meetings.quorum_waiver')
      .select(['meeting', 'body', 'of_body', 'consulted', 'views'])
      .where(among('meeting', meetings))
      .execute(),
    findInterestsDeclaredAt(reader, meetings),
  ])
  const staysAt = Map.groupBy(stays, ({ meeting }) => meeting)
  const chairsAt = Map.groupBy(chairs, ({ meeting }) => meeting)
  const waiversAt = Map.groupBy(waivers, ({ meeting }) => meeting)
  const interestsAt = Map.groupBy(interests, ({ meeting }) => meeting)
  const times = await itemTimes(reader, [...interestsAt.keys()])
  return (meeting) => ({
    attendance: {
      stays: (staysAt.get(meeting) ?? []).map(stayOf),
      absences: [],
      chairs: (chairsAt.get(meeting) ?? []).map(chairingOf),
      ...waiversOf(waiversAt.get(meeting) ?? []),
    },
    exclusions: exclusionsOf(interestsAt.get(meeting) ?? [], times.get(meeting) ?? []),
  })
}

async function itemTimes(reader: Reader, meetings: readonly string[]) {
  if (meetings.length === 0) return new Map<string, never[]>()
  const rows = await reader
    .selectFrom('meetings.item_time')
    .select(['meeting', 'item', 'from_at as from', 'to_at as to'])
    .where(among('meeting', meetings))
    .orderBy('from_at')
    .execute()
  return Map.groupBy(rows, ({ meeting }) => meeting)
}
