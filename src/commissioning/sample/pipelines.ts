import { newId } from '#platform/database/ids.ts'
import type { CaseEventKind } from '../rules/pipeline.ts'
import type { Scene } from './ground.ts'

const stages = [
  ['Registration of interest', 'A community says that it wants to run its own services for families.'],
  ['Outline plan', 'Who, where, with which money; signed by two local bodies.'],
  ['Assessment', 'The board’s officers look at need, money and safety.'],
  ['Conditions', 'What must be put right first.'],
  ['Agreement', 'Signed by both sides.'],
  ['Transition', 'Staff and buildings move over.'],
  ['Live', 'The community runs it.'],
] as const
const first = 'Ash Birch Black Broad Clear Cold East Elm Fair Green High Long'.split(' ')
const second = ['brook', 'field', 'ham'] as const

/** Writes a pipeline of 36 communities in five states, with indicative dates that have moved. */
export async function writePipelines(scene: Scene): Promise<void> {
  const { tx, body, ago } = scene
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
    .values(stages.map(([title, criteria], place) => ({ id: ids[place] ?? newId(), ...known, position: place + 1, title, criteria })))
    .execute()
  const rounds = [newId(), newId()]
  await tx
    .insertInto('commissioning.process_round')
    .values(
      rounds.map((id, place) => ({ id, ...known, number: place + 1, opens_on: ago(700 - place * 300), closes_on: ago(640 - place * 300) })),
    )
    .execute()
  for (let count = 0; count < 36; count += 1) await writeCase(scene, { known, ids, round: rounds[count % 2] ?? '', count })
}

interface CaseAt {
  readonly known: { readonly process: string; readonly body: string; readonly sight: 'public' }
  readonly ids: readonly string[]
  readonly round: string
  readonly count: number
}

/** Nine are live, fourteen in a stage, six deferred, five withdrawn, two rejected: 36. */
async function writeCase({ tx, ago }: Scene, { known, ids, round, count }: CaseAt): Promise<void> {
  const id = newId()
  const of = { case: id, ...known }
  const title = `${first[count % 12]}${second[Math.floor(count / 12)]}`
  await tx
    .insertInto('commissioning.process_case')
    .values({ id, ...known, round, title })
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
  for (let stage = 0; stage <= reached; stage += 1) {
    await add(stage, 'entered')
    if (stage < reached) await add(stage, 'met')
  }
  if (count >= 23 && count < 29) await add(reached, 'deferred', { until_on: ago(-150 - count), because: 'Its hall is being rebuilt.' })
  if (count >= 29 && count < 34) await add(reached, 'withdrawn', { because: 'No two bodies would sign.' })
  if (count >= 34) await add(reached, 'rejected', { because: 'The money does not last a year.' })
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
