import type { Database } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { isPlanOpen } from '../queries/plan.ts'
import { type Looking, lookAt } from './look.ts'

/**
 * Looks at a family to write in its plan. Where the plan is not open to whoever writes, a withdrawal that came meanwhile among the reasons, nothing is written
 * and the problem `plan-closed` says so. @throws NotFound, Forbidden, SignInNeeded
 */
export async function lookAtPlan<Value>(
  db: Database,
  doer: Doer,
  of: { readonly episode: string; readonly verb: 'plan-write' | 'plan-lead' },
  work: (looking: Looking) => Promise<Result<Value, FieldProblem>>,
): Promise<Result<Value, FieldProblem>> {
  return lookAt<Result<Value, FieldProblem>>(db, doer, of.episode, of.verb, async (looking) => {
    if (looking.family.closedOn) return fail({ field: '', code: 'closed-already' })
    if (!(await isPlanOpen(looking.tx, of.episode))) return fail({ field: '', code: 'plan-closed' })
    return work(looking)
  })
}

/** What is entered is somebody's, at a moment. */
export const enteredBy = ({ ties }: Looking, doer: Doer) => ({ entered_by: ties.person, entered_at: doer.now })

/** Asks that a write met the version it saw. @throws Conflict */
export function demandSeen({ numUpdatedRows }: { readonly numUpdatedRows: bigint }): void {
  if (numUpdatedRows !== 1n) throw new Conflict('Somebody else changed this first.')
}

/** What an address names. @throws NotFound where there is no such record */
export function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new NotFound('No such record.')
  return value
}
