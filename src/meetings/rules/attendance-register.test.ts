import assert from 'node:assert/strict'
import test from 'node:test'
import { type AttendanceTerms, attendanceRegister, type RegisteredMeeting, sumByAgency } from './attendance-register.ts'

const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)
const rule: AttendanceTerms = {
  share: { numerator: 70, denominator: 100 },
  developmentDays: true,
  explanationAfter: 1,
  letterAfter: 2,
  consecutive: null,
  registerPublic: true,
}
const year = { from: day('2025-04-01'), until: day('2026-04-01') }
const member = {
  appointment: 'a',
  person: { id: 'ana', name: 'Ana Field' },
  seatName: 'Council',
  place: 'seat/1',
  agency: 'Northbrook Council',
  term: { from: day('2025-05-01'), until: null },
}
const meeting = (on: string, sat: 'member' | 'deputy' | null, change: Partial<RegisteredMeeting> = {}): RegisteredMeeting => ({
  day: day(on),
  kind: 'meeting',
  state: 'held',
  sat: new Map(sat === null ? [] : [['seat/1', sat]]),
  apologies: new Set(sat === null ? ['seat/1'] : []),
  ...change,
})

// Handbook 3.5: 10 called, 1 cancelled, 1 abandoned inquorate, 1 before the appointment; attended 4, deputy 1.
const ten = [
  meeting('2025-04-10', 'member'),
  meeting('2025-05-10', 'member'),
  meeting('2025-06-10', 'member'),
  meeting('2025-07-10', 'member'),
  meeting('2025-08-10', 'member', { kind: 'development-day' }),
  meeting('2025-09-10', 'deputy'),
  meeting('2025-10-10', null),
  meeting('2025-11-10', null),
  meeting('2025-12-10', null, { state: 'cancelled' }),
  meeting('2026-01-10', null, { state: 'abandoned-inquorate' }),
]

test('G12: 4 of 7 in person and 5 of 7 by the seat: the seat meets 70%, the person does not', () => {
  const [entry] = attendanceRegister(rule, year, [member], ten)
  assert.deepEqual(entry?.rate, {
    state: 'counted',
    person: { attended: 4, due: 7, meets: false },
    seat: { attended: 5, due: 7, meets: true },
  })
  assert.deepEqual(
    entry?.steps.map(({ step }) => step),
    ['consider-letter'],
  )
  assert.deepEqual(sumByAgency(entry ? [entry] : []), [{ name: 'Northbrook Council', due: 7, byPerson: 4, bySeat: 5 }])
})

test('G12: no meetings due is neither 0% nor 100%, and without a rule nothing is judged', () => {
  const late = { ...member, term: { from: day('2026-03-01'), until: null } }
  assert.deepEqual(attendanceRegister(rule, year, [late], ten)[0]?.rate, { state: 'no-meetings-due' })
  const unjudged = attendanceRegister(null, year, [member], ten)[0]
  assert.deepEqual(unjudged?.rate, {
    state: 'counted',
    person: { attended: 3, due: 6, meets: null },
    seat: { attended: 4, due: 6, meets: null },
  })
  assert.deepEqual(unjudged?.steps, [])
})

test('G12: a miss without an apology asks for an explanation', () => {
  const [entry] = attendanceRegister(rule, year, [member], [meeting('2025-06-10', null, { apologies: new Set() })])
  assert.deepEqual(
    entry?.steps.map(({ step }) => step),
    ['ask-explanation'],
  )
})
