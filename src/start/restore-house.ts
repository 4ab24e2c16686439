import { mkdirSync, statfsSync } from 'node:fs'
import type { CarriedFile } from '#platform/backup/backup.ts'
import { checkBackup } from '#platform/backup/check.ts'
import { readEntries, readSmall } from '#platform/backup/entries.ts'
import { type LoadedDocuments, loadDocuments, takeBackDocuments } from '#platform/backup/load-documents.ts'
import { BackupRefused, type Manifest } from '#platform/backup/manifest.ts'
import { type Held, readHeld, refuseOtherSteps, restoreRows } from '#platform/backup/restore.ts'
import { newId } from '#platform/database/ids.ts'
import { houseMigrations } from '#platform/database/migrate.ts'
import type { Config } from '../config.ts'
import { settleStagedFiles, stageFiles } from './carried-files.ts'
import type { HouseKept } from './first-data.ts'
import { openServer } from './house-database.ts'
import { openDocuments } from './house-documents.ts'

/** A restore as its operator asked for it. */
export interface AskedRestore {
  readonly file: string
  /** What is there may be replaced. */
  readonly replace: boolean
  /** Asks whether the house that is there may really go. */
  readonly confirm: (question: string) => Promise<boolean>
  readonly signal?: AbortSignal
  readonly progress?: (what: string) => void
}

/**
 * Puts the house of a backup in the place of the one that is there: database, documents, and the secrets without which nobody could sign in.
 * The whole file is checked first; until the database commits, the old house stays as it was.
 * @throws BackupRefused, DatabaseStartError with a sentence.
 */
export async function restoreHouse(config: Config, asked: AskedRestore): Promise<Manifest> {
  const manifest = await checkBackup(asked.file, asked.signal, (bytes) =>
    asked.progress?.(`Checking the file, ${Math.round(bytes / 1e6)} MB`),
  )
  refuseOtherSteps(manifest, houseMigrations())
  mkdirSync(config.data, { recursive: true, mode: 0o700 })
  refuseSmallDisk(config, manifest)
  const store = openDocuments(config)
  await store.reach()
  const server = await openServer(config)
  try {
    await settleStagedFiles(config.data, server.ownerUrl)
    const held = await readHeld(server.ownerUrl)
    await askFor(held, config, asked, manifest)
    const documents = await replace(config, { server, documents: store }, asked, manifest)
    await settleStagedFiles(config.data, server.ownerUrl)
    if (held === 'used house') await store.keepOnly(documents.all)
  } finally {
    await server.stop()
  }
  return manifest
}

async function askFor(held: Held, config: Config, asked: AskedRestore, manifest: Manifest): Promise<void> {
  const where = config.database.kind === 'embedded' ? config.data : 'the database behind DATABASE_OWNER_URL'
  if (held === 'something else')
    throw new BackupRefused(`In ${where} are tables that are not Goldenthread's: restore into a database of its own.`)
  if (held !== 'used house') return
  if (!asked.replace)
    throw new BackupRefused(
      `There is a Goldenthread in ${where} already: nothing was changed. To delete it and put the backup in its place, add --replace.`,
    )
  const question = `Everything that is now in ${where} will be deleted, and the backup of ${manifest.madeAt.slice(0, 16).replace('T', ' ')} UTC put in its place.`
  if (!(await asked.confirm(question))) throw new BackupRefused('Nothing was changed.')
}

async function replace(config: Config, kept: HouseKept, asked: AskedRestore, manifest: Manifest): Promise<LoadedDocuments> {
  const { file, signal, progress } = asked
  const { ownerUrl } = kept.server
  const stamp = newId()
  const documents: LoadedDocuments = { all: new Set(), added: new Set() }
  try {
    progress?.('Documents')
    await loadDocuments(file, kept.documents, manifest, documents, signal)
    stageFiles(config.data, stamp, await readFiles(file))
    const ways = { stamp, ...(signal && { signal }), ...(progress && { progress }) }
    await restoreRows(ownerUrl, file, manifest, houseMigrations(), ways)
  } catch (error) {
    await takeBackDocuments(kept.documents, documents)
    await settleStagedFiles(config.data, ownerUrl)
    throw error
  }
  return documents
}

async function readFiles(file: string): Promise<readonly CarriedFile[]> {
  const files: CarriedFile[] = []
  for await (const entry of readEntries(file)) {
    if (entry.name.kind === 'file') files.push({ name: entry.name.name, content: (await readSmall(entry, 1024 * 1024)).toString() })
    else for await (const _ of entry.content); // the next entry comes after the last byte of this one
  }
  return files
}

/** Rows with their indexes take about twice their text; what is replaced goes only afterwards. */
function refuseSmallDisk(config: Config, manifest: Manifest): void {
  const rows = manifest.tables.reduce((sum, { bytes }) => sum + bytes, 0)
  const documents = config.documents.kind === 'disk' ? manifest.documents.bytes : 0
  const needed = documents + (config.database.kind === 'embedded' ? 2 * rows + 100_000_000 : 0)
  const { bavail, bsize } = statfsSync(config.data)
  if (bavail * bsize >= needed) return
  throw new BackupRefused(
    `The disk of ${config.data} has ${Math.round((bavail * bsize) / 1e6)} MB left, and the restore needs about ${Math.round(needed / 1e6)} MB.`,
  )
}
