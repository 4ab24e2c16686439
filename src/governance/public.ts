export { type AccessMatrix, anyone, type Guarded, may, type Role, roles, rolesTowards, type Ties } from './rules/access.ts'
export { judgeAdoption } from './rules/adoption.ts'
export { isAttendancePublished, type PublishingPeriod } from './rules/attendance-published.ts'
export {
  type AttendanceRate,
  type AttendanceStep,
  attendanceRate,
  attendanceSteps,
  financialYearOf,
  meetingsDue,
  type Rate,
  type SeatMeeting,
  type Span,
} from './rules/attendance-rate.ts'
export { workingDaysOf } from './rules/bank-holidays.ts'
export {
  calendarName,
  type DayKind,
  type Division,
  dayKind,
  isWorkingDay,
  nearestWorkingDay,
  type WorkingDays,
  withClosures,
  workingDaysBetween,
} from './rules/calendar.ts'
export {
  agreesWithTerms,
  type ChairFacts,
  type ChairHolder,
  chairHolder,
  type MeetingChair,
  meetingChair,
  type OfficeBasis,
  type Officer,
} from './rules/chair.ts'
export { type ComposedPlace, judgeComposition } from './rules/composition.ts'
export {
  type AfterVerdict,
  afterVerdict,
  type ClockReading,
  type DeadlineAfter,
  type Events,
  lastDayAfter,
} from './rules/deadline-after.ts'
export { type Delegation, delegationOf, needsRatification } from './rules/delegation.ts'
export {
  type DelegatedAct,
  type DelegatedPower,
  type DelegationState,
  ownPowerBy,
  refuseUse,
  type UseRefusal,
} from './rules/delegation-scheme.ts'
export { type DeputyFacts, type DeputyProblem, type DeputyVerdict, type DeputyWarning, judgeDeputy } from './rules/deputy.ts'
export { describeRule, describeTerms, type RuleDescription, sourceWords } from './rules/describe.ts'
export { type DeclaredMatter, type DispensationMatter, type DispensedMatter, dispensationFits } from './rules/dispensation.ts'
export { type LadderStep, ladderOf } from './rules/dispute.ts'
export { type Consequence, consequenceOf, type InterestKind, type InterestOutcome } from './rules/interests.ts'
export { firstMinuteNumber, minuteNumbers } from './rules/minutes-numbering.ts'
export {
  countForward,
  lastDayForNotice,
  type NoticeAnswer,
  type NoticeBefore,
  type NoticeMode,
  type NoticeVerdict,
  noticeVerdict,
  type Sent,
  type SkippedDay,
} from './rules/notice.ts'
export { bindingNotice, type NoticeLaw } from './rules/notice-law.ts'
export type { OwnTask, OwnTaskKind } from './rules/own-task.ts'
export {
  type AttendanceMode,
  type Consultation,
  countable,
  judgeQuorum,
  mayDecide,
  type Presence,
  type QuorumInput,
  type QuorumReason,
  type QuorumRule,
  type QuorumSeat,
  type QuorumVerdict,
  type VotingStatus,
} from './rules/quorum.ts'
export type { SeatTermsStanding } from './rules/seat-term.ts'
export { type CitingRefusal, refuseCiting, type SharingFacts, type SharingState, sharingState } from './rules/sharing-agreement.ts'
export { type Standing, visitorStanding } from './rules/standing.ts'
export { type Tally, tallyAddsUp, type VoteBases, type VoteResult, voteResult } from './rules/tally.ts'
export { type TermsChange, termsChanges } from './rules/terms/changes.ts'
export { checkTerms } from './rules/terms/check.ts'
export { intervalDays } from './rules/terms/check-timing.ts'
export { motionNeeds } from './rules/terms/demands.ts'
export type { Finding, PracticeFact, Severity } from './rules/terms/finding.ts'
export type { BodyFunction, ChairRule, DeputiesRule, TermsSeat } from './rules/terms/membership.ts'
export type { Reference, Rule, RuleStatus } from './rules/terms/parts.ts'
export { parseTerms, parseTermsText, printTerms, type TermsProblem } from './rules/terms/portable.ts'
export type {
  AttendanceRule,
  FrequencyRule,
  InterestsRule,
  LatePapersRule,
  NumberingRule,
  StandingItem,
  VotingRule,
} from './rules/terms/procedure.ts'
export type { QuorumLoss } from './rules/terms/quorum-rule.ts'
export { groupNamesOf, modesCounted, placesOf, quorumRuleOf } from './rules/terms/read.ts'
export { type RuleName, ruleNames, type Terms, termsSchema } from './rules/terms/terms.ts'
export { chairBasisWords, counted, everyMonthsWords, listed, noticeWords, ruleTitles } from './rules/terms/wording.ts'
export { type TermsReviewStanding, type TermsReviewState, termsReviewStanding } from './rules/terms-review.ts'
export { type Motion, refusalsOfVote, type VoteRefusal } from './rules/voting.ts'
export { byUrgency, type Cycle, inProgramme } from './rules/work-programme.ts'
export { type CycleWindow, type DutyState, dutyState, owedWindows, type YearlyWindow } from './rules/yearly-window.ts'
export { ownRecordLinks, ownTaskInWords, ownTaskPath } from './words/own-tasks.ts'
export { cycleWords, dutyStateWords, monthLabels, windowWords } from './words/protocols.ts'
export {
  afterSentence,
  dayWords,
  deputyProblemWords,
  deputyWarningWords,
  noticeSentence,
  quorumWords,
  ruleStatusWords,
  termsProblemSentence,
  voteRefusalSentence,
  voteResultWords,
} from './words/rules.ts'
