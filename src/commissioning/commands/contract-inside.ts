import { newId } from '#platform/database/ids.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { FailurePlanInput, PoorInput, StepInput, VisitInput } from '../forms/contract.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { inContract, saveContract } from './contract.ts'

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
        ...{ id: newId(), contract: id, body, sight, planned_on: typed.plannedOn },
        ...{ held_on: typed.heldOn ?? null, found: typed.found ?? '' },
      })
      .execute()
    await saveContract(tx, contract, {})
    return succeed(id)
  })
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
