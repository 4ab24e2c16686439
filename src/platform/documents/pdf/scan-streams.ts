import { inflateSync } from 'node:zlib'

const start = Buffer.from('stream')
const end = Buffer.from('endstream')

/** Bytes between 'stream' and 'endstream', and whether the dictionary before them says that they are packed. */
function* streams(pdf: Buffer): Generator<{ readonly from: number; readonly to: number }> {
  let at = pdf.indexOf(start)
  while (at !== -1) {
    const isEnd = pdf.subarray(at - 3, at).equals(end.subarray(0, 3))
    const from = at + start.length + (pdf[at + start.length] === 13 ? 2 : 1)
    const to = isEnd ? -1 : pdf.indexOf(end, from)
    if (to !== -1) yield { from, to }
    at = pdf.indexOf(start, to === -1 ? at + start.length : to + end.length)
  }
}

function unpack(bytes: Buffer): Buffer | undefined {
  try {
    return inflateSync(bytes, { maxOutputLength: 300_000_000 })
  } catch {
    return undefined
  }
}

/** Strings of a PDF as words: '(a\\(b)' with its escapes undone, '<FEFF0041>' from its figures. */
function strings(latin: string): string {
  const hex = [...latin.matchAll(/<([0-9a-fA-F\s]{8,})>/g)].map((match) => decode(Buffer.from((match[1] ?? '').replace(/\s/g, ''), 'hex')))
  const literal = [...latin.matchAll(/\(((?:[^()\\]|\\[\s\S])*)\)/g)].map((match) =>
    decode(Buffer.from(unescaped(match[1] ?? ''), 'latin1')),
  )
  return [...hex, ...literal].join('\n')
}

function unescaped(text: string): string {
  const named: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
  return text.replace(/\\([0-7]{1,3}|\r\n|[\s\S])/g, (_, code: string) => {
    if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8) & 255)
    return /^[\r\n]/.test(code) ? '' : (named[code] ?? code)
  })
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2))
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes.subarray(2))
  return bytes.toString('latin1')
}

function* readings(bytes: Buffer): Generator<string> {
  const latin = bytes.toString('latin1')
  yield latin
  if (/[\x80-\xff]/.test(latin)) yield bytes.toString('utf8')
  yield strings(latin)
}

/**
 * Everything that can be read in the bytes of a PDF without understanding it: the file as it is, and each stream unpacked, as
 * single bytes, as UTF-8, and with its strings decoded. Written text of a page is not found this way: its letters are glyph numbers.
 */
export function* rawWords(pdf: Buffer): Generator<string> {
  let outside = 0
  for (const { from, to } of streams(pdf)) {
    yield* readings(pdf.subarray(outside, from))
    outside = to
    const packed = pdf.subarray(from, to)
    const unpacked = unpack(packed)
    yield* readings(unpacked ?? packed)
  }
  yield* readings(pdf.subarray(outside))
}
