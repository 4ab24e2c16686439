import { newId } from '#platform/database/ids.ts'
import type { Database } from '#platform/database/session.ts'
import type { CommissioningExhibit } from './commissioning-records.ts'
import { matrixDay, personWho, type World } from './world.ts'

/** One record of every kind that an organisation leads, with the addresses that change it. */
export async function addFramework(owner: Database, world: World, lead: string, sight: string): Promise<readonly CommissioningExhibit[]> {
  const { body } = world
  const known = { body, sight, lead }
  const newHolder = newId()
  await owner.insertInto('governance.person').values({ id: newHolder, name: 'Holder' }).execute()
  const [pathway, step, ending, measure, service] = [newId(), newId(), newId(), newId(), newId()]
  await owner
    .insertInto('commissioning.pathway')
    .values({ id: pathway, ...known, title: 'Pathway', purpose: 'Help' })
    .execute()
  await owner.insertInto('commissioning.pathway_step').values({ id: step, pathway, body, sight, position: 1, title: 'First' }).execute()
  await owner
    .insertInto('commissioning.service')
    .values({ id: service, ...known, title: 'Ends', client_group: 'all-families', tier: 'universal', provision: 'in-house' })
    .execute()
  await owner
    .insertInto('commissioning.decommissioning')
    .values({ id: ending, ...known, title: 'Ending', service, why: 'Empty', losing: 'Few', ends_on: matrixDay })
    .execute()
  await owner
    .insertInto('commissioning.exit_measure')
    .values({ id: measure, decommissioning: ending, body, sight, title: 'All moved', wanted: 'All', due_on: matrixDay })
    .execute()
  const exhibit = (record: string, root: string, id: string, steps: readonly string[]): CommissioningExhibit => ({
    ...{ record, state: sight, table: `commissioning.${record}`, id },
    posts: [...steps.map((one) => [`/${root}/${id}/${one}`, 'change'] as const), [`/${root}/${id}/show`, 'show'] as const],
  })
  const [framework, edition, stage, of] = [newId(), newId(), newId(), newId()]
  const within = { framework, body, sight }
  const delegation = newId()
  await owner
    .insertInto('governance.delegation')
    .values({
      ...{
        id: delegation,
        body,
        origin: 'terms',
        function_key: `gate-${sight}`,
        function_name: 'Gates',
        to_person: personWho(world, 'lead'),
      },
      ...{ may: 'decide', starts_on: matrixDay, given_by: 'Minute 1' },
    })
    .execute()
  await owner
    .insertInto('commissioning.framework')
    .values({ id: framework, ...known, title: 'Framework' })
    .execute()
  await owner
    .insertInto('commissioning.framework_version')
    .values({ id: edition, ...within, number: 1 })
    .execute()
  await owner
    .insertInto('commissioning.stage')
    .values({ id: stage, ...within, edition, position: 1, phase: 'plan', name: 'Plan', gate: 'The lead', delegation })
    .execute()
  await owner.updateTable('commissioning.framework_version').set({ adopted_on: matrixDay }).where('id', '=', edition).execute()
  await owner
    .insertInto('commissioning.framework_case')
    .values({ id: of, ...within, edition, title: 'Case', begun_on: matrixDay })
    .execute()
  const [market, area] = [newId(), newId()]
  await owner
    .insertInto('commissioning.market')
    .values({ id: market, ...known, title: 'Market', purpose: 'Help', unit: 'places' })
    .execute()
  await owner
    .insertInto('governance.area')
    .values({ id: area, kind: 'district', name: `District ${sight}`, starts_on: matrixDay })
    .execute()
  await owner.insertInto('commissioning.market_area').values({ market, body, sight, area, across: 1, down: 1 }).execute()
  await owner
    .insertInto('commissioning.market_statement')
    .values({ id: newId(), market, body, sight, number: 1, text: 'Text', figures_on: matrixDay })
    .execute()
  const [delegated, holder] = [newId(), newId()]
  await owner
    .insertInto('commissioning.delegated_budget')
    .values({
      id: delegated,
      ...known,
      title: 'Handed',
      purpose: 'Help',
      pence: 100n,
      starts_on: matrixDay,
      ends_on: matrixDay.add({ days: 9 }),
    })
    .execute()
  await owner
    .insertInto('commissioning.budget_holder')
    .values({ id: holder, budget: delegated, body, sight, position: 1, kind: 'locality', name: 'North', person: newHolder })
    .execute()
  const rule = newId()
  await owner
    .insertInto('commissioning.budget_rule')
    .values({ id: rule, budget: delegated, body, sight, text: 'Help', authority: 'Scheme', starts_on: matrixDay })
    .execute()
  const handed = exhibit('delegated', 'delegated-budgets', delegated, [
    ...['edit', 'holders', 'factors', 'hand-over', 'rules', `rules/${rule}/end`],
  ])
  const [scenario, funding] = [newId(), newId()]
  await owner
    .insertInto('commissioning.scenario')
    .values({ id: scenario, ...known, title: 'Duty', duty: 'Help' })
    .execute()
  await owner
    .insertInto('commissioning.scenario_funding')
    .values({ id: funding, scenario, body, sight, year: 2027, pence: 100n, source: 'Promised' })
    .execute()
  return [
    exhibit('scenario', 'cost-scenarios', scenario, ['edit', 'years', 'funding', `funding/${funding}/remove`]),
    {
      ...handed,
      table: 'commissioning.delegated_budget',
      posts: [
        ...handed.posts,
        ...['purchases', 'returns'].map((one) => [`/delegated-budgets/${delegated}/holders/${holder}/${one}`, 'spend'] as const),
      ],
    },
    exhibit('market', 'markets', market, [
      ...[
        'edit',
        'areas/new',
        'needs',
        'returns',
        'asks',
        'divisions/new',
        'lots',
        'statement/draft',
        'statement/edit',
        'statement/publish',
      ],
    ]),
    exhibit('framework', 'commissioning-frameworks', framework, [
      ...['edit', 'stages', 'standards', 'adopt', 'editions', 'cases', `cases/${of}`, 'checks'],
    ]),
    {
      ...{ record: 'framework-gate', state: sight, table: 'commissioning.framework_case', id: of },
      posts: [[`/commissioning-frameworks/${framework}/cases/${of}/sign`, 'sign']],
    },
    exhibit('pathway', 'pathways', pathway, ['edit', 'steps', `steps/${step}`]),
    exhibit('decommissioning', 'decommissionings', ending, ['edit', 'decide', 'measures', `measures/${measure}`, 'money']),
  ]
}

/** The budget of one person with one entry: 'lead' is its lead professional. */
export async function addIndividual(owner: Database, world: World, lead: string): Promise<CommissioningExhibit> {
  const [id, entry, person] = [newId(), newId(), personWho(world, 'lead')]
  const { body } = world
  await owner
    .insertInto('commissioning.individual_budget')
    .values({
      ...{ id, body, lead, reference: 'IB-1', held_by: 'family', professional: person, opened_by: person, pence: 100n },
      ...{ starts_on: matrixDay, ends_on: matrixDay.add({ days: 9 }) },
    })
    .execute()
  await owner
    .insertInto('commissioning.individual_entry')
    .values({ id: entry, budget: id, body, kind: 'purchase', happened_on: matrixDay, pence: 1n, what: 'Thing', entered_by: newId() })
    .execute()
  return {
    ...{ record: 'individual-budget', state: 'any', table: 'commissioning.individual_budget', id },
    posts: ['readers', 'purchases', 'returns', `entries/${entry}/undo`].map(
      (step) => [`/individual-budgets/${id}/${step}`, 'change'] as const,
    ),
  }
}
