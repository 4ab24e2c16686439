import { newId } from '#platform/database/ids.ts'
import type { Database } from '#platform/database/session.ts'
import type { CommissioningExhibit } from './commissioning-records.ts'
import { matrixDay, personWho, type World } from './world.ts'

const steps = [
  ...(['edit', 'facts', 'ties', 'providers', 'lots', 'options', 'kpis', 'notices', 'clauses', 'assessments', 'visits'] as const),
  ...(['poor-performance', 'failure-plan', 'steps', 'end'] as const),
]

/** Puts a contract of a sight into the world, with a lot, an option and what stays inside. */
export async function addContractRecords(
  owner: Database,
  world: World,
  commissioner: string,
  sight: string,
): Promise<readonly CommissioningExhibit[]> {
  const { body } = world
  const [id, lot, option, visit, action, notice, provider] = [newId(), newId(), newId(), newId(), newId(), newId(), newId()]
  const known = { contract: id, body, sight }
  await owner
    .insertInto('commissioning.contract')
    .values({
      ...{ id, body, sight, title: 'Contract', commissioner, regime: 'light-touch', starts_on: matrixDay },
      ends_on: matrixDay.add({ years: 1 }),
    })
    .execute()
  await owner
    .insertInto('commissioning.contract_lot')
    .values({ id: lot, ...known, number: 1, title: 'Lot', status: 'planned' })
    .execute()
  await owner
    .insertInto('commissioning.contract_extension')
    .values({ id: option, ...known, position: 1, months: 12 })
    .execute()
  await owner
    .insertInto('commissioning.failure_plan')
    .values({ ...known, text: 'Plan', reviewed_on: matrixDay })
    .execute()
  await owner
    .insertInto('commissioning.contract_visit')
    .values({ id: visit, ...known, planned_on: matrixDay, held_on: matrixDay, found: 'Found' })
    .execute()
  await owner
    .insertInto('commissioning.visit_action')
    .values({ id: action, visit, ...known, text: 'Action', by_whom: 'provider', due_on: matrixDay })
    .execute()
  await owner
    .insertInto('governance.organisation')
    .values({ id: provider, name: `Noted ${sight}`, sector: 'provider', starts_on: matrixDay })
    .execute()
  await owner.insertInto('commissioning.provider').values({ id: provider, body, entered_by: newId() }).execute()
  await owner
    .insertInto('commissioning.contract_provider')
    .values({ id: newId(), ...known, provider, part: 'provider', starts_on: matrixDay })
    .execute()
  const said = newId()
  await owner
    .insertInto('commissioning.visit_action_report')
    .values({
      ...{ id: said, action, ...known, provider, done_on: matrixDay, did: 'Done', evidence: 'A list', reported_on: matrixDay },
      reported_by: personWho(world, 'lead'),
    })
    .execute()
  await owner
    .insertInto('commissioning.performance_notice')
    .values({ id: notice, ...known, provider, issued_on: matrixDay, because: 'Because', answer_by: matrixDay })
    .execute()
  const at = `/contracts/${id}`
  const posts = [
    ...[...steps, `lots/${lot}`, `options/${option}`].map((step) => [`${at}/${step}`, 'change'] as const),
    ...[`visits/${visit}/held`, `visits/${visit}/actions`, `visit-actions/${action}`].map((step) => [`${at}/${step}`, 'change'] as const),
    [`${at}/action-reports/${said}`, 'change'] as const,
    [`/performance-notices/${notice}/close`, 'change'] as const,
    ...[[`${at}/show`, 'show'] as const, [`${at}/clear`, 'clear'] as const],
  ]
  return [
    { record: 'contract', state: sight, table: 'commissioning.contract', id, posts },
    { record: 'contract-inside', state: sight, table: 'commissioning.failure_plan', column: 'contract', id, posts: [] },
  ]
}

