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
