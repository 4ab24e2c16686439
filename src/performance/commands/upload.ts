import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { findStanding } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { findMeasuresGivenBy, findUpload, type Upload } from '../queries/uploads.ts'
import type { Measure } from '../rules/measure.ts'
import { type ReadUpload, readUpload, type UploadProblem } from '../rules/upload.ts'
import { markReturnsGiven } from './returns-given.ts'
import { type Stored, storeFigures } from './store-figures.ts'

interface Needs {
  readonly db: Database
}

/** Keeps the cells of a file for whoever brought it, until it is loaded or a month has passed. */
export async function bringFile(
  needs: Needs,
  doer: Doer,
  body: string,
  file: { readonly name: string; readonly rows: readonly (readonly string[])[] },
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  const content = JSON.stringify(file.rows)
  const id = newId()
  return writeAs(needs.db, doer, async (tx) => {
    await givenBy(tx, doer, body)
    await tx
      .deleteFrom('performance.upload')
      .where('made_at', '<', doer.now.subtract({ hours: 24 * 31 }))
      .execute()
    const digest = createHash('sha256').update(content).digest('hex')
    await tx
      .insertInto('performance.upload')
      .values({ id, body, file_name: file.name.slice(0, 200), digest, made_at: doer.now, content })
      .execute()
    return succeed({ id })
  })
}

/** What loading a file would do: what is wrong with it, or what becomes of each row. */
export interface Weighed extends ReadUpload {
  /** Null where something is wrong. */
  readonly stored: Stored | null
}

class Undone extends Error {
  readonly weighed: Weighed
  constructor(weighed: Weighed) {
    super('A trial is undone.')
    this.weighed = weighed
  }
}

/** Tries the load out in a transaction that is undone: what it shows is what loading would do. */
export async function weighUpload(needs: Needs, doer: Doer, upload: Upload): Promise<Weighed> {
  try {
    return await writeAs(needs.db, doer, async (tx) => {
      throw new Undone(await weigh(tx, doer, upload, 'a trial'))
    })
  } catch (error) {
    if (error instanceof Undone) return error.weighed
    throw error
  }
}

async function weigh(tx: Writer, doer: Doer, upload: Upload, reason: string): Promise<Weighed> {
  const { measures, isClerk } = await givenBy(tx, doer, upload.body)
  const read = readUpload(upload.rows, measures, doer.today)
  if (read.problems.some(({ asked }) => !asked)) return { ...read, stored: null }
  const stored = await storeFigures(tx, doer, read.rows, { how: 'upload', reason, publishes: isClerk })
  if (stored.ok) return { ...read, stored: stored.value }
  const [{ code, at }] = stored.problems
  const problem: UploadProblem = {
    row: read.rows[at]?.row ?? 2,
    column: code === 'reason-needed' ? '' : read.rows[at]?.figure.cell.area ? 'area' : 'part',
    value: '',
    code,
    asked: false,
  }
  return { ...read, problems: [...read.problems, problem], stored: null }
}

/** Loads every figure of a file, or none, in one transaction (I2): earlier figures that differ are revised with the reason, what is equal stays as it is. */
export async function loadUpload(
  needs: Needs,
  doer: Doer,
  id: string,
  input: { readonly reason: string; readonly confirmed: boolean },
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`performance.upload ${id}`}, 0))`.execute(tx)
    const upload = await findUpload(tx, id)
    if (upload.loadedAt !== null) return fail({ field: '', code: 'upload-loaded' })
    const { rows, problems, stored } = await weigh(tx, doer, upload, input.reason)
    if (stored === null) {
      const unsaid = problems.some(({ code }) => code === 'reason-needed')
      if (unsaid) return fail({ field: 'reason', code: 'reason-needed' })
      throw new Conflict('What this file says does not go with what is there any more.')
    }
    if (!input.confirmed && problems.some(({ asked }) => asked)) {
      // What was written so far is undone with the transaction.
      throw new Unconfirmed()
    }
    const { new: added, revised, unchanged } = stored
    const { person } = await findStanding(tx, doer)
    await markReturnsGiven(
      tx,
      doer,
      person?.id,
      rows.map(({ measure, figure: { period } }) => ({ measure: measure.id, period })),
    )
    await tx
      .updateTable('performance.upload')
      .set({ loaded_at: doer.now, outcome: JSON.stringify({ new: added, revised, unchanged }) })
      .where('id', '=', id)
      .execute()
    return succeed(null)
  }).catch((error: unknown) => {
    if (error instanceof Unconfirmed) return fail({ field: 'confirmed', code: 'confirm-questions' })
    throw error
  })
}

class Unconfirmed extends Error {}

async function givenBy(
  tx: Writer,
  doer: Doer,
  body: string,
): Promise<{ readonly measures: readonly Measure[]; readonly isClerk: boolean }> {
  const standing = await findStanding(tx, doer)
  const isClerk = standing.clerkOf.has(body)
  const measures = await findMeasuresGivenBy(tx, body, { person: standing.person?.id, isClerk })
  if (measures.length === 0 && !isClerk) throw new NotFound('No such board.')
  return { measures, isClerk }
}
