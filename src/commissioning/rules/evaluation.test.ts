import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { abnormallyLow, type BidCriterion, evaluatorState, percentOf, rankBids, readCriteria, type ScoredBid } from './evaluation.ts'

const criteria: readonly BidCriterion[] = [
  { id: 'a', title: 'Families', kind: 'quality', weight: 4000 },
  { id: 'b', title: 'Staff', kind: 'quality', weight: 2000 },
  { id: 'p', title: 'Price', kind: 'price', weight: 4000 },
]
const bid = (id: string, amount: bigint, a: number, b: number): ScoredBid => ({ id, amount, agreed: new Map(Object.entries({ a, b })) })

test('C8: bids are ranked by weights and points exactly, the price by the lowest over the own, and a tie is said', () => {
  const ranked = rankBids(criteria, [bid('x', 100_00n, 3, 3), bid('y', 125_00n, 5, 4), bid('z', 100_00n, 3, 3)], 5)
  // y: 4000 x 5/5 + 2000 x 4/5 + 4000 x 100/125 = 4000 + 1600 + 3200; x and z: 2400 + 1200 + 4000.
  assert.deepEqual(
    ranked.map(({ id, place, isTied, total }) => [id, place, isTied, total && percentOf(total)]),
    [
      ['y', 1, false, '88.00'],
      ['x', 2, true, '76.00'],
      ['z', 2, true, '76.00'],
    ],
  )
})

test('C8: a bid that is not scored in full has no place and no total, but its price still counts for the others; nothing costs nothing', () => {
  const [first, second] = rankBids(criteria, [{ ...bid('x', 0n, 3, 3), agreed: new Map([['a', 5]]) }, bid('y', 50n, 5, 5)], 5)
  assert.deepEqual([first?.id, first?.place, percentOf(first?.total ?? assert.fail())], ['y', 1, '60.00'])
  assert.deepEqual([second?.place, second?.total, percentOf(second?.price ?? assert.fail())], [undefined, undefined, '40.00'])
  assert.deepEqual(rankBids(criteria, [], 5), [])
})

test('C8: places are those of a slow calculator that brings every total to one denominator', () => {
  const one = fc.record({ amount: fc.bigInt(1n, 500n), a: fc.integer({ min: 0, max: 5 }), b: fc.integer({ min: 0, max: 5 }) })
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), (made) => {
      const bids = made.map(({ amount, a, b }, index) => bid(String(index), amount, a, b))
      const all = made.reduce((product, { amount }) => product * amount, 5n)
      const [lowest = 0n] = made.map(({ amount }) => amount).toSorted((one, other) => (one < other ? -1 : 1))
      const totals = made.map(({ amount, a, b }) => (BigInt(4000 * a + 2000 * b) * all) / 5n + (4000n * lowest * all) / amount)
      for (const { id, place, isTied } of rankBids(criteria, bids, 5)) {
        const own = totals[Number(id)] ?? assert.fail()
        assert.equal(place, 1 + totals.filter((total) => total > own).length)
        assert.equal(isTied, totals.filter((total) => total === own).length > 1)
      }
    }),
  )
})

test('C8: a price far below the average of enough others is marked; one at the limit is not', () => {
  const rule = { perCent: 20, others: 2 }
  const low = (...amounts: readonly bigint[]) => [
    ...abnormallyLow(
      amounts.map((amount, index) => ({ id: String(index), amount })),
      rule,
    ),
  ]
  assert.deepEqual(low(79n, 100n, 100n), ['0'])
  assert.deepEqual(low(80n, 100n, 100n), [])
  assert.deepEqual(low(1n, 100n), [])
  assert.deepEqual([...abnormallyLow([{ id: 'x', amount: 1n }], undefined)], [])
})

test('C8: nobody reads before they declared, and with an interest not before the clerk says so', () => {
  const declaredOn = Temporal.PlainDate.from('2026-03-01')
  const facts = { declaredOn, interest: '', settled: undefined, handedInAt: undefined }
  assert.equal(evaluatorState({ ...facts, declaredOn: undefined }), 'to-declare')
  assert.equal(evaluatorState(facts), 'reads')
  assert.equal(evaluatorState({ ...facts, interest: 'A trustee' }), 'to-settle')
  assert.equal(evaluatorState({ ...facts, interest: 'A trustee', settled: 'reads' }), 'reads')
  assert.equal(evaluatorState({ ...facts, interest: 'A trustee', settled: 'stands-down' }), 'stands-down')
})

test('C8: criteria are read one a line with their per cent, to the basis point', () => {
  assert.deepEqual(readCriteria('What families get; 40\nStaff: 12.5 %\n\n'), [
    { title: 'What families get', weight: 4000 },
    { title: 'Staff', weight: 1250 },
  ])
  assert.deepEqual(readCriteria(''), [])
  assert.equal(readCriteria('Staff'), undefined)
  assert.equal(readCriteria('Staff; 12.345'), undefined)
})
