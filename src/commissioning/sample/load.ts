import { listAreas } from '#governance/public-data.ts'
import { listOutcomes } from '#plans/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import type { OfficerKind } from '../queries/officers.ts'
import { writeAgreementChanges } from './agreement-change.ts'
import { writeAgreements } from './agreements.ts'
import { writeBids } from './bids.ts'
import { writeContracts } from './contracts.ts'
import { writeDelegated } from './delegated.ts'
import { writeDirectory } from './directory.ts'
import { type SampleService, sampleServices } from './early-help-offer.ts'
import { writeFramework } from './framework.ts'
import { closeYearBefore } from './fund-year-before.ts'
import { closeYearOfGroups } from './fund-year-of-groups.ts'
import { writeFunds } from './funds.ts'
import { type CommissioningSampleGround, type Scene, sceneOf } from './ground.ts'
import { writeMarkets } from './markets.ts'
import { bringSampleNotices } from './notices.ts'
import { writePackages } from './packages.ts'
import { writePathways } from './pathways.ts'
import { writePaymentModels } from './payment-models.ts'
import { writePipelines } from './pipelines.ts'
import { writeProviders } from './providers.ts'
import { bringSampleRegisters } from './registers.ts'
import { writeScenarios } from './scenarios.ts'
import { writeStrategies } from './strategies.ts'

const officers: readonly (readonly [organisation: string, kind: OfficerKind, person: string])[] = [
  ['council', 'commissioner', 'rigby'],
  ['council', 'commissioner', 'marsh'],
  ['council', 'finance', 'tanner'],
  // They arrange packages, and pay for them.
  ['council', 'brokerage', 'haddad'],
  ['council', 'finance', 'pryce'],
  ['icb', 'commissioner', 'rahman'],
  ['icb', 'finance', 'vickers'],
  ['families-first', 'provider', 'lyle'],
]

/** Writes what the partners of the invented county commission together. */
export async function loadCommissioningSample(owner: Database, ground: CommissioningSampleGround): Promise<void> {
  await writeAs(owner, { actor: ground.accounts.otherClerk, now: ground.now, today: ground.today }, async (tx) => {
    const scene = sceneOf(tx, ground, await listAreas(tx, ground.today))
    await tx
      .insertInto('commissioning.officer')
      .values(
        officers.map(([organisation, kind, person]) => ({
          ...{ id: newId(), organisation: scene.organisation(organisation), kind, person: scene.person(person) },
          starts_on: scene.ago(900),
        })),
      )
      .execute()
    const outcomes = await listOutcomes(tx)
    for (const service of sampleServices) await writeService(scene, service, outcomes)
    await writeDirectory(scene)
    await writeAgreements(scene)
    await writeAgreementChanges(scene)
    await writePathways(scene)
    await writeStrategies(scene)
    await writeFramework(scene)
    await writePaymentModels(scene)
    await writeFunds(scene)
    const providers = await writeProviders(scene)
    await writeContracts(scene, providers)
    await writeMarkets(scene, providers)
    await writeDelegated(scene)
    await writePipelines(scene)
    await writeScenarios(scene)
  })
  await writeBids(owner, ground)
  await closeYearBefore(owner, ground)
  await bringSampleNotices(owner, ground)
  await bringSampleRegisters(owner, ground)
  await closeYearOfGroups(owner, ground)
  await writePackages(owner, ground)
}

async function writeService(
  { tx, body, ago, organisation, area, id: idOf }: Scene,
  service: SampleService,
  outcomes: readonly { readonly id: string; readonly title: string }[],
): Promise<void> {
  const { key, title, summary, group, ages = '', tier, provision, lead, runBy, areas, since = 2900 } = service
  const id = idOf('service', key)
  const known = { body, sight: service.sight ?? 'public' }
  await tx
    .insertInto('commissioning.service')
    .values({
      ...{ id, title, summary, client_group: group, ages, tier, provision, lead: organisation(lead), ...known },
      ...('organisation' in runBy ? { run_by: organisation(runBy.organisation) } : { run_by_name: runBy.name }),
    })
    .execute()
  await tx
    .insertInto('commissioning.service_area')
    .values(areas.map((name) => ({ service: id, area: area(name), ...known })))
    .execute()
  await tx
    .insertInto('commissioning.service_status')
    .values({ id: newId(), service: id, status: since < 0 ? 'planned' : 'live', starts_on: ago(Math.max(since, 0)), ...known })
    .execute()
  const served = service.outcome === undefined ? undefined : outcomes.find((one) => one.title.includes(service.outcome ?? ''))
  if (served)
    await tx
      .insertInto('commissioning.service_outcome')
      .values({ id: newId(), service: id, outcome: served.id, starts_on: ago(Math.min(since, 400)), ...known })
      .execute()
}
