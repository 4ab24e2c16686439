import { z } from 'zod'

/** The version of the archive's form; a reader refuses another one. */
export const ARCHIVE_FORMAT = 1

/** What an archive holds: what a visitor may read, or the whole record. */
export const editions = ['public', 'full'] as const

/** One of `editions`. */
export type Edition = (typeof editions)[number]

const sum = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)

const manifest = z.object({
  format: z.literal(ARCHIVE_FORMAT),
  edition: z.enum(editions),
  madeAt: z.string().max(40),
  /** The partnership's name; '' where none is set. */
  partnership: z.string().max(500),
  /** The last step of the schema that the fields follow, for example `0060-own-calendars`. */
  step: z.string().max(100),
  kinds: z
    .array(
      z.object({
        kind: z.string().regex(/^[a-z][a-z0-9-]{0,80}$/),
        /** In the order of the table. */
        fields: z.array(z.string().max(100)).min(1).max(200),
        records: count,
        bytes: count,
        sha256: sum,
      }),
    )
    .max(1000),
  /** What stays behind, and why. */
  leftOut: z.array(z.object({ what: z.string(), why: z.string() })).max(2000),
  /** `sha256` is of the documents' names, in order, a line each; each name is the sum of its document. */
  documents: z.object({ count, bytes: count, sha256: sum }),
  /** Documents that a record names and that were gone, or damaged, where documents are kept. */
  missing: z.array(sum),
})

/** The last entry of an archive: what is in it, and how to know that it is whole. */
export type ArchiveManifest = Readonly<z.output<typeof manifest>>

/** An export or import that must not go on; the message is a sentence for whoever asked for it. */
export class ArchiveRefused extends Error {}

/** Reads the manifest's text. @throws ArchiveRefused where it is of another form, or none. */
export function readArchiveManifest(text: string): ArchiveManifest {
  const given = parse(text)
  const format = z.object({ format: z.number() }).safeParse(given)
  if (format.success && format.data.format !== ARCHIVE_FORMAT)
    throw new ArchiveRefused(`This archive has form ${format.data.format}, and this Goldenthread reads form ${ARCHIVE_FORMAT} only.`)
  const read = manifest.safeParse(given)
  if (!read.success) throw new ArchiveRefused('This archive is damaged: its manifest cannot be read.')
  return read.data
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new ArchiveRefused('This archive is damaged: its manifest cannot be read.', { cause: error })
  }
}
