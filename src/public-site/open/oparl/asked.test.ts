import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type AskedList, queryOf, readAsked } from './asked.ts'

const read = (query: string): AskedList => {
  const asked = readAsked(new URLSearchParams(query))
  return asked.ok ? asked.value : assert.fail(asked.problems[0])
}

test('O2: nothing asked is the first page of everything', () => {
  const asked = read('')
  assert.deepEqual([asked.page, asked.after, asked.modifiedSince, asked.omitInternal], [1, undefined, undefined, false])
  assert.equal(queryOf(asked, 1), '')
})

test('O2: a plus that nobody encoded is understood, and Z on the way in', () => {
  const summer = Temporal.Instant.from('2027-07-01T13:00:00Z')
  for (const text of ['2027-07-01T14:00:00%2B01:00', '2027-07-01T14:00:00+01:00', '2027-07-01T13:00:00Z', '2027-07-01T09:00:00-04:00'])
    assert.ok(read(`modified_since=${text}`).modifiedSince?.equals(summer), text)
})

type Time = Temporal.Instant | undefined
const inOrder = (a: Time, b: Time): readonly [Time, Time] => (a && b && Temporal.Instant.compare(a, b) > 0 ? [b, a] : [a, b])

test('O2: a range that ends before it begins, a year of no record and a page beyond count are refused in words', () => {
  for (const query of [
    'created_since=2027-07-02T00:00:00Z&created_until=2027-07-01T00:00:00Z',
    'modified_since=2027-07-02T00:00:00Z&modified_until=2027-07-01T00:00:00Z',
    'modified_since=-99999-01-01T00:00:00Z',
    'created_until=99999-01-01T00:00:00Z',
    'page=10000000000',
    'page=-1',
  ]) {
    const asked = readAsked(new URLSearchParams(query))
    assert.ok(!asked.ok && /\.$/.test(asked.problems[0]), query)
  }
})

test('O2: whatever filters are asked for, the address of the next page asks for the same', () => {
  const time = fc.option(
    fc.integer({ min: 0, max: 4_000_000_000 }).map((second) => Temporal.Instant.fromEpochMilliseconds(second * 1000)),
    { nil: undefined },
  )
  const uuid = '01a201f8-0000-7000-8000-000000000001'
  fc.assert(
    fc.property(time, time, time, time, fc.boolean(), fc.integer({ min: 2, max: 10_000 }), (a, b, c, d, omitInternal, page) => {
      const [createdSince, createdUntil] = inOrder(a, b)
      const [modifiedSince, modifiedUntil] = inOrder(c, d)
      const asked: AskedList = { page: 1, after: undefined, createdSince, createdUntil, modifiedSince, modifiedUntil, omitInternal }
      const created = Temporal.Instant.from('2026-03-02T10:00:00Z')
      const next = read(queryOf(asked, page, { created, id: uuid }).slice(1))
      assert.deepEqual({ ...next, page: 1, after: undefined }, asked)
      assert.equal(next.page, page)
      assert.deepEqual(next.after, { created, id: uuid })
    }),
  )
})

test('O2: whatever stands in a query is read or refused in a sentence', () => {
  const name = fc.constantFrom('page', 'after', 'created_since', 'created_until', 'modified_since', 'modified_until', 'omit_internal')
  fc.assert(
    fc.property(name, fc.string({ unit: 'binary', maxLength: 200 }), (key, value) => {
      const asked = readAsked(new URLSearchParams([[key, value]]))
      if (!asked.ok) assert.match(asked.problems[0], /\.$/)
    }),
  )
})
