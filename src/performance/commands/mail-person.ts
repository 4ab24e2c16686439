import { findContact } from '#governance/public-data.ts'
import type { Writer } from '#platform/database/session.ts'
import type { Outbox } from '#platform/jobs/outbox.ts'
import { sendLater } from '#platform/mail/mail.ts'
import type { FigureMail } from '../words/duties.ts'

/** Leaves a mail to somebody in the outbox of the transaction; false where no address of theirs is known. */
export async function mailPerson(
  { outbox }: { readonly outbox: Outbox },
  tx: Writer,
  person: string,
  words: FigureMail,
  about: { readonly type: string; readonly id: string },
): Promise<boolean> {
  const contact = await findContact(tx, person)
  if (!contact?.email) return false
  await sendLater(outbox, tx, { to: contact.email, ...words, about })
  return true
}
