import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { flowOf, keyOfPlace } from './money-flow.ts'
import { partnersNow, sumByPartner } from './partners-now.ts'
import { totalOf } from './split.ts'

const pence = fc.option(fc.bigInt({ min: 0n, max: 10n ** 11n }), { nil: null })
const plain = fc.bigInt({ min: 0n, max: 10n ** 9n })
const name = fc.constantFrom('a', 'b', 'c', 'd')
const fund = fc.record({
  id: fc.constantFrom('f1', 'f2', 'f3'),
  given: fc.array(fc.record({ partner: name, pence }), { maxLength: 6 }),
  lines: fc.array(fc.record({ service: fc.option(name, { nil: undefined }), pence }), { maxLength: 8 }),
  ...{ broughtIn: plain, carriedOut: plain },
})
const funds = fc.uniqueArray(fund, { selector: ({ id }) => id, maxLength: 3 })
const outcomes = fc
  .dictionary(name, fc.uniqueArray(fc.constantFrom('o1', 'o2', 'o3'), { maxLength: 3 }))
  .map((of) => new Map(Object.entries(of)))

test('C5, T1: from partner to fund to service to outcome every column adds up to the same, to the penny', () => {
  fc.assert(
    fc.property(funds, outcomes, (of, served) => {
      const { columns, bands, total } = flowOf(of, served)
      for (const column of columns) assert.equal(totalOf(column.map((place) => place.pence)), total)
      const given = totalOf(of.flatMap((one) => [...one.given.map((each) => each.pence ?? 0n), one.broughtIn]))
      const notCovered = totalOf(columns[0].filter(({ kind }) => kind === 'not-covered').map((place) => place.pence))
      assert.equal(total, given + notCovered)
      // Whatever comes into a place leaves it again, on every step but the first and the last.
      for (const place of [...columns[1], ...columns[2]]) {
        const sum = (end: 'from' | 'to') => totalOf(bands.filter((band) => band[end] === keyOfPlace(place)).map((band) => band.pence))
        assert.deepEqual([sum('to'), sum('from')], [place.pence, place.pence])
      }
      assert.ok(bands.every((band) => band.pence > 0n))
    }),
  )
})

test('C5, T3: what reaches no outcome is a remainder that is said, and what is not known is counted and not drawn', () => {
  const flow = flowOf(
    [
      {
        ...{ id: 'f', broughtIn: 5n, carriedOut: 2n },
        given: [
          { partner: 'council', pence: 100n },
          { partner: 'icb', pence: null },
        ],
        lines: [
          { service: 'nursing', pence: 61n },
          { service: 'nursing', pence: null },
          { service: undefined, pence: 30n },
        ],
      },
    ],
    new Map([['nursing', ['healthy', 'safe']]]),
  )
  assert.equal(flow.total, 105n)
  assert.deepEqual(
    flow.columns[2].map((place) => [place.kind, place.pence]),
    [
      ['service', 61n],
      ['no-service', 30n],
      ['not-allotted', 12n],
      ['carried-out', 2n],
    ],
  )
  assert.deepEqual(
    flow.columns[3].map((place) => [place.id, place.pence]),
    [
      ['healthy', 31n],
      ['safe', 30n],
      ['', 44n],
    ],
  )
  assert.deepEqual(flow.unknown, { given: 1, lines: 1 })
})

const day = Temporal.PlainDate.from('2026-11-23')
const steps = fc.array(
  fc.record({
    former: fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5'),
    successor: fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5', 'p6'),
    onDay: fc.integer({ min: -900, max: 900 }).map((days) => day.add({ days })),
  }),
  { maxLength: 8 },
)
const sums = fc.array(
  fc.record({ partner: fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5', 'p6'), year: fc.integer({ min: 2020, max: 2023 }), pence }),
  {
    maxLength: 20,
  },
)

test('C5: when partners merge or follow one another every total of a year stays as it was, as the bodies were and as they are now', () => {
  fc.assert(
    fc.property(steps, sums, (line, given) => {
      const totals = (now: (partner: string) => string) => {
        const all = [...sumByPartner(given, now).values()].flatMap((years) => [...years])
        return [2020, 2021, 2022, 2023].map((year) => {
          const own = all.filter(([of]) => of === year).map(([, sum]) => sum)
          return [totalOf(own.map((sum) => sum.pence)), own.reduce((count, { unknown }) => count + unknown, 0)]
        })
      }
      assert.deepEqual(
        totals(partnersNow(line, day)),
        totals((partner) => partner),
      )
    }),
  )
})

test('C5: money of groups that were replaced stands with who replaced them, from that day on; who was split keeps its own', () => {
  const step = (former: string, successor: string, onDay: string) => ({ former, successor, onDay: Temporal.PlainDate.from(onDay) })
  const line = [
    step('west', 'icb', '2022-07-01'),
    step('east', 'icb', '2022-07-01'),
    step('icb', 'region', '2027-04-01'),
    step('old', 'x', '2010-01-01'),
    step('old', 'y', '2010-01-01'),
  ]
  const now = partnersNow(line, day)
  assert.deepEqual(['west', 'east', 'icb', 'old', 'council'].map(now), ['icb', 'icb', 'icb', 'old', 'council'])
  assert.equal(partnersNow(line, Temporal.PlainDate.from('2022-06-30'))('west'), 'west')
  assert.equal(partnersNow(line, Temporal.PlainDate.from('2027-04-01'))('west'), 'region')
})
