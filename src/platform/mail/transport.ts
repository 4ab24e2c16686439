import { createTransport } from 'nodemailer'
import type { QueuedMail } from './mail.ts'

/** Hands one mail to a mail server. */
export interface Transport {
  /** Resolves when the server took the mail; rejects with the server's own words. */
  send(mail: QueuedMail): Promise<void>
  close(): void
}

/**
 * A mail server by its address.
 * @param smtpUrl for example `smtp://user:password@mail.example:587`; `smtps:` for TLS from the first byte.
 * @param from who the mail is from, for example `Northbrook <no-reply@boards.example>`.
 */
export function smtpTransport(smtpUrl: string, from: string): Transport {
  const limits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }
  // Members are told by the handful: their mails go over one connection, which is kept while there are more.
  const transporter = createTransport({ url: smtpUrl, pool: true, maxConnections: 1, ...limits }, { from })
  const host = /@([^>]+)/.exec(from)?.[1] ?? 'localhost'
  const send = async (mail: QueuedMail): Promise<void> => {
    await transporter.sendMail({
      to: { name: '', address: mail.to }, // an address by itself: commas in it must not make two
      subject: mail.subject,
      text: mail.text,
      messageId: `<${mail.delivery}@${host}>`, // the same at each attempt, so that a second copy is recognised
      headers: { 'Auto-Submitted': 'auto-generated' },
      attachments: mail.attachments.map((file) => ({ ...file, encoding: 'base64' })),
      ...(mail.html !== undefined && { html: mail.html }),
      ...(mail.calendar && { icalEvent: { method: mail.calendar.method, content: mail.calendar.content, filename: 'entry.ics' } }),
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  }
  return { send, close: () => transporter.close() }
}
