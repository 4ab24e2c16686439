import { MANIFEST, type PackedEntry, type PackedKind, readDocumentEntry, readPacked, readWhole } from '../packed-file.ts'
import { ArchiveRefused } from './format.ts'

/** What an entry of an archive is, by its name; nothing else may stand in one. */
export type ArchiveEntryName =
  | { readonly is: 'records'; readonly kind: string }
  | { readonly is: 'document'; readonly sha256: string }
  | { readonly is: 'manifest' }

/** Name of the entry of one kind. */
export function recordsEntry(kind: string): string {
  return `records/${kind}.jsonl`
}

/** One entry of an archive. */
export type ArchiveEntry = PackedEntry<ArchiveEntryName>

/** Texts shrink to a tenth, documents hardly at all; what grows beyond this is made to fill memory or disk. */
const archives: PackedKind<ArchiveEntryName> = {
  noun: 'archive',
  Refused: ArchiveRefused,
  nameOf: readEntryName,
  growth: { free: 64 * 1024 * 1024, times: 100 },
}

function readEntryName(name: string): ArchiveEntryName | undefined {
  if (name === MANIFEST) return { is: 'manifest' }
  const [, kind] = /^records\/([a-z][a-z0-9-]{0,80})\.jsonl$/.exec(name) ?? []
  if (kind !== undefined) return { is: 'records', kind }
  const sha256 = readDocumentEntry(name)
  return sha256 === undefined ? undefined : { is: 'document', sha256 }
}

/**
 * Reads an archive from front to back with little memory.
 * @throws ArchiveRefused where the file is damaged, cut short, grows beyond measure, or is something else.
 */
export function readArchive(file: string, signal?: AbortSignal): AsyncIterable<ArchiveEntry> {
  return readPacked(archives, file, signal)
}

/** The longest line and the longest manifest that are read, in bytes. */
export const LONGEST = 32 * 1024 * 1024

/** The lines of an entry, without their ends. @throws ArchiveRefused where one is longer than `LONGEST`, or the last has no end. */
export async function* readLines({ content }: ArchiveEntry): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  try {
    for await (const chunk of content) {
      const pieces = (rest + decoder.decode(chunk, { stream: true })).split('\n')
      rest = pieces.pop() ?? ''
      if (rest.length > LONGEST) throw new ArchiveRefused('The archive holds a record that is far too long.')
      yield* pieces
    }
  } catch (error) {
    if (error instanceof TypeError) throw new ArchiveRefused('The archive holds records that are not written in UTF-8.', { cause: error })
    throw error
  }
  if (rest !== '') throw new ArchiveRefused('The archive holds records that are cut short.')
}

/** All of the manifest. @throws ArchiveRefused where it is longer than `LONGEST`. */
export async function readManifestText(entry: ArchiveEntry): Promise<string> {
  const words = 'The archive is damaged: its manifest is far too long.'
  return (await readWhole(entry, LONGEST, () => new ArchiveRefused(words))).toString()
}
