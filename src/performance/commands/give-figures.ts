import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { EntryInput } from '../forms/entry.ts'
import { demand, guardedMeasure } from '../permission.ts'
import { findGivers } from '../queries/givers.ts'
import { findMeasure, findMeasures } from '../queries/measure.ts'
import { findDue, type ReturnDue, type ReturnTemplate } from '../queries/returns.ts'
import type { FilledRow } from '../rules/sheet.ts'
import { hiddenInWords } from '../words/figures.ts'
import { noteAct } from './note-act.ts'
import { type Given, storeFigures } from './store-figures.ts'

interface Needs {
  readonly db: Database
}

/** Enters the figures of one measure for one period (I2). The clerk publishes them; anybody else hands them to the board. */
export async function enterFigures(needs: Needs, doer: Doer, measure: string, input: EntryInput): Promise<Result<null, FieldProblem>> {
  return asking(needs, doer, async (tx) => {
    const found = await findMeasure(tx, measure)
    const standing = await demand(tx, doer, guardedMeasure(found, await findGivers(tx, found)), 'give')
    if (input.filled.length === 0) return fail({ field: 'status0', code: 'nothing-given' })
    return store(tx, doer, input, { how: 'form', reason: input.reason, publishes: standing.clerkOf.has(found.body) })
  })
}

/** Gives a return: all of its figures on one page, in one transaction. They wait for the clerk, also where the clerk gives them. */
export async function giveReturn(needs: Needs, doer: Doer, id: string, input: EntryInput): Promise<Result<null, FieldProblem>> {
  return asking(needs, doer, async (tx) => {
    const { due, template } = await findDue(tx, id)
    await demand(tx, doer, guardedReturn(template), 'give')
    if (due.state === 'accepted' || due.state === 'excused') return fail({ field: '', code: 'return-settled' })
    if (input.filled.length === 0 && due.state === 'due') return fail({ field: 'status0', code: 'nothing-given' })
    const stored = await store(tx, doer, input, { how: 'form', reason: input.reason, publishes: false })
    if (!stored.ok) return stored
    await settle(tx, due, { state: 'given', given_at: doer.now, given_by: doer.actor, note: input.note })
    await noteAct(tx, doer, 'return.given', 'return', id, { note: input.note })
    return succeed(null)
  })
}

/** Accepts a return: its figures are published as far as their measures are, except provisional ones, which stay with the board. */
export async function acceptReturn(needs: Needs, doer: Doer, id: string, version: number): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const { due, template } = await findDue(tx, id)
    await demand(tx, doer, guardedReturn(template), 'accept')
    if (due.version !== version) throw new Conflict('Somebody else changed this return.')
    if (due.state !== 'given') return fail({ field: '', code: due.state === 'due' ? 'nothing-given' : 'return-settled' })
    const open = (await findMeasures(tx, template.measures)).filter(({ sight }) => sight === 'public').map((measure) => measure.id)
    if (open.length > 0) {
      await tx
        .updateTable('performance.observation')
        .set({ sight: 'public', published_at: doer.now })
        .where('measure', 'in', open)
        .where('starts_on', '=', due.startsOn)
        .where('ends_on', '=', due.endsOn)
        .where('sight', '=', 'members')
        .where('status', '<>', 'provisional')
        .execute()
    }
    await settle(tx, due, { state: 'accepted', accepted_at: doer.now, accepted_by: doer.actor })
    await noteAct(tx, doer, 'return.accepted', 'return', id, { measures: open })
    return succeed(null)
  })
}

/** Says that nothing is asked for one period, and why. */
export async function excuseReturn(
  needs: Needs,
  doer: Doer,
  id: string,
  input: { readonly note: string; readonly version: number },
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const { due, template } = await findDue(tx, id)
    await demand(tx, doer, guardedReturn(template), 'accept')
    if (due.version !== input.version) throw new Conflict('Somebody else changed this return.')
    if (due.state !== 'due') return fail({ field: '', code: 'return-settled' })
    await settle(tx, due, { state: 'excused', note: input.note })
    await noteAct(tx, doer, 'return.excused', 'return', id, input)
    return succeed(null)
  })
}

/** A return as the access matrix names it. */
export function guardedReturn({ body, giver }: Pick<ReturnTemplate, 'body' | 'giver'>) {
  return { record: 'return', state: 'any', ties: { body, leads: giver === null ? [] : [giver] } }
}

/** Something to look at before it is stored: what was written so far is undone with its transaction. */
class ToLookAt extends Error {
  readonly problem: FieldProblem
  constructor(problem: FieldProblem) {
    super('Somebody is asked first.')
    this.problem = problem
  }
}

function asking(needs: Needs, doer: Doer, work: (tx: Writer) => Promise<Result<null, FieldProblem>>): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, work).catch((error: unknown) => {
    if (error instanceof ToLookAt) return fail(error.problem)
    throw error
  })
}

async function store(tx: Writer, doer: Doer, { filled, confirmed }: EntryInput, given: Given): Promise<Result<null, FieldProblem>> {
  const stored = await storeFigures(
    tx,
    doer,
    filled.map(({ row, figure }) => ({ measure: row.measure, figure })),
    given,
  )
  if (stored.ok) {
    const taken = hiddenInWords(filled, stored.value.shown)
    if (taken !== '' && !confirmed) throw new ToLookAt({ field: 'confirmed', code: 'look-at-hidden', details: { taken } })
    return succeed(null)
  }
  const [problem] = stored.problems
  return fail({ field: problem.code === 'reason-needed' ? 'reason' : `value${placeOf(filled, problem.at)}`, code: problem.code })
}

function placeOf(filled: readonly FilledRow[], at: number): number {
  return filled[at]?.at ?? 0
}

interface DueColumns {
  readonly state: string
  readonly given_at?: Temporal.Instant
  readonly given_by?: string
  readonly accepted_at?: Temporal.Instant
  readonly accepted_by?: string
  readonly note?: string
}

async function settle(tx: Writer, { id, version }: ReturnDue, columns: DueColumns): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('performance.return_due')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Conflict('Somebody else changed this return.')
}
