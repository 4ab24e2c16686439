import type { FieldProblem } from '#platform/result.ts'
import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { SubmissionOutcome, SubmissionStanding } from '../rules/submission.ts'
import { problemWords } from './problems.ts'

/** What a national body can say. */
export const submissionOutcomeWords: Readonly<Record<SubmissionOutcome, string>> = {
  approved: 'Approved',
  conditional: 'Approved with conditions',
  'not-approved': 'Not approved',
}

/** How a submission stands. */
export const submissionStandingWords: Readonly<Record<SubmissionStanding, { readonly word: string; readonly meaning: StatusMeaning }>> = {
  'to-send': { word: 'To be sent', meaning: 'warning' },
  overdue: { word: 'Overdue', meaning: 'bad' },
  'draft-sent': { word: 'Draft sent', meaning: 'information' },
  sent: { word: 'Sent, no outcome yet', meaning: 'information' },
  queried: { word: 'Questions open', meaning: 'warning' },
  approved: { word: 'Approved', meaning: 'good' },
  'conditions-open': { word: 'Conditions open', meaning: 'warning' },
  'conditions-met': { word: 'Approved, conditions met', meaning: 'good' },
  'not-approved': { word: 'Not approved', meaning: 'bad' },
  withdrawn: { word: 'Withdrawn', meaning: 'neutral' },
}

/** Who reads it. */
export const submissionSightWords = { members: 'Members of the board', public: 'Everybody who may read the plan' } as const

/** How late it was sent, in words; '' while it was not. */
export function lateInWords(days: number | null): string {
  if (days === null) return ''
  return days === 0 ? 'in time' : days === 1 ? '1 day late' : `${days} days late`
}

const requiredWords: Readonly<Record<string, string>> = {
  toName: 'Say to which national body',
  source: 'Say what asks for it: a law, guidance or a letter',
  sentBy: 'Say who sent it',
  question: 'Write what was asked',
  answer: 'Write what was answered',
  answeredBy: 'Say who answered',
  conditions: 'Write the conditions, one a line',
  ownerPost: 'Choose a person, or write the post that sees to it',
  evidence: 'Say what shows that it is met, and where it can be read',
  because: 'Say why',
  dueOn: 'Say by when they are to be met',
}

/** A sentence for every problem that submissions can have beyond those of plans; undefined leaves it to the common words. */
export function submissionProblemWords(problem: FieldProblem): string | undefined {
  switch (problem.code) {
    case 'required':
      return requiredWords[problem.field] ?? problemWords(problem)
    case 'never-published':
      return 'That version was not in force on that day. Send another, or say that it was sent as a draft'
    case 'not-sent':
      return 'The plan itself was not sent yet, at most a draft of it. Record what was sent first'
    case 'before-sent':
      return 'That day is before the last day on which something was sent'
    case 'before-asked':
      return 'That day is before it was asked'
    case 'before-outcome':
      return 'That day is before the conditions were set'
    case 'conditions-of-others':
      return 'Only an approval with conditions has conditions. Choose that outcome, or empty this'
    case 'answered-already':
      return 'It was answered'
    case 'met-already':
      return 'It was met'
    case 'settled-already':
      return 'Its outcome is recorded already'
    default:
      return problemWords(problem)
  }
}
