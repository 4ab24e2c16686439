import { newId } from '#platform/database/ids.ts'
import type { Scene } from './ground.ts'

/** Writes specifications, a pathway and two endings of the sample. */
export async function writePathways(scene: Scene): Promise<void> {
  await writeSpecification(scene)
  await writePathway(scene)
  await writeEndings(scene)
}

async function writeSpecification({ tx, body, ago, id: idOf }: Scene): Promise<void> {
  const known = { service: idOf('service', 'health-visiting'), body, sight: 'public' as const }
  const outcomes = 'Children are ready for school.\nParents know whom to ask.'
  const visits = 'Every family is offered five visits from before birth to two and a half years.'
  await tx
    .insertInto('commissioning.specification')
    .values([
      {
        ...{ id: newId(), ...known, number: 1, starts_on: ago(700), outcomes },
        text: `${visits}\nThe first visit after birth is within 14 days.\nA health visitor answers the telephone on working days.`,
      },
      {
        ...{ id: newId(), ...known, number: 2, starts_on: ago(100), outcomes: `${outcomes}\nMothers who feel low are found early.` },
        text: `${visits}\nThe first visit after birth is within 10 days.\nA health visitor answers the telephone on working days and on Saturday mornings.\nEvery mother is asked at six weeks how she is.`,
        why: 'Families said that help came late, and the review of maternal mental health asked for a question at six weeks.',
      },
    ])
    .execute()
}

const way: readonly (readonly [title: string, text: string, service: string | undefined, within: string])[] = [
  ['A family or a teacher worries', 'They talk about it with the young person first.', undefined, 'Within a week'],
  [
    'Somebody at school listens',
    'A practitioner in school meets the young person and asks what would help.',
    'emotional-schools',
    'Within 4 weeks',
  ],
  ['Talking helps', 'Six to eight talks near home, or a group.', 'counselling', 'Within 12 weeks, where more is needed'],
  ['Specialists help', 'An assessment, and a plan with the family.', 'camhs', 'Before it ends'],
  ['Somebody stays in touch', 'School knows what was agreed, and whom to call.', 'emotional-schools', ''],
]

async function writePathway({ tx, body, organisation, id: idOf }: Scene): Promise<void> {
  const id = newId()
  await tx
    .insertInto('commissioning.pathway')
    .values({
      ...{ id, body, sight: 'public', lead: organisation('icb'), title: 'From a first worry to help with mental health' },
      purpose: 'Young people of 8 to 18 get help with how they feel at the first door they knock on, and nobody tells their story twice.',
    })
    .execute()
  await tx
    .insertInto('commissioning.pathway_step')
    .values(
      way.map(([title, text, service, within], index) => ({
        ...{ id: newId(), pathway: id, body, sight: 'public', position: index + 1, title, text, within },
        service: service === undefined ? null : idOf('service', service),
      })),
    )
    .execute()
}

async function writeEndings({ tx, body, ago, organisation, id: idOf }: Scene): Promise<void> {
  const [line, club] = [newId(), newId()]
  const known = { body, sight: 'public' as const }
  await tx
    .insertInto('commissioning.decommissioning')
    .values([
      {
        ...{
          id: line,
          ...known,
          lead: organisation('icb'),
          title: 'The end of single counselling contracts',
          service: idOf('service', 'counselling'),
        },
        why: 'Four small contracts end and one service for the whole county takes their place. Waiting lists in the districts differ by five months.',
        losing: 'About 60 young people change their counsellor; those near the end of their talks stay with theirs.',
        ...{ equality_on: ago(45), equality: 'Young people in villages lose a room nearby unless talks by telephone are offered.' },
        ...{
          consulted_from: ago(120),
          consulted_on: ago(60),
          consultation: '112 young people, 40 parents and all four providers. Most asked to keep their counsellor.',
        },
        ...{ notice_on: ago(20), notice: 'Six months to the four providers, fair notice as the compact asks' },
        staff: 'Eleven counsellors may move to the new provider under TUPE.',
        ...{ ends_on: ago(-160), replacement: idOf('service', 'emotional-schools'), replaced_on: ago(-174), released: 212_400_00n },
      },
      {
        ...{
          id: club,
          ...known,
          lead: organisation('council'),
          title: 'Toy library in the town hall',
          service: idOf('service', 'stay-and-play'),
        },
        why: 'The town hall is sold, and two of three sessions are nearly empty.',
        losing: 'Some 30 families lose a place to meet on Thursdays.',
        ...{ ends_on: ago(-60), replaced_by: 'A room in the family hub', replaced_on: ago(-95) },
      },
    ])
    .execute()
  await tx
    .insertInto('commissioning.exit_measure')
    .values([
      {
        ...{ id: newId(), decommissioning: line, ...known, title: 'Young people handed over with their agreement' },
        ...{ wanted: 'All, before the last day', due_on: ago(-160) },
      },
      {
        ...{
          id: newId(),
          decommissioning: line,
          ...known,
          title: 'Records given to the new provider',
          wanted: 'Complete, checked twice',
          due_on: ago(5),
        },
        ...{ is_met: false, found: 'Two of four providers have given theirs.' },
      },
    ])
    .execute()
  await tx
    .insertInto('commissioning.reallocation')
    .values([
      {
        ...{ id: newId(), decommissioning: line, ...known, kind: 'reallocated', what: 'One service for the whole county' },
        ...{ service: idOf('service', 'emotional-schools'), pence: 180_000_00n },
      },
      { id: newId(), decommissioning: line, ...known, kind: 'returned', what: 'Saving of the integrated care board', pence: 20_000_00n },
    ])
    .execute()
}
