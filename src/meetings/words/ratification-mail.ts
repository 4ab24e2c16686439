import { weekdayInWords } from '#platform/time/words.ts'
import type { MailWords } from './mails.ts'

/** A partner has not answered. Names no decision, which may be in Part 2. */
export function partnerMail(
  asked: { readonly board: string; readonly partner: string; readonly dueOn: Temporal.PlainDate; readonly isLate: boolean },
  address: string,
): MailWords {
  const day = weekdayInWords(asked.dueOn)
  const due = asked.isLate ? `was due by ${day}, and nobody has entered one` : `is due by ${day}`
  return {
    subject: asked.isLate ? `Late: an answer of ${asked.partner}` : `Due on ${day}: an answer of ${asked.partner}`,
    text: `${asked.board} asked ${asked.partner} about a decision. The answer ${due}.\n\nYou answer for ${asked.partner}. Read the words and answer here: ${address}\n`,
  }
}
