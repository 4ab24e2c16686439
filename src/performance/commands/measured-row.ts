import { newId } from '#platform/database/ids.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { LinkInput } from '../forms/measured-row.ts'
import { demand, guardedMeasure } from '../permission.ts'
import { findMeasure } from '../queries/measure.ts'
import { findMeasuredRow, findMeasuredRows } from '../queries/measured-rows.ts'
import type { Measure } from '../rules/measure.ts'
import { noteAct } from './note-act.ts'

interface Needs {
  readonly db: Database
}

/** Says which plan, priority or outcome a measure measures from a day on (T1); once at a time, and only what one may see. */
export async function linkMeasure(needs: Needs, doer: Doer, id: string, { row, startsOn }: LinkInput): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const measure = await held(tx, doer, id)
    if (measure.withdrawnOn !== null) return fail({ field: '', code: 'no-longer-kept' })
    if ((await findMeasuredRow(tx, row)) === undefined) return fail({ field: 'row', code: 'choice-unknown' })
    const linked = await findMeasuredRows(tx, id, startsOn)
    if (linked.some((one) => one.kind === row.kind && one.id === row.id)) return fail({ field: 'row', code: 'measured-already' })
    const ends = { plan: null, priority: null, outcome: null, [row.kind]: row.id }
    await tx
      .insertInto('performance.measure_link')
      .values({ id: newId(), measure: id, ...ends, starts_on: startsOn, made_at: doer.now })
      .execute()
    await noteAct(tx, doer, 'measure.linked', 'measure', id, { ...row, startsOn })
    return succeed(null)
  })
}

/** Says from which day a measure no longer measures something; that it did until then stays. @throws NotFound where it does not */
export async function unlinkMeasure(
  needs: Needs,
  doer: Doer,
  id: string,
  link: string,
  { endsOn }: { readonly endsOn: Temporal.PlainDate },
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await held(tx, doer, id)
    const open = (await findMeasuredRows(tx, id, doer.today)).find((one) => one.link === link)
    if (open === undefined) throw new NotFound('It does not measure that.')
    if (Temporal.PlainDate.compare(endsOn, open.startsOn) <= 0)
      return fail({ field: 'endsOn', code: 'link-ends-first', details: { part: 'day' } })
    await tx.updateTable('performance.measure_link').set({ ends_on: endsOn }).where('id', '=', link).execute()
    await noteAct(tx, doer, 'measure.unlinked', 'measure', id, { link, endsOn })
    return succeed(null)
  })
}

/** The measure, locked, for the clerk of its board. */
async function held(tx: Writer, doer: Doer, id: string): Promise<Measure> {
  const measure = await findMeasure(tx, id)
  await demand(tx, doer, guardedMeasure(measure, []), 'link')
  await tx.selectFrom('performance.measure').select('id').where('id', '=', id).forUpdate().execute()
  return measure
}
