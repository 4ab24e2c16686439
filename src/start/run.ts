import { DatabaseStartError } from '#platform/database/embedded/errors.ts'
import { MigrationRefused } from '#platform/database/migrate.ts'
import { RoleRefused } from '#platform/database/roles.ts'
import { DocumentsUnreachable } from '#platform/documents/store.ts'
import { sweepWorkingFolders } from '#platform/documents/working-folder.ts'
import { type Log, openLog } from '#platform/log.ts'
import { type Config, ConfigRefused } from '../config.ts'
import { settleStagedFiles } from './carried-files.ts'
import { bringUpToDate, openServer } from './house-database.ts'
import { openDocuments } from './house-documents.ts'
import { ListenRefused } from './listen.ts'
import { createStopper, type Stopper, stopOnSignals } from './stopping.ts'

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
  await bringUpToDate(server)
  // Loaded only now: a first start turns its thousands of files into JavaScript while the database is made.
  const { serve } = await import('./serve.ts')
  await serve(config, log, stopper, { server, documents })
  void server.ended.then(() => leaveWithoutDatabase(log, stopper))
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
