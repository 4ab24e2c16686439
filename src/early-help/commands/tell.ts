import { sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { sendLater } from '#platform/mail/mail.ts'
import type { EarlyHelpNeeds } from '../needs.ts'

/** What mails need. */
export type TellNeeds = Pick<EarlyHelpNeeds, 'outbox' | 'publicUrl'>

/**
 * Leaves a mail in the transaction that causes it. It names nobody and nothing of a family: it leads to a page. The role of casework has no right on the
 * post, so it is laid down for these statements and taken up again.
 */
export async function tell(
  needs: TellNeeds,
  tx: Writer,
  mail: { readonly to: string; readonly subject: string; readonly text: string },
): Promise<void> {
  await sql`set local role none`.execute(tx)
  await sendLater(needs.outbox, tx, { ...mail, about: { type: 'early-help', id: newId() } })
  await sql`set local role goldenthread_casework`.execute(tx)
}

/** Mails somebody that a page waits for them; whoever has left no address finds it in My work. Returns whether a mail left. */
export async function tellPerson(
  needs: TellNeeds,
  tx: Writer,
  person: string,
  words: { readonly subject: string; readonly path: string },
): Promise<boolean> {
  const { to } = await tx.selectNoFrom(sql<string | null>`casework.address_of(${person}::uuid)`.as('to')).executeTakeFirstOrThrow()
  if (to === null) return false
  const text = `${words.subject}.\n\nSign in to read it: ${new URL(words.path, needs.publicUrl)}\n\nThis mail names nobody, on purpose.\n`
  await tell(needs, tx, { to, subject: words.subject, text })
  return true
}
