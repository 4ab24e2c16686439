import { newId } from '#platform/database/ids.ts'
import type { Database } from '#platform/database/session.ts'
import {
  addBidRecords,
  addContractRecords,
  addForeseenRecords,
  addNoticeRecords,
  addPipelineRecords,
  addProviderRecords,
  addRegisterRecords,
} from './contract-records.ts'
import { addFramework, addIndividual } from './framework-records.ts'
import { addMoney } from './money-records.ts'
import { addPackages, addPaymentModel } from './payment-records.ts'
import { matrixDay, matrixNow, personWho, type World } from './world.ts'

/** A record of commissioning to be looked for: its type and state in the matrix, its table, and the addresses that change it with the verb of each. */
export interface CommissioningExhibit {
  readonly record: string
  readonly state: string
  readonly table: string
  /** The column that holds the id; default: 'id'. */
  readonly column?: string
  readonly id: string
  readonly posts: readonly (readonly [address: string, verb: string])[]
}

const sights = ['draft', 'members', 'public'] as const
const from = matrixDay.subtract({ years: 1 })

/** Puts one record of every type and state into the world; whoever is 'lead' commissions for the organisation that leads them. */
export async function addCommissioning(owner: Database, world: World): Promise<readonly CommissioningExhibit[]> {
  const organisation = newId()
  await owner
    .insertInto('governance.organisation')
    .values({ id: organisation, name: 'Lead organisation', sector: 'council', starts_on: from })
    .execute()
  await owner
    .insertInto('commissioning.officer')
    .values(
      ['commissioner', 'finance'].map((kind) => ({ id: newId(), organisation, kind, person: personWho(world, 'lead'), starts_on: from })),
    )
    .execute()
  const exhibits: CommissioningExhibit[] = []
  for (const sight of sights) {
    exhibits.push(...(await addService(owner, world, organisation, sight)), ...(await addMoney(owner, world, organisation, sight)))
    exhibits.push(...(await addFramework(owner, world, organisation, sight)))
    exhibits.push(await addAgreement(owner, world, organisation, sight), await addStrategy(owner, world, organisation, sight))
    exhibits.push(await addPaymentModel(owner, world, organisation, sight))
  }
  exhibits.push(...(await addPackages(owner, world, organisation)))
  exhibits.push(await addIndividual(owner, world, organisation))
  for (const sight of sights) exhibits.push(...(await addContractRecords(owner, world, organisation, sight)))
  for (const sight of sights) exhibits.push(await addPipelineRecords(owner, world, sight))
  exhibits.push(...(await addProviderRecords(owner, world, organisation)))
  exhibits.push(await addBidRecords(owner, world))
  exhibits.push(await addForeseenRecords(owner, world, organisation))
  exhibits.push(await addNoticeRecords(owner, world))
  exhibits.push(await addRegisterRecords(owner, world))
  exhibits.push(await addReport(owner, world))
  return exhibits
}

async function addService(owner: Database, { body }: World, lead: string, sight: string): Promise<readonly CommissioningExhibit[]> {
  const id = newId()
  await owner
    .insertInto('commissioning.service')
    .values({ id, body, sight, title: 'Service', client_group: 'all-families', tier: 'universal', provision: 'in-house', lead })
    .execute()
  const posts = [
    ...['edit', 'status', 'outcomes', 'specifications/new', 'intentions'].map((step) => [`/services/${id}/${step}`, 'change'] as const),
    [`/services/${id}/show`, 'show'] as const,
  ]
  await owner.insertInto('commissioning.directory_entry').values({ service: id, body, sight, how: 'Come' }).execute()
  return [
    { record: 'service', state: sight, table: 'commissioning.service', id, posts },
    {
      ...{ record: 'directory-entry', state: sight, table: 'commissioning.directory_entry', column: 'service', id },
      posts: [[`/services/${id}/directory`, 'change']],
    },
  ]
}

