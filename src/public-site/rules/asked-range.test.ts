import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readRange } from './asked-range.ts'

const read = (query: string) => readRange(new URLSearchParams(query), 50)
const refused = (query: string): string => {
  const result = read(query)
  return result.ok ? assert.fail(`${query} was taken`) : result.problems[0]
}

test('O2: a feed takes days and times, and refuses absurd ones in words', () => {
  assert.deepEqual(read(''), { ok: true, value: { since: undefined, until: undefined, limit: 50 } })
  const summer = read('since=2027-07-01&until=2027-07-01T14:00:00+01:00&limit=200')
  assert.ok(summer.ok)
  assert.equal(summer.value.since?.toString(), '2027-06-30T23:00:00Z', 'a day begins in London')
  assert.equal(summer.value.until?.toString(), '2027-07-01T13:00:00Z')
  for (const day of [
    '-99999-01-01',
    '99999-01-01',
    '+275760-09-13',
    '0000-00-00',
    '2027-02-30',
    '2027-13-01',
    'yesterday',
    '',
    '2027-07-01T25:00:00Z',
  ])
    assert.match(refused(`since=${encodeURIComponent(day)}`), /^since is not a day/, day)
  for (const limit of ['1000000000', '0', '-1', '201', '1e9', 'NaN', ''])
    assert.match(refused(`limit=${limit}`), /^limit is not a number from 1/, limit)
  assert.match(refused('since=2027-07-02&until=2027-07-01'), /until lies before since/)
})

test('O2: whatever is asked, the answer is a range or a sentence, never a fault', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (since, until, limit) => {
      const result = readRange(new URLSearchParams({ since, until, limit }), 50)
      assert.ok(result.ok || result.problems[0].length > 10)
    }),
  )
})
