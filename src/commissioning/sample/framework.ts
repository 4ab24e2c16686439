import { findScheme } from '#governance/public-data.ts'
import { listDecisions } from '#meetings/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import type { Scene } from './ground.ts'

type Stage = readonly [phase: 'analyse' | 'plan' | 'do' | 'review', name: string, entry: string, gate: string, template: string]
const stages: readonly Stage[] = [
  ['analyse', 'Needs and market', 'A need or a finding is named.', 'The joint commissioning board', 'Needs and market summary'],
  ['plan', 'Strategy and options', 'Needs are signed off; families were asked.', 'The assistant director, early help', 'Options appraisal'],
  ['do', 'Buy and begin', 'Equality was assessed and money is confirmed.', 'The joint commissioning board', 'Award report'],
  ['review', 'Review with users', 'A year has passed, or a measure is red.', 'The joint commissioning board', 'Review of a service'],
]
const standards: readonly (readonly [name: string, asks: string])[] = [
  ['Outcomes first', 'The service names the outcomes it serves, and how they are measured.'],
  ['Users take part', 'Children, young people or parents helped to shape it and are asked each year.'],
  ['Safe', 'Safer recruitment, a named safeguarding lead and a way to complain.'],
]

/** Writes the framework of the sample with two cases and checks, what follows on a strategy, and what is intended for the year. */
export async function writeFramework(scene: Scene): Promise<void> {
  const { tx, body, ago, today, organisation, id: idOf } = scene
  const [framework, edition, homeCare] = [newId(), newId(), newId()]
  // The options are signed off by whoever holds this delegation; every other gate asks for a decision of the board.
  const delegation = (await findScheme(tx, body, today)).find(({ functionKey }) => functionKey === 'delivery_board_priorities')?.id
  const known = { framework, body, sight: 'public' as const }
  await tx
    .insertInto('commissioning.framework')
    .values({ id: framework, body, sight: 'public', lead: organisation('council'), title: 'How we commission for children and families' })
    .execute()
  await tx
    .insertInto('commissioning.framework_version')
    .values({ id: edition, ...known, number: 1 })
    .execute()
  const made = stages.map(([phase, name, entry, gate, template], index) => ({
    ...{ id: newId(), ...known, edition, position: index + 1, phase, name, entry, gate, template },
    delegation: phase === 'plan' ? (delegation ?? null) : null,
  }))
  await tx.insertInto('commissioning.stage').values(made).execute()
  const written = standards.map(([name, asks], index) => ({ id: newId(), ...known, edition, position: index + 1, name, asks }))
  await tx.insertInto('commissioning.standard').values(written).execute()
  await tx
    .updateTable('commissioning.framework_version')
    .set({ adopted_on: ago(500) })
    .where('id', '=', edition)
    .execute()
  await tx
    .insertInto('commissioning.framework_case')
    .values([
      { id: homeCare, ...known, edition, title: 'Home care, bought again', strategy: idOf('strategy', 'home-care'), begun_on: ago(120) },
      { id: newId(), ...known, edition, title: 'Family support reviewed', service: idOf('service', 'family-support'), begun_on: ago(40) },
    ])
    .execute()
  const [decision] = (await listDecisions(tx, body, { year: undefined, type: undefined, words: undefined, page: 1 })).decisions
  if (decision)
    await tx
      .insertInto('commissioning.gate_passed')
      .values({
        ...{ id: newId(), ...known, edition, of_case: homeCare, stage: made[0]?.id ?? '', passed_on: decision.decidedOn },
        decision: decision.id,
      })
      .execute()
  const check = (place: number, key: string, met: 'yes' | 'partly' | 'no', evidence: string) => ({
    ...{ id: newId(), ...known, standard: written[place]?.id ?? '', service: idOf('service', key), met, evidence, checked_on: ago(30) },
  })
  await tx
    .insertInto('commissioning.standard_check')
    .values([
      check(0, 'health-visiting', 'yes', 'Specification, version 2'),
      check(1, 'health-visiting', 'partly', 'Parents were asked once, in the first year.'),
      check(2, 'family-support', 'yes', 'Visit of the safeguarding lead'),
      check(1, 'counselling', 'no', 'No young person was asked since the contracts began.'),
    ])
    .execute()
  await writeWork(scene)
}

async function writeWork({ tx, body, bodies, ago, today, organisation, id: idOf }: Scene): Promise<void> {
  const known = { strategy: idOf('strategy', 'home-care'), body, sight: 'public' as const }
  const group = [...bodies].find(([slug]) => slug === 'northbrook-childrens-partnership')?.[1]
  if (group)
    await tx
      .insertInto('commissioning.strategy_group')
      .values({ ...known, group_body: group, role: 'reference', does: 'Says what families of disabled children need at home' })
      .execute()
  await tx
    .insertInto('commissioning.strategy_work')
    .values([
      {
        ...{ id: newId(), ...known, title: 'Talk with providers', owner: organisation('council'), due_on: ago(20), done_on: ago(25) },
        said: 'Forty-four of 61 providers came.',
      },
      { id: newId(), ...known, title: 'Settle the model', owner: organisation('council'), due_on: ago(5) },
      { id: newId(), ...known, title: 'Go to tender', owner: organisation('icb'), due_on: ago(-90) },
    ])
    .execute()
  const year = today.month < 4 ? today.year : today.year + 1
  const intend = (key: string, kind: 'continue' | 'change' | 'buy-again' | 'begin' | 'end', text: string) => ({
    ...{ id: newId(), service: idOf('service', key), body, sight: 'public', year, kind, text },
  })
  await tx
    .insertInto('commissioning.intention')
    .values([
      intend('home-care', 'buy-again', 'A tender in autumn, one lead provider for each area. Talks with providers are open to all.'),
      intend('counselling', 'end', 'The four small contracts end; one service for the whole county takes their place.'),
      // It waits for the clerk: its words could tell who a child is.
      intend('youth-work', 'begin', 'A bespoke offer for young people whom no club reaches.'),
      intend('health-visiting', 'continue', 'Five visits for every family, as today.'),
    ])
    .execute()
}