async function addAgreement(owner: Database, { body }: World, host: string, sight: string): Promise<CommissioningExhibit> {
  const id = newId()
  await owner
    .insertInto('commissioning.agreement')
    .values({ id, body, sight, basis: 'memorandum', title: 'Agreement', host, starts_on: matrixDay })
    .execute()
  const [party, chapter] = [newId(), newId()]
  const known = { agreement: id, body, sight }
  await owner
    .insertInto('commissioning.party')
    .values({ id: party, ...known, organisation: host, part: 'host', starts_on: matrixDay })
    .execute()
  await owner
    .insertInto('commissioning.chapter')
    .values({ id: chapter, ...known, position: 1, title: 'Chapter', lead: host })
    .execute()
  const variation = newId()
  await owner
    .insertInto('commissioning.variation')
    .values({ id: variation, ...known, number: 1, what: 'More', starts_on: matrixDay, decided_by: 'Cabinet' })
    .execute()
  const { grant, claim, reporting } = await addChanging(owner, { body, host, sight })
  const steps = [
    ...['edit', 'words', 'parties', `parties/${party}`, 'chapters', `chapters/${chapter}`, 'scope', 'end', 'variations'],
    ...[`variations/${variation}`, 'contributions', 'grant-years', 'claims'],
  ]
  const ofGrant = [...['settle', 'claw-back'].map((step) => `claims/${claim}/${step}`), 'grant-savings'].map(
    (step) => [`/agreements/${grant}/${step}`, 'change'] as const,
  )
  const posts = [
    ...steps.map((step) => [`/agreements/${id}/${step}`, 'change'] as const),
    ...ofGrant,
    [`/agreements/${reporting}/reports/section-75-quarterly/${from.add({ months: 3 })}`, 'change'] as const,
    [`/agreements/${id}/show`, 'show'] as const,
  ]
  return { record: 'agreement', state: sight, table: 'commissioning.agreement', id, posts }
}

/** A grant with a claim, and an agreement of which a report is owed. */
async function addChanging(
  owner: Database,
  { body, host, sight }: { readonly body: string; readonly host: string; readonly sight: string },
): Promise<{ readonly grant: string; readonly claim: string; readonly reporting: string }> {
  const [grant, claim, reporting, year] = [newId(), newId(), newId(), newId()]
  const named = { body, sight, title: 'Agreement', host, starts_on: from }
  await owner
    .insertInto('commissioning.agreement')
    .values([
      { id: grant, basis: 'grant', ...named },
      { id: reporting, basis: 'section-75', ...named },
    ])
    .execute()
  const known = { agreement: grant, body, sight }
  await owner
    .insertInto('commissioning.grant_year')
    .values({ id: year, ...known, starts_on: from, ends_on: from.add({ years: 1 }), pence: 100n })
    .execute()
  await owner
    .insertInto('commissioning.grant_claim')
    .values({ id: claim, ...known, year, claimed_on: from, pence: 10n, evidence: 'Bills' })
    .execute()
  return { grant, claim, reporting }
}

async function addReport(owner: Database, { body }: World): Promise<CommissioningExhibit> {
  const id = newId()
  await owner.insertInto('commissioning.offer_report').values({ id, body, said: 'Wrong', received_at: matrixNow }).execute()
  return {
    record: 'offer-report',
    state: 'any',
    table: 'commissioning.offer_report',
    id,
    posts: [[`/offer-reports/${id}/settle`, 'settle']],
  }
}

async function addStrategy(owner: Database, { body }: World, lead: string, sight: string): Promise<CommissioningExhibit> {
  const [id, option] = [newId(), newId()]
  await owner.insertInto('commissioning.strategy').values({ id, body, sight, title: 'Strategy', scope: 'All', lead }).execute()
  await owner
    .insertInto('commissioning.strategy_option')
    .values({ id: option, strategy: id, body, sight, position: 1, question: 'Which?', title: 'This' })
    .execute()
  const work = newId()
  await owner
    .insertInto('commissioning.strategy_work')
    .values({ id: work, strategy: id, body, sight, title: 'Work', owner: lead, due_on: matrixDay })
    .execute()
  const steps = [
    ...['edit', 'criteria', 'options', `options/${option}`, 'decide', 'groups', 'work/new', `work/${work}`, 'reviews', 'equality'],
  ]
  const posts = [
    ...steps.map((step) => [`/strategies/${id}/${step}`, 'change'] as const),
    [`/strategies/${id}/show`, 'show'] as const,
    [`/strategies/${id}/place`, 'show'] as const,
  ]
  return { record: 'strategy', state: sight, table: 'commissioning.strategy', id, posts }
}
