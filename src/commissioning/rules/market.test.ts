import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { divisionStanding, type Figure, figureOf, latestReturns, type MarketReturn, shareOf, standingOf, sumOf } from './market.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const made = (area: string, provider: string, places: number | null, more: Partial<MarketReturn> = {}): MarketReturn => ({
  ...{ id: `${area} ${provider}`, area, provider, places, datedOn: day('2026-01-01'), number: 1, isGood: true },
  ...{ free: { state: 'not-known' }, price: undefined, spend: undefined },
  ...more,
})
const known = (count: number): Figure => ({ state: 'known', count })

test('C12: the last return counts, of one day its last correction, and none of a later day', () => {
  const returns = [
    made('a', 'p', 1, { datedOn: day('2026-02-01'), number: 1 }),
    made('a', 'p', 2, { datedOn: day('2026-02-01'), number: 2 }),
    made('a', 'p', 3, { datedOn: day('2026-03-01') }),
    made('b', 'p', 9),
  ]
  assert.deepEqual(
    latestReturns(returns, day('2026-02-28')).map(({ area, places }) => [area, places]),
    [
      ['a', 2],
      ['b', 9],
    ],
  )
  assert.deepEqual(latestReturns(returns.toReversed(), day('2026-02-28')).length, 2)
  assert.deepEqual(latestReturns(returns, day('2025-12-31')), [])
})

test('C12: what is hidden or not known makes no sum, and a gap is at most so large where a provider has not answered', () => {
  assert.deepEqual(sumOf([known(0), known(7)]), known(7))
  assert.deepEqual(sumOf([known(1), { state: 'hidden' }, { state: 'not-known' }]), { state: 'hidden' })
  assert.deepEqual(sumOf([]), { state: 'not-known' })
  assert.deepEqual(figureOf(0, false), known(0))
  assert.deepEqual(standingOf([known(10)], [made('a', 'p', 4), made('a', 'q', null)]).gap, { state: 'short', count: 6, isAtMost: true })
  assert.deepEqual(standingOf([known(4)], [made('a', 'p', 4)]).gap, { state: 'enough', count: 0, isAtMost: false })
  assert.deepEqual(standingOf([{ state: 'not-known' }], []).gap, { state: 'not-known' })
})

test('C12: the largest share of the spend is cut to whole per cent, and not told where one provider has not said', () => {
  assert.deepEqual(shareOf([]), { state: 'not-known' })
  assert.deepEqual(shareOf([{ provider: 'p', spend: 0n }]), { state: 'nothing-spent' })
  assert.deepEqual(
    shareOf([
      { provider: 'p', spend: 1n },
      { provider: 'q', spend: undefined },
    ]),
    { state: 'not-known' },
  )
  const shares = shareOf([
    { provider: 'p', spend: 1n },
    { provider: 'q', spend: 1n },
    { provider: 'q', spend: 1n },
  ])
  assert.deepEqual(shares, { state: 'known', provider: 'q', percent: 66, providers: 2 })
})

test('C12: however a market is divided, need and capacity of its lots come to those of the whole', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(500), fc.array(fc.nat(90), { maxLength: 4 }), fc.nat(3)), { minLength: 1, maxLength: 7 }),
      (areas) => {
        const needs = new Map(areas.map(([need], place) => [String(place), known(need)] as const))
        const returns = areas.flatMap(([, places], place) => places.map((one, index) => made(String(place), `p${index}`, one)))
        const lots = [0, 1, 2, 3].map((lot) => ({
          ...{ id: String(lot), name: '', mostProviders: undefined },
          areas: areas.flatMap(([, , chosen], place) => (chosen === lot ? [String(place)] : [])),
        }))
        const filled = lots.filter((lot) => lot.areas.length > 0)
        const { lots: stood, left } = divisionStanding(filled, [...needs.keys()], needs, returns)
        const whole = standingOf([...needs.values()], returns)
        assert.deepEqual(left, [])
        assert.equal(
          stood.reduce((sum, { standing }) => sum + standing.places, 0),
          whole.places,
        )
        assert.deepEqual(sumOf(stood.map(({ standing }) => standing.need)), whole.need)
      },
    ),
  )
  assert.deepEqual(divisionStanding([], ['a'], new Map(), []).left, ['a'])
})
