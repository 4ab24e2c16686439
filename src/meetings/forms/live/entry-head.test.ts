import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { entryStamp } from './entry-head.ts'

const began = Temporal.Instant.from('2026-03-02T14:00:00Z')
const now = Temporal.Instant.from('2026-03-02T15:00:00Z')
const stamp = (written: unknown, clock: unknown) => entryStamp({ written: String(written), clock: String(clock) }, now, began).happenedAt

test('X5: a phone whose clock is wrong by years says the right time all the same', () => {
  for (const wrongBy of [0, -3.2e11, 9e11]) {
    const phone = now.epochMilliseconds + wrongBy
    assert.equal(stamp(phone - 600_000, phone).toString(), '2026-03-02T14:50:00Z')
  }
})

test('X5: whatever a phone says, an entry lies between the beginning of the meeting and now', () => {
  const said = fc.oneof(fc.integer({ min: 0, max: 9e14 }), fc.string(), fc.constant(''))
  fc.assert(
    fc.property(said, said, (written, clock) => {
      const at = stamp(written, clock)
      assert.ok(Temporal.Instant.compare(at, began) >= 0 && Temporal.Instant.compare(at, now) <= 0)
    }),
  )
})

test('X5: an entry without an id, or with nonsense for one, gets its own', () => {
  const ids = [{}, { entry: 'x' }, { entry: ['a', 'b'] }].map((body) => entryStamp(body, now, began).id)
  assert.equal(new Set(ids).size, 3)
  assert.equal(entryStamp({ entry: '01a20169-f42a-7000-abea-df52ce1f6643' }, now, began).id, '01a20169-f42a-7000-abea-df52ce1f6643')
})
