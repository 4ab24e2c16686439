import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isAttendancePublished } from './attendance-published.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const period = (published: boolean, from: string, until?: string) => ({
  body: 'board',
  published,
  startsOn: day(from),
  endsOn: until === undefined ? null : day(until),
})

test('G12: attendance is for everybody where the settings of the day say so and the terms do not say otherwise', () => {
  const on = (...periods: Parameters<typeof isAttendancePublished>[2]) => isAttendancePublished('board', day('2026-03-10'), periods)
  assert.equal(on(), false, 'nothing is recorded')
  assert.equal(on(period(true, '2026-01-01')), true)
  assert.equal(on(period(true, '2026-01-01'), period(false, '2026-02-01')), false, 'the terms outweigh the setting')
  assert.equal(on(period(true, '2026-01-01'), period(false, '2025-02-01', '2026-03-10')), true, 'terms that ended that day')
  assert.equal(on(period(true, '2026-03-11')), false)
  assert.equal(on({ ...period(true, '2026-01-01'), body: 'another' }), false)
})
