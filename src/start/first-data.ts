import { emptyDatabase } from '#platform/database/empty.ts'
import { houseMigrations, migrate } from '#platform/database/migrate.ts'
import { openForFilling } from '#platform/database/open.ts'
import { CASEWORK } from '#platform/database/roles.ts'
import type { Database } from '#platform/database/session.ts'
import type { WholeStore } from '#platform/documents/store.ts'
import { createOutbox } from '#platform/jobs/outbox.ts'
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

/** Where the records of a house are kept. */
export interface HouseKept {
  readonly server: HouseServer
  readonly documents: WholeStore
}

/** Removes a sample whose loading was cut short, and closes `db` where it did. Returns whether it did. */
export async function removeHalfSample(db: Database, kept: HouseKept, data: string): Promise<boolean> {
  if ((await readSampleState(db)) !== 'loading') return false
  await db.destroy()
  await removeEverything(kept, data)
  return true
}

/** Empties database and documents; secrets stay. There is no way back. */
export async function removeEverything({ server, documents }: HouseKept, data: string): Promise<void> {
  await emptyDatabase(server.ownerUrl)
  await migrate(server.ownerUrl, houseMigrations())
  await documents.keepOnly(new Set())
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
  const [filling, casework, owner] = [openForFilling(server.url), openForFilling(server.url, CASEWORK), openForFilling(server.ownerUrl)]
  const people = await loadSample({ ...needs, db: filling, casework, outbox: createOutbox(filling) }, owner).finally(() =>
    Promise.all([filling, casework, owner].map((pool) => pool.destroy())),
  )
  keepSignIn(config.data, people)
  await writeSampleState(db, clock, 'loaded')
  log.info({ ms: Math.round(performance.now() - from) }, 'sample loaded')
  return people
}
