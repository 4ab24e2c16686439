import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { emptyDatabase } from '#platform/database/empty.ts'
import { houseMigrations, migrate } from '#platform/database/migrate.ts'
import { openUnchecked } from '#platform/database/open.ts'
import type { Database } from '#platform/database/session.ts'
import type { Needs } from '../needs.ts'
import type { HouseServer } from './house-database.ts'
import {
  forgetSignIn,
  isEmptyHouse,
  keepSignIn,
  readSampleState,
  readSignIn,
  type SamplePerson,
  wantsSample,
  writeSampleState,
} from './sample.ts'

/** Removes a sample whose loading was cut short, and closes `db` where it did. Returns whether it did. */
export async function removeHalfSample(db: Database, server: HouseServer, data: string): Promise<boolean> {
  if ((await readSampleState(db)) !== 'loading') return false
  await db.destroy()
  await removeEverything(server, data)
  return true
}

/** Empties database and documents; secrets stay. There is no way back. */
export async function removeEverything(server: HouseServer, data: string): Promise<void> {
  await emptyDatabase(server.ownerUrl)
  await migrate(server.ownerUrl, houseMigrations())
  rmSync(join(data, 'documents'), { recursive: true, force: true })
  forgetSignIn(data)
}

/** Loads the sample, as the owner, where it belongs. Returns its people; empty where this is no sample. */
export async function loadFirstData(needs: Needs, server: HouseServer): Promise<readonly SamplePerson[]> {
  const { db, config, clock, log } = needs
  const state = await readSampleState(db)
  if (state === 'loaded') return readSignIn(config.data)
  if (!wantsSample(config, state, await isEmptyHouse(db))) return []
  const from = performance.now()
  await writeSampleState(db, clock, 'loading')
  const { loadSample } = await import('../sample/load.ts')
  const ownerDb = openUnchecked(server.ownerUrl)
  const people = await loadSample(needs, ownerDb).finally(() => ownerDb.destroy())
  keepSignIn(config.data, people)
  await writeSampleState(db, clock, 'loaded')
  log.info({ ms: Math.round(performance.now() - from) }, 'sample loaded')
  return people
}
