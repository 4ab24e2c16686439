import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { refuseServing, surroundingsOf } from './area-nesting.ts'

test('G1: what an area lies in and what lies in it is found all the way, also where lines go round', () => {
  const nested = [
    { area: 'ward', within: 'district' },
    { area: 'district', within: 'county' },
    { area: 'other', within: 'county' },
  ]
  assert.deepEqual([...surroundingsOf('ward', nested).wider].toSorted(), ['county', 'district'])
  assert.deepEqual([...surroundingsOf('county', nested).parts].toSorted(), ['district', 'other', 'ward'])
  const name = fc.constantFrom('a', 'b', 'c', 'd')
  fc.assert(
    fc.property(fc.array(fc.record({ area: name, within: name })), name, (pairs, area) => {
      const { wider, parts } = surroundingsOf(area, pairs)
      assert.ok(!wider.has(area) && !parts.has(area))
      for (const other of wider) assert.ok(surroundingsOf(other, pairs).parts.has(area))
      for (const other of parts) assert.ok(surroundingsOf(other, pairs).wider.has(area))
    }),
  )
})

test('G1: a board serves an area only while that exists', () => {
  const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
  const area = { startsOn: day('1974-04-01'), endsOn: day('2023-04-01') }
  const asked = (from: string, until?: string) => refuseServing(area, { startsOn: day(from), endsOn: until ? day(until) : undefined })
  assert.equal(asked('1974-04-01', '2023-04-01'), undefined)
  assert.equal(asked('1974-03-31', '2023-04-01'), 'before-area')
  assert.equal(asked('2000-01-01'), 'after-area')
  assert.equal(asked('2000-01-01', '2023-04-02'), 'after-area')
  assert.equal(asked('2000-01-01', '2000-01-01'), 'ends-before-start')
})
