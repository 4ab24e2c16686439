import type { Reader } from '#platform/database/session.ts'
import { findMeetingGround, findRecordedMeeting, type MeetingGround } from '../record.ts'
import { sharedRead } from './shared.ts'

/** Everything that a verdict on a meeting needs; undefined where there is none that one may know of. */
export function findLiveGround(reader: Reader, meeting: string): Promise<MeetingGround | undefined> {
  return sharedRead(reader, 'ground', async () => {
    const recorded = await findRecordedMeeting(reader, meeting)
    return recorded && findMeetingGround(reader, recorded)
  })
}
