import { newId } from '#platform/database/ids.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type * as forms from '../forms/contract.ts'
import type { FailurePlanInput, PoorInput, StepInput, VisitInput } from '../forms/contract.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { findInside } from '../queries/contract-parts.ts'
import { findContract, guardedContract } from '../queries/contracts.ts'
import { findPerformanceNotice } from '../queries/performance-notice.ts'
import { inContract, saveContract } from './contract.ts'
import { contractProblem } from './contract-problem.ts'
import { demandOne, takeStep } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>
type Done = Promise<Result<string, FieldProblem>>

const step = (act: string, version: number) => ({ verb: 'change' as const, act, version })
const inFuture = (field: string): FieldProblem => ({ field, code: 'in-the-future', details: { part: 'day' } })

/** Records a visit: planned, or held with what was found. */
export function addVisit(needs: Needs, doer: Doer, id: string, typed: VisitInput): Done {
  return inContract(needs, doer, id, step('contract-visit', typed.version), async (tx, contract) => {
    if ((typed.heldOn === undefined) !== (typed.found === undefined)) return fail({ field: 'found', code: 'visit-half' })
    if (typed.heldOn && Temporal.PlainDate.compare(typed.heldOn, doer.today) > 0) return fail(inFuture('heldOn'))
    const { body, sight } = contract
    await tx
      .insertInto('commissioning.contract_visit')
      .values({
        ...{ id: newId(), contract: id, body, sight, planned_on: typed.plannedOn, purpose: typed.purpose ?? '' },
        ...{ held_on: typed.heldOn ?? null, found: typed.found ?? '' },
      })
      .execute()
    await saveContract(tx, contract, {})
    return succeed(id)
  })
}

/** Records that a planned visit was held, and what was found; what was found stands. */
export function holdVisit(needs: Needs, doer: Doer, id: string, visit: string, typed: forms.HeldInput): Done {
  return inContract(needs, doer, id, step('contract-visit-held', typed.version), async (tx, contract) => {
    const found = (await findInside(tx, id)).visits.find((one) => one.id === visit)
    if (!found) throw new NotFound('No such visit.')
    if (found.heldOn) return fail({ field: 'found', code: 'visit-stands' })
    if (Temporal.PlainDate.compare(typed.heldOn, doer.today) > 0) return fail(inFuture('heldOn'))
    await tx
      .updateTable('commissioning.contract_visit')
      .set({ held_on: typed.heldOn, found: typed.found })
      .where('id', '=', visit)
      .execute()
    await saveContract(tx, contract, {})
    return succeed(id)
  })
}

/** Adds what somebody is to do after a visit. */
export function addVisitAction(needs: Needs, doer: Doer, id: string, visit: string, typed: forms.VisitActionInput): Done {
  return inContract(needs, doer, id, step('contract-visit-action', typed.version), async (tx, contract) => {
    const found = (await findInside(tx, id)).visits.find((one) => one.id === visit)
    if (!found) throw new NotFound('No such visit.')
    const { body, sight } = contract
    if (typed.provider !== undefined && typed.byWhom !== 'provider') return fail({ field: 'provider', code: 'action-of-provider' })
    await tx
      .insertInto('commissioning.visit_action')
      .values({
        ...{ id: newId(), visit, contract: id, body, sight, text: typed.text, by_whom: typed.byWhom, due_on: typed.dueOn },
        provider: typed.provider ?? null,
      })
      .execute()
    await saveContract(tx, contract, {})
    return succeed(id)
  })
}

/** Records that an action of a visit is done, and what shows it. */
export function doneVisitAction(needs: Needs, doer: Doer, id: string, action: string, typed: forms.ActionDoneInput): Done {
  return inContract(needs, doer, id, step('contract-visit-action-done', typed.version), async (tx, contract) => {
    const known = (await findInside(tx, id)).visits.flatMap(({ actions }) => actions)
    if (!known.some((one) => one.id === action)) throw new NotFound('No such action.')
    if (Temporal.PlainDate.compare(typed.doneOn, doer.today) > 0) return fail(inFuture('doneOn'))
    await tx
      .updateTable('commissioning.visit_action')
      .set({ done_on: typed.doneOn, done_note: typed.note })
      .where('id', '=', action)
      .execute()
    await saveContract(tx, contract, {})
    return succeed(id)
  })
}

