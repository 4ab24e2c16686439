// Door one: the rules and shapes of meetings that other parts may build on.

export { meetingPaths, recordPaths } from './paths.ts'
export { meetingsAccess } from './rules/access.ts'
export { missedDays, nextDue, type Returns } from './rules/action-returns.ts'
export { type ActionStanding, actionStanding } from './rules/action-standing.ts'
export { type CalendarMeeting, type CalendarMethod, calendarFile } from './rules/calendar-entry.ts'
export { type ComplianceFacts, type ComplianceFinding, type ComplianceState, judgeCompliance } from './rules/compliance.ts'
export { type Deadline, type DeadlineName, deadlineOf, deadlinesOf, lastDayOf, type MeetingRules } from './rules/deadlines.ts'
export { liveChannel, type PartNews, readPartNews } from './rules/live-news.ts'
export { type MeetingKind, type MeetingStanding, type MeetingState, type Sight, standingOf } from './rules/meeting.ts'
export { editionName } from './rules/pack-name.ts'
export { type PageRange, rangeInWords } from './rules/pages.ts'
export { decidedWords } from './words/decision.ts'
