import assert from 'node:assert/strict'
import { test } from 'node:test'
import { failureLimit } from './rate-limit.ts'

test('X1: a key that went wrong too often is held off until the minute is over, others are not, and asking counts nothing', () => {
  const limit = failureLimit(3)
  const at = (second: number): Temporal.Instant => Temporal.Instant.from('2026-03-10T10:00:00Z').add({ seconds: second })
  for (let count = 0; count < 10; count += 1) assert.equal(limit.heldOff('a', at(1)), undefined)
  limit.failed('a', at(1))
  limit.failed('a', at(2))
  assert.equal(limit.heldOff('a', at(3)), undefined)
  limit.failed('a', at(15))
  assert.deepEqual([limit.heldOff('a', at(15)), limit.heldOff('a', at(59)), limit.heldOff('b', at(15))], [45, 1, undefined])
  assert.equal(limit.heldOff('a', at(60)), undefined)
  limit.failed('a', at(61))
  assert.equal(limit.heldOff('a', at(61)), undefined)
})
