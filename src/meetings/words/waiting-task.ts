import { dayInWords } from '#platform/time/words.ts'
import { electionPaths, meetingPaths, partTwoPaths, recordPaths, retentionPaths } from '../paths.ts'
import type { WaitingKind, WaitingTask } from '../rules/waiting-task.ts'

const some = (number: number, one: string, more: string): string => (number === 1 ? one : `${number} ${more}`)

const what: Readonly<Record<WaitingKind, (task: WaitingTask) => string>> = {
  vote: ({ board }) => `A ballot of ${board.name} is open: vote`,
  'answer-nomination': ({ board }) => `You are nominated in an election of ${board.name}: say whether you stand`,
  'answer-question': ({ board, number }) =>
    `${some(number, 'Answer a question', 'questions to answer')} about a paper of yours for ${board.name}`,
  'settle-nominations': ({ board, number }) =>
    `${some(number, 'A nominated item', 'nominated items')} of ${board.name} to accept or refuse`,
  'take-in-papers': ({ board, number }) => `${some(number, 'A paper', 'papers')} that another board sent to ${board.name}`,
  'consent-to-late-paper': ({ board }) => `A late paper of ${board.name} waits for consent`,
  'explain-misses': ({ board, number }) => `${some(number, 'A miss', 'misses')} of meetings of ${board.name} to ask about`,
  'consider-letters': ({ board, number }) =>
    `${some(number, 'A member', 'members')} of ${board.name} missed so many meetings that the terms ask you to consider a letter`,
  'send-letters': ({ board, number }) =>
    `${some(number, 'A drafted letter', 'drafted letters')} about missed meetings of ${board.name} to send or leave`,
  'adopt-terms': ({ board }) => `${board.name} decided on new terms of reference: bring them into force`,
  'look-at-records': ({ board, number }) =>
    `${number === 1 ? 'The record copy of a meeting' : `${number} record copies of meetings`} of ${board.name} ${number === 1 ? 'has' : 'have'} been kept for as long as the schedule says: decide what becomes of ${number === 1 ? 'it' : 'them'}`,
  'destroy-copies': ({ board, number }) =>
    `${some(number, 'A copy', 'copies')} of exempt papers of ${board.name} handed out and not known to be destroyed`,
}

/** What waits, as a link says it. */
export function waitingInWords(task: WaitingTask, today: Temporal.PlainDate): string {
  const words = what[task.kind](task)
  if (task.dueOn === undefined) return words
  if (Temporal.PlainDate.compare(task.dueOn, today) >= 0) return `${words}, by ${dayInWords(task.dueOn)}`
  return `Late: ${words.charAt(0).toLowerCase()}${words.slice(1)}. The last day was ${dayInWords(task.dueOn)}`
}

/** Where it is done. */
export function waitingPath({ kind, id, board }: WaitingTask): string {
  switch (kind) {
    case 'vote':
    case 'answer-nomination':
      return electionPaths.election(id)
    case 'answer-question':
    case 'consent-to-late-paper':
      return meetingPaths.paper(id)
    case 'settle-nominations':
    case 'take-in-papers':
      return meetingPaths.plan(board.slug)
    case 'look-at-records':
      return retentionPaths.ofBoard(board.slug)
    case 'destroy-copies':
      return partTwoPaths.copies(id)
    case 'adopt-terms':
      return recordPaths.adoptTerms(id)
    default:
      return recordPaths.misses(board.slug)
  }
}
