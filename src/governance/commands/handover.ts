import { sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import type { Acting, Database, Writer } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { findBodyById } from '../queries/bodies.ts'
import { type HandedOver, refuseHandover } from '../rules/handover.ts'
import { permit } from './permit.ts'
import { command, record } from './write-record.ts'

/** Hands on what a handover takes in a part that governance does not know, inside its transaction. */
export type HandOn = (tx: Writer, handover: string) => Promise<void>

/** Open work of a body in such a part. `partTwo`: actions that stay with it. */
export interface OpenWork {
  readonly actions: number
  readonly partTwo: number
  readonly plan: number
}

/** The decision by which one body hands work on to another. */
export interface NewHandover {
  readonly from: string
  readonly to: string
  readonly onDay: Temporal.PlainDate
  /** The meeting or decision, in words. */
  readonly decidedIn: string
  readonly reason: string
  readonly takes: readonly HandedOver[]
}

const constraints = {
  handover_once: { field: 'decidedIn', code: 'handover-known' },
  handover_to_body_fkey: { field: 'to', code: 'choice-unknown' },
}

/** Hands the open work of a body on to another, with its history (G2). Problems: those of `refuseHandover`, 'handover-known'. */
export async function handOver(
  db: Database,
  acting: Acting,
  handOn: HandOn,
  input: NewHandover,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, constraints, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'handover', verb: 'add', ties: { body: input.from } })
    const [from, to] = [await findBodyById(tx, input.from, acting.today), await findBodyById(tx, input.to, acting.today)]
    const no = refuseHandover(input, { from: from?.statuses ?? [], to: to?.statuses ?? [] }, acting.today)
    if (no) return fail(no)
    const id = newId()
    const { onDay, decidedIn, reason, takes } = input
    await tx
      .insertInto('governance.handover')
      .values({ id, from_body: input.from, to_body: input.to, on_day: onDay, decided_in: decidedIn, reason, takes: [...takes] })
      .execute()
    await tx.selectNoFrom(sql`governance.hand_requests_on(${id}::uuid)`.as('moved')).execute()
    await handOn(tx, id)
    await record(tx, actor, 'body.handed-on', 'body', input.from, input)
    return succeed({ id })
  })
}
