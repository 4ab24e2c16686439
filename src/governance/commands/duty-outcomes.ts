import { newId } from '#platform/database/ids.ts'
import type { Acting, Database, Reader } from '#platform/database/session.ts'
import { Conflict, Forbidden, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { findDutyOf, type ProtocolDuty } from '../queries/protocols.ts'
import { findRelations } from '../queries/relations.ts'
import { findBodiesWithClerk } from '../queries/requests.ts'
import { speakerOf } from '../rules/body-request.ts'
import { cyclesOf } from '../rules/work-programme.ts'
import { permit } from './permit.ts'
import { command, record } from './write-record.ts'

type Done = Promise<Result<{ readonly id: string }, FieldProblem>>

/** What became of a duty in the cycle of a year. */
export interface SettledDuty {
  readonly duty: string
  /** The body whose clerk says so. */
  readonly by: string
  readonly year: number
  readonly outcome: 'met' | 'waived'
  readonly onDay: Temporal.PlainDate
  readonly note: string
  /** The version that the form was made from; 0 where nothing was recorded yet. */
  readonly version: number
}

/** Whether the clerk of a body says what becomes of a duty: its own, or, where the body that owes it has no clerk here, that of another party. */
export async function settlesDuty(
  reader: Reader,
  body: string,
  { body: owner }: ProtocolDuty,
  today: Temporal.PlainDate,
): Promise<boolean> {
  if (owner.id === body) return true
  return !(await findBodiesWithClerk(reader, [owner.id], today)).has(owner.id)
}

/**
 * Records that a duty was met or waived in a cycle, or corrects that (G15). Problems: 'no-such-cycle', 'in-the-future', 'reason-needed',
 * 'before-window'. @throws NotFound, Forbidden, Conflict
 */
export async function settleDuty(db: Database, acting: Acting, input: SettledDuty): Done {
  return command(db, acting, {}, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'duty-outcome', verb: 'record', ties: { body: input.by } })
    const found = await findDutyOf(tx, input.by, input.duty)
    if (found === undefined) throw new NotFound()
    if (!(await settlesDuty(tx, input.by, found.duty, acting.today))) throw new Forbidden('The clerk of the board that owes it does this.')
    const cycle = cyclesOf(found.duty, found.protocol, acting.today).find(({ window }) => window.year === input.year)
    if (cycle === undefined) throw new NotFound()
    if (Temporal.PlainDate.compare(input.onDay, acting.today) > 0) return fail({ field: 'onDay', code: 'in-the-future' })
    if (input.outcome === 'waived' && input.note === '') return fail({ field: 'note', code: 'reason-needed' })
    const before = found.duty.outcomes.find(({ year }) => year === input.year)
    if ((before?.version ?? 0) !== input.version) throw new Conflict()
    const { duty, year, outcome, onDay, note } = input
    const written = await tx
      .insertInto('governance.duty_outcome')
      .values({ duty, cycle_year: year, outcome, on_day: onDay, note })
      .onConflict((conflict) =>
        conflict
          .columns(['duty', 'cycle_year'])
          .doUpdateSet({ outcome, on_day: onDay, note, version: input.version + 1 })
          .where('governance.duty_outcome.version', '=', input.version),
      )
      .executeTakeFirst()
    if (written.numInsertedOrUpdatedRows !== 1n) throw new Conflict()
    await record(tx, actor, `duty.${outcome}`, 'protocol', found.protocol.id, input)
    return succeed({ id: duty })
  })
}

/** A report that one body made to another. */
export interface NewReport {
  readonly relation: string
  /** The body whose clerk says so. */
  readonly by: string
  readonly madeOn: Temporal.PlainDate
  readonly note: string
}

/** Records that a report was made (G3). Problems: 'in-the-future', 'before-relation', 'report-known'. @throws NotFound, Forbidden */
export async function recordReport(db: Database, acting: Acting, input: NewReport): Done {
  return command(db, acting, { report_made_once: { field: 'madeOn', code: 'report-known' } }, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'report-made', verb: 'record', ties: { body: input.by } })
    const relation = (await findRelations(tx, acting.today, input.by)).find(({ id }) => id === input.relation)
    if (relation === undefined) throw new NotFound()
    const clerks = await findBodiesWithClerk(tx, [relation.from.id], acting.today)
    if (speakerOf(relation.from.id, clerks.has(relation.from.id), relation.to.id) !== input.by)
      throw new Forbidden('The clerk of the board that reports does this.')
    if (Temporal.PlainDate.compare(input.madeOn, acting.today) > 0) return fail({ field: 'madeOn', code: 'in-the-future' })
    if (Temporal.PlainDate.compare(input.madeOn, relation.startsOn) < 0) return fail({ field: 'madeOn', code: 'before-relation' })
    const id = newId()
    await tx.insertInto('governance.report_made').values({ id, relation: relation.id, made_on: input.madeOn, note: input.note }).execute()
    await record(tx, actor, 'report.made', 'body', input.by, input)
    return succeed({ id })
  })
}
