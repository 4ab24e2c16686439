import { sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { every } from '#platform/jobs/every.ts'
import { openLog } from '#platform/log.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { CommissioningNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { auditStep } from './write-record.ts'

/** Milliseconds for which whoever loads a file is kept waiting; a longer load is followed on its page. */
const PATIENCE = 3_000
/** Seconds between two words of how far a load is; within as many a stop is heard. */
const BEAT = 1

type Needs = Pick<CommissioningNeeds, 'db' | 'log' | 'loadPatience'>
type Done<T> = Promise<Result<T, FieldProblem>>

/** A file that is loaded. */
export interface LoadedFile {
  readonly id: string
  readonly body: string
  readonly of: 'notice_file' | 'register_file'
}

/** What a load tells of itself while it writes. */
export interface LoadProgress {
  /** Says how many things there are to write. */
  total(count: number): void
  /** Counts what was written. @throws LoadStopped where a person has stopped the load */
  step(count?: number): void
  /** Ends the load in the transaction that writes, so that it cannot be stopped any more. @throws LoadStopped */
  end(tx: Writer): Promise<void>
}

/** A load that nobody watches. */
export const unwatched: LoadProgress = { total: () => undefined, step: () => undefined, end: async () => undefined }

/** Takes a name for this transaction alone; false where another holds it, which may take minutes. */
export async function holdAlone(tx: Writer, name: string): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as held`.execute(tx)
  return rows[0]?.held === true
}

class LoadStopped extends Error {}

/** Which record of the matrix keeps a file. */
const recordOf = ({ of, body }: LoadedFile) =>
  ({ record: of === 'notice_file' ? 'notices' : 'register-files', state: 'any', ties: { body } }) as const

/**
 * Loads a file while others can see how far it is and stop it: stopped, nothing of it stands. Where it takes longer than a person waits, it goes on after this
 * returns `undefined`.
 */
export async function loadWatched<T>(
  needs: Needs,
  doer: Doer,
  file: LoadedFile,
  load: (progress: LoadProgress) => Done<T>,
): Done<T | undefined> {
  const begun = await beginLoad(needs, doer, file)
  if (!begun.ok) return begun
  const running = runLoad(needs, doer, begun.value, load)
  const [patience, stopWaiting] = waitFor(needs.loadPatience ?? PATIENCE)
  const outcome = await Promise.race([running, patience]).finally(stopWaiting)
  if (outcome !== 'waited') return outcome
  void running.catch((error: unknown) => needs.log?.error({ err: error, load: begun.value }, 'a file could not be loaded'))
  return succeed(undefined)
}

function waitFor(milliseconds: number): readonly [Promise<'waited'>, () => void] {
  const { promise, resolve } = Promise.withResolvers<'waited'>()
  const timer = setTimeout(() => resolve('waited'), milliseconds)
  return [promise, () => clearTimeout(timer)]
}

/** Says that a load begins; one that was broken off with the house is ended first. */
function beginLoad(needs: Needs, doer: Doer, file: LoadedFile): Done<string> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, recordOf(file), 'bring')
    await tx
      .updateTable('commissioning.file_load')
      .set({ ended_at: doer.now, outcome: 'broken-off' })
      .where(file.of, '=', file.id)
      .where('ended_at', 'is', null)
      .where('beat_at', '<', sql<Temporal.Instant>`clock_timestamp() - interval '30 seconds'`)
      .execute()
    const id = newId()
    const begun = await tx
      .insertInto('commissioning.file_load')
      .values({ id, body: file.body, [file.of]: file.id, begun_at: doer.now, begun_by: doer.actor })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (begun.numInsertedOrUpdatedRows !== 1n) return fail({ field: '', code: 'load-under-way' })
    await auditStep(tx, doer, 'load-begun', 'file-load', id)
    return succeed(id)
  })
}

async function runLoad<T>(needs: Needs, doer: Doer, id: string, load: (progress: LoadProgress) => Done<T>): Done<T | undefined> {
  const how = { total: null as number | null, done: 0, isStopped: false }
  const told = every(BEAT, needs.log ?? openLog('silent'), async () => {
    how.isStopped = await tellHowFar(needs, doer, id, how)
  })
  const progress: LoadProgress = {
    total: (count) => {
      how.total = count
    },
    step: (count = 1) => {
      if (how.isStopped) throw new LoadStopped()
      how.done += count
    },
    end: (tx) => endInside(tx, doer, id, how.total),
  }
  try {
    const outcome = await load(progress)
    if (!outcome.ok) await endLoad(needs, doer, id, 'refused', outcome.problems[0]?.code ?? '')
    return outcome
  } catch (error) {
    await endLoad(needs, doer, id, error instanceof LoadStopped ? 'stopped' : 'failed')
    if (!(error instanceof LoadStopped)) throw error
    return succeed(undefined)
  } finally {
    await told.stop()
  }
}

/** Writes down how far a load is; true where it is not to go on. */
function tellHowFar(needs: Needs, doer: Doer, id: string, { total, done }: { readonly total: number | null; readonly done: number }) {
  return writeAs(needs.db, doer, async (tx) => {
    const row = await tx
      .updateTable('commissioning.file_load')
      .set({ total, done: total === null ? done : Math.min(done, total), beat_at: sql<Temporal.Instant>`clock_timestamp()` })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .returning('stop_asked_at')
      .executeTakeFirst()
    return row === undefined || row.stop_asked_at !== null
  })
}

async function endInside(tx: Writer, doer: Doer, id: string, total: number | null): Promise<void> {
  const ended = await tx
    .updateTable('commissioning.file_load')
    .set({ ended_at: doer.now, outcome: 'loaded', total, done: total ?? 0 })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where('stop_asked_at', 'is', null)
    .executeTakeFirst()
  if (ended.numUpdatedRows !== 1n) throw new LoadStopped()
}

/** Says how a load ended of which nothing stands; one that was ended as broken off stays so. */
async function endLoad(needs: Needs, doer: Doer, id: string, outcome: 'stopped' | 'refused' | 'failed', problem = ''): Promise<void> {
  await writeAs(needs.db, doer, async (tx) => {
    await tx
      .updateTable('commissioning.file_load')
      .set({ ended_at: doer.now, outcome, problem })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .execute()
    await auditStep(tx, doer, `load-${outcome}`, 'file-load', id)
  })
}

/** Asks that the load of a file stops; what it has written so far is taken back with it. */
export function stopLoad(needs: Pick<CommissioningNeeds, 'db'>, doer: Doer, file: LoadedFile): Done<null> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, recordOf(file), 'bring')
    const asked = await tx
      .updateTable('commissioning.file_load')
      .set({ stop_asked_at: doer.now, stop_asked_by: doer.actor })
      .where(file.of, '=', file.id)
      .where('ended_at', 'is', null)
      .where('stop_asked_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (asked === undefined) return fail({ field: '', code: 'load-ended' })
    await auditStep(tx, doer, 'load-stop-asked', 'file-load', asked.id)
    return succeed(null)
  })
}
