import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { CloseInput, PublishInput, ReviseInput, ShownInput } from '../forms/plan.ts'
import type { PlansNeeds } from '../needs.ts'
import { findApprovals, findConsulteeRules, findOpinions } from '../queries/approvals.ts'
import type { PlanHead } from '../queries/plans.ts'
import { findRows } from '../queries/rows.ts'
import { missingOpinions, opinionsSince, waitingBoards } from '../rules/approval.ts'
import { canGo, isWorkedOn, type PlanState } from '../rules/plan.ts'
import { copyRows } from './copy-rows.ts'
import { auditPlan, holdPlan, saveVersion } from './draft.ts'

type Needs = Pick<PlansNeeds, 'db'>

/** Begins a new version of a plan that is in force, with everything that stands in it; that goes on until the new one is published (P3). */
export async function revisePlan(needs: Needs, doer: Doer, plan: string, input: ReviseInput): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const versions = await holdPlan(tx, doer, plan)
    const inForce = versions.find(({ state }) => state === 'published')
    if (!inForce) return fail({ field: '', code: 'not-in-force' })
    if (versions.some(({ state }) => isWorkedOn(state))) return fail({ field: '', code: 'worked-on-already' })
    const id = newId()
    const { title, summary, startsOn, endsOn, reviewMonths, body } = inForce
    const number = Math.max(...versions.map((version) => version.number)) + 1
    await tx
      .insertInto('plans.plan_version')
      .values({
        ...{ id, plan, body, number, title, summary, starts_on: startsOn, ends_on: endsOn, review_months: reviewMonths },
        ...{ significant: input.significant, reason: input.reason, made_at: doer.now },
      })
      .execute()
    await copyRows(tx, inForce.version, id)
    await auditPlan(tx, doer, 'revised', plan, input)
    return succeed(null)
  })
}

/** Puts a draft out for consultation: those who may know of it can read it, and nobody changes it meanwhile. */
export async function consultOnPlan(needs: Needs, doer: Doer, plan: string, input: ShownInput): Promise<Result<null, FieldProblem>> {
  return step(needs, doer, plan, 'consultation', input.version, async (tx, worked) => {
    if ((await findRows(tx, worked.version)).priorities.length === 0) return fail({ field: '', code: 'plan-empty' })
    return succeed({ sight: input.sight })
  })
}

/** Takes a version back, so that it can be changed again. Who could read it still can. */
export async function takeBackPlan(needs: Needs, doer: Doer, plan: string, version: number): Promise<Result<null, FieldProblem>> {
  return step(needs, doer, plan, 'draft', version, async () => succeed({}))
}

/** Drops a version that was never in force; its number stays taken. */
export async function dropPlan(needs: Needs, doer: Doer, plan: string, input: CloseInput): Promise<Result<null, FieldProblem>> {
  return step(needs, doer, plan, 'dropped', input.version, async () => succeed({ close_reason: input.reason }))
}

/** Brings a version into force; the one before it is replaced in the same moment (P3). */
export async function publishPlan(needs: Needs, doer: Doer, plan: string, input: PublishInput): Promise<Result<null, FieldProblem>> {
  return step(needs, doer, plan, 'published', input.version, async (tx, worked, versions) => {
    const isToCome = Temporal.PlainDate.compare(input.publishedOn, doer.today) > 0
    if (isToCome) return fail({ field: 'publishedOn', code: 'in-the-future', details: { part: 'day' } })
    if ((await findRows(tx, worked.version)).priorities.length === 0) return fail({ field: '', code: 'plan-empty' })
    const consentProblem = await consentMissing(tx, doer, worked, versions, input.publishedOn)
    if (consentProblem) return fail(consentProblem)
    const before = versions.find(({ state }) => state === 'published')
    if (before?.sight === 'public' && input.sight !== 'public') return fail({ field: 'sight', code: 'was-public' })
    if (before) await saveVersion(tx, before, { state: 'replaced' })
    return succeed({ published_on: input.publishedOn, sight: input.sight })
  })
}

/** What still stands in the way of a version: a board that has not approved it, an opinion that it needs; the table refuses the same. */
async function consentMissing(
  tx: Writer,
  doer: Doer,
  worked: PlanHead,
  versions: readonly PlanHead[],
  day: Temporal.PlainDate,
): Promise<FieldProblem | undefined> {
  const [first, ...others] = waitingBoards(await findApprovals(tx, worked.version, doer.today))
  if (first) return { field: '', code: 'board-waits', details: { boards: [first, ...others].map(({ board }) => board.name).join(', ') } }
  const rules = await findConsulteeRules(tx, worked.type, day)
  const missing = missingOpinions(rules, await findOpinions(tx, worked.id), opinionsSince(versions, worked.number), worked.number)
  if (missing.length === 0) return undefined
  return { field: '', code: 'opinion-missing', details: { consultees: missing.map(({ consultee }) => consultee).join(', ') } }
}

/** Closes a plan that is in force: it stays as it is, with why. */
export async function closePlan(needs: Needs, doer: Doer, plan: string, input: CloseInput): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const versions = await holdPlan(tx, doer, plan)
    const inForce = versions.find(({ state }) => state === 'published')
    if (!inForce) return fail({ field: '', code: 'not-in-force' })
    if (versions.some(({ state }) => isWorkedOn(state))) return fail({ field: '', code: 'worked-on-already' })
    await saveVersion(
      tx,
      { version: inForce.version, revision: input.version },
      { state: 'closed', closed_on: doer.today, close_reason: input.reason },
    )
    await auditPlan(tx, doer, 'closed', plan, input)
    return succeed(null)
  })
}

/** Takes the version that is worked on one step further. @throws Conflict where somebody else did so first */
async function step(
  needs: Needs,
  doer: Doer,
  plan: string,
  to: PlanState,
  revision: number,
  values: (tx: Writer, worked: PlanHead, versions: readonly PlanHead[]) => Promise<Result<Readonly<Record<string, unknown>>, FieldProblem>>,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const versions = await holdPlan(tx, doer, plan)
    const worked = versions.find(({ state }) => isWorkedOn(state))
    if (!worked || !canGo(worked.state, to)) throw new Conflict('The plan has gone further meanwhile.')
    const more = await values(tx, worked, versions)
    if (!more.ok) return more
    await saveVersion(tx, { version: worked.version, revision }, { ...more.value, state: to })
    await auditPlan(tx, doer, to, plan, { number: worked.number, ...more.value })
    return succeed(null)
  })
}
