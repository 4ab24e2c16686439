import type { MailWords } from './mails.ts'

/** The mail with the link. It repeats nothing of what was sent: whoever else reads it learns nothing. */
export function confirmMail(link: string): MailWords {
  return {
    subject: 'Confirm what you sent to a meeting',
    text: `Somebody used this address to send a question, a petition or a request to speak to a public meeting.\n\nIf it was you, confirm it here: ${link}\n\nThe link holds for three days. The clerk sees what you sent only after you confirm it.\n\nIf it was not you, do nothing: it is deleted.\n`,
  }
}
