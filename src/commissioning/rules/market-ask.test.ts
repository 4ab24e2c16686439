import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askState, asksOf, oldReturns } from './market-ask.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

test('C12: what is asked waits until its last day, is late after it, and may be corrected as long as it is in time', () => {
  const dueOn = day('2026-03-31')
  const made = { dueOn, returnedOn: day('2026-03-01') }
  const open = { dueOn, returnedOn: undefined }
  assert.equal(askState(open, dueOn), 'waits')
  assert.equal(askState(open, day('2026-04-01')), 'late')
  assert.equal(askState(made, dueOn), 'made')
  assert.equal(askState(made, day('2026-04-01')), 'settled')
})

test('C12: a return is old when it is older than the months of its market, and the oldest is named first', () => {
  const returns = ['2026-01-30', '2025-08-30', '2025-08-31', '2025-02-01'].map((text) => ({ datedOn: day(text) }))
  assert.deepEqual(
    oldReturns(returns, 6, day('2026-02-28')).map(({ datedOn }) => String(datedOn)),
    ['2025-02-01'],
  )
  assert.deepEqual(
    oldReturns(returns, 6, day('2026-03-01')).map(({ datedOn }) => String(datedOn)),
    ['2025-02-01', '2025-08-30', '2025-08-31'],
  )
  assert.deepEqual(oldReturns(returns, undefined, day('2036-01-01')), [])
})

test('C12: providers are asked in the areas that are chosen, or in those of their returns, and never twice for what is open', () => {
  const returns = [
    { provider: 'a', area: 'north' },
    { provider: 'a', area: 'north' },
    { provider: 'b', area: 'south' },
  ]
  assert.deepEqual(asksOf(['a', 'c'], [], returns, []), [{ provider: 'a', area: 'north' }])
  assert.deepEqual(asksOf(['a', 'c'], ['south'], returns, [{ provider: 'a', area: 'south' }]), [{ provider: 'c', area: 'south' }])
})
