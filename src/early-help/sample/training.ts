import { newId } from '#platform/database/ids.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import type { EarlyHelpGround } from './load.ts'

type Planned = readonly [
  district: string,
  on: string | null,
  at: string,
  until: string | null,
  venue: string | null,
  places: number | null,
  administrator: string,
]

const desks = {
  city: 'Training desk, Northbrook City',
  coast: 'Training desk, East Coast',
  fen: 'Training desk, Fenside',
  south: 'Training desk, South Vale',
  harbour: 'Training desk, Harbour',
  north: 'Training desk, North Vale',
  west: 'Training desk, West Wold',
}

/** Days, times and sizes of a real launch in 2014; districts, places and desks are invented. One had no date, no place and no size yet. */
export const launch: readonly Planned[] = [
  ['Northbrook City', '2014-02-25', '13:00', '15:00', 'Children’s centre, first room', 20, desks.city],
  ['Northbrook City', '2014-03-05', '09:00', '11:00', 'Children’s centre in the north', 20, desks.city],
  ['Northbrook City', '2014-03-06', '09:30', '11:30', 'Council offices', 25, desks.city],
  ['Northbrook City', '2014-03-06', '15:45', '17:45', 'Youth centre', 30, desks.city],
  ['East Coast', '2014-03-17', '13:30', null, 'College', 50, desks.coast],
  ['East Coast', '2014-03-19', '15:30', null, 'College', 50, desks.coast],
  ['East Coast', '2014-03-25', '13:30', null, 'Conference centre', 50, desks.coast],
  ['East Coast', '2014-03-18', '13:30', null, 'Family house', 25, desks.coast],
  ['East Coast', '2014-03-26', '13:30', null, 'Children’s centre by the sea', 30, desks.coast],
  ['Fenside', '2014-03-04', '09:30', null, 'College', 20, desks.fen],
  ['Fenside', '2014-03-04', '14:00', null, 'College', 20, desks.fen],
  ['Fenside', '2014-03-21', '12:30', null, 'College', 20, desks.fen],
  ['Fenside', '2014-03-21', '15:30', null, 'College', 20, desks.fen],
  ['South Vale', '2014-03-27', '10:00', null, 'Town hall', 50, desks.south],
  ['South Vale', '2014-03-27', '14:00', null, 'Youth centre', 50, desks.south],
  ['South Vale', '2014-03-28', '14:00', null, 'Church hall', 25, desks.south],
  ['South Vale', null, '15:30', null, null, null, desks.south],
  ['Harbour', '2014-03-10', '09:30', null, 'Golf club', 25, desks.harbour],
  ['Harbour', '2014-03-12', '15:30', null, 'Golf club', 25, desks.harbour],
  ['Harbour', '2014-03-19', '13:00', null, 'Golf club', 25, desks.harbour],
  ['North Vale', '2014-03-27', '14:00', null, 'Youth centre', 20, desks.north],
  ['North Vale', '2014-03-20', '15:30', null, 'Youth centre', 20, desks.north],
  ['North Vale', '2014-03-06', '09:30', null, 'Second youth centre', 20, desks.north],
  ['North Vale', '2014-03-17', '09:30', null, 'Community centre', 30, desks.north],
  ['North Vale', '2014-03-17', '14:00', null, 'Community centre', 30, desks.north],
  ['West Wold', '2014-02-27', '10:00', null, 'Festival hall', 30, desks.west],
  ['West Wold', '2014-02-27', '13:00', null, 'Youth centre', 20, desks.west],
  ['West Wold', '2014-03-05', '15:30', null, 'Children’s centre', 30, desks.west],
  ['West Wold', '2014-03-11', '13:00', null, 'Council rooms at the market', 30, desks.west],
]

interface Ids {
  readonly entered_by: string
  readonly briefing: string
  readonly leading: string
}

/** Writes the framework, the draft of 2014 with its 29 sessions, and a schedule of today with a session that was held, one with places free and one that is full. */
export async function loadTrainingSample(owner: Database, ground: EarlyHelpGround): Promise<void> {
  const { today, now } = ground
  const ids = { entered_by: ground.people.get('pryce') ?? '', briefing: newId(), leading: newId() }
  await writeAs(owner, { actor: ground.account('pryce'), now, today }, async (tx) => {
    await addFramework(tx, ground, ids)
    await addSessions(tx, ground, ids)
  })
}

