import { newId } from '#platform/database/ids.ts'
import type { Scene } from './ground.ts'

interface SampleEntry {
  readonly how: string
  readonly place?: string
  readonly opening?: string
  readonly cost?: string
  readonly telephone?: string
  /** Last checked so many days ago; absent: never. */
  readonly checked?: number
}

const entries: Readonly<Record<string, SampleEntry>> = {
  'stay-and-play': {
    how: 'Just come.',
    place: 'Little Oaks and eleven other centres',
    opening: 'Weekday mornings',
    cost: 'Free',
    telephone: '01632 960101',
    checked: 40,
  },
  'health-visiting': { how: 'Your health visitor comes to you. You can also ring.', cost: 'Free', telephone: '01632 960102', checked: 70 },
  'school-nursing': {
    how: 'Ask at school, or send a text message.',
    opening: 'In term time',
    cost: 'Free',
    telephone: '01632 960103',
    checked: 20,
  },
  'family-support': {
    how: 'Ask your school, doctor or health visitor, or ring yourself.',
    cost: 'Free',
    telephone: '01632 960104',
    checked: 150,
  },
  parenting: {
    how: 'Ring to book a place.',
    place: 'Schools and centres',
    opening: 'Evenings, in term time',
    cost: 'Free',
    telephone: '01632 960104',
    checked: 300,
  },
  'young-carers': {
    how: 'Ask yourself, or somebody asks for you.',
    opening: 'After school and in the holidays',
    cost: 'Free',
    telephone: '01632 960105',
    checked: 15,
  },
  'short-breaks': {
    how: 'Your social worker or the short breaks team.',
    cost: 'Depends on the break',
    telephone: '01632 960106',
    checked: 90,
  },
  portage: { how: 'Ask your health visitor.', cost: 'Free', telephone: '01632 960107', checked: 60 },
  speech: {
    how: 'Parents, schools and doctors can ask.',
    place: 'Clinics in each district',
    opening: 'Weekdays',
    cost: 'Free',
    telephone: '01632 960108',
    checked: 33,
  },
  'send-advice': { how: 'Ring or write.', opening: 'Weekdays 9 to 5', cost: 'Free', telephone: '01632 960109', checked: 10 },
  'emotional-schools': { how: 'Ask at your school.', opening: 'In term time', cost: 'Free', checked: 120 },
  counselling: {
    how: 'Ask yourself, online or by telephone.',
    place: 'Six towns, and online',
    opening: 'Until 8 in the evening',
    cost: 'Free',
    telephone: '01632 960110',
    checked: 25,
  },
  camhs: {
    how: 'A doctor, school or social worker asks for you.',
    place: 'Clinics in three towns',
    opening: 'Weekdays',
    cost: 'Free',
    telephone: '01632 960111',
    checked: 80,
  },
  'youth-work': { how: 'Just come.', place: 'Nine towns', opening: 'Evenings', cost: '50p an evening', checked: 45 },
  missing: { how: 'Somebody rings you when you are back.', cost: 'Free', checked: 100 },
  'care-leavers': { how: 'Your adviser writes to you before you are 16.', cost: 'Free', telephone: '01632 960112', checked: 55 },
  'domestic-abuse': { how: 'Anybody can ask, and you yourself.', cost: 'Free', telephone: '01632 960113', checked: 35 },
  debt: {
    how: 'Come to a library, or ring.',
    place: 'Libraries',
    opening: 'Tuesdays and Thursdays',
    cost: 'Free',
    telephone: '01632 960114',
  },
  childcare: { how: 'Ring or write.', cost: 'Free', telephone: '01632 960115', checked: 5 },
  substance: {
    how: 'Ask yourself, or somebody asks for you.',
    opening: 'Also evenings',
    cost: 'Free',
    telephone: '01632 960116',
    checked: 65,
  },
}

/** Puts the services of the sample into the directory, and two reports beside them. */
export async function writeDirectory({ tx, body, ago, person, id: idOf, now }: Scene): Promise<void> {
  const owners = ['mbeki', 'pryce', 'siddiqui', 'marsh']
  await tx
    .insertInto('commissioning.directory_entry')
    .values(
      Object.entries(entries).map(([key, entry], index) => ({
        ...{ service: idOf('service', key), body, sight: 'public', how: entry.how, place: entry.place ?? '', opening: entry.opening ?? '' },
        ...{ cost: entry.cost ?? '', telephone: entry.telephone ?? '', owner: person(owners[index % owners.length] ?? 'mbeki') },
        checked_on: entry.checked === undefined ? null : ago(entry.checked),
      })),
    )
    .execute()
  await tx
    .insertInto('commissioning.offer_report')
    .values([
      {
        id: newId(),
        body,
        service: idOf('service', 'parenting'),
        said: 'The group in Ashcombe is not on Mondays any more.',
        received_at: now.subtract({ hours: 50 }),
      },
      {
        id: newId(),
        body,
        service: null,
        said: 'The toy library in Southmoor is not in your list.',
        received_at: now.subtract({ hours: 20 }),
      },
    ])
    .execute()
}
