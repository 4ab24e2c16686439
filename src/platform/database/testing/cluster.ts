import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nativeFolder } from '../embedded/programs.ts'
import { type EmbeddedServer, startEmbedded } from '../embedded/start.ts'
import { houseMigrations, migrate } from '../migrate.ts'
import { OWNER, prepareDatabase } from '../roles.ts'

/** The database that every test database is a copy of: migrated, and otherwise empty. */
export const TEMPLATE = 'goldenthread_template'

const NEEDED = 512 * 1024 * 1024
const PREFIX = 'goldenthread-test-'
const FORGETFUL = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '200',
}

/** The PostgreSQL that tests run on: `GOLDENTHREAD_PG=15`, else 18. */
export function testVersion(): '15' | '18' {
  return process.env.GOLDENTHREAD_PG === '15' ? '15' : '18'
}

/** Starts a server that forgets everything, with the migrated template database; its folder goes when it stops. */
export async function startTestCluster(version = testVersion(), settings: Readonly<Record<string, string>> = {}): Promise<EmbeddedServer> {
  const folder = scratchFolder()
  const server = await startEmbedded({ folder, native: nativeFolder(version), settings: { ...FORGETFUL, ...settings } })
  const stop = async (): Promise<void> => {
    await server.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
  try {
    await prepareDatabase(server.urlFor('postgres'), TEMPLATE)
    await migrate(server.urlFor(TEMPLATE, OWNER), houseMigrations())
  } catch (error) {
    await stop()
    throw error
  }
  return { ...server, stop }
}

/** A folder in memory, or on disk where memory is small (a container's /dev/shm is often 64 MB). */
export function scratchFolder(): string {
  const base = roomInMemory('/dev/shm') ? '/dev/shm' : tmpdir()
  sweep(base)
  return fs.mkdtempSync(join(base, PREFIX))
}

function roomInMemory(place: string): boolean {
  try {
    const { bavail, bsize } = fs.statfsSync(place)
    fs.accessSync(place, fs.constants.W_OK)
    return bavail * bsize >= NEEDED
  } catch {
    return false
  }
}

/** Removes what killed runs left: folders whose lock nobody holds. */
function sweep(base: string): void {
  const left = fs.readdirSync(base).filter((name) => name.startsWith(PREFIX))
  for (const folder of left.map((name) => join(base, name))) {
    const note = join(folder, 'socket')
    if (!fs.existsSync(note) || spawnSync('flock', ['-n', join(folder, 'lock'), 'true']).status !== 0) continue
    fs.rmSync(fs.readFileSync(note, 'utf8').trim(), { recursive: true, force: true })
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
