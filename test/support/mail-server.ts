import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail as it arrived: read, and as the wire carried it. */
export interface ReceivedMail {
  /** The envelope's sender, at which reports arrive. */
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The iCalendar object that came along; '' without one. */
  readonly calendar: string
  readonly parts: readonly MailPart[]
  readonly raw: string
}

/** One part of a mail, decoded. */
export interface MailPart {
  readonly type: string
  readonly headers: string
  readonly body: Uint8Array
}

/** A real mail server on a free port, which takes everything that it is not told to refuse. */
export interface MailServer {
  readonly url: string
  readonly mails: readonly ReceivedMail[]
  /** From now on it says no to this address: 550 for ever, 451 for now; undefined: it takes its mail again. */
  answer(address: string, code: number | undefined): void
  close(): Promise<void>
}

/** Starts a mail server on a free port of this machine. */
export async function startMailServer(): Promise<MailServer> {
  const mails: ReceivedMail[] = []
  const answers = new Map<string, number>()
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo: ({ address }, _session, answer) => {
      const code = answers.get(address)
      return answer(code === undefined ? null : Object.assign(new Error(`mailbox of ${address} says no`), { responseCode: code }))
    },
    onData: (stream, session, answer) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join(', ')
        const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address
        mails.push(readMail(from, to, Buffer.concat(chunks).toString('latin1')))
        answer()
      })
    },
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.server.address() as AddressInfo
  const close = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()))
  const setAnswer = (address: string, code: number | undefined): void => {
    if (code === undefined) answers.delete(address)
    else answers.set(address, code)
  }
  return { url: `smtp://127.0.0.1:${port}`, mails, answer: setAnswer, close }
}

/** What a mail server sends back to the sender of a mail (RFC 3464): it `failed` for ever, or is `delayed`. */
export function statusReport(
  mail: Pick<ReceivedMail, 'from' | 'to'>,
  action: 'failed' | 'delayed' | 'delivered',
  status = '5.1.1',
  reason = '550 5.1.1 no such mailbox',
): string {
  return [
    'From: Mail Delivery System <MAILER-DAEMON@relay.example>',
    `To: <${mail.from}>`,
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="4F2A.1700000000/relay.example"',
    '',
    '--4F2A.1700000000/relay.example',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'I could not deliver your message.',
    '',
    '--4F2A.1700000000/relay.example',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; relay.example',
    '',
    `Final-Recipient: rfc822; ${mail.to}`,
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp;`,
    `    ${reason}`,
    '',
    '--4F2A.1700000000/relay.example',
    'Content-Type: text/rfc822-headers',
    '',
    'Subject: what was sent',
    '',
    '--4F2A.1700000000/relay.example--',
    '',
  ].join('\r\n')
}

/** Reads a mail (RFC 5322, 2045 to 2047) as far as ours go; `raw` is its bytes as Latin-1. */
function readMail(from: string, to: string, raw: string): ReceivedMail {
  const parts = partsOf(raw)
  const [head = ''] = raw.split('\r\n\r\n')
  const textOf = (type: string): string => {
    const found = parts.find((part) => part.type === type)
    return found === undefined ? '' : Buffer.from(found.body).toString('utf8').replaceAll('\r\n', '\n')
  }
  return {
    from,
    to,
    subject: decodeWords(header(head, 'subject')),
    text: textOf('text/plain'),
    calendar: textOf('text/calendar'),
    parts,
    raw,
  }
}

function partsOf(raw: string): readonly MailPart[] {
  const at = raw.indexOf('\r\n\r\n')
  const headers = raw.slice(0, at)
  const body = raw.slice(at + 4)
  const kind = header(headers, 'content-type')
  const boundary = /boundary="?([^";]+)"?/.exec(kind)?.[1]
  if (boundary !== undefined) {
    const between = body.split(`--${boundary}`).slice(1, -1)
    return between.flatMap((part) => partsOf(part.replace(/^\r\n/, '')))
  }
  const encoding = header(headers, 'content-transfer-encoding').toLowerCase()
  return [{ type: (kind.split(';')[0] ?? '').trim().toLowerCase() || 'text/plain', headers, body: decodeBody(body, encoding) }]
}

/** The value of a header, unfolded; '' without it. */
function header(head: string, name: string): string {
  const unfolded = head.replace(/\r\n[ \t]+/g, ' ')
  return new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(unfolded)?.[1]?.trim() ?? ''
}

function decodeBody(body: string, encoding: string): Uint8Array {
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  return Buffer.from(encoding === 'quoted-printable' ? unquote(body.replace(/=\r\n/g, '')) : body, 'latin1')
}

function unquote(text: string): string {
  return text.replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function decodeWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_all, how: string, words: string) =>
      how.toUpperCase() === 'B'
        ? Buffer.from(words, 'base64').toString('utf8')
        : Buffer.from(unquote(words.replaceAll('_', ' ')), 'latin1').toString('utf8'),
    )
}
