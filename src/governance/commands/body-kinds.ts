import type { Acting, Database, Writer } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { permit } from './permit.ts'
import { command, record } from './write-record.ts'

/** Another kind for a body. */
export interface NewKind {
  readonly body: string
  /** A code of the list 'body-kind'. */
  readonly kind: string
  /** The first day of the new kind: today or before. */
  readonly startsOn: Temporal.PlainDate
  /** What was decided, by whom. */
  readonly because: string
  readonly version: number
}

/**
 * Makes a body another kind from a day on; the kind before stays with its days (G2). Problems: 'kind-same', 'kind-not-yet', 'kind-too-early',
 * 'kind-needs-end' for a task and finish group without one. @throws NotFound, Conflict
 */
export async function changeBodyKind(db: Database, acting: Acting, input: NewKind): Promise<Result<{ readonly id: string }, FieldProblem>> {
  const early = { field: 'startsOn', code: 'kind-too-early' }
  return command(db, acting, { body_earlier_kind_once: early }, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'body', verb: 'set-status' })
    const body = await tx.selectFrom('governance.body').selectAll().where('id', '=', input.body).forUpdate().executeTakeFirst()
    if (body === undefined) throw new NotFound()
    if (body.version !== input.version) throw new Conflict()
    if (body.kind === input.kind) return fail({ field: 'kind', code: 'kind-same' })
    if (Temporal.PlainDate.compare(input.startsOn, acting.today) > 0) return fail({ field: 'startsOn', code: 'kind-not-yet' })
    const since = await kindSince(tx, body.id)
    if (since.began && Temporal.PlainDate.compare(input.startsOn, since.began) <= 0) return fail(early)
    if (input.kind === 'task-and-finish' && !(body.ends_rule !== '' && since.ends)) return fail({ field: 'kind', code: 'kind-needs-end' })
    const { startsOn, because } = input
    await tx
      .insertInto('governance.body_earlier_kind')
      .values({ body: body.id, kind: body.kind, starts_on: since.after ?? null, ends_on: startsOn, because })
      .execute()
    await tx
      .updateTable('governance.body')
      .set({ kind: input.kind, version: body.version + 1 })
      .where('id', '=', body.id)
      .execute()
    await record(tx, actor, 'body.kind-changed', 'body', body.id, input)
    return succeed({ id: body.id })
  })
}

/** Since when a body is of its kind, and whether it is known to end. */
async function kindSince(tx: Writer, body: string) {
  const [last, statuses] = await Promise.all([
    tx
      .selectFrom('governance.body_earlier_kind')
      .select('ends_on as endsOn')
      .where('body', '=', body)
      .orderBy('ends_on', 'desc')
      .executeTakeFirst(),
    tx.selectFrom('governance.body_status').selectAll().where('body', '=', body).orderBy('starts_on').execute(),
  ])
  return {
    /** The end of the kind before; undefined where there was none. */
    after: last?.endsOn,
    began: last?.endsOn ?? statuses[0]?.starts_on,
    ends: statuses.some(({ status, ends_on }) => ends_on !== null || status === 'ended' || status === 'outside'),
  }
}
