import type { FieldProblem } from '#platform/result.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { MeetingState } from '../rules/meeting.ts'
import { type SentState, standingBefore } from '../rules/sent-paper.ts'

/** How a paper stands that was sent on, as clerks read it. */
export const sentStateWords: Readonly<Record<SentState, string>> = {
  sent: 'Waiting for its clerk',
  taken: 'Taken in',
  refused: 'Refused',
}

/** Where a paper was before it came here, for the page and the pack; the day where one may know of the meeting. */
export function beforeWords(
  board: string,
  before: { readonly heldOn: Temporal.PlainDate; readonly state: MeetingState } | undefined,
): string {
  if (!before) return `Sent on by ${board}`
  const day = dayInWords(before.heldOn)
  switch (standingBefore(before.state)) {
    case 'considered':
      return `Considered by ${board} on ${day}`
    case 'ahead':
      return `Before ${board} on ${day}`
    case 'not-held':
      return `Prepared for ${board}, whose meeting on ${day} was not held`
  }
}

/** The heading over what a board said of a paper. */
export const commentsHeading = (board: string): string => `Comments of ${board}`

/** What was typed, a paragraph each line; empty lines are left out. */
export const linesOf = (words: string): readonly string[] => words.split('\n').filter((line) => line.trim() !== '')

/** A sentence for a problem with a paper that travels; undefined leaves it to the common words. */
export function sentProblemWords({ code }: FieldProblem): string | undefined {
  switch (code) {
    case 'paper-not-ready-to-send':
      return 'A paper is sent on once it is cleared or published, and while its item stands'
    case 'paper-sent-already':
      return 'This board has the paper already, or it cannot be sent as it stands now'
    case 'paper-not-sent':
      return 'Choose a paper that was sent to this board'
    case 'paper-not-waiting':
      return 'This paper was taken in or refused already'
    case 'paper-not-cleared':
      return 'The board that sent this paper has taken it back into work. Take it in once it is cleared again'
    case 'item-not-exempt':
      return 'This paper is in Part 2. Put it under an item that is in Part 2 as well: change the item first'
    case 'paper-refused-there':
      return 'The other board refused this paper, so no comments go with it'
    case 'comments-before-meeting':
      return 'Comments are written once the meeting has begun'
    default:
      return undefined
  }
}