/** Puts a file of notices into the world, loaded already. */
export async function addNoticeRecords(
  owner: Database,
  { body, slug }: { readonly body: string; readonly slug: string },
): Promise<CommissioningExhibit> {
  const id = newId()
  const at = Temporal.Instant.from(`${matrixDay.toString()}T10:00:00Z`)
  await owner
    .insertInto('commissioning.notice_file')
    .values({ id, body, name: 'Notices', digest: 'x', made_at: at, made_by: newId(), loaded_at: at })
    .execute()
  const release = newId()
  await owner
    .insertInto('commissioning.notice_release')
    .values({ id: release, body, file: id, ocid: 'ocds-x-1', release: '1', tags: ['planning'], published: null, content: '{}' })
    .execute()
  const posts = [
    `/notice-releases/${release}/complete`,
    `/boards/${slug}/contracts/notices`,
    `/boards/${slug}/contracts/notices/buyers`,
    `/notice-files/${id}/load`,
    `/notice-files/${id}/drop`,
    `/notice-files/${id}/stop`,
  ]
  return {
    record: 'notices',
    state: 'any',
    table: 'commissioning.notice_file',
    id,
    posts: posts.map((address) => [address, 'bring'] as const),
  }
}

/** Puts an intention whose words wait for a person into the world, and that they were held back. */
export async function addForeseenRecords(owner: Database, world: World, lead: string): Promise<CommissioningExhibit> {
  const { body, slug } = world
  const [service, intention, id] = [newId(), newId(), newId()]
  const known = { body, sight: 'public' }
  await owner
    .insertInto('commissioning.service')
    .values({ id: service, ...known, title: 'Bought', client_group: 'all-families', tier: 'universal', provision: 'external', lead })
    .execute()
  await owner
    .insertInto('commissioning.intention')
    .values({ id: intention, service, ...known, year: matrixDay.year + 1, kind: 'begin', text: 'A bespoke placement' })
    .execute()
  await owner
    .insertInto('commissioning.foreseen_clearing')
    .values({
      id,
      body,
      subject: intention,
      words: 'Bought A bespoke placement',
      settled: 'held',
      because: 'One child',
      by_person: personWho(world, 'clerk'),
    })
    .execute()
  return {
    ...{ record: 'foreseen', state: 'any', table: 'commissioning.foreseen_clearing', id },
    posts: (['settle', 'contract'] as const).map((step) => [`/boards/${slug}/contracts/foreseen/${intention}/${step}`, 'settle'] as const),
  }
}

/** Puts a file of a register into the world, loaded already. */
export async function addRegisterRecords(
  owner: Database,
  { body, slug }: { readonly body: string; readonly slug: string },
): Promise<CommissioningExhibit> {
  const id = newId()
  const at = Temporal.Instant.from(`${matrixDay.toString()}T10:00:00Z`)
  await owner
    .insertInto('commissioning.register_file')
    .values({ id, body, name: 'Register', digest: 'x', made_at: at, made_by: newId(), loaded_at: at })
    .execute()
  const posts = [
    `/boards/${slug}/contracts/register`,
    `/register-files/${id}/load`,
    `/register-files/${id}/drop`,
    `/register-files/${id}/stop`,
  ]
  return {
    ...{ record: 'register-files', state: 'any', table: 'commissioning.register_file', id },
    posts: posts.map((address) => [address, 'bring'] as const),
  }
}

/** Puts a pipeline of a sight into the world, with a stage and a case. */
export async function addPipelineRecords(owner: Database, { body }: World, sight: string): Promise<CommissioningExhibit> {
  const [id, one, stage, asked, criterion] = [newId(), newId(), newId(), newId(), newId()]
  await owner.insertInto('commissioning.process').values({ id, body, sight, title: 'Pipeline' }).execute()
  const known = { process: id, body, sight }
  await owner
    .insertInto('commissioning.process_stage')
    .values({ id: stage, ...known, position: 1, title: 'Stage' })
    .execute()
  await owner
    .insertInto('commissioning.process_case')
    .values({ id: one, ...known, title: 'Case' })
    .execute()
  await owner
    .insertInto('commissioning.stage_criterion')
    .values({ id: criterion, ...known, stage, position: 1, title: 'Criterion' })
    .execute()
  // A case that has entered the stage, and is asked what it asks for.
  await owner
    .insertInto('commissioning.process_case')
    .values({ id: asked, ...known, title: 'Asked' })
    .execute()
  await owner
    .insertInto('commissioning.case_event')
    .values({ id: newId(), case: asked, ...known, stage, kind: 'entered', on_day: matrixDay })
    .execute()
  const posts = [
    ...(['events', 'dates', 'edit'] as const).map((step) => [`/pipeline-cases/${one}/${step}`, 'change'] as const),
    [`/pipeline-cases/${asked}/criteria/${criterion}/tick`, 'change'] as const,
    [`/pipeline-cases/${asked}/criteria/${criterion}/waive`, 'waive'] as const,
    ...['edit', 'stages', `stages/${stage}`, `stages/${stage}/criteria`, `criteria/${criterion}/end`, 'rounds', 'cases', 'bid-calls'].map(
      (step) => [`/pipelines/${id}/${step}`, 'change'] as const,
    ),
    [`/pipelines/${id}/show`, 'show'] as const,
  ]
  return { record: 'pipeline', state: sight, table: 'commissioning.process', id, posts }
}

