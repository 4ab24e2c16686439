import { join } from 'node:path'
import { liveChannel, readPartNews } from '#meetings/public.ts'
import type { ExportRecord } from '#platform/archive/export-archive.ts'
import { openCasework, openDatabase } from '#platform/database/open.ts'
import { createIdentity } from '#platform/identity/identity.ts'
import { createOutbox } from '#platform/jobs/outbox.ts'
import { doneLevel } from '#platform/jobs/worker.ts'
import { createLiveHub } from '#platform/live/hub.ts'
import type { Log } from '#platform/log.ts'
import { fixedClock, systemClock } from '#platform/time/clock.ts'
import { createApp } from '../app.tsx'
import type { Config } from '../config.ts'
import type { Needs } from '../needs.ts'
import { readSecrets } from '../secrets.ts'
import { startBackground } from './background.ts'
import { hasAdministrator } from './first-administrator.ts'
import { type HouseKept, loadFirstData, removeHalfSample } from './first-data.ts'
import { jobHandlers } from './job-handlers.ts'
import { listen } from './listen.ts'
import { exportHouse } from './own-export.ts'
import type { Stopper } from './stopping.ts'
import { welcomeWords } from './welcome.ts'

/** Serves the house that is kept there: fills an empty one where the sample belongs, starts the background, listens, and prints how to come in. */
export async function serve(config: Config, log: Log, stopper: Stopper, kept: HouseKept): Promise<void> {
  const { server } = kept
  const secrets = readSecrets(config.data)
  const needs = await openNeeds(config, log, stopper, kept, secrets)
  const app = await createApp(needs)
  const sample = await loadFirstData(needs, server)
  const background = await startBackground(needs, server.url, jobHandlers(needs), doneLevel(process.stderr))
  stopper.up('background', background.stop)
  const listening = await listen(app, config.host, config.port)
  stopper.up('requests', listening.stop)
  // Comes down before the requests, which would wait for its streams.
  stopper.up('live pages', needs.live.close)
  const address = config.port === 0 ? `http://${config.host}:${listening.port}` : config.publicUrl
  const code = (await hasAdministrator(needs)) ? undefined : secrets.firstAdministratorCode
  const words = welcomeWords({ address, sample, firstAdministratorCode: code, signInFile: join(config.data, 'sample-sign-in.json') })
  process.stdout.write(words)
}

async function openNeeds(config: Config, log: Log, stopper: Stopper, kept: HouseKept, secrets: Needs['secrets']): Promise<Needs> {
  const { server, documents } = kept
  let db = await openDatabase(server.url)
  if (await removeHalfSample(db, kept, config.data)) db = await openDatabase(server.url)
  stopper.up('connections', () => db.destroy())
  const casework = openCasework(server.url)
  stopper.up('connections of early help', () => casework.destroy())
  if (config.now !== undefined) log.warn({ now: config.now.toString() }, 'GOLDENTHREAD_NOW is set: the clock stands still')
  const clock = config.now === undefined ? systemClock : fixedClock(config.now)
  const outbox = createOutbox(db)
  const identity = createIdentity({
    db,
    databaseUrl: server.url,
    secret: secrets.identity,
    publicUrl: config.publicUrl,
    clock,
    outbox,
    report: (message) => log.error({ part: 'identity' }, message),
  })
  stopper.up('identity', () => identity.close())
  const live = createLiveHub({ url: server.url, channel: liveChannel, log, read: readPartNews })
  const places = { ownerUrl: server.ownerUrl, url: server.url, documents, config }
  const exportRecord: ExportRecord = (edition, out, ways) => exportHouse(places, edition, out, ways)
  return { db, casework, clock, config, secrets, outbox, documents, identity, live, log, exportRecord }
}
