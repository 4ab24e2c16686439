import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { allocate, drawSample, type FrameLine, orderBySeed, replacementFor, stratumOf } from './quality-draw.ts'

test('E7: the handbook’s four agencies give 25, 14, 7 and 4', () => {
  assert.deepEqual(allocate([540, 310, 160, 84], 50), [25, 14, 7, 4])
  assert.deepEqual(allocate([30, 10], 50), [30, 10], 'all where there are fewer')
  assert.deepEqual(allocate([980, 10, 5, 5], 50), [47, 1, 1, 1], 'at least one of each, taken from the largest')
})

/** The slow way: give one place after another to whoever has the largest claim left. */
function slowly(sizes: readonly number[], wanted: number): readonly number[] {
  const all = sizes.reduce((sum, size) => sum + size, 0)
  if (all <= wanted) return sizes
  const exact = sizes.map((size) => BigInt(size) * BigInt(wanted))
  const given = sizes.map(() => 0n)
  for (let place = 0; place < wanted; place += 1) {
    const whole = exact.findIndex((claim, at) => claim / BigInt(all) > (given[at] ?? 0n))
    if (whole !== -1) given[whole] = (given[whole] ?? 0n) + 1n
    else {
      const open = sizes.map((_, at) => at).filter((at) => (given[at] ?? 0n) === (exact[at] ?? 0n) / BigInt(all))
      const claim = (at: number) => (exact[at] ?? 0n) % BigInt(all)
      const best = open.reduce((a, b) => (claim(b) > claim(a) || (claim(b) === claim(a) && (sizes[b] ?? 0) > (sizes[a] ?? 0)) ? b : a))
      given[best] = (given[best] ?? 0n) + 1n
    }
  }
  return given.map(Number)
}

test('E7: shares are those of a slow second counting, and no stratum is left out', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 12, max: 80 }),
      (sizes, wanted) => {
        const shares = allocate(sizes, wanted)
        const all = sizes.reduce((sum, size) => sum + size, 0)
        assert.equal(
          shares.reduce((sum, share) => sum + share, 0),
          Math.min(all, wanted),
        )
        for (const [index, size] of sizes.entries()) {
          assert.ok((shares[index] ?? 0) <= size)
          assert.equal((shares[index] ?? 0) > 0, size > 0)
        }
        const slow = slowly(sizes, wanted)
        if (slow.every((share, index) => share > 0 || sizes[index] === 0)) assert.deepEqual(shares, slow)
      },
    ),
  )
})

const line = (n: number, of = n): FrameLine => ({
  ...{
    episode: `e${String(n).padStart(4, '0')}`,
    agency: `a${of % 4}`,
    stage: of % 3 ? 'new' : 'long',
    isClosed: of % 5 === 0,
    isSteppedUp: of % 25 === 0,
  },
  leftOut: of % 7 === 0 ? 'reviewed' : undefined,
})

test('E7: whoever repeats a draw gets the same, however the frame is sorted; another seed draws others; what is left out is never drawn', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 1, max: 2 ** 31 - 1 }),
      fc.integer({ min: 1, max: 60 }),
      (many, seed, wanted) => {
        const frame = Array.from({ length: many }, (_, n) => line(n))
        const drawn = drawSample(frame, seed, wanted)
        assert.deepEqual(drawSample([...frame].reverse(), seed, wanted), drawn)
        assert.equal(new Set(drawn).size, drawn.length)
        const of = new Map(frame.map((one) => [one.episode, one]))
        assert.ok(drawn.every((id) => of.get(id)?.leftOut === undefined))
        const next = drawn[0] && replacementFor(frame, seed, new Set(drawn), drawn[0])
        if (next) assert.ok(!drawn.includes(next) && of.get(next)?.leftOut === undefined)
        const strata = orderBySeed(frame, seed)
        for (const [stratum, ids] of strata) assert.ok(ids.every((id) => stratumOf(of.get(id) as FrameLine) === stratum))
      },
    ),
    { numRuns: 60 },
  )
  const frame = Array.from({ length: 300 }, (_, n) => line(n, 1))
  assert.notDeepEqual(drawSample(frame, 1, 50), drawSample(frame, 2, 50))
})

test('E7: every record is drawn as often as any other', () => {
  const frame = Array.from({ length: 20 }, (_, n) => line(n, 1))
  const times = new Map(frame.map(({ episode }) => [episode, 0]))
  for (let seed = 1; seed <= 2000; seed += 1) for (const id of drawSample(frame, seed, 5)) times.set(id, (times.get(id) ?? 0) + 1)
  for (const count of times.values()) assert.ok(count > 400 && count < 600, String(count))
})
