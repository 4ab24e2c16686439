import assert from 'node:assert/strict'
import { test } from 'node:test'
import { callState, countingBids, mayLookAt } from './bid.ts'
import { criteriaAsked, criteriaThatWait, holdingBack, standingCriteria, type Tick } from './pipeline-criteria.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const criteria = [
  { id: 'a', title: 'A', required: true, startsOn: undefined, endsOn: day('2026-03-10') },
  { id: 'b', title: 'B', required: true, startsOn: day('2026-03-10'), endsOn: undefined },
  { id: 'c', title: 'C', required: false, startsOn: undefined, endsOn: undefined },
]

test('C8: a case is asked what was in force on the day it entered its stage', () => {
  const asked = (on: string) => criteriaAsked(criteria, day(on)).map(({ id }) => id)
  assert.deepEqual(asked('2026-03-09'), ['a', 'c'])
  assert.deepEqual(asked('2026-03-10'), ['b', 'c'])
})

test('C8: the last that was said of a criterion counts, what nobody spoke of is open, and only what is required holds a case back', () => {
  const said = (criterion: string, says: Tick['says']): Tick => ({ criterion, says, onDay: day('2026-03-01'), saidBy: 'p', note: '' })
  const back = (...ticks: Tick[]) => holdingBack(standingCriteria(criteria, ticks, day('2026-03-01'))).map(({ id }) => id)
  assert.deepEqual(back(), ['a'])
  assert.deepEqual(back(said('a', 'met')), [])
  assert.deepEqual(back(said('a', 'met'), said('a', 'open')), ['a'])
  assert.deepEqual(back(said('a', 'met'), said('a', 'open'), said('a', 'waived')), [])
})

test('C8: criteria that keep cases are named with how many, the one that keeps the most first, and none that is met or only looked at', () => {
  const met: Tick = { criterion: 'b', says: 'met', onDay: day('2026-03-12'), saidBy: 'p', note: '' }
  const asked = (on: string, ...ticks: Tick[]) => ({ criteria: standingCriteria(criteria, ticks, day(on)) })
  const waiting = criteriaThatWait([asked('2026-03-01'), asked('2026-03-11'), asked('2026-03-11'), asked('2026-03-11', met)])
  assert.deepEqual(waiting, [
    { id: 'b', title: 'B', cases: 2 },
    { id: 'a', title: 'A', cases: 1 },
  ])
  assert.deepEqual(criteriaThatWait([]), [])
})

test('C8: a call is open to its last moment, opened by two after its time; of each provider the last bid in time counts', () => {
  const at = (text: string) => Temporal.Instant.from(`2026-03-${text}:00Z`)
  const call = { closesAt: at('10T12:00'), opensAt: at('10T14:00'), openedAt: undefined, withdrawnOn: undefined, decidedOn: undefined }
  for (const [now, state] of [
    ['10T12:00', 'open'],
    ['10T12:01', 'closed'],
    ['10T14:00', 'to-open'],
  ] as const)
    assert.equal(callState(call, at(now)), state)
  assert.equal(callState({ ...call, openedAt: at('10T14:05') }, at('11T09:00')), 'opened')
  const withdrawnOn = Temporal.PlainDate.from('2026-03-09')
  assert.equal(callState({ ...call, withdrawnOn }, at('11T09:00')), 'withdrawn')
  const opened = { ...call, openedAt: at('10T14:05'), openers: ['x', 'y'] }
  assert.deepEqual([mayLookAt({ ...call, openers: ['x'] }, 'x'), mayLookAt(opened, 'x'), mayLookAt(opened, 'z')], [false, true, false])
  assert.ok(mayLookAt({ ...opened, decidedOn: withdrawnOn }, 'z'))
  const bid = (id: string, provider: string, refusedBecause = '') => ({ id, provider, refusedBecause })
  const bids = [bid('1', 'a'), bid('2', 'b'), bid('3', 'a'), bid('4', 'b', 'late')]
  assert.deepEqual(
    countingBids(bids).map(({ id }) => id),
    ['2', '3'],
  )
})
