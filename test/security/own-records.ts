import * as paths from '#governance/paths.ts'
import { newId } from '#platform/database/ids.ts'
import type { Database } from '#platform/database/session.ts'
import { matrixNow, personWho, type World } from './world.ts'

/** An address of the matrix with what one must be allowed to do there. */
export interface OwnEndpoint {
  readonly path: string
  readonly record: string
  readonly verb: string
}

const from = Temporal.PlainDate.from('2020-01-01')

/** Puts one of each of what members keep themselves into the world, and hands back their addresses. */
export async function addOwnRecords(owner: Database, world: World, appointment: string): Promise<readonly OwnEndpoint[]> {
  const { body, slug } = world
  const [step, signing] = [newId(), newId()]
  await owner
    .insertInto('governance.induction_step')
    .values([
      { id: step, body, kind: 'pack', title: 'A pack', within_days: 7, starts_on: from },
      { id: signing, body, kind: 'sign_agreement', title: 'A signature', within_days: 7, starts_on: from },
    ])
    .execute()
  await owner
    .insertInto('governance.member_agreement')
    .values({ id: newId(), body, number: 1, words: 'We agree', starts_on: from, recorded_at: matrixNow })
    .execute()
  const [approver, claim] = [newId(), newId()]
  const lead = personWho(world, 'lead')
  await owner
    .insertInto('governance.expense_approver')
    .values({ id: approver, body, person: lead, named_in: 'The board', starts_on: from })
    .execute()
  await owner.insertInto('governance.expense_budget').values({ body, year: 2025, pence: 10_000 }).execute()
  await owner
    .insertInto('governance.expense_claim')
    .values({
      ...{ id: claim, body, person: personWho(world, 'member'), kind: 'fare', spent_on: Temporal.PlainDate.from('2026-03-01') },
      ...{ words: 'A bus', pence: 460, submitted_at: matrixNow },
    })
    .execute()
  return [
    { path: paths.expenseBudgetPath(slug, 2025), record: 'expense-budget', verb: 'change' },
    { path: paths.newApproverPath(slug), record: 'expense-approver', verb: 'add' },
    { path: paths.endApproverPath(slug, approver), record: 'expense-approver', verb: 'end' },
    { path: paths.newClaimPath(slug), record: 'expense-claim', verb: 'add' },
    { path: paths.settleClaimPath(slug, claim), record: 'expense-claim', verb: 'settle' },
    { path: paths.payClaimPath(slug, claim), record: 'expense-claim', verb: 'pay' },
    { path: paths.newStepPath(slug), record: 'induction-step', verb: 'add' },
    { path: paths.endStepPath(slug, step), record: 'induction-step', verb: 'end' },
    { path: paths.markStepPath(slug, appointment, step), record: 'induction', verb: 'keep' },
    { path: paths.newMemberAgreementPath(slug), record: 'member-agreement', verb: 'add' },
    { path: paths.signPath(slug, 'agreement', 1), record: 'member-agreement', verb: 'sign' },
  ]
}
