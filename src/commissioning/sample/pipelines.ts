import { findDecisionsBetween } from '#meetings/public-data.ts'
import { listPriorities } from '#plans/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import type { CaseEventKind } from '../rules/pipeline.ts'
import type { Scene } from './ground.ts'

/** Title, criteria one by one, within how many days it is left, whether the board decides on it. */
const stages = [
  ['Registration of interest', ['A letter of two local bodies', 'A named person to speak to'], 120, false],
  ['Outline plan', ['Who, where and with which money is written', 'Two local bodies have signed'], 430, false],
  ['Assessment', ['Need is shown', 'The money lasts a year', 'Keeping children safe is checked'], 400, true],
  ['Conditions', ['Every condition of the board is met'], 365, false],
  ['Agreement', ['Both sides have signed'], 365, false],
  ['Transition', ['Staff were consulted', 'Keys and records are handed over'], null, false],
  ['Live', [], null, false],
] as const satisfies readonly (readonly [string, readonly string[], number | null, boolean])[]
const first = 'Ash Birch Black Broad Clear Cold East Elm Fair Green High Long'.split(' ')
const second = ['brook', 'field', 'ham'] as const

/** Writes a pipeline of 36 communities in five states, with indicative dates that have moved. */
export async function writePipelines(scene: Scene): Promise<void> {
  const { tx, body, ago } = scene
  const [decision] = (await findDecisionsBetween(tx, body, { from: ago(1500), until: scene.today })).toReversed()
  const priorities = await listPriorities(tx)
  const priority = priorities.find(({ title }) => /early|help|famil/i.test(title)) ?? priorities[0]
  const process = newId()
  const known = { process, body, sight: 'public' as const }
  await tx
    .insertInto('commissioning.process')
    .values({
      ...{ id: process, body, sight: 'public', title: 'Communities that run their own services', cases_are: 'communities' },
      summary: 'Communities take over family hubs and youth clubs, stage by stage.',
    })
    .execute()
  const ids = stages.map(() => newId())
  await tx
    .insertInto('commissioning.process_stage')
    .values(
      stages.map(([title, , days, by_decision], place) => ({
        ...{ id: ids[place] ?? newId(), ...known, position: place + 1, title, days, by_decision: by_decision && decision !== undefined },
      })),
    )
    .execute()
  const criteria = stages.map(([, titles]) => titles.map((title) => ({ id: newId(), title })))
  await tx
    .insertInto('commissioning.stage_criterion')
    .values(criteria.flatMap((own, stage) => own.map((one, place) => ({ ...one, ...known, stage: ids[stage] ?? '', position: place + 1 }))))
    .execute()
  const rounds = [newId(), newId()]
  await tx
    .insertInto('commissioning.process_round')
    .values(
      rounds.map((id, place) => ({ id, ...known, number: place + 1, opens_on: ago(640 - place * 71), closes_on: ago(570 - place * 71) })),
    )
    .execute()
  await writeDraft(scene)
  await writeSchools(scene)
  const ties = { decision: decision?.id ?? null, priority: priority?.id ?? null }
  for (let count = 0; count < 36; count += 1)
    await writeCase(scene, { known, ids, round: rounds[count < 17 ? 0 : 1] ?? '', count, ties, criteria })
}

/** A pipeline that is still prepared: its stages can be changed, and nobody else sees it. */
async function writeDraft({ tx, body }: Scene): Promise<void> {
  const id = newId()
  await tx
    .insertInto('commissioning.process')
    .values({
      id,
      body,
      title: 'Supported lodgings, bought again',
      summary: 'Districts join one contract, one after another.',
      cases_are: 'districts',
    })
    .execute()
  await tx
    .insertInto('commissioning.process_stage')
    .values(
      ['Expression of interest', 'Outline plan', 'Agreement', 'Live'].map((title, place) => ({
        ...{ id: newId(), process: id, body, sight: 'draft', position: place + 1, title },
      })),
    )
    .execute()
}

