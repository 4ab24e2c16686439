import { newId } from '#platform/database/ids.ts'
import type { Acting, Database, Writer } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { findSubGroupPairs } from '../queries/relations.ts'
import type { bodyStatuses } from '../rules/choices.ts'
import { leadsBack } from '../rules/circles.ts'
import { permit } from './permit.ts'
import { command, record } from './write-record.ts'

/** A new body. */
export interface NewBody {
  readonly name: string
  readonly slug: string
  readonly shortName: string
  readonly kind: string
  readonly status: (typeof bodyStatuses)[number]
  readonly startsOn: Temporal.PlainDate
  readonly legalRegime: string
  readonly holidayDivision: string
  readonly publicAccess: 'public' | 'private'
  readonly publishesAttendance: boolean
  /** For a task and finish group, which must have both: its end, and what happens to its open actions then. */
  readonly endsOn: Temporal.PlainDate | undefined
  readonly endsRule: string
}

/** Sets up a body (G2). Problems: 'slug-taken', 'end-needed' and 'ends-rule-needed' for a task and finish group, 'ends-before-start'. */
export async function addBody(
  db: Database,
  acting: Acting,
  input: NewBody,
): Promise<Result<{ readonly id: string; readonly slug: string }, FieldProblem>> {
  return command(db, acting, { body_slug_key: { field: 'slug', code: 'slug-taken' } }, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'body', verb: 'add' })
    const problem = problemWithEnd(input)
    if (problem) return fail(problem)
    const id = newId()
    const { name, slug, kind } = input
    await tx
      .insertInto('governance.body')
      .values({ id, slug, name, short_name: input.shortName, kind, ends_rule: input.endsRule })
      .execute()
    const period = { body: id, starts_on: input.startsOn, ends_on: input.endsOn ?? null }
    await tx
      .insertInto('governance.body_status')
      .values({ ...period, status: input.status })
      .execute()
    if (input.endsOn) await tx.insertInto('governance.body_status').values({ body: id, status: 'ended', starts_on: input.endsOn }).execute()
    await insertSettings(tx, id, input)
    await record(tx, actor, 'body.added', 'body', id, input)
    return succeed({ id, slug })
  })
}

async function insertSettings(tx: Writer, body: string, input: NewBody): Promise<void> {
  await tx
    .insertInto('governance.body_setting')
    .values({
      body,
      legal_regime: input.legalRegime,
      holiday_division: input.holidayDivision,
      public_access: input.publicAccess,
      publishes_attendance: input.publishesAttendance,
      starts_on: input.startsOn,
    })
    .execute()
}

function problemWithEnd({ kind, startsOn, endsOn, endsRule }: NewBody): FieldProblem | undefined {
  if (kind === 'task-and-finish' && endsOn === undefined) return { field: 'endsOn', code: 'end-needed' }
  if (kind === 'task-and-finish' && endsRule === '') return { field: 'endsRule', code: 'ends-rule-needed' }
  if (endsOn && Temporal.PlainDate.compare(endsOn, startsOn) <= 0) return { field: 'endsOn', code: 'ends-before-start' }
  return undefined
}

