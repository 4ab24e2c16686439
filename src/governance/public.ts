export { type AccessMatrix, anyone, may, type Role, rolesTowards, type Ties } from './rules/access.ts'
export { workingDaysOf } from './rules/bank-holidays.ts'
export {
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
  type AfterVerdict,
  afterVerdict,
  type ClockReading,
  type DeadlineAfter,
  type Events,
  lastDayAfter,
} from './rules/deadline-after.ts'
export {
  lastDayForNotice,
  type NoticeAnswer,
  type NoticeBefore,
  type NoticeMode,
  type NoticeVerdict,
  noticeVerdict,
  type Sent,
  type SkippedDay,
} from './rules/notice.ts'
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
export { type Standing, visitorStanding } from './rules/standing.ts'
export type { Reference, Rule, RuleStatus } from './rules/terms/parts.ts'
export { parseTerms, parseTermsText, printTerms, type TermsProblem } from './rules/terms/portable.ts'
export { groupNamesOf, modesCounted, placesOf, quorumRuleOf } from './rules/terms/read.ts'
export { type RuleName, ruleNames, type Terms, termsSchema } from './rules/terms/terms.ts'
