import assert from 'node:assert/strict'
import test from 'node:test'
import { type ChairEntry, type RollEntry, rollOf, rollProblems, staysOf } from './roll.ts'

const person = (id: string) => ({ id, name: id })
const seats = [
  {
    id: 'seat',
    name: 'Council',
    voting: 'voting',
    organisation: { name: 'Northbrook Council' },
    places: [
      {
        place: 1,
        holder: { person: person('ana'), onBehalfOf: undefined },
        deputies: [
          { person: person('bo'), meeting: undefined },
          { person: person('cy'), meeting: 'other' },
        ],
      },
      { place: 2, holder: { person: person('di'), onBehalfOf: { name: 'District' } }, deputies: [] },
      { place: 3, holder: undefined, deputies: [] },
    ],
  },
]
const officers = [
  { role: 'chair', person: person('ed') },
  { role: 'deputy_chair', person: person('ana') },
  { role: 'clerk', person: person('flo') },
]
const roll = rollOf('meeting', seats, officers)
const entry = (field: string, change: Partial<RollEntry> = {}): RollEntry => ({
  field,
  status: 'present',
  deputy: undefined,
  arrived: undefined,
  left: undefined,
  back: undefined,
  leftAgain: undefined,
  remote: false,
  ...change,
})
const chair = (change: Partial<ChairEntry>): ChairEntry => ({
  who: undefined,
  other: undefined,
  next: undefined,
  nextFrom: undefined,
  ...change,
})
const codes = (
  entries: readonly RollEntry[],
  who: ChairEntry,
  remedy: 'elect-as-first-item' | 'reschedule' | null = 'elect-as-first-item',
) => rollProblems(roll, entries, who, officers, remedy).map(({ code }) => code)

test('M8: the list holds a chair without a seat, every place, and the deputies for this meeting only', () => {
  assert.deepEqual(
    roll.map(({ field, person: who }) => [field, who?.id]),
    [
      ['chair', 'ed'],
      ['seat_1', 'ana'],
      ['seat_2', 'di'],
      ['seat_3', undefined],
    ],
  )
  assert.deepEqual(
    roll[1]?.deputies.map(({ id }) => id),
    ['bo'],
  )
})

test('M8: a deputy is named and nobody leaves before arriving', () => {
  const nine = new Temporal.PlainTime(9)
  assert.deepEqual(codes([entry('seat_1', { status: 'deputy' }), entry('seat_2', { arrived: nine, left: nine })], chair({})), [
    'deputy-missing',
    'left-before-arrived',
  ])
})

test('M8: who comes back has left before, and has two stays', () => {
  const [two, three, half, four] = [14, 15, 15.5, 16].map((hour) => new Temporal.PlainTime(Math.floor(hour), (hour % 1) * 60))
  const twice = { arrived: two, left: three, back: half, leftAgain: four }
  assert.deepEqual(codes([entry('seat_1', twice)], chair({})), [])
  assert.deepEqual(
    staysOf(entry('seat_1', twice)).map(({ from, to }) => [from, to]),
    [
      [two, three],
      [half, four],
    ],
  )
  assert.deepEqual(codes([entry('seat_1', { back: half })], chair({})), ['back-without-leaving'])
  assert.deepEqual(codes([entry('seat_1', { left: half, back: three })], chair({})), ['back-before-leaving'])
  assert.deepEqual(codes([entry('seat_1', { left: three, leftAgain: four })], chair({})), ['back-without-leaving'])
  assert.deepEqual(codes([entry('seat_1', { ...twice, leftAgain: half })], chair({})), ['left-before-arrived'])
})

test('G8: a chair is elected for the meeting only when chair and deputy chair are both absent', () => {
  const elected = chair({ who: 'other', other: 'di' })
  assert.deepEqual(codes([entry('seat_2')], elected), [])
  assert.deepEqual(codes([entry('seat_1'), entry('seat_2')], elected), ['chair-is-present'])
  assert.deepEqual(codes([entry('seat_1', { arrived: new Temporal.PlainTime(14, 20) }), entry('seat_2')], elected), [])
  assert.deepEqual(codes([entry('seat_2')], elected, 'reschedule'), ['must-reschedule'])
  assert.deepEqual(codes([], elected), ['chair-not-present'])
  assert.deepEqual(codes([entry('chair', { status: 'apologies' })], chair({ who: 'chair' })), ['chair-not-present'])
})