async function addFramework(tx: Writer, { today, organisations }: EarlyHelpGround, { entered_by, briefing, leading }: Ids): Promise<void> {
  const [listening, plain] = [newId(), newId()]

  await tx
    .insertInto('casework.competency')
    .values([
      {
        id: listening,
        entered_by,
        name: 'Listening to a child',
        words: 'Asks every child, at their age, what they want, and writes it in their words',
      },
      {
        id: plain,
        entered_by,
        name: 'Leading a team around a family',
        words: 'Brings people together, agrees one plan with the family, and keeps it moving',
      },
    ])
    .execute()
  await tx
    .insertInto('casework.training_course')
    .values([
      {
        id: briefing,
        kind: 'briefing',
        entered_by,
        name: 'Briefing: the new early help assessment',
        summary:
          'Two hours for everybody who works with families: why early help changes, how a team around a family works, and the new assessment tried out in small groups.',
      },
      {
        id: leading,
        kind: 'training',
        entered_by,
        name: 'Leading a team around a family',
        summary: 'A half day for whoever leads or will lead: agreement, the plan, meetings with the family in the room, and handing over.',
      },
    ])
    .execute()
  await tx
    .insertInto('casework.course_competency')
    .values([
      { course: briefing, competency: listening },
      { course: leading, competency: plain },
    ])
    .execute()
  const starts_on = today.subtract({ years: 1 })
  const source = 'Workforce plan of the partnership'
  await tx
    .insertInto('casework.mandatory_course')
    .values([
      { id: newId(), course: briefing, role: 'practitioner', refresh_months: null, source, starts_on, entered_by },
      { id: newId(), course: leading, role: 'lead', refresh_months: 24, source, starts_on, entered_by },
    ])
    .execute()
  await tx
    .insertInto('casework.training_need')
    .values({
      ...{
        id: newId(),
        organisation: organisations.get('police') ?? '',
        competency: listening,
        people: 12,
        course: briefing,
        entered_by,
      },
      ...{ evidence: 'Neighbourhood officers asked for it at three locality meetings', found_on: today.subtract({ days: 50 }) },
    })
    .execute()
}

async function addSessions(tx: Writer, ground: EarlyHelpGround, { entered_by, briefing, leading }: Ids): Promise<void> {
  const { today, now } = ground
  const came = attendees()
  const [draft, agreed, held, free, full] = [newId(), newId(), newId(), newId(), newId()]
  const session = (id: string, course: string, days: number, capacity: number) => ({
    ...{
      id,
      course,
      capacity,
      entered_by,
      schedule: agreed,
      district: 'Northbrook City',
      venue: 'Council offices',
      administrator: desks.city,
    },
    ...{ held_on: today.add({ days }), starts_at: '13:30', ends_at: '16:00', is_public: course === briefing && days > 0 },
  })
  const booking = (id: string, of: string, key: string, agency: string, state: string, ago: number) => ({
    ...{ id, session: of, person: ground.people.get(key) ?? '', organisation: ground.organisations.get(agency) ?? '', state },
    ...{ asked_at: now.subtract({ hours: ago * 24 }), asked_by: entered_by },
  })
  await tx
    .insertInto('casework.training_schedule')
    .values([
      {
        id: draft,
        entered_by,
        name: 'Launch briefings of spring 2014',
        source: 'Proposed days of 2014: provisional, and never agreed in this record',
        agreed_on: null,
        agreed_by: null,
      },
      {
        id: agreed,
        entered_by,
        name: 'Training of this year',
        source: '',
        agreed_on: today.subtract({ days: 120 }),
        agreed_by: entered_by,
      },
    ])
    .execute()
  await tx
    .insertInto('casework.training_session')
    .values([
      ...launch.map(([district, on, starts_at, ends_at, venue, capacity, administrator]) => ({
        ...{ id: newId(), schedule: draft, course: briefing, district, venue, starts_at, ends_at, capacity, administrator, entered_by },
        held_on: on === null ? null : Temporal.PlainDate.from(on),
      })),
      ...[session(held, leading, -70, 12), session(free, briefing, 18, 25), session(full, leading, 25, 1)],
    ])
    .execute()
  await tx
    .insertInto('casework.booking')
    .values([
      ...came.map(([id, key, agency]) => booking(id, held, key, agency, 'booked', 80)),
      booking(newId(), held, 'tennant', 'families-first', 'booked', 79),
      booking(newId(), full, 'eze', 'icb', 'booked', 9),
      booking(newId(), full, 'tennant', 'families-first', 'waiting', 5),
    ])
    .execute()
  // Its room changed after two had asked: both are told, until they say that they saw it.
  await tx.updateTable('casework.training_session').set({ venue: 'Family house', version: 2 }).where('id', '=', full).execute()
  await tx.updateTable('casework.booking').set({ attended: true, marked_by: entered_by }).where('session', '=', held).execute()
  await addAnswers(tx, now, came)
}

/** Who came to the session that was held, for whom, and how sure they were of themselves before and after. */
const attendees = () =>
  [
    [newId(), 'quist', 'community-health', 2, 4],
    [newId(), 'pryce', 'council', 4, 5],
    [newId(), 'rahman', 'icb', 3, 4],
    [newId(), 'eze', 'icb', 2, 4],
    [newId(), 'haddad', 'council', 3, 3],
  ] as const

/** Five said what it changed, of three agencies: enough for all of them, too few for any one. */
async function addAnswers(tx: Writer, now: Temporal.Instant, came: ReturnType<typeof attendees>): Promise<void> {
  const at = now.subtract({ hours: 69 * 24 })
  await tx
    .insertInto('casework.training_evaluation')
    .values(came.map(([booking, , , sure_before, sure_now]) => ({ booking, stage: 'day', sure_before, sure_now, at })))
    .execute()
}
