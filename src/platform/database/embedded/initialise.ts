import { spawn } from 'node:child_process'
import { once } from 'node:events'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { DatabaseStartError } from './errors.ts'
import type { Way } from './user.ts'

/** What initdb needs to know. */
export interface Making {
  readonly native: string
  readonly data: string
  readonly major: number
  readonly way: Way
  readonly env: NodeJS.ProcessEnv
}

/** Makes the data beside their place and renames: an initialisation that is cut short leaves nothing that looks like data. */
export async function initialise(making: Making): Promise<void> {
  const fresh = `${making.data}.new`
  // Code-point order in all. Only 17 and later carry UTF-8 letter rules of their own, the same on every machine.
  const locales =
    making.major >= 17
      ? [['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']]
      : [['--locale=C', '--lc-ctype=C.UTF-8'], ['--locale=C']]
  let complaint = ''
  for (const locale of locales) {
    fs.rmSync(fresh, { recursive: true, force: true })
    const failed = await runInitdb(making, fresh, locale)
    if (failed === undefined) return fs.renameSync(fresh, making.data)
    complaint += failed
  }
  throw new DatabaseStartError(`The database could not be made: ${complaint.trim()}`)
}

async function runInitdb({ native, way, env }: Making, fresh: string, locale: readonly string[]): Promise<string | undefined> {
  const words = [...way.prefix, 'setpriv', '--pdeathsig=KILL', '--', join(native, 'bin/initdb'), '-D', fresh, '-U', 'postgres']
  const [command = '', ...rest] = [...words, '-E', 'UTF8', '-k', '--auth-local=trust', '--auth-host=scram-sha-256', ...locale]
  const child = spawn(command, rest, { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk
  })
  await once(child, 'exit')
  return child.exitCode === 0 ? undefined : complaint || 'initdb failed'
}

/** Refuses data that another major version of PostgreSQL made. */
export function refuseOtherMajor(data: string, major: number): void {
  const found = fs.readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
  if (Number(found) === major) return
  throw new DatabaseStartError(
    `The data were made by PostgreSQL ${found} and this is ${major}: back up with the old version and restore with this one.`,
  )
}
