import type { FieldProblem } from '#platform/result.ts'
import { weekdayInWords } from '#platform/time/words.ts'
import type { MailWords } from './mails.ts'

/** A sentence for a problem with questions to authors; undefined leaves it to the common words. */
export function questionProblemWords({ code }: FieldProblem): string | undefined {
  switch (code) {
    case 'questions-closed':
      return 'Questions to the author are asked and answered between the day the paper comes out and the beginning of the meeting'
    case 'question-unanswered':
      return 'Nobody has answered this question yet. Publish it with its answer'
    case 'question-not-public':
      return 'Only members read this paper, so its questions and answers stay with them'
    default:
      return undefined
  }
}

/** Tells the author of a paper that somebody asked something. It names no item and repeats nothing: the page says what. */
export function questionAskedMail(heldOn: Temporal.PlainDate, address: string): MailWords {
  return {
    subject: `A question about your paper: meeting on ${weekdayInWords(heldOn)}`,
    text: `A member has asked you something about a paper that you wrote for this meeting. All members read your answer.\n\nRead and answer it: ${address}\n`,
  }
}

/** Tells whoever asked that there is an answer. */
export function questionAnsweredMail(heldOn: Temporal.PlainDate, address: string): MailWords {
  return {
    subject: `Your question is answered: meeting on ${weekdayInWords(heldOn)}`,
    text: `There is an answer to what you asked about a paper of this meeting, or it has been changed.\n\nRead it: ${address}\n`,
  }
}
