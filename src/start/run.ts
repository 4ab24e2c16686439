import { join } from 'node:path'
import { liveChannel, readPartNews } from '#meetings/public.ts'
import type { ExportRecord } from '#platform/archive/export-archive.ts'
import { DatabaseStartError } from '#platform/database/embedded/errors.ts'
import { MigrationRefused } from '#platform/database/migrate.ts'
import { openCasework } from '#platform/database/open.ts'
import { RoleRefused } from '#platform/database/roles.ts'
import { DocumentsUnreachable } from '#platform/documents/store.ts'
import { sweepWorkingFolders } from '#platform/documents/working-folder.ts'
import { createIdentity } from '#platform/identity/identity.ts'
import { createOutbox } from '#platform/jobs/outbox.ts'
import { doneLevel } from '#platform/jobs/worker.ts'
import { createLiveHub } from '#platform/live/hub.ts'
import { type Log, openLog } from '#platform/log.ts'
import { fixedClock, systemClock } from '#platform/time/clock.ts'
import { createApp } from '../app.tsx'
import { type Config, ConfigRefused } from '../config.ts'
import type { Needs } from '../needs.ts'
import { readSecrets } from '../secrets.ts'
import { startBackground } from './background.ts'
import { settleStagedFiles } from './carried-files.ts'
import { hasAdministrator } from './first-administrator.ts'
import { type HouseKept, loadFirstData, removeHalfSample } from './first-data.ts'
import { openHouse, openServer } from './house-database.ts'
import { openDocuments } from './house-documents.ts'
import { jobHandlers } from './job-handlers.ts'
import { ListenRefused, listen } from './listen.ts'
import { exportHouse } from './own-export.ts'
import { createStopper, type Stopper, stopOnSignals } from './stopping.ts'
import { welcomeWords } from './welcome.ts'

/** Runs the product until it is stopped. What an operator can mend is told in a sentence; the process then ends with 1. */
export async function run(config: Config): Promise<void> {
  const log = openLog(config.development ? 'debug' : 'info')
  const stopper = createStopper(log)
  stopOnSignals(stopper.stop)
  try {
    await start(config, log, stopper)
  } catch (error) {
    await stopper.stop()
    if (!isForOperator(error)) log.fatal({ err: error }, 'the start failed')
    process.stderr.write(`\n${(error as Error).message}\n`)
    process.exit(1)
  }
}

async function start(config: Config, log: Log, stopper: Stopper): Promise<void> {
  const server = await openServer(config)
  stopper.up('database', server.stop)
  const documents = openDocuments(config)
  await documents.reach()
  await settleStagedFiles(config.data, server.ownerUrl)
  const swept = await sweepWorkingFolders(Temporal.Now.instant())
  if (swept > 0) log.info({ swept }, 'folders of work that was cut off are gone')
  const secrets = readSecrets(config.data)
  const needs = await openNeeds(config, log, stopper, { server, documents }, secrets)
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
  void server.ended.then(() => leaveWithoutDatabase(log, stopper))
}

async function openNeeds(config: Config, log: Log, stopper: Stopper, kept: HouseKept, secrets: Needs['secrets']): Promise<Needs> {
  const { server, documents } = kept
  let db = await openHouse(server)
  if (await removeHalfSample(db, kept, config.data)) db = await openHouse(server)
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

function isForOperator(error: unknown): boolean {
  return [DatabaseStartError, DocumentsUnreachable, RoleRefused, MigrationRefused, ListenRefused, ConfigRefused].some(
    (kind) => error instanceof kind,
  )
}

function leaveWithoutDatabase(log: Log, stopper: Stopper): void {
  if (stopper.isStopping()) return
  log.fatal('the database server ended by itself')
  void stopper.stop().then(() => process.exit(1))
}
