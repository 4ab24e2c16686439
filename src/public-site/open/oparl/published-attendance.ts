import type { AttendancePeriod } from '#governance/public-data.ts'
import type { OpenMeeting } from '#meetings/public-data.ts'

/**
 * The meeting as the board gives it out: who was there is left out unless the settings of the body on the day of the meeting say that attendance
 * is published, and its terms do not say otherwise. Days for which nothing is recorded publish nothing.
 */
export function publishedAttendance(meeting: OpenMeeting, periods: readonly AttendancePeriod[]): OpenMeeting {
  const then = periods.filter(
    ({ body, startsOn, endsOn }) =>
      body === meeting.body &&
      Temporal.PlainDate.compare(startsOn, meeting.heldOn) <= 0 &&
      (endsOn === null || Temporal.PlainDate.compare(meeting.heldOn, endsOn) < 0),
  )
  if (then.length > 0 && then.every(({ published }) => published)) return meeting
  return { ...meeting, attendance: [], absences: [], chairs: [] }
}
