import { globSync, readFileSync } from 'node:fs'

/** One source file of the project. */
export interface SourceFile {
  /** From the root of the repository, with slashes. */
  readonly path: string
  readonly text: string
}

/** Files by pattern, without generated ones, in the order of their paths. */
export function sourceFiles(pattern: string): SourceFile[] {
  return globSync(pattern)
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !/(^|\/)(generated|node_modules)\//.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}
