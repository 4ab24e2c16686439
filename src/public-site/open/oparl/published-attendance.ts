import { isAttendancePublished, type PublishingPeriod } from '#governance/public.ts'
import type { OpenMeeting } from '#meetings/public-data.ts'

/** The meeting as the board gives it out: who was there is left out unless the board publishes that for the day of the meeting; where boards meet together, each of them. */
export function publishedAttendance(meeting: OpenMeeting, periods: readonly PublishingPeriod[]): OpenMeeting {
  const boards = [meeting.body, ...meeting.jointBodies]
  if (boards.every((board) => isAttendancePublished(board, meeting.heldOn, periods))) return meeting
  return { ...meeting, attendance: [], absences: [], chairs: [] }
}
