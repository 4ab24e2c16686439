import type { RuleName } from '../../rules/terms/terms.ts'
import type { Question } from './question.ts'
import { decisionQuestions } from './questions-decisions.ts'
import { meetingQuestions } from './questions-meetings.ts'
import { membershipQuestions } from './questions-membership.ts'

/** What the guided form asks about every rule but the quorum, whose conditions have a form of their own. */
export const ruleQuestions: Readonly<Record<Exclude<RuleName, 'quorum'>, Question>> = {
  ...membershipQuestions,
  ...meetingQuestions,
  ...decisionQuestions,
}
