export type { ActionDuty, DecisionLine, ListScope, MeetingLine, PaperDuty, PublicationLine } from './queries/overview.ts'
export {
  findActionDuties,
  findComingMeetings,
  findLatestDecisions,
  findLatestPublications,
  findMeetingsForCalendar,
  findPaperDuties,
  findPastMeetings,
} from './queries/overview.ts'
export { type Found, searchMeetings } from './queries/search.ts'
export { packHandler, remindersHandler } from './pack/handlers.ts'
export { remindAuthors } from './pack/remind-authors.ts'
export { type Meeting, findMeeting } from './queries/meeting.ts'
export { findMeetingView, type MeetingView } from './queries/meeting-page.ts'
export { findMeetingRules } from './queries/meeting-rules.ts'
export { findPapersOfAuthor, type PaperOfAuthor } from './queries/papers.ts'
export { findPublications, type Publication } from './queries/publications.ts'
