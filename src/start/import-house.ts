import { mkdirSync, statfsSync } from 'node:fs'
import { houseKinds } from '#home/archive.ts'
import { checkArchive } from '#platform/archive/check-archive.ts'
import { type ArchiveManifest, ArchiveRefused } from '#platform/archive/format.ts'
import { importArchive } from '#platform/archive/import-archive.ts'
import { readHeld } from '#platform/backup/restore.ts'
import { houseMigrations } from '#platform/database/migrate.ts'
import type { Config } from '../config.ts'
import { openServer } from './house-database.ts'
import { openDocuments } from './house-documents.ts'

/** An import as its operator asked for it. */
export interface AskedImport {
  readonly file: string
  readonly signal?: AbortSignal
  readonly progress?: (what: string) => void
}

/**
 * Reads an archive into an installation in which nobody has done anything yet, or which was never started. The whole file is checked first; until the
 * database commits nothing is there.
 * @throws ArchiveRefused, BackupRefused, DatabaseStartError with a sentence.
 */
export async function importHouse(config: Config, { file, signal, progress }: AskedImport): Promise<ArchiveManifest> {
  const manifest = await checkArchive(file, signal, (bytes) => progress?.(`Checking the file, ${Math.round(bytes / 1e6)} MB`))
  mkdirSync(config.data, { recursive: true, mode: 0o700 })
  refuseSmallDisk(config, manifest)
  const documents = openDocuments(config)
  await documents.reach()
  const server = await openServer(config)
  try {
    const held = await readHeld(server.ownerUrl)
    const where = config.database.kind === 'embedded' ? config.data : 'the database behind DATABASE_OWNER_URL'
    if (held === 'used house')
      throw new ArchiveRefused(
        `There is a Goldenthread in ${where} already: an archive is read into an empty one only. Nothing was changed.`,
      )
    if (held === 'something else')
      throw new ArchiveRefused(`In ${where} are tables that are not Goldenthread's: import into a database of its own.`)
    const ways = { ...(signal && { signal }), ...(progress && { progress }) }
    const target = { ownerUrl: server.ownerUrl, documents, kinds: houseKinds, steps: houseMigrations() }
    await importArchive(target, file, manifest, ways)
  } finally {
    await server.stop()
  }
  return manifest
}

/** Rows with their indexes take about twice their text. */
function refuseSmallDisk(config: Config, manifest: ArchiveManifest): void {
  const records = manifest.kinds.reduce((sum, { bytes }) => sum + bytes, 0)
  const documents = config.documents.kind === 'disk' ? manifest.documents.bytes : 0
  const needed = documents + (config.database.kind === 'embedded' ? 2 * records + 100_000_000 : 0)
  const { bavail, bsize } = statfsSync(config.data)
  if (bavail * bsize >= needed) return
  throw new ArchiveRefused(
    `The disk of ${config.data} has ${Math.round((bavail * bsize) / 1e6)} MB left, and the archive needs about ${Math.round(needed / 1e6)} MB.`,
  )
}
