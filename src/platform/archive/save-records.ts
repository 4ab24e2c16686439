import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { recordsEntry } from './entries.ts'
import type { ArchiveManifest, Edition } from './format.ts'
import type { KindShape, Query } from './shapes.ts'

/** Where an archive is written to. */
export interface ArchiveOut {
  /** Adds an entry; resolves when what came before is taken, so that memory stays flat. */
  add(name: string, content: Buffer): Promise<void>
  /** Adds an entry of a known size; the chunks pass through `look`. */
  addStream(name: string, size: number, content: Readable, look: (chunk: Buffer) => void): Promise<void>
  /** From here on nothing is compressed. */
  stopCompressing(): Promise<void>
  /** Bytes written so far. */
  written(): number
}

/** What one kind came to. */
export type SavedKind = ArchiveManifest['kinds'][number]

/** Records that are fetched at a time: papers are long. */
const FETCHED = 100

/** The fields of a kind that an edition gives; undefined where it gives none. */
export function fieldsOf({ fields, kept }: KindShape, edition: Edition): readonly string[] | undefined {
  if (edition === 'full') return fields.map(({ name }) => name)
  const given: readonly string[] | undefined = kept.visitors
  return given && fields.map(({ name }) => name).filter((name) => given.includes(name))
}

/** Writes the records of one kind as JSON, a line each, in the order of their key. They are measured first, because an entry says its size beforehand. */
export async function saveRecords(query: Query, out: ArchiveOut, shape: KindShape, edition: Edition): Promise<SavedKind | undefined> {
  const fields = fieldsOf(shape, edition)
  if (fields === undefined) return undefined
  const rows = `select ${fields.map((field) => `r.${quoted(field)}`).join(', ')} from ${recordsOf(shape, edition)}`
  const measure = `select count(*)::int as records, coalesce(sum(octet_length(row_to_json(x)::text) + 1), 0)::float8 as bytes from (${rows}) x`
  const [size] = await query<{ records: number; bytes: number }>(measure)
  const { records = 0, bytes = 0 } = size ?? {}
  const hash = createHash('sha256')
  const order = shape.key.map((field) => `x.${quoted(field)}::text collate "C"`).join(', ') || 'row_to_json(x)::text collate "C"'
  const lines = `select row_to_json(x)::text as line from (${rows}) x order by ${order}`
  await out.addStream(recordsEntry(shape.kind), bytes, Readable.from(readLines(query, lines)), (chunk) => hash.update(chunk))
  return { kind: shape.kind, fields: [...fields], records, bytes, sha256: hash.digest('hex') }
}

/** The table, and what else must hold of a record in this edition. */
export function recordsOf({ table, kept }: KindShape, edition: Edition): string {
  const more = edition === 'public' && kept.visitorsWhere !== undefined ? ` where ${kept.visitorsWhere}` : ''
  return `${table} r${more}`
}

async function* readLines(query: Query, select: string): AsyncIterable<Buffer> {
  await query(`declare archive_records no scroll cursor for ${select}`)
  for (;;) {
    const rows = await query<{ line: string }>(`fetch forward ${FETCHED} from archive_records`)
    if (rows.length === 0) break
    yield Buffer.from(rows.map(({ line }) => `${line}\n`).join(''))
  }
  await query('close archive_records')
}

/** A name as SQL writes it, whatever it holds. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