/** Puts a provider into the world, and what a commissioner has to do with it. */
export async function addProviderRecords(owner: Database, { body }: World, commissioner: string): Promise<readonly CommissioningExhibit[]> {
  const [id, relation, letter, signIn] = [newId(), newId(), newId(), newId()]
  await owner.insertInto('governance.organisation').values({ id, name: 'Provider', sector: 'provider', starts_on: matrixDay }).execute()
  await owner.insertInto('commissioning.provider').values({ id, body, entered_by: newId() }).execute()
  await owner
    .insertInto('commissioning.provider_relation')
    .values({ id: relation, provider: id, commissioner, body, starts_on: matrixDay })
    .execute()
  await owner
    .insertInto('commissioning.provider_letter')
    .values({ id: letter, relation, body, provider: id, year: 2025, number: 1, text: 'Letter', made_on: matrixDay })
    .execute()
  const { id: person } = await owner.selectFrom('governance.person').select('id').limit(1).executeTakeFirstOrThrow()
  await owner
    .insertInto('commissioning.officer')
    .values({ id: signIn, organisation: id, kind: 'provider', person, starts_on: matrixDay.subtract({ days: 9 }), ends_on: matrixDay })
    .execute()
  return [
    {
      ...{ record: 'provider', state: 'any', table: 'commissioning.provider', id },
      posts: ['edit', 'identifiers', 'relations', 'sign-in', `sign-in/${signIn}`].map(
        (step) => [`/providers/${id}/${step}`, 'change'] as const,
      ),
    },
    {
      ...{ record: 'provider-relation', state: 'any', table: 'commissioning.provider_relation', id: relation },
      posts: [
        ...(['contacts', 'rates', 'letters'] as const).map((step) => [`/provider-relations/${relation}/${step}`, 'change'] as const),
        [`/provider-letters/${letter}/send`, 'change'],
      ],
    },
  ]
}

/** Puts a call for sealed bids into the world, on a pipeline for everybody; whoever is 'lead' is one of the two who open it. */
export async function addBidRecords(owner: Database, world: World): Promise<CommissioningExhibit> {
  const [id, process, round, evaluator] = [newId(), newId(), newId(), newId()]
  const known = { process, body: world.body, sight: 'public' }
  const later = Temporal.Instant.from(`${matrixDay.add({ years: 20 }).toString()}T10:00:00Z`)
  await owner.insertInto('commissioning.process').values({ id: process, body: world.body, sight: 'public', title: 'Bought' }).execute()
  await owner
    .insertInto('commissioning.process_round')
    .values({ id: round, ...known, number: 1, opens_on: matrixDay, closes_on: matrixDay })
    .execute()
  await owner
    .insertInto('commissioning.bid_call')
    .values({
      ...{ id, ...known, round, title: 'Call', asks: 'Asks', closes_at: later, opens_at: later },
      ...{ first_opener: personWho(world, 'lead'), second_opener: personWho(world, 'observer') },
    })
    .execute()
  await owner
    .insertInto('commissioning.bid_evaluator')
    .values({ id: evaluator, call: id, body: world.body, person: personWho(world, 'lead'), named_on: matrixDay })
    .execute()
  return {
    record: 'bid-call',
    state: 'public',
    table: 'commissioning.bid_call',
    id,
    posts: [
      [`/bid-calls/${id}/open`, 'open'],
      [`/bid-calls/${id}/withdraw`, 'change'],
      [`/bid-calls/${id}/decided`, 'change'],
      [`/bid-calls/${id}/contract`, 'change'],
      [`/bid-calls/${id}/contract/link`, 'change'],
      [`/bid-calls/${id}/contract/none`, 'change'],
      [`/bid-calls/${id}/criteria`, 'change'],
      [`/bid-calls/${id}/evaluators`, 'change'],
      [`/bid-calls/${id}/evaluators/${evaluator}`, 'change'],
    ],
  }
}
