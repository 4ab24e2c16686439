import { liveChannel, readPartNews } from '#meetings/public.ts'
import { openCasework, openDatabase } from '#platform/database/open.ts'
import { createIdentity } from '#platform/identity/identity.ts'
import { createOutbox } from '#platform/jobs/outbox.ts'
import { createLiveHub } from '#platform/live/hub.ts'
import { openLog } from '#platform/log.ts'
import { type FixedClock, fixedClock } from '#platform/time/clock.ts'
import { readConfig } from '#src/config.ts'
import type { Needs } from '#src/needs.ts'
import { readSecrets } from '#src/secrets.ts'
import { openDocuments } from '#src/start/house-documents.ts'

/** Everything the product needs, on a database that is there, with a clock that stands and a log that is silent. */
export interface OpenedNeeds {
  readonly needs: Needs
  readonly clock: FixedClock
  close(): Promise<void>
}

/** Opens the needs of a house on `databaseUrl` (the serving role's), with documents and secrets in `data`; `settings` as in the environment. */
export async function openNeeds(
  databaseUrl: string,
  data: string,
  now: Temporal.Instant,
  settings: Readonly<Record<string, string>> = {},
): Promise<OpenedNeeds> {
  const config = readConfig({ GOLDENTHREAD_DATA: data, GOLDENTHREAD_NOW: now.toString(), ...settings })
  const secrets = readSecrets(data)
  const db = await openDatabase(databaseUrl)
  const casework = openCasework(databaseUrl)
  const clock = fixedClock(now)
  const outbox = createOutbox(db)
  const identity = createIdentity({ db, databaseUrl, secret: secrets.identity, publicUrl: config.publicUrl, clock, outbox })
  const documents = openDocuments(config)
  const log = openLog('silent')
  const live = createLiveHub({ url: databaseUrl, channel: liveChannel, log, read: readPartNews })
  const needs: Needs = { db, casework, clock, config, secrets, outbox, documents, identity, live, log }
  return { needs, clock, close: async () => void (await Promise.all([live.close(), db.destroy(), casework.destroy(), identity.close()])) }
}
