import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** A file that a generator makes: its path from the project's root, and what it holds. */
export interface GeneratedFile {
  readonly path: string
  readonly content: string
}

const root = path.resolve(import.meta.dirname, '../..')

/** Writes the files; in a check nothing is written. Returns the paths whose content on disk differed. */
export function writeGenerated(files: readonly GeneratedFile[], checkOnly: boolean): readonly string[] {
  const stale = files.filter((file) => contentOf(file.path) !== file.content)
  if (checkOnly) return stale.map((file) => file.path)
  for (const file of stale) {
    const target = path.join(root, file.path)
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, file.content)
  }
  return stale.map((file) => file.path)
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(path.join(root, file), 'utf8')
  } catch {
    return undefined
  }
}
