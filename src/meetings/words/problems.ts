import type { FieldProblem } from '#platform/result.ts'
import { absenceProblemWords } from './absence.ts'
import { itemProblemWords } from './agenda.ts'
import { electionProblemWords } from './election.ts'
import { keyQuestionProblemWords } from './key-questions.ts'
import { meetingProblemWords } from './meeting.ts'
import { officerProblemWords } from './officer-decision.ts'
import { paperProblemWords } from './paper.ts'
import { fileProblemWords } from './paper-file.ts'
import { questionProblemWords } from './paper-question.ts'
import { partTwoProblemWords } from './part-two.ts'
import { planProblemWords } from './plan.ts'
import { publicationProblemWords } from './publication.ts'
import { ratificationProblemWords } from './ratification.ts'
import { retentionProblemWords } from './retention.ts'
import { sentProblemWords } from './sent-paper.ts'
import { submissionProblemWords } from './submission.ts'
import { termsProposalProblemWords } from './terms-proposal.ts'
import { toldProblemWords } from './told.ts'
import { topicProblemWords } from './topic.ts'
import { yearProblemWords } from './year.ts'
import { yearPlanProblemWords } from './year-plan.ts'

/** A sentence for every problem that preparing a meeting can have; undefined leaves it to the common words. */
export function problemWords(problem: FieldProblem): string | undefined {
  return (
    yearProblemWords(problem) ??
    yearPlanProblemWords(problem) ??
    meetingProblemWords(problem) ??
    officerProblemWords(problem) ??
    keyQuestionProblemWords(problem) ??
    planProblemWords(problem) ??
    itemProblemWords(problem) ??
    paperProblemWords(problem) ??
    fileProblemWords(problem) ??
    sentProblemWords(problem) ??
    questionProblemWords(problem) ??
    publicationProblemWords(problem) ??
    toldProblemWords(problem) ??
    submissionProblemWords(problem) ??
    absenceProblemWords(problem) ??
    electionProblemWords(problem) ??
    partTwoProblemWords(problem) ??
    retentionProblemWords(problem) ??
    ratificationProblemWords(problem) ??
    topicProblemWords(problem) ??
    termsProposalProblemWords(problem)
  )
}
