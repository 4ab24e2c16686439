import assert from 'node:assert/strict'
import test from 'node:test'
import type { StandingItem } from '#governance/public.ts'
import { type HeldAgenda, type StandingRecord, standingKept } from './standing-kept.ts'
import type { KeptStanding } from './standing-places.ts'

const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)
const today = day('2026-03-10')
const item = (key: string, months: number | null) => ({ key, title: key.toUpperCase(), months }) as StandingItem
const meeting = (id: string, heldOn: string, ...standing: StandingItem[]): HeldAgenda => ({ id, heldOn: day(heldOn), standing })
const record = (over: Partial<StandingRecord>): StandingRecord => ({ held: [], ahead: [], taken: [], kept: [], ...over })
const kept = (over: Partial<KeptStanding>): KeptStanding => ({
  ...{ id: 'k', key: 'budget', dueFrom: null, dueUntil: null, dueMeeting: null, meeting: null, state: 'accepted', byHand: false },
  ...over,
})

test('G17, G11: an item of each meeting is due at every meeting of the last twelve months, and at no other', () => {
  const budget = item('budget', null)
  const held = [meeting('old', '2025-03-09', budget), meeting('a', '2025-03-10', budget), meeting('b', '2025-09-02', budget)]
  const found = standingKept(record({ held, taken: [{ key: 'budget', meeting: 'a' }] }), today)
  assert.deepEqual(found, { due: 2, misses: [{ title: 'BUDGET', meeting: 'b', isLeftOut: false }], unplaced: [] })
  const done = standingKept(record({ held, taken: [], kept: [kept({ dueMeeting: 'a', state: 'done' })] }), today)
  assert.deepEqual(
    done.misses.map(({ meeting: at }) => at),
    ['b'],
    'an item that was renamed on the agenda is done by the plan',
  )
})

test('G17: an item that the clerk left out is a miss that is told apart', () => {
  const held = [meeting('a', '2025-09-02', item('budget', null))]
  const [miss] = standingKept(record({ held, kept: [kept({ dueMeeting: 'a', state: 'withdrawn' })] }), today).misses
  assert.equal(miss?.isLeftOut, true)
})

test('G17, G11: an item with a cadence is due once in each period that is over and had a meeting', () => {
  const kpis = item('kpis', 3)
  const held = [
    meeting('jan25', '2025-01-14', kpis),
    meeting('may', '2025-05-13', kpis),
    meeting('jun', '2025-06-10', kpis),
    meeting('oct', '2025-10-14', kpis),
    meeting('feb', '2026-02-10', kpis),
  ]
  const found = standingKept(record({ held, taken: [{ key: 'kpis', meeting: 'may' }] }), today)
  // January to March 2025 ended on 31 March 2025, which is within the year; July to September had no meeting; January to March 2026 is not over.
  assert.deepEqual([found.due, found.misses.map(({ meeting: at }) => at)], [3, ['jan25', 'oct']])
  assert.deepEqual(found.unplaced, ['KPIS'], 'February did not take it, and no meeting before April can')
  const ahead = [meeting('mar', '2026-03-24', kpis)]
  assert.deepEqual(standingKept(record({ held, ahead }), today).unplaced, [])
  assert.deepEqual(standingKept(record({ held, taken: [{ key: 'kpis', meeting: 'feb' }] }), today).unplaced, [])
})

test('G17: what the terms did not name on the day of a meeting was not due at it', () => {
  const held = [meeting('a', '2025-09-02'), meeting('b', '2025-11-04', item('budget', null))]
  assert.equal(standingKept(record({ held }), today).due, 1)
  assert.deepEqual(standingKept(record({}), today), { due: 0, misses: [], unplaced: [] })
})