/** A short pipeline of the children's partnership: two schools, the first of which still lacks a signature. */
async function writeSchools({ tx, ago, person, bodies }: Scene): Promise<void> {
  const [process, body, first, last] = [newId(), bodies.get('northbrook-childrens-partnership'), newId(), newId()]
  if (body === undefined) throw new Error('The sample holds no children’s partnership.')
  const known = { process, body, sight: 'public' as const }
  await tx
    .insertInto('commissioning.process')
    .values({
      ...{ id: process, body, sight: 'public', title: 'Schools that join the early help compact', cases_are: 'schools' },
      summary: 'A school says what it will do for families, and the partnership what it will do for the school.',
    })
    .execute()
  await tx
    .insertInto('commissioning.process_stage')
    .values([
      { id: first, ...known, position: 1, title: 'Signing', days: 200 },
      { id: last, ...known, position: 2, title: 'Joined' },
    ])
    .execute()
  const criteria = ['The governors have agreed', 'The head teacher has signed'].map((title) => ({ id: newId(), title }))
  await tx
    .insertInto('commissioning.stage_criterion')
    .values(criteria.map((one, place) => ({ ...one, ...known, stage: first, position: place + 1 })))
    .execute()
  for (const [title, said] of [
    ['Millbrook Primary', [criteria[0]]],
    ['Riverside High', []],
  ] as const) {
    const id = newId()
    await tx
      .insertInto('commissioning.process_case')
      .values({ id, ...known, title })
      .execute()
    await tx
      .insertInto('commissioning.case_event')
      .values({ id: newId(), case: id, ...known, stage: first, kind: 'entered', on_day: ago(90) })
      .execute()
    for (const one of said)
      await tx
        .insertInto('commissioning.case_tick')
        .values({
          ...{ id: newId(), case: id, ...known, criterion: one?.id ?? '', says: 'met', on_day: ago(40), said_by: person('siddiqui') },
          note: 'Minute of their meeting',
        })
        .execute()
  }
}

interface CaseAt {
  readonly known: { readonly process: string; readonly body: string; readonly sight: 'public' }
  readonly ids: readonly string[]
  /** The criteria of each stage, in order. */
  readonly criteria: readonly (readonly { readonly id: string }[])[]
  readonly round: string
  readonly count: number
  readonly ties: { readonly decision: string | null; readonly priority: string | null }
}

/** Nine are live, fourteen in a stage, six deferred, five withdrawn, two rejected: 36. */
async function writeCase({ tx, ago, person, id: idOf }: Scene, { known, ids, round, count, ties, criteria }: CaseAt): Promise<void> {
  const id = newId()
  const of = { case: id, ...known }
  const title = `${first[count % 12]}${second[Math.floor(count / 12)]}`
  await tx
    .insertInto('commissioning.process_case')
    .values({ id, ...known, round, title, ...(count % 4 === 0 ? { priority: ties.priority, service: idOf('service', 'youth-work') } : {}) })
    .execute()
  const reached = count < 9 ? 6 : count < 23 ? 1 + (count % 5) : count < 29 ? 2 : count < 34 ? 1 : 2
  let days = 620 - count * 3
  const add = async (stage: number, kind: CaseEventKind, more: object = {}): Promise<void> => {
    await tx
      .insertInto('commissioning.case_event')
      .values({ id: newId(), ...of, stage: ids[stage] ?? '', kind, on_day: ago(days), ...more })
      .execute()
    days -= 40
  }
  const tick = async (met: readonly { readonly id: string }[], daysAgo: number): Promise<void> => {
    const said = { says: 'met', on_day: ago(daysAgo), said_by: person('mbeki') }
    await tx
      .insertInto('commissioning.case_tick')
      .values(met.map((one) => ({ id: newId(), ...of, criterion: one.id, ...said })))
      .execute()
  }
  const decidedOn = (stage: number) => (stages[stage]?.[3] ? { decision: ties.decision } : {})
  for (let stage = 0; stage <= reached; stage += 1) {
    await add(stage, 'entered')
    // Where it still is, it has met the first of what is asked.
    const met = (criteria[stage] ?? []).slice(0, stage < reached ? undefined : count % 3 === 0 ? 1 : 0)
    if (met.length > 0) await tick(met, stage < reached ? days : days + 30)
    if (stage < reached) await add(stage, 'met', decidedOn(stage))
  }
  if (count >= 23 && count < 29) await add(reached, 'deferred', { until_on: ago(-150 - count), because: 'Its hall is being rebuilt.' })
  if (count >= 29 && count < 34) await add(reached, 'withdrawn', { because: 'No two bodies would sign.' })
  if (count >= 34) await add(reached, 'rejected', { because: 'The money does not last a year.', ...decidedOn(reached) })
  if (count === 15 && ties.decision)
    await add(reached, 'extended', { until_on: ago(-60), because: 'Its trustees changed.', decision: ties.decision })
  if (count < 9 || count >= 29) return
  await tx
    .insertInto('commissioning.case_date')
    .values([
      { id: newId(), ...of, expected_on: ago(-30 - count * 4), said_on: ago(200) },
      ...(count % 3 === 0
        ? [{ id: newId(), ...of, expected_on: ago(-120 - count * 4), said_on: ago(40), because: 'Staff must be consulted first.' }]
        : []),
    ])
    .execute()
}
