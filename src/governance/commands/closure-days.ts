import { newId } from '#platform/database/ids.ts'
import type { Acting, Database } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { permit } from './permit.ts'
import { command, record } from './write-record.ts'

/** Most days that one entry can close, weekends among them. */
const LONGEST = 31
const SATURDAY = 6

type Done = Promise<Result<{ readonly count: number }, FieldProblem>>

/**
 * Enters the days on which a house is closed (G10); weekends among them are left out, being no working days. Open deadlines that leave its closures
 * out are counted anew at once, certificates stay. Problems: 'ends-before-start', 'closure-too-long', 'closure-weekend', 'closure-known'.
 */
export async function addClosureDays(
  db: Database,
  acting: Acting,
  input: {
    readonly organisation: string
    readonly from: Temporal.PlainDate
    /** The last day; undefined for one day only. */
    readonly to: Temporal.PlainDate | undefined
    readonly title: string
    readonly source: string
  },
): Done {
  const constraints = {
    closure_day_once: { field: 'from', code: 'closure-known' },
    closure_day_organisation_fkey: { field: 'organisation', code: 'choice-unknown' },
  }
  return command(db, acting, constraints, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'bank-holiday', verb: 'add' })
    const { organisation, from, to = from, title, source } = input
    const length = from.until(to).days + 1
    if (length < 1) return fail({ field: 'to', code: 'ends-before-start' })
    if (length > LONGEST) return fail({ field: 'to', code: 'closure-too-long', details: { days: LONGEST } })
    const days = Array.from({ length }, (_, index) => from.add({ days: index })).filter(({ dayOfWeek }) => dayOfWeek < SATURDAY)
    if (days.length === 0) return fail({ field: 'from', code: 'closure-weekend' })
    const rows = days.map((day) => ({ id: newId(), organisation, day, title, source, entered_on: acting.today }))
    await tx.insertInto('governance.closure_day').values(rows).execute()
    await record(tx, actor, 'closure-days.added', 'organisation', organisation, input)
    return succeed({ count: rows.length })
  })
}

/** Takes a closure day back that was entered by mistake. @throws NotFound */
export async function withdrawClosureDay(db: Database, acting: Acting, input: { readonly id: string }): Done {
  return command(db, acting, {}, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'bank-holiday', verb: 'withdraw' })
    const taken = await tx
      .updateTable('governance.closure_day')
      .set({ withdrawn_on: acting.today })
      .where('id', '=', input.id)
      .where('withdrawn_on', 'is', null)
      .executeTakeFirst()
    if (taken.numUpdatedRows === 0n) throw new NotFound()
    await record(tx, actor, 'closure-day.withdrawn', 'closure-day', input.id, input)
    return succeed({ count: 1 })
  })
}
