export { destroyOldKeys } from './commands/election/destroy-old-keys.ts'
export { handWorkOn } from './commands/hand-work-on.ts'
export { bringBack, type ReturningMatter } from './commands/plan/bring-back.ts'
export { nominateItemIn } from './commands/plan/plan-item.ts'
export { packHandler, remindersHandler } from './pack/handlers.ts'
export { remindAuthors } from './pack/remind-authors.ts'
export { type Action, findMattersArising } from './queries/actions.ts'
export { type AgendaItem, findAgenda, findItem as findMeetingItem } from './queries/agenda.ts'
export { meetingsKinds } from './queries/archive-kinds.ts'
export { type BoardFigures, findBoardFigures, findReadiness } from './queries/board-figures.ts'
export { type ClerkDuty, findClerkDuties } from './queries/clerk-duties.ts'
export { findComplianceFacts } from './queries/compliance.ts'
export { type Consultation, findComingConsultations, findConsultation, listConsultations } from './queries/consultations.ts'
export { type Decision, findDecision, findDecisionsBetween, findWithdrawnDecisions, listDecisions } from './queries/decisions.ts'
export { type DecisionOfMatter, findDecisionsOfMatters } from './queries/decisions-of-matters.ts'
export { type DigestNews, findDigestNews } from './queries/digest-news.ts'
export { type Election, findElections } from './queries/elections.ts'
export { findOwnCopies } from './queries/exempt-copies.ts'
export { findMatterToReview, type MatterToReview } from './queries/exempt-matter.ts'
export { tellInTheirName } from './queries/in-their-name.ts'
export { findMatters, type Matter } from './queries/matters.ts'
export { findMeeting, type Meeting } from './queries/meeting.ts'
export { findMeetingView, type MeetingView } from './queries/meeting-page.ts'
export { findMeetingRecord, type MeetingRecordView } from './queries/meeting-record.ts'
export { findMeetingRules } from './queries/meeting-rules.ts'
export { findDraftsToClear, findMinutesToPublish } from './queries/minutes-duties.ts'
export { findOpenQuestions } from './queries/misses.ts'
export {
  findLatestOfficerDecisions,
  findOpenOfficerDecisions,
  type OfficerDecision,
} from './queries/officer-decisions.ts'
export { findOpenFile, type OpenFile } from './queries/open/files.ts'
export { findMeetingOfMotion, findOpenMeetings, listOpenMeetings } from './queries/open/meetings.ts'
export { findPublishedMinutes, type PublishedMinutes } from './queries/open/minutes.ts'
export type {
  OpenBroughtFile,
  OpenDecision,
  OpenFiledFile,
  OpenItem,
  OpenMeeting,
  OpenMotion,
  OpenPaper,
  OpenPaperFile,
  OpenPublication,
  OpenRatification,
} from './queries/open/shapes.ts'
export { countOpenWork } from './queries/open-work.ts'
export type { ActionDuty, DecisionLine, ListScope, MeetingLine, PaperDuty, PublicationLine } from './queries/overview.ts'
export {
  findActionDuties,
  findComingMeetings,
  findHeldMeetings,
  findLatestDecisions,
  findLatestPublications,
  findMeetingsForCalendar,
  findMeetingsOfBoards,
  findPaperDuties,
} from './queries/overview.ts'
export { findOwnBudgets } from './queries/own-budgets.ts'
export { findPaper, findPapersOfAuthor, findPapersOfItem, type PaperOfAuthor } from './queries/papers.ts'
export { findPlan, type PlanItem } from './queries/plan.ts'
export { type EventScope, findPublicEvents, type PublicEvent } from './queries/public-events.ts'
export { findPublications, type Publication } from './queries/publications.ts'
export { findRatificationDuties, type RatificationDuty } from './queries/ratification-duties.ts'
export { countUnread } from './queries/reading.ts'
export { findRegister, type Register } from './queries/register.ts'
export { findMissedStanding, type MissedStanding } from './queries/standing-places.ts'
export { findSubmissionsOfBoard } from './queries/submissions.ts'
export { findToRead } from './queries/to-read.ts'
export { findReturnedMail, type ReturnedMail } from './queries/told.ts'
export { findTopic, listTopics } from './queries/topics.ts'
export { findWaitingTasks } from './queries/waiting-tasks.ts'
