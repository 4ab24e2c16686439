import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { claimState, contributionsOn, reportsOwed, taperSums, termAsRead } from './agreement-change.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const varied = (startsOn: string, before: string | undefined, after: string | undefined) => ({
  ...{ startsOn: day(startsOn), changesTerm: true },
  ...{ endsBefore: before === undefined ? undefined : day(before), endsAfter: after === undefined ? undefined : day(after) },
})

test('C4: the term of an agreement reads as it did on a day, whatever was varied afterwards', () => {
  const variations = [varied('2027-01-01', '2028-04-01', '2030-04-01'), varied('2029-01-01', '2030-04-01', undefined)]
  const read = (on: string) => String(termAsRead(undefined, variations, day(on)))
  assert.deepEqual(['2026-12-31', '2027-01-01', '2028-12-31', '2029-01-01'].map(read), [
    '2028-04-01',
    '2030-04-01',
    '2030-04-01',
    'undefined',
  ])
  const other = { startsOn: day('2027-06-01'), changesTerm: false, endsBefore: undefined, endsAfter: undefined }
  assert.equal(String(termAsRead(day('2028-04-01'), [other], day('2026-01-01'))), '2028-04-01')
})

test('C4: of each party the latest contribution that has begun holds', () => {
  const given = [
    { organisation: 'council', startsOn: day('2026-04-01'), pence: 100n },
    { organisation: 'council', startsOn: day('2027-04-01'), pence: 200n },
    { organisation: 'icb', startsOn: day('2026-10-01'), pence: 50n },
  ]
  const sums = (on: string) => contributionsOn(given, day(on)).map(({ organisation, pence }) => `${organisation} ${pence}`)
  assert.deepEqual(sums('2026-03-31'), [])
  assert.deepEqual(sums('2027-03-31'), ['council 100', 'icb 50'])
  assert.deepEqual(sums('2027-04-01'), ['council 200', 'icb 50'])
})

test('C4: reports are owed on every period that has ended, counted from the first day', () => {
  const quarterly = { code: 'q', everyMonths: 3, withinDays: 30 }
  const yearly = { code: 'y', everyMonths: 12, withinDays: 90 }
  const owed = reportsOwed({ startsOn: day('2025-11-30'), endsOn: day('2026-12-15') }, [quarterly, yearly], day('2027-01-01'))
  assert.deepEqual(
    owed.map(({ rule, periodEndsOn, dueOn }) => `${rule.code} ${periodEndsOn} ${dueOn}`),
    [
      'q 2026-02-28 2026-03-30',
      'q 2026-05-30 2026-06-29',
      'q 2026-08-30 2026-09-29',
      'q 2026-11-30 2026-12-30',
      'q 2026-12-15 2027-01-14',
      'y 2026-11-30 2027-02-28',
      'y 2026-12-15 2027-03-15',
    ],
  )
  assert.deepEqual(reportsOwed({ startsOn: day('2026-01-01'), endsOn: undefined }, [quarterly], day('2026-03-31')), [])
})

test('C4: what is left of a year of a grant is what it holds less what waits and what was paid; money taken back is not given out again', () => {
  const claim = fc
    .record({ pence: fc.bigInt(1n, 1000n), part: fc.option(fc.bigInt(1n, 1000n)), clawed: fc.boolean(), refused: fc.boolean() })
    .map(({ pence, part, clawed, refused }) => {
      const paidPence = refused || part === null ? undefined : ((pence - 1n) * part) / 1000n + 1n
      return { pence, paidPence, clawedPence: clawed ? paidPence : undefined, refusedOn: refused ? day('2026-01-01') : undefined }
    })
  fc.assert(
    fc.property(fc.bigInt(0n, 5000n), fc.array(claim), (holds, claims) => {
      const sums = taperSums(holds, claims)
      assert.equal(sums.holds, sums.left + sums.paid + sums.waiting)
      assert.ok(sums.clawed <= sums.paid)
      const waits = claims.filter((one) => claimState(one) === 'waiting').reduce((total, { pence }) => total + pence, 0n)
      assert.equal(sums.waiting, waits)
    }),
  )
})