/** Gives a body another status from a day on; the one before ends on that day. Problems: 'status-too-early', 'status-same', 'becomes-when-evolving', 'same-body'. */
export async function setBodyStatus(
  db: Database,
  acting: Acting,
  input: {
    readonly body: string
    readonly status: (typeof bodyStatuses)[number]
    readonly note: string
    /** What it is evolving into; undefined where that is not said, or not set up yet. */
    readonly becomes: string | undefined
    readonly startsOn: Temporal.PlainDate
  },
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  const early = { field: 'startsOn', code: 'status-too-early' }
  const constraints = { body_status_body_daterange_excl: early, body_status_becomes_fkey: { field: 'becomes', code: 'choice-unknown' } }
  return command(db, acting, constraints, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'body', verb: 'set-status' })
    if (input.becomes && input.status !== 'evolving') return fail({ field: 'becomes', code: 'becomes-when-evolving' })
    if (input.becomes === input.body) return fail({ field: 'becomes', code: 'same-body' })
    const known = await tx.selectFrom('governance.body').select('id').where('id', '=', input.body).forUpdate().executeTakeFirst()
    if (known === undefined) throw new NotFound()
    const last = await tx
      .selectFrom('governance.body_status')
      .selectAll()
      .where('body', '=', input.body)
      .orderBy('starts_on', 'desc')
      .executeTakeFirst()
    if (last && Temporal.PlainDate.compare(input.startsOn, last.starts_on) <= 0) return fail(early)
    if (last?.status === input.status && last.ends_on === null) return fail({ field: 'status', code: 'status-same' })
    if (last && last.ends_on === null) {
      await tx
        .updateTable('governance.body_status')
        .set({ ends_on: input.startsOn })
        .where('body', '=', input.body)
        .where('starts_on', '=', last.starts_on)
        .execute()
    }
    const { body, status, note } = input
    const becomes = input.becomes ?? null
    await tx.insertInto('governance.body_status').values({ body, status, note, becomes, starts_on: input.startsOn }).execute()
    await record(tx, actor, 'body.status-set', 'body', body, input)
    return succeed({ id: body })
  })
}

/** How a body is to stand to another. */
export interface NewRelation {
  readonly from: string
  readonly to: string
  readonly kind: string
  readonly cadence: string
  readonly source: string
  readonly startsOn: Temporal.PlainDate
}

/** Relates two bodies (G3). Problems: 'same-body', 'relation-known', 'circle' where a body would become a sub-group of itself. */
export async function relateBodies(
  db: Database,
  acting: Acting,
  input: NewRelation,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  const unknown = { field: 'to', code: 'choice-unknown' }
  const circle = { field: 'to', code: 'circle' }
  return command(db, acting, { body_relation_to_body_fkey: unknown, sub_group_circle: circle }, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'body', verb: 'relate' })
    if (input.from === input.to) return fail({ field: 'to', code: 'same-body' })
    const same = await tx
      .selectFrom('governance.body_relation')
      .select('id')
      .where('from_body', '=', input.from)
      .where('to_body', '=', input.to)
      .where('kind', '=', input.kind)
      .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', input.startsOn)]))
      .executeTakeFirst()
    if (same) return fail({ field: 'kind', code: 'relation-known' })
    const pairs = input.kind === 'sub-group-of' ? await findSubGroupPairs(tx, input.startsOn) : []
    if (leadsBack(pairs, input.from, input.to)) return fail(circle)
    const id = newId()
    const { kind, cadence, source } = input
    await tx
      .insertInto('governance.body_relation')
      .values({ id, from_body: input.from, to_body: input.to, kind, cadence, source, starts_on: input.startsOn })
      .execute()
    await record(tx, actor, 'body.related', 'body', input.from, input)
    return succeed({ id })
  })
}

/** Ends a relation between bodies. Problems: 'ends-before-start'. */
export async function endRelation(
  db: Database,
  acting: Acting,
  input: { readonly id: string; readonly endsOn: Temporal.PlainDate },
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, {}, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'body', verb: 'relate' })
    const before = await tx.selectFrom('governance.body_relation').selectAll().where('id', '=', input.id).forUpdate().executeTakeFirst()
    if (before === undefined) throw new NotFound()
    if (Temporal.PlainDate.compare(input.endsOn, before.starts_on) <= 0) return fail({ field: 'endsOn', code: 'ends-before-start' })
    await tx.updateTable('governance.body_relation').set({ ends_on: input.endsOn }).where('id', '=', input.id).execute()
    await record(tx, actor, 'body.relation-ended', 'body', before.from_body, input)
    return succeed({ id: input.id })
  })
}
