import { importNational, type NationalImport, readNationalFolder } from '#performance/public-data.ts'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { houseMigrations, migrate } from '#platform/database/migrate.ts'
import { openUnchecked, usualLimits } from '#platform/database/open.ts'
import { writeAs } from '#platform/database/session.ts'
import { systemClock } from '#platform/time/clock.ts'
import { dayOf } from '#platform/time/london.ts'
import type { Config } from '../config.ts'
import { openServer } from './house-database.ts'

/**
 * Reads published figures of places of the country from a folder into an installation, all or nothing. The operator of the machine does it, and nobody else.
 * @throws NationalRefused, DatabaseStartError with a sentence.
 */
export async function importNationalFolder(config: Config, folder: string): Promise<NationalImport> {
  const set = await readNationalFolder(folder)
  const server = await openServer(config)
  try {
    await migrate(server.ownerUrl, houseMigrations())
    const patient = { ...usualLimits, statement: 120_000, idleInTransaction: 120_000, answer: 150_000 }
    const db = openUnchecked(server.ownerUrl, patient, 1)
    try {
      const now = systemClock.now()
      return await writeAs(db, { actor: SYSTEM_ACTOR, now, today: dayOf(now) }, (tx) => importNational(tx, { now }, set))
    } finally {
      await db.destroy()
    }
  } finally {
    await server.stop()
  }
}
