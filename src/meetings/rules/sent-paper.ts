import type { Category } from './agenda.ts'
import type { MeetingState } from './meeting.ts'
import type { PaperState } from './paper.ts'

/** How a paper stands that was sent on to another board (M4): waiting there, taken into an agenda, or refused. */
export type SentState = 'sent' | 'taken' | 'refused'

/** Whether a paper can be sent on to another board: it is cleared or published, and its item stands. */
export function maySendOn(state: PaperState, itemWithdrawn: boolean): boolean {
  return !itemWithdrawn && (state === 'cleared' || state === 'published')
}

const strictness: Readonly<Record<Category, number>> = { public: 0, exempt: 1, confidential: 2 }

/** Whether a paper may stand under an item: what is exempt goes under an exempt or confidential item, what is confidential under a confidential one. */
export function fitsUnder(paper: Category, item: Category): boolean {
  return strictness[paper] <= strictness[item]
}

/** Where a paper has been before it came here: considered at a meeting that was held, or on its way through one that is still ahead. */
export function standingBefore(state: MeetingState): 'considered' | 'ahead' | 'not-held' {
  if (state === 'ended' || state === 'in_progress') return 'considered'
  return state === 'planned' || state === 'called' ? 'ahead' : 'not-held'
}

/** Whether a board can comment on a paper that it sent on: once its meeting has begun. */
export function mayComment(state: MeetingState): boolean {
  return standingBefore(state) === 'considered'
}

/** A decision, as far as comments are drafted from it. */
export interface DecisionToQuote {
  readonly number: string
  readonly text: string
  readonly minorityView: string
  readonly category: Category
  readonly withdrawn: boolean
}

/** The comments as first proposed to the clerk: what was decided on the item, leaving out whatever is kept closer than the paper itself; '' for nothing. */
export function draftComments(decisions: readonly DecisionToQuote[], paper: Category): string {
  return decisions
    .filter(({ withdrawn, category }) => !withdrawn && fitsUnder(category, paper))
    .map(({ number, text, minorityView }) => {
      const view = minorityView === '' ? '' : `\nMinority view: ${minorityView}`
      return `${number === '' ? '' : `${number}: `}${text}${view}`
    })
    .join('\n\n')
}
