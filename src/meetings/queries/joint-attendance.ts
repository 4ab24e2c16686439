import type { Reader } from '#platform/database/session.ts'
import { findMeetingGround, findRecordedMeeting, type RecordedAttendance } from './record.ts'
import { tableOf } from './roll-lines.ts'

/** Who was at some joint meetings, as a body at the table counts it; undefined for a meeting of one body, and for a body that is not at the table. */
export type JointAttendance = (meeting: string, body: string) => RecordedAttendance | undefined

/** Reads the joint ones of some meetings, each with the rolls of all its bodies; they are few. Nothing is asked where there is none. */
export async function findJointAttendance(
  reader: Reader,
  meetings: readonly { readonly id: string; readonly joint: readonly string[] }[],
): Promise<JointAttendance> {
  const joint = meetings.filter((meeting) => meeting.joint.length > 0)
  const grounds = await Promise.all(
    joint.map(async ({ id }) => {
      const recorded = await findRecordedMeeting(reader, id)
      return [id, recorded && (await findMeetingGround(reader, recorded))] as const
    }),
  )
  const byMeeting = new Map(grounds)
  return (meeting, body) => {
    const ground = byMeeting.get(meeting)
    return ground && tableOf(ground, body)?.attendance
  }
}
