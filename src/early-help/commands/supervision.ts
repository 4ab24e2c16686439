import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { SessionRecordInput, SupervisionDecisionInput } from '../forms/supervision.ts'
import { findSessionHeld, findSupervising, listLedBy, listStandards, standardOn } from '../queries/supervision.ts'
import { demandTie, findTies } from '../queries/ties.ts'
import { missingFrom, type SupervisionPart } from '../rules/supervision.ts'
import { lookAt } from './look.ts'

type Needs = { readonly db: Database }
type Done = Result<void, FieldProblem>

/**
 * Records a session: the day, which families that the worker leads were talked about, and what is about the worker, which the two of them alone read. What the
 * agency's standard of that day asks for must be there. @throws NotFound for whoever does not supervise by this tie, Forbidden, SignInNeeded
 */
export async function recordSession(
  needs: Needs,
  doer: Doer,
  tie: string,
  input: SessionRecordInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const { person } = await findTies(tx, doer)
    const supervising = await findSupervising(tx, tie, doer.today)
    if (supervising.supervisor !== person) throw new NotFound('Nobody supervises by this.')
    const led = await listLedBy(tx, tie)
    const rule = standardOn(await listStandards(tx), supervising.organisation, input.heldOn)
    const problem = await sessionProblem(tx, { input, supervising, led: led.map(({ id }) => id), today: doer.today })
    if (problem) return fail(problem)
    const [missing] = missingFrom(rule?.mustHold ?? [], heldBy(input), led.length > 0)
    if (missing) return fail({ field: missing === 'actions' ? 'action' : missing, code: 'standard-asks' })
    const id = newId()
    const { supervisor, worker, organisation } = supervising
    await tx
      .insertInto('casework.supervision_session')
      .values({ id, tie, supervisor, worker, organisation, held_on: input.heldOn, entered_by: person, entered_at: doer.now })
      .execute()
    await writeParts(tx, doer, { id, supervisor, worker }, input)
    await appendAudit(tx, { actor: doer.actor, act: 'supervision.recorded', subjectType: 'supervision', subject: id, content: worker })
    return succeed({ id })
  })
}

/** Writes the parts of a session that was begun in this transaction: what is about the worker, which families were talked about, and what is to be done. */
export async function writeParts(
  tx: Writer,
  doer: Doer,
  session: { readonly id: string; readonly supervisor: string; readonly worker: string },
  input: SessionRecordInput,
): Promise<void> {
  const { id, supervisor, worker } = session
  const notes = (['workload', 'wellbeing', 'development'] as const).flatMap((kind) => {
    const words = input[kind]
    return words === undefined ? [] : [{ id: newId(), session: id, kind, words, entered_by: supervisor, entered_at: doer.now }]
  })
  if (notes.length > 0) await tx.insertInto('casework.supervision_note').values(notes).execute()
  if (input.families.length > 0)
    await tx
      .insertInto('casework.supervision_family')
      .values(input.families.map((episode) => ({ session: id, episode })))
      .execute()
  if (input.action !== undefined && input.dueOn !== undefined)
    await tx
      .insertInto('casework.supervision_action')
      .values({
        ...{ id: newId(), session: id, supervisor, worker, words: input.action, due_on: input.dueOn },
        owner: input.owner === 'supervisor' ? supervisor : worker,
      })
      .execute()
}

/** Which parts a record holds. */
export const heldBy = (input: SessionRecordInput): ReadonlySet<SupervisionPart> =>
  new Set(
    (['workload', 'wellbeing', 'development'] as const)
      .filter((part) => input[part] !== undefined)
      .concat((input.families.length > 0 ? ['families'] : []) as never[], (input.action !== undefined ? ['actions'] : []) as never[]),
  )

/** What is wrong with the day and the families of a record: still to come, before the supervision, another session's day, families that the worker does not lead. */
export async function sessionProblem(
  tx: Writer,
  about: {
    readonly input: SessionRecordInput
    readonly supervising: { readonly id: string; readonly startsOn: Temporal.PlainDate }
    /** Families that may be named. */
    readonly led: readonly string[]
    readonly today: Temporal.PlainDate
    /** The version whose place is taken. */
    readonly instead?: string
  },
): Promise<FieldProblem | undefined> {
  const { input, supervising, led, today, instead } = about
  if (Temporal.PlainDate.compare(input.heldOn, today) > 0) return { field: 'heldOn', code: 'in-the-future' }
  if (Temporal.PlainDate.compare(input.heldOn, supervising.startsOn) < 0) return { field: 'heldOn', code: 'before-supervising' }
  if (input.families.some((id) => !led.includes(id))) return { field: 'families', code: 'not-led-by-them' }
  const same = await tx
    .selectFrom('casework.supervision_session')
    .select('id')
    .where('tie', '=', supervising.id)
    .where('held_on', '=', input.heldOn)
    .where('corrected_at', 'is', null)
    .$if(instead !== undefined, (query) => query.where('id', '<>', instead ?? ''))
    .executeTakeFirst()
  return same && { field: 'heldOn', code: 'session-that-day' }
}

/** Writes what was decided of a family into its record, in the supervisor’s name; it stands nowhere else. @throws NotFound, Forbidden */
export async function decideInSupervision(
  needs: Needs,
  doer: Doer,
  of: { readonly session: string; readonly episode: string },
  input: SupervisionDecisionInput,
): Promise<Done> {
  return lookAt<Done>(needs.db, doer, of.episode, 'supervise', async ({ tx, ties }) => {
    const held = await findSessionHeld(tx, of.session)
    if (held.correctedAt) return fail({ field: '', code: 'session-corrected' })
    const discussed = await tx
      .selectFrom('casework.supervision_family')
      .select('episode')
      .where('session', '=', of.session)
      .where('episode', '=', of.episode)
      .executeTakeFirst()
    if (!discussed || held.supervisor !== ties.person) throw new NotFound('Not talked about there.')
    const hasAction = input.action !== undefined && input.dueOn !== undefined
    await tx
      .insertInto('casework.supervision_decision')
      .values({
        ...{ id: newId(), episode: of.episode, session: of.session, words: input.words, action: input.action ?? '' },
        owner: hasAction ? (input.owner === 'supervisor' ? held.supervisor : held.worker) : null,
        ...{ due_on: hasAction ? input.dueOn : null, entered_by: ties.person, entered_at: doer.now },
      })
      .execute()
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: 'family.decided-in-supervision', subjectType: 'family', subject: of.episode, content: of.session },
    })
    return succeed(undefined)
  })
}

/** Says that an action is done that is about no family: whoever owns it. */
export async function finishSupervisionAction(
  needs: Needs,
  doer: Doer,
  action: string,
): Promise<Result<{ readonly session: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    demandTie(await findTies(tx, doer), 'supervision', 'read')
    const done = await tx
      .updateTable('casework.supervision_action')
      .set({ done_on: doer.today })
      .where('id', '=', action)
      .where('done_on', 'is', null)
      .returning('session')
      .executeTakeFirst()
    if (!done) return fail({ field: '', code: 'not-your-action' })
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: 'supervision.action-done', subjectType: 'supervision', subject: done.session, content: action },
    })
    return succeed(done)
  })
}
