import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { attendanceRate, attendanceSteps, financialYearOf, type SeatMeeting } from './attendance-rate.ts'
import type { AttendanceRule } from './terms/procedure.ts'

const day = Temporal.PlainDate.from
const seventy: AttendanceRule = {
  share: { numerator: 70, denominator: 100 },
  developmentDays: true,
  explanationAfter: 1,
  letterAfter: 2,
  consecutive: null,
  registerPublic: null,
}
const year = financialYearOf(day('2026-09-01'))
const open = { from: day('2020-01-01'), until: null }

function meeting(month: number, attendedBy: SeatMeeting['attendedBy'], extra: Partial<SeatMeeting> = {}): SeatMeeting {
  return {
    day: Temporal.PlainDate.from({ year: 2026, month, day: 10 }),
    kind: 'meeting',
    state: 'held',
    attendedBy,
    apology: false,
    ...extra,
  }
}

test('G12: ten called, one cancelled, one abandoned, one before the appointment: seat 5 of 7 meets 70%, person 4 of 7 does not', () => {
  const meetings = [
    meeting(4, 'member'),
    meeting(5, null, { state: 'cancelled' }),
    meeting(5, null, { state: 'abandoned-inquorate' }),
    ...[6, 7, 8, 9].map((month) => meeting(month, 'member')),
    meeting(10, 'deputy'),
    meeting(11, null),
    meeting(12, null, { apology: true }),
  ]
  const rate = attendanceRate(seventy, year, { from: day('2026-05-01'), until: null }, meetings)
  assert.deepEqual(rate, { state: 'counted', person: { attended: 4, due: 7, meets: false }, seat: { attended: 5, due: 7, meets: true } })
})

test('G12: no meetings due is neither 0% nor 100%', () => {
  assert.deepEqual(attendanceRate(seventy, year, open, [meeting(5, null, { state: 'cancelled' })]), { state: 'no-meetings-due' })
})

test('G12: development days count where the rule says so', () => {
  const meetings = [meeting(5, 'member'), meeting(6, null, { kind: 'development-day' })]
  const due = (developmentDays: boolean) => {
    const rate = attendanceRate({ ...seventy, developmentDays }, year, open, meetings)
    return rate.state === 'counted' ? rate.seat.due : 0
  }
  assert.deepEqual([due(true), due(false)], [2, 1])
})

test('G12: the financial year begins on 1 April and ends on 31 March', () => {
  assert.equal(financialYearOf(day('2027-03-31')).from.toString(), '2026-04-01')
  assert.equal(financialYearOf(day('2027-04-01')).from.toString(), '2027-04-01')
})

test('G12: a miss without apology asks for an explanation; two misses propose a letter, certain only where they follow one another', () => {
  const apart = [meeting(4, null), meeting(6, 'member'), meeting(8, null, { apology: true })]
  assert.deepEqual(attendanceSteps(seventy, apart), [
    { step: 'ask-explanation', day: day('2026-04-10') },
    { step: 'consider-letter', days: [day('2026-04-10'), day('2026-08-10')], certain: false },
  ])
  const together = [meeting(4, null), meeting(6, null), meeting(8, 'deputy')]
  assert.deepEqual(attendanceSteps(seventy, together).at(-1), {
    step: 'consider-letter',
    days: [day('2026-04-10'), day('2026-06-10')],
    certain: true,
  })
  assert.equal(
    attendanceSteps({ ...seventy, consecutive: true }, apart).some(({ step }) => step === 'consider-letter'),
    false,
  )
})

test('G12: the seat never attends less than the person', () => {
  const meetings = fc.array(fc.constantFrom<SeatMeeting['attendedBy']>('member', 'deputy', null), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(meetings, (attended) => {
      const rate = attendanceRate(
        seventy,
        year,
        open,
        attended.map((by) => meeting(6, by)),
      )
      assert.ok(rate.state === 'counted' && rate.seat.attended >= rate.person.attended && rate.seat.attended <= rate.seat.due)
    }),
  )
})
