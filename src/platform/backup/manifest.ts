import { z } from 'zod'

/** The version of the file's own form; a reader refuses a higher one. */
export const FORMAT = 1

const sum = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.number().int().min(0)

const table = z.object({
  /** Qualified and quoted as PostgreSQL writes it. */
  name: z.string(),
  /** Quoted names, in the order of the rows. */
  columns: z.array(z.string()).min(1),
  rows: count,
  bytes: count,
  /** Of the rows as COPY writes them, all parts together. */
  sha256: sum,
})

const manifest = z.object({
  format: z.literal(FORMAT),
  madeAt: z.string(),
  /** Version of the PostgreSQL it came from; any from 15 on takes it back. */
  server: z.string(),
  migrations: z.array(z.object({ id: z.string(), sha256: sum })).min(1),
  tables: z.array(table),
  /** Tables that stay behind: their rows mean nothing elsewhere, or should not leave. */
  leftOut: z.array(z.string()),
  sequences: z.array(z.object({ name: z.string(), last: z.string().regex(/^-?\d+$/), called: z.boolean() })),
  /** `sha256` is of the documents' names, in order; each name is the sum of its document. */
  documents: z.object({ count, bytes: count, sha256: sum }),
  /** Documents that a record holds and the folder lacked, or held damaged. */
  missing: z.array(sum),
  /** Files of the data folder. */
  files: z.array(z.object({ name: z.string(), bytes: count, sha256: sum })),
})

/** The last entry of a backup: what is in it, and how to know that it is whole. */
export type Manifest = Readonly<z.output<typeof manifest>>

/** One table of a backup. */
export type SavedTable = Manifest['tables'][number]

/** A backup or restore that must not go on; the message is a sentence for the operator. */
export class BackupRefused extends Error {}

/** Reads the manifest's text. @throws BackupRefused where it is of a newer form, or none. */
export function readManifest(text: string): Manifest {
  const given: unknown = parse(text)
  const format = z.object({ format: z.number() }).safeParse(given)
  if (format.success && format.data.format > FORMAT) {
    throw new BackupRefused('This backup was made by a newer Goldenthread: restore it with that version or a later one.')
  }
  const read = manifest.safeParse(given)
  if (!read.success) throw new BackupRefused('This backup is damaged: its manifest cannot be read.')
  return read.data
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new BackupRefused('This backup is damaged: its manifest cannot be read.', { cause: error })
  }
}
