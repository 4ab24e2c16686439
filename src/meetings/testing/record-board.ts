import { newId } from '#platform/database/ids.ts'
import type { Database } from '#platform/database/session.ts'
import { addPerson, type BoardPerson, buildBoard, type TestBoard } from '#test/support/board.ts'
import { fieldOfPlace } from '../rules/roll.ts'

const from = Temporal.PlainDate.from('2010-01-01')
const stated = (value: unknown) => ({ status: 'stated', value, source: null })

/** A member of the test board with the field of the seat in the attendance form. */
export interface SeatedPerson extends BoardPerson {
  readonly seat: string
  readonly field: string
}

/** A board for tests of the record: five voting places of five agencies besides the one of the plain board, and rules of every kind. */
export interface RecordBoard extends TestBoard {
  readonly seats: readonly SeatedPerson[]
  /** Authorised as the named substitute of the first seat. */
  readonly deputy: BoardPerson
}

/** Rules that tests may replace, by their name in the terms. */
export const recordRules = {
  quorum: stated({
    kind: 'waiver',
    rule: {
      kind: 'share',
      numerator: 1,
      denominator: 2,
      moreThan: false,
      counts: 'people',
      of: { kind: 'voting-members' },
      vacantSeats: 'not-counted',
    },
    when: 'chair-consulted-absent',
  }),
  minuteNumbers: stated({ runsOn: true, start: 25 }),
  decisionNumbers: stated({ runsOn: true, start: 1 }),
  voting: stated({
    consensusFirst: false,
    oneVoteEach: true,
    moneyMethod: null,
    majority: null,
    castingVote: 'on-a-tie',
    notPermittedOn: ['policy'],
    referTo: ['Northbrook County Council'],
    viewsReferredTo: [],
    mayPostpone: true,
  }),
}

/** Builds the board with its rules. */
export async function buildRecordBoard(owner: Database, rules: Readonly<Record<string, unknown>> = recordRules): Promise<RecordBoard> {
  const board = await buildBoard(owner, 'strategic-partnership')
  const row = await owner
    .selectFrom('governance.terms_version')
    .select(['id', 'document'])
    .where('body', '=', board.body)
    .executeTakeFirstOrThrow()
  const document = JSON.stringify({ ...(row.document as object), ...rules })
  // Adopted terms do not change: the test takes them back to a draft first.
  await owner.updateTable('governance.terms_version').set({ state: 'draft' }).where('id', '=', row.id).execute()
  await owner.updateTable('governance.terms_version').set({ document, state: 'adopted' }).where('id', '=', row.id).execute()
  await owner.deleteFrom('governance.appointment').where('person', '=', board.member.person).execute()
  await owner.deleteFrom('governance.seat').where('body', '=', board.body).where('key', '=', 'member_seat').execute()
  const seats: SeatedPerson[] = []
  const names = ['Fay Council', 'Gus Police', 'Hal Health', 'Ivy Schools', 'Jo Voluntary']
  for (const [index, name] of names.entries()) seats.push(await addSeat(owner, board, name, index))
  const [first] = seats
  const deputy = await addPerson(owner, 'Kit Deputy')
  const authorisation = {
    id: newId(),
    seat: first?.seat ?? '',
    place: 1,
    person: deputy.person,
    basis: 'named',
    may_decide: true,
    starts_on: from,
  }
  await owner.insertInto('governance.deputy_authorisation').values(authorisation).execute()
  return { ...board, seats, deputy }
}

async function addSeat(owner: Database, board: TestBoard, name: string, position: number): Promise<SeatedPerson> {
  const person = await addPerson(owner, name)
  const organisation = newId()
  await owner
    .insertInto('governance.organisation')
    .values({ id: organisation, name: `${name} agency`, sector: 'other', starts_on: from })
    .execute()
  const seat = newId()
  const values = {
    id: seat,
    body: board.body,
    key: `seat_${position}`,
    name: `Seat ${position + 1}`,
    voting: 'voting',
    places: 1,
    position,
    starts_on: from,
  }
  await owner.insertInto('governance.seat').values(values).execute()
  const appointment = { id: newId(), seat, place: 1, person: person.person, on_behalf_of: organisation, starts_on: from }
  await owner.insertInto('governance.appointment').values(appointment).execute()
  return { ...person, seat, field: fieldOfPlace(seat, 1) }
}
