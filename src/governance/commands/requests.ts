import { newId } from '#platform/database/ids.ts'
import type { Acting, Database, Writer } from '#platform/database/session.ts'
import { Conflict, Forbidden, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { findBodySettings } from '../queries/bodies.ts'
import { type BodyRequest, findBodiesWithClerk, findRequest } from '../queries/requests.ts'
import { type RequestKind, refuseRequest, speakerOf } from '../rules/body-request.ts'
import { type Permitted, permit } from './permit.ts'
import { command, record } from './write-record.ts'

/** What one body asks of another. */
export interface NewRequest {
  /** The body whose clerk records it: it asked, or was asked by one that has no clerk here. */
  readonly by: string
  readonly other: string
  readonly direction: 'asked' | 'received'
  readonly kind: RequestKind
  readonly subject: string
  readonly words: string
  readonly decidedIn: string
  readonly decision: string | undefined
  readonly askedOn: Temporal.PlainDate
  readonly dueOn: Temporal.PlainDate
  readonly sight: 'members' | 'public'
}

const constraints = {
  body_request_once: { field: 'subject', code: 'request-known' },
  body_request_to_body_fkey: { field: 'other', code: 'choice-unknown' },
  body_request_from_body_fkey: { field: 'other', code: 'choice-unknown' },
}

/** Records what one body asks of another (G3). Problems: those of `refuseRequest`, 'request-known'. */
export async function addRequest(db: Database, acting: Acting, input: NewRequest): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, constraints, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'body-request', state: 'public', verb: 'add', ties: { body: input.by } })
    const { by, other, kind, subject, words, decidedIn, askedOn, dueOn, sight } = input
    const [from, to] = input.direction === 'asked' ? [by, other] : [other, by]
    const clerks = await findBodiesWithClerk(tx, [from, to], acting.today)
    const parties = {
      from,
      to,
      fromHasClerk: clerks.has(from),
      toHasClerk: clerks.has(to),
      bothPublic: await areBothPublic(tx, acting, from, to),
    }
    const no = refuseRequest(parties, { by, askedOn, dueOn, sight }, acting.today)
    if (no) return fail(no)
    const id = newId()
    await tx
      .insertInto('governance.body_request')
      .values({
        ...{ id, from_body: from, to_body: to, kind, subject, words, decided_in: decidedIn, decision: input.decision ?? null },
        ...{ asked_on: askedOn, due_on: dueOn, sight, recorded_for: by },
      })
      .execute()
    await record(tx, actor, 'request.asked', 'body-request', id, input)
    return succeed({ id })
  })
}

async function areBothPublic(tx: Writer, { today }: Acting, one: string, other: string): Promise<boolean> {
  const settings = [await findBodySettings(tx, one, today), await findBodySettings(tx, other, today)]
  return settings.every((found) => found?.publicAccess === 'public')
}

/** Which request, in whose pages, and the version that the form was made from. */
export interface KnownRequest {
  readonly id: string
  readonly body: string
  readonly version: number
}

/** Records the answer of the body that was asked. Problems: 'request-settled', 'in-the-future', 'answered-before-asked'. @throws Conflict */
export async function answerRequest(
  db: Database,
  acting: Acting,
  input: KnownRequest & { readonly answer: string; readonly answeredOn: Temporal.PlainDate },
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, {}, async (tx) => {
    const { request, permitted } = await openRequest(tx, acting, input, 'answer')
    if (isSettled(request)) return fail({ field: 'answer', code: 'request-settled' })
    const late = wrongDay(request, input.answeredOn, acting.today)
    if (late) return fail({ field: 'answeredOn', code: late })
    await tx
      .updateTable('governance.body_request')
      .set({ answer: input.answer, answered_on: input.answeredOn, answer_recorded_for: input.body, version: input.version + 1 })
      .where('id', '=', input.id)
      .execute()
    await record(tx, permitted.actor, 'request.answered', 'body-request', input.id, input)
    return succeed({ id: input.id })
  })
}

/** Withdraws what the body asked. Problems: 'request-settled', 'in-the-future', 'answered-before-asked'. @throws Conflict */
export async function withdrawRequest(
  db: Database,
  acting: Acting,
  input: KnownRequest & { readonly reason: string; readonly withdrawnOn: Temporal.PlainDate },
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, {}, async (tx) => {
    const { request, permitted } = await openRequest(tx, acting, input, 'withdraw')
    if (isSettled(request)) return fail({ field: 'reason', code: 'request-settled' })
    const wrong = wrongDay(request, input.withdrawnOn, acting.today)
    if (wrong) return fail({ field: 'withdrawnOn', code: wrong })
    await tx
      .updateTable('governance.body_request')
      .set({ withdrawn_on: input.withdrawnOn, withdrawn_because: input.reason, version: input.version + 1 })
      .where('id', '=', input.id)
      .execute()
    await record(tx, permitted.actor, 'request.withdrawn', 'body-request', input.id, input)
    return succeed({ id: input.id })
  })
}

const isSettled = ({ answeredOn, withdrawnOn }: BodyRequest): boolean => answeredOn !== undefined || withdrawnOn !== undefined

function wrongDay({ askedOn }: BodyRequest, day: Temporal.PlainDate, today: Temporal.PlainDate): string | undefined {
  if (Temporal.PlainDate.compare(day, today) > 0) return 'in-the-future'
  return Temporal.PlainDate.compare(day, askedOn) < 0 ? 'before-asked' : undefined
}

/** Finds and locks a request, for the clerk who speaks for the body that may do this with it. */
async function openRequest(
  tx: Writer,
  acting: Acting,
  { id, body, version }: KnownRequest,
  verb: 'answer' | 'withdraw',
): Promise<{ readonly request: BodyRequest; readonly permitted: Permitted }> {
  const permitted = await permit(tx, acting, { record: 'body-request', state: 'public', verb, ties: { body } })
  const found = await findRequest(tx, id, body)
  if (found === undefined) throw new NotFound()
  const [own, other] = verb === 'answer' ? [found.to.id, found.from.id] : [found.from.id, found.to.id]
  const clerks = await findBodiesWithClerk(tx, [own], acting.today)
  if (speakerOf(own, clerks.has(own), other) !== body) throw new Forbidden('The clerk of the other board does this.')
  const locked = await tx.selectFrom('governance.body_request').select('version').where('id', '=', id).forUpdate().executeTakeFirst()
  if (locked?.version !== version) throw new Conflict()
  const request = await findRequest(tx, id, body)
  if (request === undefined) throw new NotFound()
  return { request, permitted }
}
