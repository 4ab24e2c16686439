import { inflateSync } from 'node:zlib'
import { plainSpaces, readFrame, readWithPdfium, readWithPdfJs } from '#platform/documents/pdf/testing/readers.ts'

/** What an address answered. */
export interface Fetched {
  readonly path: string
  readonly status: number
  /** Headers as one text. */
  readonly headers: string
  readonly bytes: Uint8Array
  /** '' for what is no text. */
  readonly text: string
}

/** Asks for an address as a visitor, or as whoever the cookie is of. */
export async function fetchPath(base: string, path: string, cookie = ''): Promise<Fetched> {
  const answer = await fetch(base + path, { redirect: 'manual', headers: cookie === '' ? {} : { cookie } })
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const type = answer.headers.get('content-type') ?? ''
  const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n')
  const isText = /^text|json|xml|calendar/.test(type)
  return { path, status: answer.status, headers, bytes, text: isText ? new TextDecoder().decode(bytes) : '' }
}

/** Follows every link from an address on, breadth first, the addresses of `from` and those that match `first` before the others, until `limit` addresses were asked. */
export async function crawl(base: string, from: readonly string[], first: RegExp, limit: number): Promise<readonly Fetched[]> {
  const waiting = [...from]
  const known = new Set(waiting)
  const visited: Fetched[] = []
  while (waiting.length > 0 && visited.length < limit) {
    const at = Math.max(
      waiting.findIndex((path) => from.includes(path) || first.test(path)),
      0,
    )
    const [path = ''] = waiting.splice(at, 1)
    const page = await fetchPath(base, path)
    visited.push(page)
    for (const link of linksOf(page, base)) {
      if (known.has(link)) continue
      known.add(link)
      waiting.push(link)
    }
  }
  return visited
}

function linksOf({ text, path }: Fetched, base: string): readonly string[] {
  const found = [...text.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
  return found.flatMap((href) => {
    const address = URL.parse(href, base + path)
    return address?.origin === base && !address.pathname.startsWith('/assets/') ? [address.pathname + address.search] : []
  })
}

/** Every text that a PDF holds, by where it was found: two readers, outline, properties, tags, attachments, and its bytes with streams unpacked. */
export async function textsOfPdf(pdf: Uint8Array): Promise<Readonly<Record<string, string>>> {
  const frame = await readFrame(pdf)
  const pages = await readWithPdfJs(pdf)
  const tags = await Promise.all(pages.map((_page, index) => frame.struct(index + 1)))
  return {
    pdfjs: pages.join('\n'),
    pdfium: (await readWithPdfium(pdf)).join('\n'),
    outline: JSON.stringify(frame.bookmarks),
    properties: plainSpaces(JSON.stringify(frame.info) + frame.xmp),
    tags: tags.join('\n'),
    bytes: unpacked(pdf),
  }
}

/** The file's bytes as text of one and of two bytes a letter, with every deflated stream besides as it unpacks. */
function unpacked(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf)
  const pieces = [raw.toString('latin1'), bigEndian(raw)]
  for (let at = raw.indexOf('stream'); at !== -1; at = raw.indexOf('stream', at + 6)) {
    if (raw.subarray(at - 3, at).toString() === 'end') continue
    const begin = at + (raw[at + 6] === 13 ? 8 : 7)
    try {
      const stream = inflateSync(raw.subarray(begin, raw.indexOf('endstream', begin)))
      pieces.push(stream.toString('latin1'), bigEndian(stream))
    } catch {
      // Pictures and fonts are not deflated, or end elsewhere; the readers have read them.
    }
  }
  return pieces.join('\n')
}

/** Bytes as UTF-16 with the larger byte first, as PDF writes its own strings, wherever such a string begins. */
function bigEndian(bytes: Buffer): string {
  const swapped = (from: number): string =>
    Buffer.from(bytes.subarray(from, from + 2 * Math.floor((bytes.length - from) / 2)))
      .swap16()
      .toString('utf16le')
  return `${swapped(0)}\n${swapped(1)}`
}
