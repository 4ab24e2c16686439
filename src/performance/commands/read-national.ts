import { rm } from 'node:fs/promises'
import { sql } from 'kysely'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { makeWorkingFolder } from '#platform/documents/working-folder.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { dayOf } from '#platform/time/london.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { type Brought, type BroughtSet, readBrought } from '../national/read-brought.ts'
import type { PerformanceNeeds } from '../needs.ts'
import { guard, guardedReading } from '../permission.ts'
import { SILENT } from '../rules/national-brought.ts'
import { NationalRefused, type NationalRow, type NationalSet } from '../rules/national-set.ts'
import { sheetRefusalWords } from '../words/upload.ts'
import { importNational } from './import-national.ts'
import { noteAct } from './note-act.ts'

type Needs = Pick<PerformanceNeeds, 'db' | 'log'>

/** What goes on as the system while a reading lasts, and the instant that it is by then. */
interface Course extends Needs {
  now(): Temporal.Instant
}

/** A reading that was begun; `done` is settled when it has ended, whatever became of it, and never fails. */
export interface BegunReading {
  readonly id: string
  readonly done: Promise<void>
}

class Stopped extends Error {}

/**
 * Begins to read published files in: they are looked through at once, the values go on being read while the answer leaves. One reading at a time; it comes in whole
 * or not at all, and says how far it is in a row of its own.
 */
export async function beginReading(needs: Needs, doer: Doer, brought: Brought): Promise<Result<BegunReading, FieldProblem>> {
  const folder = await makeWorkingFolder('national')
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const read = await readBrought(brought, folder, sheetRefusalWords)
    const begun = read.ok ? await note(needs, doer, read.value.names) : read
    if (!read.ok || !begun.ok) {
      await remove()
      return begun as Result<never, FieldProblem>
    }
    const id = begun.value
    const from = performance.now()
    const now = () => doer.now.add({ milliseconds: Math.round(performance.now() - from) })
    return succeed({ id, done: readOn({ db: needs.db, log: needs.log, now }, id, read.value).finally(remove) })
  } catch (error) {
    await remove()
    throw error
  }
}

/** Writes down that a reading has begun, after those that died without a word were ended. */
async function note(needs: Needs, doer: Doer, files: readonly string[]): Promise<Result<string, FieldProblem>> {
  const silent = doer.now.subtract(SILENT)
  await writeAs(needs.db, { ...doer, actor: SYSTEM_ACTOR }, (tx) =>
    tx
      .updateTable('performance.national_reading')
      .set({ state: 'broken', ended_at: doer.now })
      .where('ended_at', 'is', null)
      .where('seen_at', '<', silent)
      .execute(),
  )
  return writeAs(needs.db, doer, async (tx) => {
    await guard.demand(tx, doer, guardedReading, 'begin')
    await sql`select pg_advisory_xact_lock(hashtext('performance.national_reading'))`.execute(tx)
    const other = await tx.selectFrom('performance.national_reading').select('id').where('ended_at', 'is', null).executeTakeFirst()
    if (other !== undefined) return fail({ field: 'values', code: 'reading-under-way' })
    const id = newId()
    await tx
      .insertInto('performance.national_reading')
      .values({ id, files: [...files], started_at: doer.now, seen_at: doer.now })
      .execute()
    await noteAct(tx, doer, 'national-reading.began', 'national-reading', id, { files })
    return succeed(id)
  })
}

/** Reads to the end as the system, in one transaction; how far it is goes past it. */
async function readOn(needs: Course, id: string, brought: BroughtSet): Promise<void> {
  const end = (how: { readonly state: string; readonly edition?: string; readonly words?: string }) =>
    asSystem(needs, (tx, now) =>
      tx
        .updateTable('performance.national_reading')
        .set({ ...how, ended_at: now, seen_at: now })
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .execute(),
    )
  try {
    const { changed, edition } = await readWhole(needs, id, brought)
    await end({ state: changed ? 'read' : 'unchanged', edition })
  } catch (error) {
    const how =
      error instanceof Stopped
        ? { state: 'stopped' }
        : error instanceof NationalRefused
          ? { state: 'refused', words: error.message.slice(0, 1000) }
          : { state: 'broken' }
    if (how.state === 'broken') needs.log.error({ err: error }, 'published figures could not be read in')
    await end(how).catch((fault: unknown) => needs.log.error({ err: fault }, 'the end of a reading could not be written down'))
  }
}

function readWhole(needs: Course, id: string, brought: BroughtSet) {
  let share = 0
  let rows = 0
  const tell = async (): Promise<void> => {
    const stop = await asSystem(needs, (tx, now) =>
      tx
        .updateTable('performance.national_reading')
        .set({ percent: Math.min(100, Math.floor(share * 100)), rows_read: rows, seen_at: now })
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .returning('stop_asked_at as at')
        .executeTakeFirst(),
    )
    // Without its row it was ended by somebody else, because it was silent for too long.
    if (stop === undefined || stop.at !== null) throw new Stopped('A reading was stopped.')
  }
  const plain = brought.set((read) => {
    share = read
  })
  const watched: NationalSet = {
    ...plain,
    values: async function* (): AsyncGenerator<readonly NationalRow[]> {
      for await (const batch of plain.values()) {
        yield batch
        rows += batch.length
        await tell()
      }
    },
  }
  return asSystem(needs, async (tx, now) => {
    await sql`set local statement_timeout = '120s'; set local idle_in_transaction_session_timeout = '120s'`.execute(tx)
    const done = await importNational(tx, { now }, watched)
    await tell()
    return done
  })
}

function asSystem<T>(course: Course, work: (tx: Writer, now: Temporal.Instant) => Promise<T>): Promise<T> {
  const now = course.now()
  return writeAs(course.db, { actor: SYSTEM_ACTOR, now, today: dayOf(now) }, (tx) => work(tx, now))
}

/** Asks a reading to stop: nothing of it stays. @throws Conflict where it has ended already */
export function stopReading(needs: Needs, doer: Doer, id: string): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await guard.demand(tx, doer, guardedReading, 'stop')
    const asked = await tx
      .updateTable('performance.national_reading')
      .set({ stop_asked_at: doer.now })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (asked === undefined) throw new Conflict('This reading has ended. Its page says what became of it.')
    await noteAct(tx, doer, 'national-reading.stopped', 'national-reading', id, {})
    return succeed(null)
  })
}
