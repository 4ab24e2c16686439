import { newId } from '#platform/database/ids.ts'
import type { Acting, Database } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { findApprovers, findBudget, findClaims } from '../queries/expenses.ts'
import { budgetStanding } from '../rules/expenses.ts'
import { permit } from './permit.ts'
import { command, record } from './write-record.ts'

/** Gives a body its budget for the year that begins on 1 April of `year`. Problems: 'budget-below-used'. @throws Conflict */
export async function setBudget(
  db: Database,
  acting: Acting,
  input: { readonly body: string; readonly year: number; readonly pence: number; readonly version: number | undefined },
): Promise<Result<{ readonly year: number }, FieldProblem>> {
  return command(db, acting, { expense_budget_pkey: { field: 'sum', code: 'drafted-twice' } }, async (tx) => {
    const { body, year, pence, version } = input
    const { actor } = await permit(tx, acting, { record: 'expense-budget', verb: 'change', ties: { body } })
    const before = await findBudget(tx, body, year)
    if (before?.version !== version) throw new Conflict()
    if (before === undefined) await tx.insertInto('governance.expense_budget').values({ body, year, pence }).execute()
    else {
      // Locks it against approvals of the same moment before what is used is counted.
      const written = await tx
        .updateTable('governance.expense_budget')
        .set({ pence, version: before.version + 1 })
        .where('body', '=', body)
        .where('year', '=', year)
        .where('version', '=', before.version)
        .executeTakeFirst()
      if (written.numUpdatedRows === 0n) throw new Conflict()
    }
    const { approved } = budgetStanding(pence, await findClaims(tx, { body, year }))
    if (approved > pence) return fail({ field: 'sum', code: 'budget-below-used' })
    await record(tx, actor, 'expense-budget.set', 'body', body, input)
    return succeed({ year })
  })
}

/** Names somebody who approves a body's expenses; a clerk never names themselves. Problems: 'names-oneself', 'approver-known'. */
export async function nameApprover(
  db: Database,
  acting: Acting,
  input: { readonly body: string; readonly person: string; readonly namedIn: string; readonly startsOn: Temporal.PlainDate },
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  const constraints = {
    expense_approver_once: { field: 'person', code: 'approver-known' },
    expense_approver_person_fkey: { field: 'person', code: 'choice-unknown' },
  }
  return command(db, acting, constraints, async (tx) => {
    const { body, person, namedIn, startsOn } = input
    const { actor, standing } = await permit(tx, acting, { record: 'expense-approver', verb: 'add', ties: { body } })
    if (standing.person?.id === person) return fail({ field: 'person', code: 'names-oneself' })
    const id = newId()
    await tx.insertInto('governance.expense_approver').values({ id, body, person, named_in: namedIn, starts_on: startsOn }).execute()
    await record(tx, actor, 'expense-approver.named', 'body', body, input)
    return succeed({ id })
  })
}

/** Ends that somebody approves, and never lets them go on for longer. Problems: 'ends-before-start', 'end-not-early'. @throws NotFound, Conflict */
export async function endApprover(
  db: Database,
  acting: Acting,
  input: { readonly id: string; readonly body: string; readonly endsOn: Temporal.PlainDate; readonly version: number },
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, {}, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'expense-approver', verb: 'end', ties: { body: input.body } })
    const approver = (await findApprovers(tx, input.body, acting.today)).find(({ id }) => id === input.id)
    if (approver === undefined) throw new NotFound()
    if (Temporal.PlainDate.compare(input.endsOn, approver.startsOn) <= 0) return fail({ field: 'endsOn', code: 'ends-before-start' })
    if (approver.endsOn && Temporal.PlainDate.compare(input.endsOn, approver.endsOn) >= 0)
      return fail({ field: 'endsOn', code: 'end-not-early' })
    const written = await tx
      .updateTable('governance.expense_approver')
      .set({ ends_on: input.endsOn, version: input.version + 1 })
      .where('id', '=', input.id)
      .where('version', '=', input.version)
      .executeTakeFirst()
    if (written.numUpdatedRows === 0n) throw new Conflict()
    await record(tx, actor, 'expense-approver.ended', 'body', input.body, input)
    return succeed({ id: input.id })
  })
}
