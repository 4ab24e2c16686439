import assert from 'node:assert/strict'
import { test } from 'node:test'
import { monthsOfCadence, reportEvery, reportStanding } from './report-cadence.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)

test('G3: cadences as people write them are counted in months; what cannot be counted is not guessed', () => {
  const known = {
    ...{ Yearly: 12, 'every year': 12, 'Every six months': 6, 'Every quarter': 3, Quarterly: 3, 'Every month': 1, monthly: 1 },
    ...{ 'Twice a year': 6, 'three times a year': 4, 'every 2 years': 24, 'every other month': 2, 'Every two months': 2, annually: 12 },
  }
  for (const [words, months] of Object.entries(known)) assert.equal(monthsOfCadence(words), months, words)
  for (const words of ['', 'as needed', 'every 0 months', 'five times a year', 'every blue month', 'to each meeting'])
    assert.equal(monthsOfCadence(words), undefined, words)
})

test('G14: a sub-group reports at least yearly where nothing else is written', () => {
  assert.deepEqual(reportEvery({ kind: 'sub-group-of', cadence: '' }), { months: 12, basis: 'sub-group' })
  assert.deepEqual(reportEvery({ kind: 'reports-to', cadence: 'Yearly' }), { months: 12, basis: 'written' })
  assert.equal(reportEvery({ kind: 'reports-to', cadence: '' }), undefined)
  assert.equal(reportEvery({ kind: 'challenges', cadence: 'Yearly' }), undefined)
})

test('G3: a yearly report is overdue the day after a year has passed; without any report it is said that none is recorded', () => {
  const last = day('2025-02-28')
  const state = (today: string) => reportStanding(12, day('2013-04-01'), last, day(today)).state
  assert.deepEqual(
    [state('2026-01-01'), state('2026-02-01'), state('2026-02-28'), state('2026-03-01')],
    ['in-time', 'due-soon', 'due-soon', 'overdue'],
  )
  assert.equal(reportStanding(12, day('2013-04-01'), undefined, day('2026-03-01')).state, 'none-recorded')
  assert.equal(reportStanding(12, day('2026-01-01'), undefined, day('2026-03-01')).state, 'in-time')
  assert.equal(reportStanding(undefined, day('2013-04-01'), undefined, day('2026-03-01')).state, 'not-counted')
})
