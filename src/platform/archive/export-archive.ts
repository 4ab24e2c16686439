import { HIDDEN } from '../backup/tables.ts'
import type { Database } from '../database/session.ts'
import type { DocumentStore } from '../documents/store.ts'
import { MANIFEST } from '../packed-file.ts'
import { dayOf } from '../time/london.ts'
import { ARCHIVE_FORMAT, type ArchiveManifest, ArchiveRefused, type Edition } from './format.ts'
import { type ArchiveKinds, leftOutSchemas } from './kinds.ts'
import { saveArchiveDocuments } from './save-documents.ts'
import { type ArchiveOut, type SavedKind, saveRecords } from './save-records.ts'
import { type KindShape, type Query, readShapes } from './shapes.ts'
import { readSnapshot } from './snapshot.ts'

/** What an archive is made of. */
export interface ArchiveSource {
  /** For a full edition the owner's, who alone sees all; for a public one the serving role's, so that row-level security decides what is in it. */
  readonly db: Database
  readonly documents: DocumentStore
  readonly kinds: ArchiveKinds
}

/** How an export goes. */
export interface ExportWays {
  readonly now: Temporal.Instant
  /** Breaks the export off. */
  readonly signal?: AbortSignal
  /** Told what is being done, and how many bytes are written. */
  readonly progress?: (what: string, bytes: number) => void
}

/** Writes an edition of a house's record; whoever hands it on decides who may ask. */
export type ExportRecord = (edition: Edition, out: ArchiveOut, ways: ExportWays) => Promise<ArchiveManifest>

/**
 * Writes the record as of one moment: what a visitor may read, or all of it; records as lines of JSON by kind, documents by their digest, and last a
 * manifest with counts and sums. docs/export.md says what each field is.
 * @throws ArchiveRefused where the schema is being changed, a table is there of which nobody decided, or rows would be hidden from a full edition.
 */
export async function exportArchive(source: ArchiveSource, edition: Edition, out: ArchiveOut, ways: ExportWays): Promise<ArchiveManifest> {
  const { now, signal, progress } = ways
  return readSnapshot(source.db, { actor: undefined, now, today: dayOf(now) }, async (query) => {
    const shapes = await readShapes(query, source.kinds)
    if (edition === 'full') await refuseHidden(query, shapes)
    const kinds: SavedKind[] = []
    for (const [at, shape] of shapes.entries()) {
      signal?.throwIfAborted()
      progress?.(`Records, ${at + 1} of ${shapes.length} kinds`, out.written())
      const saved = await saveRecords(query, out, shape, edition)
      if (saved !== undefined) kinds.push(saved)
    }
    const documents = await saveArchiveDocuments(query, out, { store: source.documents, shapes, edition }, { signal, progress })
    const manifest = { ...(await head(query, edition, now)), kinds, leftOut: leftOutOf(source.kinds, shapes, edition), ...documents }
    await out.add(MANIFEST, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`))
    return manifest
  })
}

/** A record that is lacking would not be noticed until somebody looks for it. */
async function refuseHidden(query: Query, shapes: readonly KindShape[]): Promise<void> {
  const tables = await query<{ oid: number }>('select t::regclass::oid as oid from unnest($1::text[]) t', [
    shapes.map(({ table }) => table),
  ])
  const hidden = await query<{ name: string }>(HIDDEN, [tables.map(({ oid }) => oid)])
  if (hidden.length === 0) return
  const names = hidden.map(({ name }) => name).join(', ')
  throw new ArchiveRefused(`The full edition would lack rows of ${names}, which this role may not see whole: it is made as the owner.`)
}

async function head(query: Query, edition: Edition, now: Temporal.Instant) {
  const [found] = await query<{ step: string; partnership: string | null }>(
    `select (select id from platform.migration order by id collate "C" desc limit 1) as step, platform.partnership() as partnership`,
  )
  const { step = '', partnership } = found ?? {}
  return { format: ARCHIVE_FORMAT, edition, madeAt: now.toString(), partnership: partnership ?? '', step } as const
}

/** What stays behind, and why, in words. */
export function leftOutOf(kinds: ArchiveKinds, shapes: readonly KindShape[], edition: Edition): ArchiveManifest['leftOut'] {
  const whole = [...leftOutSchemas].map(([schema, why]) => ({ what: `${schema}.*`, why }))
  const tables = [...kinds].flatMap(([what, kind]) => ('leftOut' in kind ? [{ what, why: kind.leftOut }] : []))
  const fields = shapes.flatMap(({ kind, kept }) =>
    Object.entries(kept.without ?? {}).map(([name, why = '']) => ({ what: `${kind}.${name}`, why })),
  )
  if (edition === 'full') return [...whole, ...tables, ...fields]
  const hidden = shapes.filter(({ kept }) => kept.visitors === undefined).map(({ kind }) => kind)
  return [...whole, ...tables, ...fields, ...hidden.map((what) => ({ what, why: 'Not in the public edition.' }))]
}
