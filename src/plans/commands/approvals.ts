import { findBodiesById } from '#governance/public-data.ts'
import { nominateItemIn } from '#meetings/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { AskInput, OpinionInput, SettleInput } from '../forms/approval.ts'
import type { PlansNeeds } from '../needs.ts'
import { planPaths } from '../paths.ts'
import { demand } from '../permission.ts'
import { type Approval, findApproval, findConsulteeRules, guardedApproval } from '../queries/approvals.ts'
import type { PlanHead } from '../queries/plans.ts'
import { findRows } from '../queries/rows.ts'
import { isWorkedOn } from '../rules/plan.ts'
import { auditPlan, holdPlan, saveVersion } from './draft.ts'

type Needs = Pick<PlansNeeds, 'db'>

/** Puts a version to a board for its approval. Nobody changes the version meanwhile; the clerk of that board brings it to a meeting (P3). */
export async function askBoard(needs: Needs, doer: Doer, plan: string, input: AskInput): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const worked = workedOn(await holdPlan(tx, doer, plan))
    const [board] = await findBodiesById(tx, [input.board], doer.today)
    if (!board || board.status === 'ended') return fail({ field: 'board', code: 'choice-unknown' })
    if ((await findRows(tx, worked.version)).priorities.length === 0) return fail({ field: '', code: 'plan-empty' })
    const asked = await tx
      .selectFrom('plans.approval')
      .select('id')
      .where('version', '=', worked.version)
      .where('approving_body', '=', board.id)
      .where('state', 'in', ['waiting', 'approved', 'approved-with-changes'])
      .executeTakeFirst()
    if (asked) return fail({ field: 'board', code: 'asked-already' })
    const isPublic = worked.sight === 'public' || input.sight === 'public'
    const sight = isPublic ? 'public' : 'members'
    await saveVersion(tx, { version: worked.version, revision: input.version }, { state: 'approval', sight })
    const place = { version: worked.version, plan, body: worked.body, sight }
    await tx
      .insertInto('plans.approval')
      .values({ id: newId(), ...place, approving_body: board.id, asked_at: doer.now })
      .execute()
    await auditPlan(tx, doer, 'put-to-board', plan, input)
    return succeed(null)
  })
}

function workedOn(versions: readonly PlanHead[]): PlanHead {
  const found = versions.find(({ state }) => isWorkedOn(state))
  if (!found) throw new Conflict('No version of this plan is worked on any more.')
  return found
}

/** Puts the matter on the forward plan of the board that was asked; its clerk does that. */
export async function placeApproval(
  needs: Needs,
  doer: Doer,
  { id, title, reference }: { readonly id: string; readonly title: string; readonly reference: string },
): Promise<Result<{ readonly item: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const approval = await hold(tx, doer, id)
    if (approval.planItem !== null) return fail({ field: '', code: 'placed-already' })
    const summary = `The board is asked to approve it. It stands at ${planPaths.plan(approval.plan)}.`
    const named = reference === '' ? title : `${title} (${reference})`
    const placed = await nominateItemIn(tx, doer, approval.board.id, {
      ...{ title: `Approval of a plan: ${named}`.slice(0, 200), summary, lead: undefined, purpose: 'decision' },
      ...{ minutes: undefined, meeting: undefined },
    })
    if (!placed.ok) return placed
    await save(tx, approval, approval.revision, { plan_item: placed.value.id })
    await auditPlan(tx, doer, 'approval-placed', approval.plan, { id, item: placed.value.id })
    return succeed({ item: placed.value.id })
  })
}

/** Says what a board decided: the decision it rests on is one of its own. */
export async function settleApproval(needs: Needs, doer: Doer, id: string, input: SettleInput): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const approval = await hold(tx, doer, id)
    const decision = approval.decisions.find((found) => found.id === input.decision)
    if (!approval.board.isOutside && !decision) return fail({ field: 'decision', code: 'decision-missing' })
    if (input.answer !== 'approved' && input.words === undefined) return fail({ field: 'words', code: 'changes-missing' })
    if (approval.board.isOutside && input.words === undefined) return fail({ field: 'words', code: 'where-decided' })
    const decidedOn = decision?.decidedOn ?? input.decidedOn ?? doer.today
    const values = { state: input.answer, decision: decision?.id ?? null, decided_on: decidedOn, words: input.words ?? '' }
    await save(tx, approval, input.version, values)
    await auditPlan(tx, doer, 'approval-settled', approval.plan, { id, input })
    return succeed(null)
  })
}

/** Takes hold of an approval that waits, for whoever may answer it: the clerk of the board, or of the plan where the board keeps its records elsewhere. */
async function hold(tx: Writer, doer: Doer, id: string): Promise<Approval> {
  const approval = await findApproval(tx, id, doer.today)
  const towards = approval?.board.isOutside ? { board: { ...approval.board, id: approval.body } } : approval
  await demand(tx, doer, guardedApproval(towards ?? { board: { id: '', slug: '', name: '', isOutside: false } }), 'answer')
  if (approval?.state !== 'waiting') throw new Conflict('This was answered meanwhile.')
  return approval
}

async function save(tx: Writer, { id }: Approval, revision: number, values: Readonly<Record<string, unknown>>): Promise<void> {
  const saved = await tx
    .updateTable('plans.approval')
    .set({ ...values, revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  if (saved.numUpdatedRows !== 1n) throw new Conflict('Somebody else answered first.')
}

/** Records what somebody said to the version that is worked on, and what was changed because of it (P3). */
export async function recordOpinion(needs: Needs, doer: Doer, plan: string, input: OpinionInput): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const worked = workedOn(await holdPlan(tx, doer, plan))
    const rule = (await findConsulteeRules(tx, worked.type, doer.today)).find(({ id }) => id === input.rule)
    if (input.rule !== undefined && !rule) return fail({ field: 'rule', code: 'choice-unknown' })
    const consultee = input.consultee ?? rule?.consultee
    if (consultee === undefined) return fail({ field: 'consultee', code: 'required' })
    if (Temporal.PlainDate.compare(input.givenOn, doer.today) > 0)
      return fail({ field: 'givenOn', code: 'in-the-future', details: { part: 'day' } })
    const place = { version: worked.version, plan, body: worked.body, sight: worked.sight }
    const said = { given_on: input.givenOn, text: input.text, changed_because: input.changedBecause ?? '' }
    await tx
      .insertInto('plans.opinion')
      .values({ id: newId(), ...place, rule: rule?.id ?? null, consultee, ...said })
      .execute()
    await auditPlan(tx, doer, 'opinion', plan, input)
    return succeed(null)
  })
}
