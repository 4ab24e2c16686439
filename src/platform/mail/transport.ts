import { createTransport } from 'nodemailer'
import { bounceAddress } from './bounce-address.ts'
import type { QueuedMail } from './mail.ts'

/** Which server took a mail, and what it said. */
export interface Taken {
  /** For example 'mail.example:587'. */
  readonly server: string
  /** For example '250 2.0.0 Ok: queued as 4F2A'. */
  readonly response: string
  /** The envelope's sender. */
  readonly sender: string
}

/** Hands one mail to a mail server. */
export interface Transport {
  /** Resolves when the server took the mail; rejects with the server's own words. */
  send(mail: QueuedMail): Promise<Taken>
  close(): void
}

/**
 * A mail server by its address.
 * @param smtpUrl for example `smtp://user:password@mail.example:587`; `smtps:` for TLS from the first byte.
 * @param from who the mail is from, for example `Northbrook <no-reply@boards.example>`.
 * @param bounces where reports arrive, for example `bounces@boards.example`; each mail then has a sender of its own. Undefined: with `from`.
 */
export function smtpTransport(smtpUrl: string, from: string, bounces?: string): Transport {
  const limits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }
  // Members are told by the handful: their mails go over one connection, which is kept while there are more.
  const transporter = createTransport({ url: smtpUrl, pool: true, maxConnections: 1, ...limits }, { from })
  const host = /@([^>]+)/.exec(from)?.[1] ?? 'localhost'
  const server = new URL(smtpUrl).host
  const send = async (mail: QueuedMail): Promise<Taken> => {
    const sender = bounces === undefined ? (/<([^>]+)>/.exec(from)?.[1] ?? from) : bounceAddress(bounces, mail.delivery)
    const { response } = await transporter.sendMail({
      to: { name: '', address: mail.to }, // an address by itself: commas in it must not make two
      envelope: { from: sender, to: [mail.to] },
      subject: mail.subject,
      text: mail.text,
      messageId: `<${mail.delivery}@${host}>`, // the same at each attempt, so that a second copy is recognised
      headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribeHeaders(mail.unsubscribe) },
      attachments: mail.attachments.map((file) => ({ ...file, encoding: 'base64' })),
      ...(mail.html !== undefined && { html: mail.html }),
      ...(mail.calendar && { icalEvent: { method: mail.calendar.method, content: mail.calendar.content, filename: 'entry.ics' } }),
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    return { server, response: response.slice(0, 500), sender }
  }
  return { send, close: () => transporter.close() }
}

/** One click in the reader's mail program leaves the list (RFC 8058). */
function unsubscribeHeaders(address: string | undefined): Record<string, string> {
  return address === undefined ? {} : { 'List-Unsubscribe': `<${address}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}
