import assert from 'node:assert/strict'
import { test } from 'node:test'
import { workingDaysOf } from './bank-holidays.ts'
import { afterVerdict, type DeadlineAfter, lastDayAfter } from './deadline-after.ts'

const day = Temporal.PlainDate.from
const england = workingDaysOf('england-and-wales')

function within(days: number, from: 'meeting' | 'approval', soft = false): DeadlineAfter {
  return { mode: 'calendar', days, clock: { from, reading: 'As read by the clerk.', chosenBy: 'The clerk' }, soft }
}

const held = { meeting: day('2026-11-18'), approval: day('2027-01-20') }

test('G10: draft minutes seven days after Wednesday 18 November 2026 are due on Wednesday 25 November', () => {
  const answer = lastDayAfter(within(7, 'meeting'), held, england)
  assert.equal(answer?.state === 'known' && answer.lastDay.toString(), '2026-11-25')
})

test('G10: ten days from approval on 20 January 2027 end on Saturday 30 January; the warning starts on Friday', () => {
  const rule = within(10, 'approval')
  const state = (today: string) => afterVerdict(rule, held, null, day(today), england).state
  assert.equal(state('2027-01-28'), 'not-yet-due')
  assert.equal(state('2027-01-29'), 'due-soon')
  assert.equal(state('2027-01-30'), 'due-soon')
  assert.equal(state('2027-01-31'), 'overdue')
})

test('G10: where the clock starts is a reading, and the two readings give two last days', () => {
  const lastDays = (['meeting', 'approval'] as const).map((from) => {
    const answer = lastDayAfter(within(10, from), held, england)
    return answer?.state === 'known' ? answer.lastDay.toString() : null
  })
  assert.deepEqual(lastDays, ['2026-11-28', '2027-01-30'])
})

test('G10: a soft duty that is missed is reported as such, and a clock that has not started waits', () => {
  assert.equal(afterVerdict(within(10, 'approval', true), held, day('2027-02-04'), day('2027-02-04'), england).state, 'missed-soft')
  const late = afterVerdict(within(10, 'approval'), held, day('2027-02-01'), day('2027-02-04'), england)
  assert.deepEqual(late, { state: 'late', lastDay: day('2027-01-30'), daysLate: 2, unit: 'calendar' })
  assert.deepEqual(afterVerdict(within(10, 'approval'), { ...held, approval: null }, null, day('2027-01-01'), england), {
    state: 'clock-not-started',
    from: 'approval',
  })
})

test('G10: working days after an event beyond the announced holidays are not known', () => {
  const rule: DeadlineAfter = { ...within(10, 'meeting'), mode: 'working' }
  assert.equal(afterVerdict(rule, { meeting: day('2028-12-27'), approval: null }, null, day('2028-12-28'), england).state, 'not-known')
})
