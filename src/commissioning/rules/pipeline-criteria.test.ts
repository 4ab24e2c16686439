import assert from 'node:assert/strict'
import { test } from 'node:test'
import { criteriaAsked, holdingBack, standingCriteria, type Tick } from './pipeline-criteria.ts'

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
