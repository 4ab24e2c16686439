// Door two: the reads and commands of governance that other parts may call.

export { type AgreedDeputy, agreeDeputyForMeeting } from './commands/deputy-for-meeting.ts'
export { makeFirstAdministrator } from './commands/first-administrator.ts'
export { enterOrganisation } from './commands/organisations.ts'
export { type RecordStep, stepsWith } from './commands/record-step.ts'
export { adoptTerms, importTermsDraft } from './commands/terms.ts'
export type { AccessNeeds } from './queries/access-needs.ts'
export { findAccessNeeds } from './queries/access-needs.ts'
export { governanceKinds } from './queries/archive-kinds.ts'
export type { Area } from './queries/areas.ts'
export { findAreaLines, findAreaNames, listAreas } from './queries/areas.ts'
export { type Asked, type AskedBoard, askWith, withBody } from './queries/asked.ts'
export type { BoardCard, BoardOverview } from './queries/board-overview.ts'
export { findBoardOverview, listBoardCards } from './queries/board-overview.ts'
export type { Body, BodySettings, BodyStatus, BodySummary, StatusPeriod } from './queries/bodies.ts'
export { findBodiesById, findBody, findBodyById, findBodySettings, findSettingsOf, listBodies } from './queries/bodies.ts'
export { findCalendar } from './queries/calendar.ts'
export type { Code } from './queries/codes.ts'
export { listCodes } from './queries/codes.ts'
export type { CompositionRule } from './queries/composition.ts'
export { composedPlaces, compositionOn, findCompositionRules } from './queries/composition.ts'
export { findOptions, listDatedRules, saidRule } from './queries/dated-rules.ts'
export type { DelegationRecord } from './queries/delegations.ts'
export { findHeldByPerson, findScheme, holdsDelegation } from './queries/delegations.ts'
export type { Dispensation } from './queries/dispensations.ts'
export { findDispensations } from './queries/dispensations.ts'
export { type DisputeDuty, findDisputeDuties, findDisputeStandings, findDisputes } from './queries/disputes.ts'
export type { ParagraphList } from './queries/exempt-paragraphs.ts'
export { findParagraphList } from './queries/exempt-paragraphs.ts'
export { guardWith } from './queries/guard.ts'
export type { AppointmentRecord } from './queries/history.ts'
export { findAppointmentsBetween, findAppointmentsOf, findMembershipHistory } from './queries/history.ts'
export type { InterestRecord } from './queries/interests.ts'
export { findBodyInterests, findInterestsOf, findPersonInterests } from './queries/interests.ts'
export type { PostName, Recipient } from './queries/mailing-list.ts'
export { findMailingList, findPeopleToTell, findPostHolders, listPosts } from './queries/mailing-list.ts'
export type { DeputyOnDay, HolderOnDay, Membership, PersonName, PlaceOnDay, SeatOnDay } from './queries/membership.ts'
export { findMembership } from './queries/membership.ts'
export { findNoticeLaw, type NoticeLawOf } from './queries/notice-law.ts'
export type { OfficeRecord } from './queries/offices.ts'
export { findOfficeHistory, findOffices, findOfficesOf, findOfficesOfBodies, findOfficesOver } from './queries/offices.ts'
export type { AttendancePeriod, OpenAgency, OpenBoard, OpenGovernance, OpenMembership, OpenPeriod, OpenSeat } from './queries/open-data.ts'
export { findAttendancePeriods, findOpenGovernance } from './queries/open-data.ts'
export type { Organisation, OrganisationSummary, Succession, SuccessionLine } from './queries/organisations.ts'
export { findOrganisation, listOrganisations, listOrganisationsOn, listSuccessions } from './queries/organisations.ts'
export { findOwnTasks } from './queries/own-tasks.ts'
export type { Contact, Person, PostRecord } from './queries/people.ts'
export {
  findAccountOfPerson,
  findContact,
  findPeopleNames,
  findPeopleOfAccounts,
  findPerson,
  findPersonOfAccount,
  listPeople,
  listPeopleWhoSignIn,
} from './queries/people.ts'
export { findPresenceLaw, type PresenceLawOf } from './queries/presence-law.ts'
export { findProtocols, type Protocol } from './queries/protocols.ts'
export { findMemberRules, findRegisterStandings } from './queries/register-review.ts'
export type { BodyRelation } from './queries/relations.ts'
export { findRelations } from './queries/relations.ts'
export type { ReportDue, Reporting } from './queries/reports.ts'
export { findReporting, findReportsDue } from './queries/reports.ts'
export type { RequestDuty } from './queries/requests.ts'
export { findRequestDuties, findRequests } from './queries/requests.ts'
export { seatTermsOn } from './queries/seat-terms.ts'
export type { HeldPlace, SeatedOnDay, SeatingOver } from './queries/seating-over.ts'
export { findSeatingOver, membersBetween, seatingOn } from './queries/seating-over.ts'
export { findSeat, findSeatNames } from './queries/seats.ts'
export type { SharingAgreement, SharingParty } from './queries/sharing-agreements.ts'
export { findSharingAgreement, findSharingReviewsDue, listSharingAgreements } from './queries/sharing-agreements.ts'
export { findStanding } from './queries/standing.ts'
export type { TermsVersion, TermsVersionSummary } from './queries/terms.ts'
export {
  findAdoptedTerms,
  findAdoptedTermsOf,
  findAllTermsInForce,
  findTermsInForce,
  findTermsVersion,
  findTermsVersionInForce,
  listTermsVersions,
  termsOn,
} from './queries/terms.ts'
export { findGivenFacts, findNeighbours } from './queries/terms-beside.ts'
export { findTermsReviewStandings } from './queries/terms-reviews.ts'
export type { ProgrammeLine, ProtocolDutyDue } from './queries/work-programme.ts'
export { findProtocolDutiesDue, findWorkProgramme, programmeLines } from './queries/work-programme.ts'
