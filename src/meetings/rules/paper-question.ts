import type { Category } from './agenda.ts'
import { isAhead, type MeetingState, type Sight } from './meeting.ts'
import type { PaperState } from './paper.ts'

/** Longest question, and longest answer, in characters. Chosen for the product. */
export const longestQuestion = 2000
/** Longest answer. */
export const longestAnswer = 10_000

/** Whether the author of a paper can be asked: it is out, and the meeting has not begun (M4). */
export function takesQuestions(paper: { readonly state: PaperState; readonly sight: Sight }, meeting: MeetingState): boolean {
  return paper.state === 'published' && paper.sight !== 'draft' && isAhead(meeting)
}

/** Whether a question waits for its answer. */
export function isUnanswered({ answer }: { readonly answer: string }): boolean {
  return answer === ''
}

/** Why question and answer cannot be shown to everybody; undefined where they can. */
export function refusePublishing(
  question: { readonly answer: string; readonly category: Category },
  paper: { readonly sight: Sight; readonly category: Category },
): 'question-unanswered' | 'question-not-public' | undefined {
  if (isUnanswered(question)) return 'question-unanswered'
  return question.category === 'public' && paper.category === 'public' && paper.sight === 'public' ? undefined : 'question-not-public'
}
