// Door one: the rules and shapes of meetings that other parts may build on.
export { type CalendarMeeting, type CalendarMethod, calendarFile } from './rules/calendar-entry.ts'
export { type Deadline, type DeadlineName, deadlineOf, deadlinesOf, lastDayOf, type MeetingRules } from './rules/deadlines.ts'
export { type MeetingKind, type MeetingStanding, type MeetingState, type Sight, standingOf } from './rules/meeting.ts'
export { type PageRange, rangeInWords } from './rules/pages.ts'
export { meetingPaths } from './paths.ts'
export { meetingsAccess } from './rules/access.ts'
