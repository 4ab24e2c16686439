import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import type { Outbox } from '#platform/jobs/outbox.ts'

/** A file that goes with a mail. */
export interface Attachment {
  readonly filename: string
  /** For example `application/pdf`. */
  readonly contentType: string
  readonly content: Uint8Array
}

/** A mail to one person. */
export interface Mail {
  /** One address, for example `chair@council.example`. */
  readonly to: string
  readonly subject: string
  /** The words as plain text; always complete without the HTML. */
  readonly text: string
  readonly html?: string
  readonly attachments?: readonly Attachment[]
  /** An iCalendar object that goes along as an entry: PUBLISH tells, REQUEST invites, CANCEL calls off. */
  readonly calendar?: { readonly method: 'PUBLISH' | 'REQUEST' | 'CANCEL'; readonly content: string }
  /** Address at which one leaves the list by one click (RFC 8058); for addresses outside. */
  readonly unsubscribe?: string
  /** What it is about, for the evidence of despatch; for example a meeting. */
  readonly about?: { readonly type: string; readonly id: string }
}

/** A mail on its way through the queue: JSON, attachments in base64. */
export interface QueuedMail {
  readonly delivery: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string | undefined
  readonly attachments: readonly { readonly filename: string; readonly contentType: string; readonly content: string }[]
  readonly calendar?: Mail['calendar'] | undefined
  readonly unsubscribe?: string | undefined
}

/**
 * Sends a mail after, and only if, the caller's transaction commits (requirement X3).
 * @returns the id of its row in platform.mail_delivery, where one later sees whether it left.
 */
export async function sendLater(outbox: Outbox, tx: Writer, mail: Mail): Promise<string> {
  const [delivery = ''] = await sendAllLater(outbox, tx, [mail])
  return delivery
}

/** Sends mails as `sendLater` does, all their rows at once. Returns the ids in the same order; empty for no mail. */
export async function sendAllLater(outbox: Outbox, tx: Writer, mails: readonly Mail[]): Promise<readonly string[]> {
  if (mails.length === 0) return []
  const rows = mails.map(({ to, about }) => ({
    id: newId(),
    recipient: to,
    about_type: about?.type ?? null,
    about_id: about?.id ?? null,
  }))
  await tx.insertInto('platform.mail_delivery').values(rows).execute()
  for (const [at, { to, subject, text, html, calendar, unsubscribe, attachments = [] }] of mails.entries()) {
    const files = attachments.map((file) => ({ ...file, content: Buffer.from(file.content).toString('base64') }))
    const delivery = rows[at]?.id ?? ''
    await outbox.enqueue(tx, 'mail', { delivery, to, subject, text, html, attachments: files, calendar, unsubscribe } satisfies QueuedMail)
  }
  return rows.map(({ id }) => id)
}
