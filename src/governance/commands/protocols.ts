import { newId } from '#platform/database/ids.ts'
import type { Acting, Database } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { permit } from './permit.ts'
import { command, record } from './write-record.ts'

type Done = Promise<Result<{ readonly id: string }, FieldProblem>>

/** A protocol between bodies. */
export interface NewProtocol {
  readonly title: string
  readonly purpose: string
  readonly source: string
  readonly reviewOn: Temporal.PlainDate | undefined
  readonly startsOn: Temporal.PlainDate
  /** Two bodies or more. */
  readonly parties: readonly string[]
}

/** Sets up a protocol (G15); it binds when every party has signed. Problems: 'parties-two'. */
export async function addProtocol(db: Database, acting: Acting, input: NewProtocol): Done {
  return command(db, acting, { protocol_party_body_fkey: { field: 'parties', code: 'choice-unknown' } }, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'protocol', verb: 'add' })
    if (input.parties.length < 2) return fail({ field: 'parties', code: 'parties-two' })
    const id = newId()
    const { title, purpose, source, reviewOn, startsOn, parties } = input
    await tx
      .insertInto('governance.protocol')
      .values({ id, title, purpose, source, review_on: reviewOn ?? null, starts_on: startsOn })
      .execute()
    await tx
      .insertInto('governance.protocol_party')
      .values(parties.map((body) => ({ protocol: id, body })))
      .execute()
    await record(tx, actor, 'protocol.added', 'protocol', id, input)
    return succeed({ id })
  })
}

/** What changes about a protocol. */
export interface ChangedProtocol {
  readonly id: string
  readonly title: string
  readonly purpose: string
  readonly source: string
  readonly reviewOn: Temporal.PlainDate | undefined
  /** First day on which it no longer binds. */
  readonly endsOn: Temporal.PlainDate | undefined
  readonly version: number
}

/** Changes a protocol, or ends it. Problems: 'ends-before-start'. @throws NotFound, Conflict */
export async function changeProtocol(db: Database, acting: Acting, input: ChangedProtocol): Done {
  return command(db, acting, {}, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'protocol', verb: 'change' })
    const before = await tx.selectFrom('governance.protocol').selectAll().where('id', '=', input.id).forUpdate().executeTakeFirst()
    if (before === undefined) throw new NotFound()
    if (before.version !== input.version) throw new Conflict()
    const { id, title, purpose, source, reviewOn, endsOn } = input
    if (endsOn && Temporal.PlainDate.compare(endsOn, before.starts_on) <= 0) return fail({ field: 'endsOn', code: 'ends-before-start' })
    await tx
      .updateTable('governance.protocol')
      .set({ title, purpose, source, review_on: reviewOn ?? null, ends_on: endsOn ?? null, version: before.version + 1 })
      .where('id', '=', id)
      .execute()
    await record(tx, actor, 'protocol.changed', 'protocol', id, input)
    return succeed({ id })
  })
}

/** Records the signature of a party. Problems: 'in-the-future', 'signed-already'. @throws NotFound */
export async function signProtocol(
  db: Database,
  acting: Acting,
  input: { readonly protocol: string; readonly body: string; readonly signedBy: string; readonly signedOn: Temporal.PlainDate },
): Done {
  return command(db, acting, {}, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'protocol', verb: 'sign' })
    const party = tx
      .selectFrom('governance.protocol_party')
      .selectAll()
      .where('protocol', '=', input.protocol)
      .where('body', '=', input.body)
    const before = await party.forUpdate().executeTakeFirst()
    if (before === undefined) throw new NotFound()
    if (before.signed_on !== null) return fail({ field: 'signedOn', code: 'signed-already' })
    if (Temporal.PlainDate.compare(input.signedOn, acting.today) > 0) return fail({ field: 'signedOn', code: 'in-the-future' })
    await tx
      .updateTable('governance.protocol_party')
      .set({ signed_by: input.signedBy, signed_on: input.signedOn })
      .where('protocol', '=', input.protocol)
      .where('body', '=', input.body)
      .execute()
    await record(tx, actor, 'protocol.signed', 'protocol', input.protocol, input)
    return succeed({ id: input.protocol })
  })
}

/** A duty that a party owes in a window of every year. */
export interface NewDuty {
  readonly protocol: string
  readonly body: string
  readonly title: string
  /** 1 to 12. */
  readonly opensMonth: number
  readonly closesMonth: number
  readonly startsOn: Temporal.PlainDate
}

/** Adds a duty to a protocol. Problems: 'duty-known', 'choice-unknown' for a body that is no party. @throws NotFound */
export async function addDuty(db: Database, acting: Acting, input: NewDuty): Done {
  const constraints = {
    protocol_duty_once: { field: 'title', code: 'duty-known' },
    protocol_duty_protocol_body_fkey: { field: 'body', code: 'choice-unknown' },
  }
  return command(db, acting, constraints, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'protocol', verb: 'change' })
    const known = await tx.selectFrom('governance.protocol').select('id').where('id', '=', input.protocol).executeTakeFirst()
    if (known === undefined) throw new NotFound()
    const id = newId()
    const { protocol, body, title, opensMonth, closesMonth, startsOn } = input
    await tx
      .insertInto('governance.protocol_duty')
      .values({ id, protocol, body, title, opens_month: opensMonth, closes_month: closesMonth, starts_on: startsOn })
      .execute()
    await record(tx, actor, 'duty.added', 'protocol', protocol, input)
    return succeed({ id })
  })
}

/** Ends a duty; what became of its earlier cycles stays. Problems: 'ends-before-start'. @throws NotFound, Conflict */
export async function endDuty(
  db: Database,
  acting: Acting,
  input: { readonly id: string; readonly protocol: string; readonly endsOn: Temporal.PlainDate; readonly version: number },
): Done {
  return command(db, acting, {}, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'protocol', verb: 'change' })
    const found = tx.selectFrom('governance.protocol_duty').selectAll().where('id', '=', input.id).where('protocol', '=', input.protocol)
    const before = await found.forUpdate().executeTakeFirst()
    if (before === undefined) throw new NotFound()
    if (before.version !== input.version) throw new Conflict()
    if (Temporal.PlainDate.compare(input.endsOn, before.starts_on) <= 0) return fail({ field: 'endsOn', code: 'ends-before-start' })
    await tx
      .updateTable('governance.protocol_duty')
      .set({ ends_on: input.endsOn, version: before.version + 1 })
      .where('id', '=', input.id)
      .execute()
    await record(tx, actor, 'duty.ended', 'protocol', input.protocol, input)
    return succeed({ id: input.id })
  })
}
