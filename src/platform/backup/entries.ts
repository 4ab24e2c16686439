import { MANIFEST, type PackedEntry, type PackedKind, readDocumentEntry, readPacked, readWhole } from '../packed-file.ts'
import { BackupRefused } from './manifest.ts'

/** What an entry of a backup is, by its name; nothing else may stand in one. */
export type EntryName =
  | { readonly kind: 'table'; readonly table: number; readonly part: number }
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'document'; readonly sha256: string }
  | { readonly kind: 'manifest' }

/** Name of a part of a table, both counted from 0. */
export function tableEntry(table: number, part: number): string {
  return `tables/${String(table).padStart(4, '0')}/${String(part).padStart(6, '0')}.copy`
}

/** Name of the entry of a file of the data folder, for example `secrets.json`. */
export function fileEntry(name: string): string {
  return `data/${name}`
}

/** One entry of a backup. */
export type Entry = PackedEntry<EntryName>

const backups: PackedKind<EntryName> = { noun: 'backup', Refused: BackupRefused, nameOf: readEntryName }

function readEntryName(name: string): EntryName | undefined {
  if (name === MANIFEST) return { kind: 'manifest' }
  const [, table, part] = /^tables\/(\d{4})\/(\d{6})\.copy$/.exec(name) ?? []
  if (table !== undefined && part !== undefined) return { kind: 'table', table: Number(table), part: Number(part) }
  const sha256 = readDocumentEntry(name)
  if (sha256 !== undefined) return { kind: 'document', sha256 }
  const [, file] = /^data\/([a-z][a-z-]*\.json)$/.exec(name) ?? []
  return file === undefined ? undefined : { kind: 'file', name: file }
}

/** Reads a backup from front to back with little memory. @throws BackupRefused where the file is damaged, cut short or something else. */
export function readEntries(file: string, signal?: AbortSignal): AsyncIterable<Entry> {
  return readPacked(backups, file, signal)
}

/** All of an entry that should be small. @throws BackupRefused where it is longer than `limit` bytes. */
export function readSmall(entry: Entry, limit: number): Promise<Buffer> {
  return readWhole(entry, limit, () => new BackupRefused('This backup is damaged: an entry is far too long.'))
}
