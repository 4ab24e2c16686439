import { newId } from '#platform/database/ids.ts'
import type { Database } from '#platform/database/session.ts'
import type { CommissioningExhibit } from './commissioning-records.ts'
import { matrixDay, type World } from './world.ts'

/** Puts one model of payment of a sight into the world, with a cohort and a mechanism. */
export async function addPaymentModel(owner: Database, { body }: World, lead: string, sight: string): Promise<CommissioningExhibit> {
  const [id, cohort, option] = [newId(), newId(), newId()]
  const known = { model: id, body, sight, position: 1 }
  await owner
    .insertInto('commissioning.payment_model')
    .values({ id, body, sight, title: 'Model', lead, starts_on: matrixDay, starts: 'evenly', sources: 'Guessed' })
    .execute()
  await owner
    .insertInto('commissioning.payment_model_cohort')
    .values({
      ...{ id: cohort, ...known, title: 'All', packages: 10, minutes_before: 60, minutes_at: 30, minutes_after: 0, outcome_week: 2 },
      ...{ lengths: [4], shares: [1] },
    })
    .execute()
  await owner
    .insertInto('commissioning.payment_model_option')
    .values({ id: option, ...known, title: 'As today', base: 'time-and-task', rate: 150_000n })
    .execute()
  const steps = ['edit', 'cohorts', `cohorts/${cohort}`, 'options', `options/${option}`, 'choose']
  const posts = [
    ...steps.map((step) => [`/payment-models/${id}/${step}`, 'change'] as const),
    [`/payment-models/${id}/payers`, 'change'] as const,
    [`/payment-models/${id}/show`, 'show'] as const,
  ]
  return { record: 'payment-model', state: sight, table: 'commissioning.payment_model', id, posts }
}
