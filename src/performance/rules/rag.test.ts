import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Exact, exactOf, whole } from './exact.ts'
import { judgeRag, type Known, refuseTolerance, rollUp, type Tolerance } from './rag.ts'
import type { Polarity, Target } from './target.ts'

const figure = (written: string | number): Exact => {
  const read = exactOf(String(written))
  assert.ok(read !== null)
  return read
}
const known = (written: string | number): Known => ({ state: 'value', value: figure(written) })
const at = (written: string | number): Target => ({ kind: 'value', value: figure(written) })
const share = (percent: number): Tolerance => ({ kind: 'share', percent: figure(percent) })
const amount = (by: number): Tolerance => ({ kind: 'amount', amount: figure(by) })
const colours = (polarity: Polarity, target: Target, tolerance: Tolerance | null, values: readonly (string | number)[]) =>
  values.map((value) => judgeRag(polarity, target, tolerance, known(value)).colour)

test('P4: edges belong to the better side, whichever way is better', () => {
  assert.deepEqual(colours('higher', at(80), share(10), [80, '79.999', 72, '71.999']), ['green', 'amber', 'amber', 'red'])
  assert.deepEqual(colours('higher', at(80), amount(10), [80, 70, '69.9']), ['green', 'amber', 'red'])
  assert.deepEqual(colours('lower', at(30), share(5), [30, '30.01', '31.5', '31.51']), ['green', 'amber', 'amber', 'red'])
})

test('P4: a band that is best, with a tolerance outside it', () => {
  const band: Target = { kind: 'band', from: figure(85), to: figure(115) }
  assert.deepEqual(colours('band', band, amount(5), [85, 115, '84.9', 80, 120, '79.9', '120.1']), [
    'green',
    'green',
    'amber',
    'amber',
    'amber',
    'red',
    'red',
  ])
  assert.equal(judgeRag('higher', band, null, known(90)).colour, null)
  assert.equal(judgeRag('band', at(90), null, known(90)).colour, null)
})

test('P4: the value is judged as it is, not as it is printed', () => {
  assert.deepEqual(colours('higher', at(60), share(5), ['59.96', '60.0']), ['amber', 'green'])
})

test('P4: a published range: its lower limit is amber, its upper limit is green, on the better side', () => {
  const range: Tolerance = { kind: 'edge', edge: figure(90) }
  assert.deepEqual(colours('higher', at(95), range, ['89.9', 90, '94.9', 95]), ['red', 'amber', 'amber', 'green'])
})

test('P4: without tolerance there is no amber; a negative target takes a share of its size', () => {
  assert.deepEqual(colours('higher', at(80), null, [80, '79.9']), ['green', 'red'])
  assert.deepEqual(colours('higher', at(-20), share(10), [-20, -22, -23]), ['green', 'amber', 'red'])
})

test('P4: a tolerance that cannot work is refused', () => {
  assert.equal(refuseTolerance('higher', at(0), share(10)), 'share-of-zero')
  assert.equal(refuseTolerance('higher', at(0), amount(3)), null)
  assert.equal(refuseTolerance('higher', at(5), amount(-3)), 'negative')
  assert.equal(refuseTolerance('lower', at(5), { kind: 'edge', edge: figure(4) }), 'edge-beyond-target')
  assert.equal(refuseTolerance('lower', at(5), { kind: 'edge', edge: figure(6) }), null)
  assert.equal(refuseTolerance('lower', at(5), null), null)
})

test('I2, P4: what is no number has no colour and says why; so have no target and no polarity', () => {
  for (const state of ['missing', 'not-due', 'suppressed', 'not-yet-available', 'not-applicable', 'stale'] as const) {
    const rag = judgeRag('higher', at(80), share(10), { state })
    assert.deepEqual([rag.colour, 'because' in rag && rag.because], [null, state])
  }
  const noTarget = judgeRag('higher', null, share(10), known(3))
  assert.deepEqual([noTarget.colour, 'because' in noTarget && noTarget.because], [null, 'no-target'])
  const noWay = judgeRag('none', at(80), share(10), known(3))
  assert.deepEqual([noWay.colour, 'because' in noWay && noWay.because], [null, 'no-polarity'])
})

const RANK = { green: 2, amber: 1, red: 0 } as const
const hundredths = fc.integer({ min: -100_000, max: 100_000 }).map((number) => whole(number).div(whole(100)))
const tolerances: fc.Arbitrary<Tolerance | null> = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 0, max: 60 }).map(share),
  fc.integer({ min: 0, max: 60 }).map(amount),
)
const rank = (polarity: Polarity, target: Exact, tolerance: Tolerance | null, value: Exact): number => {
  const { colour } = judgeRag(polarity, { kind: 'value', value: target }, tolerance, { state: 'value', value })
  assert.ok(colour !== null)
  return RANK[colour]
}

