import yauzl from 'yauzl'
import { Refused } from './refused.ts'

/** What a zip may unpack to: more is a bomb, or no paper. */
export interface ZipLimits {
  readonly entries: number
  /** Bytes of all entries together, counted while they are unpacked. */
  readonly total: number
  /** Unpacked to packed bytes of an entry above one megabyte; XML of offices reaches 20 to 40. */
  readonly ratio: number
  /** Zips inside zips. */
  readonly depth: number
}

/** The limits of the house. */
export const zipLimits: ZipLimits = { entries: 5000, total: 200_000_000, ratio: 150, depth: 2 }

/** The largest part of XML that is read as a whole: a sheet of about a million cells. */
const largestPart = 40_000_000

/** A zip that was unpacked once to be counted, with the parts that say what it is. */
export interface CountedZip {
  /** Names of all entries, in their order. */
  readonly names: readonly string[]
  /** Words of the parts in XML, by name. */
  readonly parts: ReadonlyMap<string, string>
}

interface Tally {
  entries: number
  bytes: number
}

/**
 * Unpacks every entry once and counts what really comes out, whatever the zip says about itself.
 * @throws Refused for a bomb, a password, damage, and an archive inside where no document keeps one
 */
export async function countZip(
  bytes: Buffer,
  limits: ZipLimits = zipLimits,
  tally: Tally = { entries: 0, bytes: 0 },
  depth = 1,
): Promise<CountedZip> {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true }).catch(damaged)
  const names: string[] = []
  const parts = new Map<string, string>()
  try {
    for await (const entry of zip.eachEntry()) {
      tally.entries += 1
      if (tally.entries > limits.entries) throw new Refused('file-bomb')
      const name = entry.fileName
      if (names.includes(name)) throw new Refused('file-damaged')
      names.push(name)
      if (name.endsWith('/')) continue
      const content = await unpack(zip, entry, tally, limits)
      if (isZip(content)) await countInside(name, content, limits, tally, depth)
      else if (/\.(?:xml|rels|vml)$/i.test(name) || name === 'mimetype') parts.set(name, wordsOf(content))
    }
  } catch (error) {
    throw error instanceof Refused ? error : damaged()
  }
  return { names, parts }
}

function damaged(): never {
  throw new Refused('file-damaged')
}

const isZip = (content: Buffer): boolean => content.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]))

/** Offices keep the workbook behind a chart in a folder of that name; an archive anywhere else has no business in a document. */
async function countInside(name: string, content: Buffer, limits: ZipLimits, tally: Tally, depth: number): Promise<void> {
  if (!/(?:^|\/)embeddings\/|^Object \d+$/.test(name) || depth >= limits.depth) throw new Refused('file-nested')
  const inner = await countZip(content, limits, tally, depth + 1)
  if (inner.names.some((one) => /vbaProject/i.test(one))) throw new Refused('file-macros')
}

async function unpack(zip: yauzl.ZipFile, entry: yauzl.Entry, tally: Tally, limits: ZipLimits): Promise<Buffer> {
  if ((entry.generalPurposeBitFlag & 1) === 1) throw new Refused('file-encrypted')
  const mostHere = entry.compressedSize * limits.ratio
  if (entry.uncompressedSize > 1_000_000 && entry.uncompressedSize > mostHere) throw new Refused('file-bomb')
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    const part = chunk as Buffer
    size += part.length
    tally.bytes += part.length
    if (tally.bytes > limits.total || (size > 1_000_000 && size > mostHere)) throw new Refused('file-bomb')
    chunks.push(part)
  }
  return Buffer.concat(chunks, size)
}

/** XML comes in UTF-8 or, rarely, in UTF-16; read as the wrong one it would hide what is looked for. */
function wordsOf(content: Buffer): string {
  if (content.length > largestPart) throw new Refused('file-demanding')
  const wide = content[0] === 0xff && content[1] === 0xfe ? 'utf-16le' : content[0] === 0xfe && content[1] === 0xff ? 'utf-16be' : undefined
  if (wide) return new TextDecoder(wide).decode(content)
  if (content[0] === 0 || content[1] === 0) return new TextDecoder(content[0] === 0 ? 'utf-16be' : 'utf-16le').decode(content)
  return content.toString('utf8')
}
