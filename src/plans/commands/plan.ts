import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ChangedPlanInput, NewPlanInput, PlanInput } from '../forms/plan.ts'
import type { PlansNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { listPlanTypes, listShapes } from '../queries/plans.ts'
import { auditPlan, holdDraft, saveVersion } from './draft.ts'

type Needs = Pick<PlansNeeds, 'db'>

/** Begins a plan of a board, with its first version as a draft (P2). */
export async function makePlan(
  needs: Needs,
  doer: Doer,
  body: string,
  input: NewPlanInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, { record: 'plans', state: 'any', ties: { body } }, 'make')
    const type = (await listPlanTypes(tx)).find(({ code }) => code === input.type)
    const shape = (await listShapes(tx)).find(({ code }) => code === type?.shape)
    if (!type || !shape) return fail({ field: 'type', code: 'choice-unknown' })
    const problem = periodProblem(input)
    if (problem) return fail(problem)
    const id = newId()
    await tx
      .insertInto('plans.plan')
      .values({
        id,
        body,
        type: type.code,
        shape: shape.code,
        shape_number: shape.number,
        reference: input.reference ?? '',
        made_at: doer.now,
      })
      .execute()
    await tx
      .insertInto('plans.plan_version')
      .values({ id: newId(), plan: id, body, number: 1, made_at: doer.now, ...columnsOf(input) })
      .execute()
    await auditPlan(tx, doer, 'begun', id, input)
    return succeed({ id })
  })
}

/** Changes what the draft of a plan says of itself. @throws Conflict where somebody else saved first */
export async function changePlan(needs: Needs, doer: Doer, plan: string, input: ChangedPlanInput): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const draft = await holdDraft(tx, doer, plan)
    const problem = periodProblem(input)
    if (problem) return fail(problem)
    await saveVersion(tx, { version: draft.version, revision: input.version }, columnsOf(input))
    await tx
      .updateTable('plans.plan')
      .set({ reference: input.reference ?? '', version: draft.planVersion + 1 })
      .where('id', '=', plan)
      .execute()
    await auditPlan(tx, doer, 'changed', plan, input)
    return succeed(null)
  })
}

function periodProblem({ startsOn, lastDay }: PlanInput): FieldProblem | undefined {
  const isBackwards = startsOn !== undefined && lastDay !== undefined && Temporal.PlainDate.compare(lastDay, startsOn) < 0
  return isBackwards ? { field: 'lastDay', code: 'last-day-before-first', details: { part: 'day' } } : undefined
}

const columnsOf = ({ title, summary, startsOn, lastDay, reviewMonths }: PlanInput) => ({
  ...{ title, summary: summary ?? '', review_months: reviewMonths ?? null },
  ...{ starts_on: startsOn ?? null, ends_on: lastDay?.add({ days: 1 }) ?? null },
})
