import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AttendancePeriod } from '#governance/public-data.ts'
import type { OpenMeeting } from '#meetings/public-data.ts'
import { publishedAttendance } from './published-attendance.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const period = (published: boolean, from: string, until: string | null, body = 'board'): AttendancePeriod => ({
  body,
  published,
  startsOn: day(from),
  endsOn: until === null ? null : day(until),
})
const stay = { meeting: 'm', person: null, name: 'Ada Quill', seat: null, deputy: false, mode: 'in_room', from: null, to: null } as const
const meeting = {
  id: 'm',
  body: 'board',
  jointBodies: [],
  heldOn: day('2026-03-10'),
  attendance: [stay],
  absences: [],
  chairs: [],
} as unknown as OpenMeeting
const isGiven = (...periods: readonly AttendancePeriod[]): boolean => publishedAttendance(meeting, periods).attendance.length === 1

test('G12: who attended is given out only where the board said so for the day of the meeting', () => {
  assert.equal(isGiven(), false, 'nothing is recorded')
  assert.equal(isGiven(period(true, '2026-01-01', null)), true)
  assert.equal(isGiven(period(false, '2026-01-01', null)), false)
  assert.equal(isGiven(period(true, '2026-01-01', '2026-03-10')), false, 'the first day on which it no longer holds')
  assert.equal(isGiven(period(true, '2026-01-01', '2026-03-11')), true)
  assert.equal(isGiven(period(true, '2026-03-11', null)), false)
  assert.equal(isGiven(period(true, '2026-01-01', null, 'another')), false)
})

test('G12: terms that keep the register private outweigh the setting', () => {
  assert.equal(isGiven(period(true, '2026-01-01', null), period(false, '2026-02-01', null)), false)
  assert.equal(isGiven(period(true, '2026-01-01', null), period(false, '2025-02-01', '2026-01-01')), true)
})

test('G12: where boards meet together, who attended is given out only where each of them said so', () => {
  const joint = { ...meeting, jointBodies: ['guest'] }
  const isJointGiven = (...periods: readonly AttendancePeriod[]): boolean => publishedAttendance(joint, periods).attendance.length === 1
  const [ours, theirs] = [period(true, '2026-01-01', null), period(true, '2026-01-01', null, 'guest')]
  assert.equal(isJointGiven(ours), false, 'nothing is recorded of the guest')
  assert.equal(isJointGiven(ours, theirs), true)
  assert.equal(isJointGiven(ours, theirs, period(false, '2026-02-01', null, 'guest')), false)
})
