import { newId } from '#platform/database/ids.ts'
import type { Database } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ActionAnswerInput, ActionInput, ProgressInput } from '../forms/plan.ts'
import { findActions, findNeeds, findPlanVersions, findWho, type PlanAction } from '../queries/plan.ts'
import type { Looking } from './look.ts'
import { note } from './plan.ts'
import { demandSeen, enteredBy, found, lookAtPlan } from './plan-look.ts'

type Needs = { readonly db: Database }
type Done = Promise<Result<void, FieldProblem>>
/** An action of a plan, by its address. */
export interface OfAction {
  readonly episode: string
  readonly action: string
}

/** Who is to do it: whether they have an account here, and whether that is whoever acts. Undefined where it is nobody of this team or family. */
async function ownerOf({ tx, family, ties }: Looking, of: { readonly member: string | null; readonly relative: string | null }) {
  const { team, people } = await findWho(tx, family)
  const member = team.find(({ id, endsOn }) => id === of.member && endsOn === null)
  if (member) return { hasAccount: member.person !== undefined, isMe: member.person === ties.person }
  return people.some(({ id }) => id === of.relative) ? { hasAccount: false, isMe: false } : undefined
}

/**
 * Takes an action on: its owner is asked, and it is nobody's until they say yes. For an owner without an account it can be recorded at once that they said yes in
 * the room; whoever takes it on for themselves has said yes by that (E4).
 */
export async function takeAction(
  needs: Needs,
  doer: Doer,
  of: { readonly episode: string; readonly need: string; readonly meeting?: string },
  input: ActionInput,
): Done {
  return lookAtPlan(needs.db, doer, { episode: of.episode, verb: 'plan-write' }, async (looking) => {
    const { tx, ties } = looking
    const [latest] = await findPlanVersions(tx, of.episode)
    if (!latest || !(await findNeeds(tx, of.episode, latest.number)).some(({ id }) => id === of.need))
      return fail({ field: '', code: 'need-gone' })
    if (Temporal.PlainDate.compare(input.dueOn, doer.today) < 0) return fail({ field: 'dueOn', code: 'in-the-past' })
    const owner = await ownerOf(looking, input.who)
    if (!owner) return fail({ field: 'who', code: 'owner-gone' })
    if (input.inRoom && owner.hasAccount && !owner.isMe) return fail({ field: 'inRoom', code: 'owner-answers' })
    const isAnswered = input.inRoom === 'yes' || owner.isMe
    const id = newId()
    const { what, dueOn, who } = input
    await tx
      .insertInto('casework.plan_action')
      .values({
        ...{
          id,
          episode: of.episode,
          need: of.need,
          what,
          ...who,
          due_on: dueOn,
          meeting: of.meeting ?? null,
          ...enteredBy(looking, doer),
        },
        ...(isAnswered ? { state: 'accepted', answered_by: ties.person, answered_at: doer.now, is_in_room: !owner.isMe } : {}),
      })
      .execute()
    await note(tx, doer, of.episode, 'action-taken', id)
    return succeed(undefined)
  })
}

async function change(
  { tx, family }: Looking,
  doer: Doer,
  { id, version }: Pick<PlanAction, 'id' | 'version'>,
  set: Readonly<Record<string, unknown>>,
  act: string,
): Done {
  const query = tx.updateTable('casework.plan_action').set({ ...set, version: version + 1 })
  demandSeen(await query.where('id', '=', id).where('version', '=', version).executeTakeFirst())
  await note(tx, doer, family.id, act, id)
  return succeed(undefined)
}

const actionOf = async ({ tx, family }: Looking, doer: Doer, action: string): Promise<PlanAction> =>
  found((await findActions(tx, family.id, doer.today)).find(({ id }) => id === action))

/** Says yes or no to an action: its owner does; for an owner without an account whoever leads records what they said in the room (E4). */
export async function answerAction(needs: Needs, doer: Doer, of: OfAction, input: ActionAnswerInput): Done {
  return lookAtPlan(needs.db, doer, { episode: of.episode, verb: 'plan-write' }, async (looking) => {
    const action = await actionOf(looking, doer, of.action)
    const owner = await ownerOf(looking, action)
    if (action.state !== 'proposed') return fail({ field: '', code: 'answered-already' })
    if (!owner) return fail({ field: '', code: 'owner-gone' })
    if (owner.hasAccount ? !owner.isMe : !looking.ties.relations.has('keeper')) return fail({ field: '', code: 'owner-answers' })
    const answered = { answered_by: looking.ties.person, answered_at: doer.now, is_in_room: !owner.hasAccount }
    const verdict = input.verdict === 'yes' ? { state: 'accepted' } : { state: 'declined', declined_because: input.because ?? '' }
    return change(looking, doer, { id: action.id, version: input.version }, { ...verdict, ...answered }, `action-${verdict.state}`)
  })
}

/** Says how an accepted action goes, or that it is done, and how one knows. */
export async function progressAction(needs: Needs, doer: Doer, of: OfAction, input: ProgressInput): Done {
  return lookAtPlan(needs.db, doer, { episode: of.episode, verb: 'plan-write' }, async (looking) => {
    const action = await actionOf(looking, doer, of.action)
    if (action.state !== 'accepted') return fail({ field: '', code: 'not-accepted' })
    const owner = await ownerOf(looking, action)
    if (!owner?.isMe && !looking.ties.relations.has('keeper')) return fail({ field: '', code: 'owner-answers' })
    const done = input.isDone === 'yes' ? { state: 'done', done_on: doer.today } : {}
    const words = { progress: input.progress ?? '', evidence: input.evidence ?? '' }
    return change(
      looking,
      doer,
      { id: action.id, version: input.version },
      { ...words, ...done },
      input.isDone === 'yes' ? 'action-done' : 'action-progress',
    )
  })
}

/** Changes what is to be done, by whom or by when: whoever is to do it is asked anew. */
export async function changeAction(needs: Needs, doer: Doer, of: OfAction, input: ActionInput): Done {
  return lookAtPlan(needs.db, doer, { episode: of.episode, verb: 'plan-lead' }, async (looking) => {
    const action = await actionOf(looking, doer, of.action)
    if (action.state === 'done' || action.state === 'ended') return fail({ field: '', code: 'action-over' })
    if (!(await ownerOf(looking, input.who))) return fail({ field: 'who', code: 'owner-gone' })
    if (Temporal.PlainDate.compare(input.dueOn, doer.today) < 0) return fail({ field: 'dueOn', code: 'in-the-past' })
    const anew = { state: 'proposed', answered_by: null, answered_at: null, is_in_room: false, declined_because: '' }
    const set = { what: input.what, ...input.who, due_on: input.dueOn, ...anew }
    return change(looking, doer, { id: action.id, version: input.version ?? action.version }, set, 'action-changed')
  })
}

/** Ends an action that is not needed any more, with the reason. */
export async function endAction(
  needs: Needs,
  doer: Doer,
  of: OfAction,
  input: { readonly because: string; readonly version: number },
): Done {
  return lookAtPlan(needs.db, doer, { episode: of.episode, verb: 'plan-lead' }, async (looking) => {
    const action = await actionOf(looking, doer, of.action)
    if (action.state === 'done' || action.state === 'ended') return fail({ field: '', code: 'action-over' })
    const set = { state: 'ended', ended_because: input.because, declined_because: '' }
    return change(looking, doer, { id: action.id, version: input.version }, set, 'action-ended')
  })
}
