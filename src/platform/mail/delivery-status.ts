/** What a mail server reports about a mail that it could not deliver (RFC 3464). */
export interface DeliveryStatus {
  /** 'failed' for ever, or 'delayed' and still tried. */
  readonly action: 'failed' | 'delayed'
  /** For example '5.1.1' (RFC 3463); '' where none is given. */
  readonly status: string
  /** The words of the server that refused; at most 500 characters, '' where none are given. */
  readonly reason: string
  /** Addresses to which the report was sent, as its headers name them: the sender of the mail in question. */
  readonly sentTo: readonly string[]
}

/** Largest report that is read, in bytes: servers return headers, sometimes the whole mail. */
export const REPORT_LIMIT = 1024 * 1024

/** Most lines of headers, and most parts, that are looked at. */
const MOST_LINES = 400
const MOST_PARTS = 10

/** Reads a report; undefined for any other mail. Trusts nothing in it: bounded lines and parts, plain splitting, no expression that can run away. */
export function readDeliveryStatus(bytes: Uint8Array): DeliveryStatus | undefined {
  const text = Buffer.from(bytes.subarray(0, REPORT_LIMIT)).toString('latin1').replaceAll('\r\n', '\n')
  const { headers, body } = splitHeaders(text)
  const boundary = parameter(value(headers, 'content-type'), 'boundary')
  if (!value(headers, 'content-type').toLowerCase().startsWith('multipart/report') || boundary === '') return undefined
  const status = partsOf(body, boundary)
    .map(splitHeaders)
    .find((part) => /^message\/(global-)?delivery-status\b/i.test(value(part.headers, 'content-type')))
  if (!status) return undefined
  const sentTo = ['to', 'delivered-to', 'x-original-to', 'envelope-to'].flatMap((name) => addressesIn(value(headers, name)))
  const decoded = decode(status.body, value(status.headers, 'content-transfer-encoding'))
  return outcomeOf(decoded, sentTo)
}

function outcomeOf(text: string, sentTo: readonly string[]): DeliveryStatus | undefined {
  // The first group is about the message, each further one about a recipient; our mails have one.
  const groups = text.split(/\n[ \t]*\n/, 50).map((group) => splitHeaders(`${group}\n\n`).headers)
  const told = groups.map((group) => ({ group, action: value(group, 'action').toLowerCase() }))
  const found = told.find(({ action }) => action === 'failed') ?? told.find(({ action }) => action === 'delayed')
  if (!found) return undefined
  const [status = ''] = /^[245]\.\d{1,3}\.\d{1,3}/.exec(value(found.group, 'status')) ?? []
  const diagnostic = value(found.group, 'diagnostic-code')
  const reason = clean(diagnostic.slice(diagnostic.indexOf(';') + 1))
  return { action: found.action === 'failed' ? 'failed' : 'delayed', status, reason, sentTo }
}

type Headers = readonly (readonly [string, string])[]

/** Headers, unfolded, names in small letters; and what follows the empty line. */
function splitHeaders(text: string): { readonly headers: Headers; readonly body: string } {
  const start = text.startsWith('\n') ? 1 : 0
  const end = text.indexOf('\n\n', start)
  const head = end < 0 ? text.slice(start) : text.slice(start, end)
  const headers: [string, string][] = []
  for (const line of head.split('\n', MOST_LINES)) {
    const last = headers.at(-1)
    if ((line.startsWith(' ') || line.startsWith('\t')) && last) last[1] = `${last[1]} ${line.trim()}`.slice(0, 2_000)
    else {
      const colon = line.indexOf(':')
      if (colon > 0)
        headers.push([
          line.slice(0, colon).trim().toLowerCase(),
          line
            .slice(colon + 1)
            .trim()
            .slice(0, 2_000),
        ])
    }
  }
  return { headers, body: end < 0 ? '' : text.slice(end + 2) }
}

function value(headers: Headers, name: string): string {
  return headers.find(([given]) => given === name)?.[1] ?? ''
}

function parameter(header: string, name: string): string {
  for (const part of header.split(';').slice(1, 20)) {
    const equals = part.indexOf('=')
    if (part.slice(0, equals).trim().toLowerCase() === name)
      return part
        .slice(equals + 1)
        .trim()
        .replace(/^"|"$/g, '')
        .slice(0, 70)
  }
  return ''
}

function partsOf(body: string, boundary: string): readonly string[] {
  return `\n${body}`
    .split(`\n--${boundary}`, MOST_PARTS + 1)
    .slice(1)
    .filter((part) => !part.startsWith('--'))
}

function addressesIn(header: string): readonly string[] {
  return header
    .split(',', 5)
    .map(
      (one) =>
        one
          .slice(one.lastIndexOf('<') + 1)
          .split('>')[0]
          ?.trim() ?? '',
    )
    .filter((one) => one.includes('@'))
}

function decode(body: string, encoding: string): string {
  if (encoding.toLowerCase() === 'base64') return Buffer.from(body, 'base64').toString('latin1').replaceAll('\r\n', '\n')
  if (encoding.toLowerCase() !== 'quoted-printable') return body
  return body.replaceAll('=\n', '').replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** The words of a stranger's server: one line, no control characters. */
function clean(text: string): string {
  return Buffer.from(text, 'latin1')
    .toString('utf8')
    .replace(/[\p{Cc}\p{Cf}�]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 500)
}
