import { newId } from '#platform/database/ids.ts'
import type { Database } from '#platform/database/session.ts'
import type { CommissioningExhibit } from './commissioning-records.ts'
import { matrixDay, personWho, type World } from './world.ts'

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

/** Puts a contract with a package and two runs of payment into the world; whoever is 'lead' arranges and pays besides. */
export async function addPackages(owner: Database, world: World, organisation: string): Promise<readonly CommissioningExhibit[]> {
  const { body } = world
  const [contract, provider, mechanism, id, outcome] = [newId(), newId(), newId(), newId(), newId()]
  const starts = matrixDay.subtract({ weeks: 8 })
  await owner
    .insertInto('governance.organisation')
    .values({ id: provider, name: 'Provider', sector: 'provider', starts_on: starts })
    .execute()
  await owner
    .insertInto('commissioning.officer')
    .values({ id: newId(), organisation, kind: 'brokerage', person: personWho(world, 'lead'), starts_on: starts })
    .execute()
  await owner.insertInto('commissioning.provider').values({ id: provider, body, entered_by: newId() }).execute()
  await owner
    .insertInto('commissioning.contract')
    .values({ id: contract, body, sight: 'members', title: 'Care', commissioner: organisation, regime: 'light-touch', starts_on: starts })
    .execute()
  await owner
    .insertInto('commissioning.contract_provider')
    .values({ id: newId(), contract, body, sight: 'members', provider, part: 'provider', starts_on: starts })
    .execute()
  await owner
    .insertInto('commissioning.payment_mechanism')
    .values({
      ...{
        id: mechanism,
        contract,
        body,
        sight: 'members',
        number: 1,
        title: 'As today',
        starts_on: starts,
        ...{ base: 'incentive', rate: 150_000n, continue_weeks: 3, on_relapse: 'review' },
      },
      ...{
        counts_last: true,
        absent_weeks: 0,
        hospital_weeks: 0,
        restart: 'anew',
        later_outcome: 'keep',
        exit_weeks: 0,
        outcome: 'Less',
        evidence: 'Review',
      },
    })
    .execute()
  const of = { contract, body, provider }
  await owner
    .insertInto('commissioning.care_package')
    .values({ id, ...of, mechanism, reference: 'HC-1', agreed_minutes: 60, starts_on: starts })
    .execute()
  await owner
    .insertInto('commissioning.package_outcome')
    .values({
      ...{ id: outcome, package: id, ...of, week: 2, agreed_user: starts, agreed_provider: starts, agreed_commissioner: starts },
      ...{ confirmed_on: starts, evidence: 'Review' },
    })
    .execute()
  // More care is needed again in the third week: an amount to be looked at.
  for (const [place, minutes] of [60, 10, 30].entries())
    await owner
      .insertInto('commissioning.package_delivery')
      .values({ id: newId(), package: id, ...of, week: place + 1, number: 1, minutes, entered_by: newId() })
      .execute()
  const moved = starts.add({ days: 10 })
  await owner
    .insertInto('commissioning.package_payer')
    .values({
      ...{ id: newId(), package: id, ...of, starts_on: moved, number: 1, payer: organisation, because: 'Moved' },
      ...{ entered_on: starts, entered_by: newId() },
    })
    .execute()
  const runs = [newId(), newId()] as const
  for (const [place, run] of runs.entries())
    await owner
      .insertInto('commissioning.payment_run')
      .values({
        ...{ id: run, contract, body, number: place + 1, until_day: matrixDay, made_on: matrixDay, made_by: newId() },
        ...(place === 0 ? { approved_on: matrixDay, approved_by: newId() } : {}),
      })
      .execute()
  return [
    {
      ...{ record: 'payment-terms', state: 'any', table: 'commissioning.payment_mechanism', id: mechanism },
      posts: [[`/package-payments/${contract}/terms`, 'change']],
    },
    {
      ...{ record: 'care-package', state: 'any', table: 'commissioning.care_package', id },
      posts: [
        [`/package-payments/${contract}/packages`, 'change'],
        ...['end', 'outcomes', `outcomes/${outcome}`, 'payers', `payers/${moved}`, 'reviews/3'].map(
          (step) => [`/care-packages/${id}/${step}`, 'change'] as const,
        ),
        [`/care-packages/${id}/deliveries`, 'report'],
      ],
    },
    {
      record: 'payment-run',
      state: 'approved',
      table: 'commissioning.payment_run',
      id: runs[0],
      posts: [[`/payment-runs/${runs[0]}/post`, 'post']],
    },
    {
      ...{ record: 'payment-run', state: 'prepared', table: 'commissioning.payment_run', id: runs[1] },
      posts: [
        [`/package-payments/${contract}/runs`, 'change'],
        [`/payment-runs/${runs[1]}/approve`, 'approve'],
        [`/payment-runs/${runs[1]}/drop`, 'change'],
        [`/payment-runs/${runs[0]}/take-back`, 'change'],
      ],
    },
  ]
}
