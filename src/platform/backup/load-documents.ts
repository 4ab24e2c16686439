import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { newId } from '../database/ids.ts'
import { type Entry, readEntries } from './entries.ts'
import { BackupRefused, type Manifest } from './manifest.ts'

/** The documents that a restore has put in their place. */
export interface LoadedDocuments {
  /** Sums of all documents of the backup. */
  readonly all: Set<string>
  /** Those that were not there before. */
  readonly added: Set<string>
}

/**
 * Puts the documents of a backup among those that are there: each under its own sum, checked before it gets its name. What is there is neither
 * changed nor taken away, so that a restore that is cut short leaves everything that the old records hold. What was put stands in `loaded`.
 */
export async function loadDocuments(
  file: string,
  folder: string,
  manifest: Manifest,
  loaded: LoadedDocuments,
  signal?: AbortSignal,
): Promise<void> {
  if (manifest.documents.count === 0) return
  for await (const entry of readEntries(file, signal)) {
    if (entry.name.kind !== 'document') {
      for await (const _ of entry.content); // the next entry comes after the last byte of this one
      continue
    }
    const { sha256 } = entry.name
    const isNew = !existsSync(place(folder, sha256))
    await loadOne(entry, sha256, place(folder, sha256))
    loaded.all.add(sha256)
    if (isNew) loaded.added.add(sha256)
  }
  if (loaded.all.size !== manifest.documents.count) throw new BackupRefused('The backup changed while it was being read.')
}

/** Takes back what `loadDocuments` added, because the restore came to nothing. */
export async function takeBackDocuments(folder: string, { added }: LoadedDocuments): Promise<void> {
  for (const sha256 of added) await rm(place(folder, sha256), { force: true })
}

const place = (folder: string, sha256: string): string => join(folder, sha256.slice(0, 2), sha256)

async function loadOne(entry: Entry, sha256: string, target: string): Promise<void> {
  await mkdir(join(target, '..'), { recursive: true, mode: 0o700 })
  const fresh = `${target}.${newId()}` // as a put cut short is called: the sweep takes it
  const hash = createHash('sha256')
  const out = await open(fresh, 'wx', 0o600)
  try {
    for await (const chunk of entry.content) {
      hash.update(chunk)
      await out.writeFile(chunk)
    }
    await out.sync()
    if (hash.digest('hex') !== sha256) throw new BackupRefused(`The document ${sha256} is not what its name says.`)
  } catch (error) {
    await out.close()
    await rm(fresh, { force: true })
    throw error
  }
  await out.close()
  await rename(fresh, target)
}

/** Deletes every document but the given ones: what only the replaced records held. */
export async function keepOnlyDocuments(folder: string, wanted: ReadonlySet<string>): Promise<void> {
  if (!existsSync(folder)) return
  for (const part of await readdir(folder)) {
    for (const name of await readdir(join(folder, part)).catch(() => [])) if (!wanted.has(name)) await rm(join(folder, part, name))
  }
}
