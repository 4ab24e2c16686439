import { findDecisionsBetween } from '#meetings/public-data.ts'
import { listPriorities } from '#plans/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import type { CaseEventKind } from '../rules/pipeline.ts'
import type { Scene } from './ground.ts'

/** Title, criteria, within how many days it is left, whether the board decides on it. */
const stages = [
  ['Registration of interest', 'A community says that it wants to run its own services for families.', 120, false],
  ['Outline plan', 'Who, where, with which money; signed by two local bodies.', 430, false],
  ['Assessment', 'The board’s officers look at need, money and safety.', 400, true],
  ['Conditions', 'What must be put right first.', 365, false],
  ['Agreement', 'Signed by both sides.', 365, false],
  ['Transition', 'Staff and buildings move over.', null, false],
  ['Live', 'The community runs it.', null, false],
] as const
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
      stages.map(([title, criteria, days, by_decision], place) => ({
        ...{
          id: ids[place] ?? newId(),
          ...known,
          position: place + 1,
          title,
          criteria,
          days,
          by_decision: by_decision && decision !== undefined,
        },
      })),
    )
    .execute()
  const rounds = [newId(), newId()]
  await tx
    .insertInto('commissioning.process_round')
    .values(
      rounds.map((id, place) => ({ id, ...known, number: place + 1, opens_on: ago(640 - place * 71), closes_on: ago(570 - place * 71) })),
    )
    .execute()
  await writeDraft(scene)
  const ties = { decision: decision?.id ?? null, priority: priority?.id ?? null }
  for (let count = 0; count < 36; count += 1) await writeCase(scene, { known, ids, round: rounds[count < 17 ? 0 : 1] ?? '', count, ties })
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

interface CaseAt {
  readonly known: { readonly process: string; readonly body: string; readonly sight: 'public' }
  readonly ids: readonly string[]
  readonly round: string
  readonly count: number
  readonly ties: { readonly decision: string | null; readonly priority: string | null }
}

/** Nine are live, fourteen in a stage, six deferred, five withdrawn, two rejected: 36. */
async function writeCase({ tx, ago, id: idOf }: Scene, { known, ids, round, count, ties }: CaseAt): Promise<void> {
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
  const decidedOn = (stage: number) => (stages[stage]?.[3] ? { decision: ties.decision } : {})
  for (let stage = 0; stage <= reached; stage += 1) {
    await add(stage, 'entered')
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
