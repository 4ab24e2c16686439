import { createHash } from 'node:crypto'
import type pg from 'pg'
import { applySteps, refuseCompany } from '../backup/restore.ts'
import { SYSTEM_ACTOR } from '../database/actors.ts'
import { dropHouse } from '../database/empty.ts'
import { newId } from '../database/ids.ts'
import { type Migration, makeMigrationTable } from '../database/migrate.ts'
import { withClient } from '../database/roles.ts'
import type { WholeStore } from '../documents/store.ts'
import { readArchive } from './entries.ts'
import { type ArchiveManifest, ArchiveRefused } from './format.ts'
import type { ArchiveKinds } from './kinds.ts'
import { type LoadArchiveWays, loadRecords } from './load-records.ts'

/** Where an archive is read into. */
export interface ArchiveTarget {
  readonly ownerUrl: string
  readonly documents: WholeStore
  readonly kinds: ArchiveKinds
  /** The steps of the schema that this version applies. */
  readonly steps: readonly Migration[]
}

/**
 * Reads a checked archive into a house in which nobody has done anything yet, in one transaction: the schema by our own steps up to the archive's,
 * its records, then the newer steps. Whatever happens before the commit leaves nothing. Documents come first, and go again where it fails.
 * @throws ArchiveRefused where the archive is a public edition, was made by a newer version, or does not fit.
 */
export async function importArchive(
  target: ArchiveTarget,
  file: string,
  manifest: ArchiveManifest,
  ways: LoadArchiveWays = {},
): Promise<void> {
  const { steps } = target
  const until = refuseOtherEdition(manifest, steps)
  const added = new Set<string>()
  try {
    ways.progress?.('Documents')
    await bringDocuments(target.documents, file, added, ways.signal)
    await withClient(target.ownerUrl, async (client) => {
      await client.query("set client_min_messages = 'warning'; begin")
      try {
        await refuseCompany(client)
        await dropHouse(client)
        await makeMigrationTable(client)
        await applySteps(client, steps.slice(0, until), ways)
        await loadRecords(client, file, manifest, target.kinds, ways)
        await applySteps(client, steps.slice(until), ways)
        await writeAudit(client, manifest)
        ways.signal?.throwIfAborted()
      } catch (error) {
        await client.query('rollback')
        throw error
      }
      if ((await client.query('commit')).command !== 'COMMIT')
        throw new ArchiveRefused('The database refused to commit: nothing was read in.')
      await client.query('analyze')
    })
  } catch (error) {
    for (const sha256 of added) await target.documents.drop(sha256).catch(() => {})
    throw error
  }
}

function refuseOtherEdition({ edition, step }: ArchiveManifest, steps: readonly Migration[]): number {
  if (edition !== 'full')
    throw new ArchiveRefused('This is a public edition: it is there to be read, and lacks what an installation needs. Import a full one.')
  const at = steps.findIndex(({ id }) => id === step)
  if (at === -1)
    throw new ArchiveRefused(`The archive was made by another Goldenthread (its fields follow step ${step}): import it with that version.`)
  return at + 1
}

/** Each document is kept under its own sum, and checked before it gets its name. */
async function bringDocuments(store: WholeStore, file: string, added: Set<string>, signal: AbortSignal | undefined): Promise<void> {
  for await (const { name, content } of readArchive(file, signal)) {
    if (name.is !== 'document') {
      for await (const _ of content); // the next entry comes after the last byte of this one
      continue
    }
    const isNew = !(await store.has(name.sha256))
    await store.bring(name.sha256, content)
    if (isNew) added.add(name.sha256)
  }
}

/** The first entry of the house's own audit; from here on it is no longer empty. */
async function writeAudit(client: pg.Client, manifest: ArchiveManifest): Promise<void> {
  const digest = createHash('sha256').update(JSON.stringify(manifest)).digest()
  await client.query(
    `insert into platform.audit_entry (id, actor, act, subject_type, subject, digest) values ($1, $2, 'archive.imported', 'archive', $1, $3)`,
    [newId(), SYSTEM_ACTOR, digest],
  )
}
