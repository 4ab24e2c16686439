import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseStartError, inUse } from './errors.ts'
import { LOCK_HELD } from './user.ts'

const SOCKET_LIMIT = 107 // bytes in the address of a unix socket
const SOCKET_PREFIX = 'goldenthread-'

/** Makes the short folder (mode 0700) for the unix socket. */
export function makeSocketFolder(owner: number | undefined): string {
  const fits = (place: string): boolean => Buffer.byteLength(join(place, `${SOCKET_PREFIX}XXXXXX/.s.PGSQL.5432`)) <= SOCKET_LIMIT
  const made = fs.mkdtempSync(join([tmpdir(), '/tmp'].find(fits) ?? '/tmp', SOCKET_PREFIX))
  if (owner !== undefined) fs.chownSync(made, owner, owner)
  return made
}

/** After kill -9 of Node the old socket folder stays; its name is kept beside the data, and only ever removed under the lock. */
export function forgetOldSocket(folder: string, current: string): void {
  const note = join(folder, 'socket')
  const old = fs.existsSync(note) ? fs.readFileSync(note, 'utf8').trim() : ''
  if (old.split('/').at(-1)?.startsWith(SOCKET_PREFIX)) fs.rmSync(old, { recursive: true, force: true })
  fs.writeFileSync(note, current)
}

/**
 * Waits until the process chain says that it holds the lock.
 * @throws DatabaseStartError where somebody else holds it, or the chain cannot run at all.
 */
export async function waitForLock(child: ChildProcess, exited: Promise<void>, folder: string, complaint: () => string): Promise<void> {
  const locked = await Promise.race([
    once(child.stdout ?? child, 'data').then(() => true),
    exited.then(() => false),
    once(child, 'error').then(() => false),
  ])
  if (locked) return
  if (child.exitCode === LOCK_HELD) throw inUse(folder)
  throw new DatabaseStartError(
    `PostgreSQL could not be started (flock, setpriv and unshare of util-linux are needed; or set DATABASE_URL): ${complaint().trim()}`,
  )
}

/** Under our lock a pid file is left over, unless somebody started a server by hand: that one's working folder is the data folder. */
export function repairPidFile(data: string, folder: string): void {
  const file = join(data, 'postmaster.pid')
  if (!fs.existsSync(file)) return
  const pid = Number.parseInt(fs.readFileSync(file, 'utf8'), 10)
  if (pid > 0 && fs.existsSync(`/proc/${pid}`) && serves(pid, data)) throw inUse(folder)
  fs.rmSync(file)
}

function serves(pid: number, data: string): boolean {
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`) === data
  } catch (error) {
    // ENOENT: dead, but not yet collected (a container's first process may never do so). Else not ours to look at: judge by its name.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    return fs.readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')
  }
}
