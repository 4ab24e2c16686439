import type { WholeStore } from '../documents/store.ts'
import { readEntries } from './entries.ts'
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
  store: WholeStore,
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
    const isNew = !(await store.has(sha256))
    await store.bring(sha256, entry.content)
    loaded.all.add(sha256)
    if (isNew) loaded.added.add(sha256)
  }
  if (loaded.all.size !== manifest.documents.count) throw new BackupRefused('The backup changed while it was being read.')
}

/**
 * Takes back what `loadDocuments` added, because the restore came to nothing. Where the store fails, too, the sweep takes them: nobody holds them.
 */
export async function takeBackDocuments(store: WholeStore, { added }: LoadedDocuments): Promise<void> {
  for (const sha256 of added) await store.drop(sha256).catch(() => {})
}
