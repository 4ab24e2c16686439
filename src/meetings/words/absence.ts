import type { FieldProblem } from '#platform/result.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { MailWords } from './mails.ts'

/** The mail that asks a member why they missed a meeting. */
export function absenceMail(board: string, heldOn: Temporal.PlainDate, link: string): MailWords {
  return {
    subject: `You missed a meeting: ${board}, ${dayInWords(heldOn)}`,
    text: `No apology reached us for the meeting of the ${board} on ${dayInWords(heldOn)}, and nobody came in your place.\n\nThe terms of reference ask for an explanation. Please give it here: ${link}\n\nThe clerk and the chair read it. It is not published.\n`,
  }
}

/** The draft of a letter to a chief officer: a person reads and changes it before it goes. */
export function letterDraft(letter: {
  readonly board: string
  readonly name: string
  readonly organisation: string
  readonly missed: readonly Temporal.PlainDate[]
}): string {
  const { board, name, organisation, missed } = letter
  const days = missed.map((day) => `- ${dayInWords(day)}`).join('\n')
  const to = organisation === '' ? 'the organisation' : organisation
  return `To the chief officer of ${to}\n\n${name} represents ${to} on the ${board}. Nobody filled that place at these meetings:\n\n${days}\n\nThe terms of reference of the board ask its chair to write to you when this happens. The board needs every partner at the table. Please let us know how you will make sure that your organisation is represented, or whom you wish to nominate instead.\n\nFor the chair of the ${board}`
}

/** A sentence for a problem of absences and letters; undefined leaves it to the common words. */
export function absenceProblemWords({ code, field }: FieldProblem): string | undefined {
  switch (code) {
    case 'absence-not-held':
      return 'The meeting has not ended yet'
    case 'absence-none':
      return 'Nothing is to be explained: somebody sat in that place, an apology came, or the attendance is not recorded'
    case 'letter-not-called-for':
      return 'The terms do not call for a letter: too few meetings were missed'
    case 'letter-sent-already':
      return 'This letter was sent already, so it is not changed any more'
    case 'letter-in-future':
      return 'Enter a day that is not in the future'
    case 'required':
      if (field === 'explanation') return 'Enter your explanation'
      return field === 'sentTo' ? 'Enter to whom it was sent' : undefined
    default:
      return undefined
  }
}