test('P4: a better value never has a worse colour, and turning the polarity mirrors it', () => {
  fc.assert(
    fc.property(hundredths, hundredths, hundredths, tolerances, (target, one, other, tolerance) => {
      const [less, more] = one.lte(other) ? [one, other] : [other, one]
      assert.ok(rank('higher', target, tolerance, less) <= rank('higher', target, tolerance, more))
      assert.ok(rank('lower', target, tolerance, less) >= rank('lower', target, tolerance, more))
      assert.equal(rank('higher', target, tolerance, one), rank('lower', target.neg(), tolerance, one.neg()))
    }),
  )
})

/** A second, slow and obvious reading of the rule, in whole hundredths of hundredths. */
function plainColour(polarity: 'higher' | 'lower', target: bigint, percent: bigint, value: bigint): string {
  const better = polarity === 'higher' ? value - target : target - value
  if (better >= 0n) return 'green'
  const size = target < 0n ? -target : target
  return -better * 100n <= size * percent ? 'amber' : 'red'
}

test('P4: the colour agrees with a second, plain reading of the rule', () => {
  const numbers = fc.bigInt({ min: -5_000n, max: 5_000n })
  fc.assert(
    fc.property(
      fc.constantFrom('higher', 'lower'),
      numbers,
      fc.integer({ min: 0, max: 40 }),
      numbers,
      (polarity, target, percent, value) => {
        const { colour } = judgeRag(polarity, { kind: 'value', value: whole(target) }, share(percent), {
          state: 'value',
          value: whole(value),
        })
        assert.equal(colour, plainColour(polarity, target, BigInt(percent), value))
      },
    ),
    { numRuns: 2_000 },
  )
})

test('P4: nearer to a band is never a worse colour, whatever is tolerated outside it', () => {
  const within = (from: Exact, to: Exact, tolerance: Tolerance | null, value: Exact): number => {
    const { colour } = judgeRag('band', { kind: 'band', from, to }, tolerance, { state: 'value', value })
    assert.ok(colour !== null)
    return RANK[colour]
  }
  fc.assert(
    fc.property(hundredths, hundredths, hundredths, hundredths, tolerances, (one, other, near, far, tolerance) => {
      const [from, to] = one.lte(other) ? [one, other] : [other, one]
      const [less, more] = near.lte(far) ? [near, far] : [far, near]
      if (less.gte(to)) assert.ok(within(from, to, tolerance, less) >= within(from, to, tolerance, more))
      if (more.lte(from)) assert.ok(within(from, to, tolerance, less) <= within(from, to, tolerance, more))
      if (from.lte(less) && less.lte(to)) assert.equal(within(from, to, tolerance, less), RANK.green)
    }),
    { numRuns: 1_000 },
  )
})

/** The same rule read plainly for all tolerances and for bands, in whole hundredths of hundredths, by how far the value misses on either side. */
function plainMiss(from: bigint | null, to: bigint | null, kind: Tolerance['kind'] | null, by: bigint, value: bigint): string {
  const low = from !== null && value < from ? { edge: from, by: from - value } : null
  const high = to !== null && value > to ? { edge: to, by: value - to } : null
  const miss = low ?? high
  if (miss === null) return 'green'
  if (kind === null) return 'red'
  if (kind === 'amount') return miss.by <= by * 100n ? 'amber' : 'red'
  const size = miss.edge < 0n ? -miss.edge : miss.edge
  return miss.by * 100n <= size * by ? 'amber' : 'red'
}

test('P4: with a share, an amount or nothing tolerated, and for bands, the colour agrees with a second, plain reading', () => {
  const numbers = fc.bigInt({ min: -5_000n, max: 5_000n })
  const exact = (number: bigint) => whole(number).div(whole(100))
  const tolerated = fc.constantFrom('share' as const, 'amount' as const, null)
  fc.assert(
    fc.property(
      fc.constantFrom('higher' as const, 'lower' as const, 'band' as const),
      numbers,
      numbers,
      tolerated,
      fc.bigInt(0n, 40n),
      numbers,
      (polarity, one, other, kind, by, value) => {
        const [from, to] = one <= other ? [one, other] : [other, one]
        const target: Target =
          polarity === 'band' ? { kind: 'band', from: exact(from), to: exact(to) } : { kind: 'value', value: exact(from) }
        const tolerance = kind === null ? null : kind === 'share' ? share(Number(by)) : amount(Number(by))
        const { colour } = judgeRag(polarity, target, tolerance, { state: 'value', value: exact(value) })
        const ends = { higher: [from, null], lower: [null, from], band: [from, to] } as const
        const [low, high] = ends[polarity]
        assert.equal(colour, plainMiss(low, high, kind, by, value))
      },
    ),
    { numRuns: 3_000 },
  )
})

test('P4: a priority is told by counts and its worst colour, the colourless counted, never by an average', () => {
  const rag = (value: number) => judgeRag('higher', at(80), share(10), known(value))
  const none = judgeRag('higher', at(80), share(10), { state: 'missing' })
  assert.deepEqual(rollUp([rag(90), rag(75), rag(75), none]), { red: 0, amber: 2, green: 1, none: 1, worst: 'amber' })
  assert.deepEqual(rollUp([]), { red: 0, amber: 0, green: 0, none: 0, worst: null })
})
