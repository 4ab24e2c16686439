import * as paths from '#governance/paths.ts'
import { newId } from '#platform/database/ids.ts'
import type { Database } from '#platform/database/session.ts'
import { matrixNow, type World } from './world.ts'

/** An address of the matrix with what one must be allowed to do there. */
export interface OwnEndpoint {
  readonly path: string
  readonly record: string
  readonly verb: string
}

const from = Temporal.PlainDate.from('2020-01-01')

/** Puts one of each of what members keep themselves into the world, and hands back their addresses. */
export async function addOwnRecords(owner: Database, { body, slug }: World, appointment: string): Promise<readonly OwnEndpoint[]> {
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
  return [
    { path: paths.newStepPath(slug), record: 'induction-step', verb: 'add' },
    { path: paths.endStepPath(slug, step), record: 'induction-step', verb: 'end' },
    { path: paths.markStepPath(slug, appointment, step), record: 'induction', verb: 'keep' },
    { path: paths.newMemberAgreementPath(slug), record: 'member-agreement', verb: 'add' },
    { path: paths.signPath(slug, 'agreement', 1), record: 'member-agreement', verb: 'sign' },
  ]
}
