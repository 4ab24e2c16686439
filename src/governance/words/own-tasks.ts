import { dayInWords } from '#platform/time/words.ts'
import {
  expensesPath,
  inductionPath,
  membersPath,
  myExpensesPath,
  myInductionPath,
  myInterestsPath,
  myNeedsPath,
  protocolsPath,
  sharingPath,
  termsPath,
} from '../paths.ts'
import type { OwnTask } from '../rules/own-task.ts'

/** Where one keeps what concerns oneself as a member of boards, for one's own page and for My work. */
export const ownRecordLinks: readonly { readonly text: string; readonly href: string }[] = [
  { text: 'My interests', href: myInterestsPath },
  { text: 'Joining and signing', href: myInductionPath },
  { text: 'My expenses', href: myExpensesPath },
  { text: 'What I need at meetings', href: myNeedsPath },
]

/** What waits, as a link or a mail says it; begins with 'Late:' where its last day is over. */
export function ownTaskInWords(task: OwnTask, today: Temporal.PlainDate): string {
  const { dueOn } = task
  const what = whatOf(task)
  if (dueOn === undefined) return what
  if (Temporal.PlainDate.compare(dueOn, today) >= 0) return `${what}, by ${dayInWords(dueOn)}`
  return `Late: ${what.charAt(0).toLowerCase()}${what.slice(1)}. The last day was ${dayInWords(dueOn)}`
}

function whatOf({ kind, board, number }: OwnTask): string {
  switch (kind) {
    case 'review-register':
      return 'Look your register of interests through'
    case 'review-terms':
      return `Have the terms of ${board} reviewed`
    case 'seat-terms':
      return `${number === 1 ? 'A term' : `${number} terms`} of office on ${board} to renew, or to fill anew`
    case 'review-sharing':
      return number === 1 ? 'A sharing agreement to review' : `${number} sharing agreements to review`
    case 'review-protocols':
      return `${number === 1 ? 'A protocol' : `${number} protocols`} of ${board} to review`
    case 'sign-protocols':
      return `${number === 1 ? 'A protocol' : `${number} protocols`} that ${board} has not signed`
    case 'induction':
      return `${number === 1 ? '1 step' : `${number} steps`} of your induction to ${board}`
    case 'sign':
      return `${number === 1 ? 'A text' : `${number} texts`} of ${board} to read and sign`
    case 'inductions-late':
      return `${number === 1 ? 'An induction' : `${number} inductions`} to ${board} behind its time`
    case 'claim-returned':
      return `${number === 1 ? 'A claim' : `${number} claims`} for expenses came back to you`
    case 'settle-claims':
      return `${number === 1 ? 'A claim' : `${number} claims`} for expenses of ${board} to approve or return`
    case 'pay-claims':
      return `${number === 1 ? 'An approved claim' : `${number} approved claims`} for expenses of ${board} to be paid`
  }
}

/** Where it is done. */
export function ownTaskPath({ kind, slug }: OwnTask): string {
  switch (kind) {
    case 'review-register':
      return myInterestsPath
    case 'review-terms':
      return `${termsPath(slug)}#review`
    case 'seat-terms':
      return membersPath(slug)
    case 'review-sharing':
      return sharingPath(slug)
    case 'review-protocols':
    case 'sign-protocols':
      return protocolsPath(slug)
    case 'induction':
    case 'sign':
      return myInductionPath
    case 'inductions-late':
      return inductionPath(slug)
    case 'claim-returned':
      return myExpensesPath
    case 'settle-claims':
    case 'pay-claims':
      return expensesPath(slug)
  }
}
