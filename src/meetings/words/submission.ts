import type { FieldProblem } from '#platform/result.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { NoticeTest, SubmissionKind, SubmissionState } from '../rules/submission.ts'

/** What people bring, as a heading says it. */
export const submissionKindWords: Readonly<Record<SubmissionKind, string>> = {
  public_question: 'Question from the public',
  member_question: 'Question from a member',
  petition: 'Petition',
  deputation: 'Deputation',
  whip: 'Declaration of the party whip',
}

/** How something that was brought stands. */
export const submissionStateWords: Readonly<Record<SubmissionState, { readonly meaning: StatusMeaning; readonly word: string }>> = {
  received: { meaning: 'warning', word: 'To be settled' },
  accepted: { meaning: 'good', word: 'Accepted' },
  refused: { meaning: 'neutral', word: 'Refused' },
  withdrawn: { meaning: 'neutral', word: 'Withdrawn' },
}

/** Who brought it, as far as it may be said. */
export function fromWords({ shownName, withheld }: { readonly shownName: string; readonly withheld: boolean }): string {
  if (withheld) return 'name withheld'
  return shownName === '' ? 'name not shown yet' : shownName
}

/** How it was answered; '' where nothing is recorded. */
export function answeredWords(answer: {
  readonly answerKind: 'oral' | 'written' | 'later' | null
  readonly answeredBy: string
  readonly answerDue: Temporal.PlainDate | null
}): string {
  const by = answer.answeredBy === '' ? '' : ` by ${answer.answeredBy}`
  switch (answer.answerKind) {
    case null:
      return ''
    case 'oral':
      return `given at the meeting${by}`
    case 'written':
      return `given in writing${by}`
    case 'later':
      return answer.answerDue === null ? `to be given later${by}` : `to be given by ${dayInWords(answer.answerDue)}${by}`
  }
}

/** What the notice rule says of the day on which something came. */
export function noticeTestWords(test: NoticeTest): string {
  const source = 'source' in test && test.source !== '' ? ` Rule: ${test.source}.` : ''
  switch (test.state) {
    case 'no-rule':
      return 'The body has recorded no rule for this, so nothing was tested.'
    case 'not-taken':
      return `The body does not take this.${source}`
    case 'no-notice':
      return `No notice is asked.${source}`
    case 'in-time':
      return `In time: it could come until ${dayInWords(Temporal.PlainDate.from(test.lastDay))}.${source}`
    case 'late':
      return `Late: it could come until ${dayInWords(Temporal.PlainDate.from(test.lastDay))}.${source}`
    case 'not-known':
      return `Not known: the holidays of that year are not announced.${source}`
  }
}

/** What follows from the number of signatures; '' where no rule says. */
export function petitionWords(follows: 'debate' | 'answer' | 'nothing' | 'not-known'): string {
  switch (follows) {
    case 'debate':
      return 'It has enough signatures for a debate at the meeting.'
    case 'answer':
      return 'It has enough signatures for an answer.'
    case 'nothing':
      return 'It has fewer signatures than the rule asks for an answer.'
    case 'not-known':
      return ''
  }
}

/** A sentence for a problem of the forms of what people bring; undefined leaves it to the common words. */
export function submissionProblemWords({ code, field, details = {} }: FieldProblem): string | undefined {
  switch (code) {
    case 'submission-not-taken':
      return 'This board does not take that'
    case 'submission-too-many-words':
      return `Use ${details.most} words or fewer. These are ${details.words}`
    case 'submission-closed':
      return 'This meeting is over or was cancelled, so nothing can be sent to it any more'
    case 'submission-busy':
      return 'Too many have been sent just now. Try again tomorrow, or write to the clerk'
    case 'submission-settled':
      return 'This was settled already'
    case 'submission-not-accepted':
      return 'Accept it first'
    case 'whip-item-missing':
      return 'Choose the item that the declaration is about'
    case 'signatures-for-petitions':
      return 'Only a petition has signatures'
    case 'answer-day-missing':
      return 'Enter the day by which the answer is given'
    case 'rule-days-missing':
      return 'Choose how the days are counted, and enter how many; leave both empty where no notice is asked'
    case 'rule-overlaps':
      return 'Another rule for this holds from the same day. Choose another day'
    case 'choice-missing':
      if (field === 'kind') return 'Choose what you bring'
      if (field === 'verdict') return 'Choose whether it is accepted'
      return field === 'answerKind' ? 'Choose how it is answered' : undefined
    case 'required':
      if (field === 'text') return 'Enter what you want to ask or say'
      if (field === 'name') return 'Enter your name'
      if (field === 'email') return 'Enter your email address'
      if (field === 'reason') return 'Say why'
      if (field === 'source') return 'Enter where the rule is written'
      return undefined
    default:
      return undefined
  }
}
