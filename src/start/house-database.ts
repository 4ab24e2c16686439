import { nativeFolder } from '#platform/database/embedded/programs.ts'
import { startEmbedded } from '#platform/database/embedded/start.ts'
import { houseMigrations, migrate } from '#platform/database/migrate.ts'
import { openDatabase } from '#platform/database/open.ts'
import { APP, OWNER, prepareDatabase, refuseUnpreparedServer } from '#platform/database/roles.ts'
import type { Database } from '#platform/database/session.ts'
import type { Config } from '../config.ts'

/** Name of the database in the embedded server. */
export const DATABASE = 'goldenthread'

/** A server that holds our database. */
export interface HouseServer {
  /** The serving role's. */
  readonly url: string
  /** The owner's: for migrations and tools, never for requests. */
  readonly ownerUrl: string
  /** Settles when an embedded server has ended; never for an external one. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

/** Starts the embedded server, or looks at the external one; either then has our roles and database. */
export async function openServer(config: Config): Promise<HouseServer> {
  if (config.database.kind === 'external') {
    const { url, ownerUrl } = config.database
    await refuseUnpreparedServer(ownerUrl)
    return { url, ownerUrl, ended: new Promise(() => {}), stop: async () => {} }
  }
  const server = await startEmbedded({ folder: config.data, native: nativeFolder() })
  try {
    await prepareDatabase(server.urlFor('postgres'), DATABASE)
  } catch (error) {
    await server.stop()
    throw error
  }
  return { url: server.urlFor(DATABASE, APP), ownerUrl: server.urlFor(DATABASE, OWNER), ended: server.exited, stop: server.stop }
}

/** Brings the schema up to date. */
export async function bringUpToDate({ ownerUrl }: HouseServer): Promise<void> {
  await migrate(ownerUrl, houseMigrations())
}

/** Brings the schema up to date and opens the serving pool. */
export async function openHouse(server: HouseServer): Promise<Database> {
  await bringUpToDate(server)
  return openDatabase(server.url)
}
