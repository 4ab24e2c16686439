import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { EvaluationInput } from '../forms/training.ts'
import { findPosts } from '../queries/posts.ts'
import { demandTie, findTies } from '../queries/ties.ts'
import { findSession, listBookings } from '../queries/training.ts'
import { mayIn } from '../rules/access.ts'
import { evaluationAsked } from '../rules/training-impact.ts'

type Needs = { readonly db: Database }
type Said = Result<void, FieldProblem>

const call = (tx: Writer, name: 'casework.lock_session' | 'casework.settle_session', session: string) =>
  tx.selectNoFrom((of) => of.fn(name, [of.val(session)]).as('done')).execute()

/**
 * Asks for a place: booked where one is free and nobody waits, else on the waiting list. The session is locked first, so that of two who ask for the last
 * place at one moment one gets it. Whoever keeps training books for others, by their post.
 */
export async function askForPlace(
  needs: Needs,
  doer: Doer,
  session: string,
  post?: string,
): Promise<Result<'booked' | 'waiting', FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'training', post === undefined ? 'book' : 'keep')
    await call(tx, 'casework.lock_session', session)
    await call(tx, 'casework.settle_session', session)
    const its = await findSession(tx, session, doer.today)
    if (its.state !== 'open' && its.state !== 'full') return fail({ field: '', code: 'session-not-open' })
    if (its.heldOn && begun(its.heldOn, its.startsAt, doer.now)) return fail({ field: '', code: 'session-not-open' })
    const [who] = await findPosts(tx, doer.today, post === undefined ? { person: ties.person } : { ids: [post] })
    if (!who) return fail({ field: 'post', code: 'no-such-post' })
    const held = (await listBookings(tx, { session })).find(
      ({ person, state }) => person === who.person && ['booked', 'waiting', 'offered'].includes(state),
    )
    if (held) return fail({ field: post === undefined ? '' : 'post', code: 'booked-already' })
    const state = its.waiting === 0 && its.taken < (its.capacity ?? 0) ? 'booked' : 'waiting'
    const id = newId()
    await tx
      .insertInto('casework.booking')
      .values({ id, session, person: who.person, organisation: who.organisation, state, asked_at: doer.now, asked_by: ties.person })
      .execute()
    await appendAudit(tx, {
      actor: doer.actor,
      act: `training-booking.${state}`,
      subjectType: 'training-booking',
      subject: id,
      content: session,
    })
    return succeed(state)
  })
}

const begun = (on: Temporal.PlainDate, at: Temporal.PlainTime | null, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(on.toZonedDateTime({ timeZone: 'Europe/London', plainTime: at ?? '00:00' }).toInstant(), now) <= 0

/** Takes a place that is offered, or gives one back; what becomes free is offered to whoever waits longest. Whoever keeps training does it for others, and is told of which session. */
export async function answerPlace(
  needs: Needs,
  doer: Doer,
  booking: string,
  answer: 'take' | 'cancel',
): Promise<Result<{ readonly session: string; readonly isOwn: boolean }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    const [its] = await listBookings(tx, { id: booking })
    if (!its || (its.person !== ties.person && !mayIn(ties.relations, 'training', 'keep'))) return fail({ field: '', code: 'no-booking' })
    await call(tx, 'casework.lock_session', its.session)
    await call(tx, 'casework.settle_session', its.session)
    const { numUpdatedRows } = await tx
      .updateTable('casework.booking')
      .set({ state: answer === 'take' ? 'booked' : 'cancelled' })
      .where('id', '=', booking)
      .where('state', 'in', answer === 'take' ? ['offered'] : ['booked', 'waiting', 'offered'])
      .where('attended', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) return fail({ field: '', code: answer === 'take' ? 'offer-over' : 'no-booking' })
    await call(tx, 'casework.settle_session', its.session)
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: answer === 'take' ? 'training-booking.taken' : 'training-booking.cancelled' },
      ...{ subjectType: 'training-booking', subject: booking, content: its.session },
    })
    return succeed({ session: its.session, isOwn: its.person === ties.person })
  })
}

/** Marks who came: everybody with a place, each as came or did not come. */
export async function markAttendance(needs: Needs, doer: Doer, session: string, attended: readonly string[]): Promise<Said> {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'training', 'keep')
    const its = await findSession(tx, session, doer.today)
    if (!its.heldOn || Temporal.PlainDate.compare(its.heldOn, doer.today) > 0) return fail({ field: '', code: 'not-held-yet' })
    for (const { id } of (await listBookings(tx, { session })).filter(({ state }) => state === 'booked'))
      await tx
        .updateTable('casework.booking')
        .set({ attended: attended.includes(id), marked_by: ties.person })
        .where('id', '=', id)
        .execute()
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'training-session.attended',
      subjectType: 'training-session',
      subject: session,
      content: '',
    })
    return succeed(undefined)
  })
}

/** What whoever attended says: on the day, and again later, each once. */
export async function evaluateTraining(needs: Needs, doer: Doer, booking: string, input: EvaluationInput): Promise<Said> {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    const [its] = await listBookings(tx, { id: booking })
    if (its?.person !== ties.person || !its.attended) return fail({ field: '', code: 'no-booking' })
    if (evaluationAsked(its, doer.today) !== input.stage) return fail({ field: '', code: 'said-already' })
    const said = input.stage === 'day' ? { sure_before: input.before, used: null } : { sure_before: null, used: input.used }
    await tx
      .insertInto('casework.training_evaluation')
      .values({ booking, stage: input.stage, sure_now: input.now, at: doer.now, ...said })
      .execute()
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'training-booking.evaluated',
      subjectType: 'training-booking',
      subject: booking,
      content: input.stage,
    })
    return succeed(undefined)
  })
}
