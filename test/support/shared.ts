import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const folder = process.env.GOLDENTHREAD_SHARED ?? resolve(import.meta.dirname, '../../../shared')

/** Where a file of the shared material lies, or null where it is not beside the repository. */
export function sharedPath(path: string): string | null {
  const full = join(folder, path)
  return existsSync(full) ? full : null
}

/** A JSON file of the shared material, or null where it is not there; the test then skips with `sharedMissing`. */
export function readShared(path: string): unknown {
  const full = sharedPath(path)
  return full === null ? null : JSON.parse(readFileSync(full, 'utf8'))
}

/** Why a test that needs the shared material is skipped; false where it is there. */
export function sharedMissing(path: string): string | false {
  return sharedPath(path) === null ? `${path} is not there; set GOLDENTHREAD_SHARED to the folder that holds it` : false
}