/** Closes a notice of poor performance, after its answer or after the last day for it. @throws Conflict where somebody else changed it first */
export async function closeNotice(needs: Needs, doer: Doer, id: string, typed: forms.CloseInput): Done {
  try {
    return await takeStep(
      needs.db,
      doer,
      {
        find: async (tx) => {
          const notice = await findPerformanceNotice(tx, id)
          return { id, version: notice.version, notice, contract: await findContract(tx, notice.contract, doer.today) }
        },
        guard: ({ contract }) => guardedContract(contract),
        ...{ verb: 'change', act: 'notice-closed', version: typed.version },
      },
      async (tx, { notice, version }) => {
        if (notice.closedOn) return fail({ field: 'outcome', code: 'notice-closed-stands' })
        if (Temporal.PlainDate.compare(typed.closedOn, doer.today) > 0) return fail(inFuture('closedOn'))
        demandOne(
          await tx
            .updateTable('commissioning.performance_notice')
            .set({ closed_on: typed.closedOn, outcome: typed.outcome, version: version + 1 })
            .where('id', '=', id)
            .where('version', '=', version)
            .executeTakeFirst(),
        )
        return succeed(notice.contract)
      },
    )
  } catch (error) {
    const problem = contractProblem(error)
    if (problem) return fail(problem)
    throw error
  }
}

/** Gives a provider a notice of poor performance, with a day to answer by. */
export function giveNotice(needs: Needs, doer: Doer, id: string, typed: PoorInput): Done {
  return inContract(needs, doer, id, step('contract-poor', typed.version), async (tx, contract) => {
    if (Temporal.PlainDate.compare(typed.issuedOn, doer.today) > 0) return fail(inFuture('issuedOn'))
    if (Temporal.PlainDate.compare(typed.answerBy, typed.issuedOn) < 0)
      return fail({ field: 'answerBy', code: 'ends-before-it-begins', details: { part: 'day' } })
    const { body, sight } = contract
    await tx
      .insertInto('commissioning.performance_notice')
      .values({
        ...{ id: newId(), contract: id, body, sight, provider: typed.provider, issued_on: typed.issuedOn },
        ...{ because: typed.because, answer_by: typed.answerBy },
      })
      .execute()
    await saveContract(tx, contract, {})
    return succeed(id)
  })
}

/** Keeps the plan for the failure of a provider. */
export function keepFailurePlan(needs: Needs, doer: Doer, id: string, typed: FailurePlanInput): Done {
  return inContract(needs, doer, id, step('contract-failure-plan', typed.version), async (tx, contract) => {
    if (Temporal.PlainDate.compare(typed.reviewedOn, doer.today) > 0) return fail(inFuture('reviewedOn'))
    const { body, sight } = contract
    await tx
      .insertInto('commissioning.failure_plan')
      .values({ contract: id, body, sight, text: typed.text, reviewed_on: typed.reviewedOn })
      .onConflict((conflict) => conflict.column('contract').doUpdateSet({ text: typed.text, reviewed_on: typed.reviewedOn }))
      .execute()
    await saveContract(tx, contract, {})
    return succeed(id)
  })
}

/** Records that a step of the renewal is done. */
export function doneStep(needs: Needs, doer: Doer, id: string, typed: StepInput): Done {
  return inContract(needs, doer, id, step('contract-step', typed.version), async (tx, contract) => {
    if (Temporal.PlainDate.compare(typed.doneOn, doer.today) > 0) return fail(inFuture('doneOn'))
    const { body, sight } = contract
    await tx
      .insertInto('commissioning.contract_step')
      .values({ contract: id, body, sight, key: typed.key, done_on: typed.doneOn, note: typed.note ?? '' })
      .onConflict((conflict) => conflict.columns(['contract', 'key']).doUpdateSet({ done_on: typed.doneOn, note: typed.note ?? '' }))
      .execute()
    await saveContract(tx, contract, {})
    return succeed(id)
  })
}
