import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainCauses } from '../testing/plain-causes.ts'
import { drawn, type Exact, whole } from './exact.ts'
import { assuranceOf, sectionsOf, variationOf } from './process.ts'
import { type LimitSettings, processLimits } from './process-limits.ts'
import { specialCauses } from './special-cause.ts'

const SCREENED: LimitSettings = { screening: true, trialBelow: 12, noneBelow: 4 }
const UNSCREENED: LimitSettings = { ...SCREENED, screening: false }
const figures = (...numbers: readonly (number | null)[]): readonly (Exact | null)[] =>
  numbers.map((number) => (number === null ? null : whole(number)))
const EXAMPLE = figures(52, 48, 50, 53, 47, 51, 49, 52, 50, 64, 50, 51, 49, 50, 52, 48)
const near = (figure: Exact | undefined, wanted: number) =>
  assert.ok(figure && Math.abs(drawn(figure) - wanted) < 5e-4, `${figure} is not ${wanted}`)
const limitsOf = (series: readonly (Exact | null)[], settings = SCREENED) => {
  const limits = processLimits(series, settings)
  assert.ok(limits !== null)
  return limits
}

test('I3: the worked series of the handbook, with and without screening', () => {
  const screened = limitsOf(EXAMPLE)
  near(screened.mean, 51)
  near(screened.meanRange, 2.7692)
  near(screened.lower, 43.634)
  near(screened.upper, 58.366)
  near(screened.nearLower, 46.089)
  near(screened.nearUpper, 55.911)
  assert.equal(screened.screened, 2)
  const unscreened = limitsOf(EXAMPLE, UNSCREENED)
  near(unscreened.lower, 39.651)
  near(unscreened.upper, 62.349)
})

test('I3: a later 60 judged on fixed limits is special with screening and chance without', () => {
  const later = [...EXAMPLE, whole(60)]
  assert.equal(specialCauses(later, limitsOf(EXAMPLE)).at(-1)?.cause, 'outside')
  assert.equal(specialCauses(later, limitsOf(EXAMPLE, UNSCREENED)).at(-1)?.cause, 'common')
})

test('I3: equal figures have limits equal to the mean, and nothing is special', () => {
  const limits = limitsOf(figures(5, 5, 5, 5, 5, 5, 5, 5))
  assert.ok(limits.lower.equals(5) && limits.upper.equals(5))
  assert.equal(limits.screened, 0)
  assert.ok(specialCauses(figures(5, 5, 5, 5, 5, 5, 5, 5), limits).every((point) => point?.cause === 'common'))
})

test('I3: a range that is exactly 3.267 mean ranges is screened out, and a target exactly at a limit is now met and now missed', () => {
  const limits = limitsOf(figures(0, 3267, 3511, 3755, 4000))
  assert.equal(limits.screened, 1)
  assert.equal(drawn(limits.meanRange), 733 / 3)
  assert.equal(limitsOf(figures(0, 3266, 3511, 3755, 4000)).screened, 0)
  for (const polarity of ['higher', 'lower'] as const)
    for (const edge of [limits.lower, limits.upper]) assert.equal(assuranceOf(limits, polarity, edge), 'hit-and-miss')
  assert.equal(assuranceOf(limits, 'lower', limits.lower.sub(whole(1))), 'consistent-fail')
  assert.equal(assuranceOf(limits, 'lower', limits.upper.add(whole(1))), 'consistent-pass')
})

test('I3: under twelve points limits are on trial, and of a handful there are none', () => {
  assert.equal(limitsOf(figures(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)).trial, true)
  assert.equal(limitsOf(EXAMPLE).trial, false)
  for (const few of [figures(), figures(4), figures(4, 5, 6), figures(null, null, null, null, null)])
    assert.equal(processLimits(few, SCREENED), null)
})

test('I3: a missing month breaks a run and a trend, has no label and no moving range', () => {
  const rising = figures(1, 2, 3, 4, null, 5, 6, 7, 8)
  const points = specialCauses(rising, limitsOf(figures(4, 5, 4, 5, 4, 5, 4, 5)))
  assert.equal(points[4], null)
  assert.ok(points.every((point) => point?.cause !== 'trend'))
  assert.equal(processLimits(figures(1, null, 9, null, 1, null, 9), SCREENED), null)
})

test('I3: a rebase judges each section by its own limits, and assurance by the last one', () => {
  const series = [...EXAMPLE, ...EXAMPLE.map((figure) => figure?.add(whole(30)) ?? null)]
  const [first, second] = sectionsOf(series, [16, 400, 0], UNSCREENED)
  near(first.limits?.mean, 51)
  near(second?.limits?.mean, 81)
  assert.equal(assuranceOf(second?.limits ?? null, 'higher', whole(60)), 'consistent-pass')
  assert.equal(assuranceOf(first.limits, 'higher', whole(60)), 'hit-and-miss')
})

test('I3: the icon is of the last point, in words of better and worse by polarity', () => {
  const up = sectionsOf([...figures(5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6), whole(30)], [], SCREENED)
  assert.equal(variationOf(up, 'higher'), 'improving')
  assert.equal(variationOf(up, 'lower'), 'concerning')
  assert.equal(variationOf(up, 'none'), 'changing')
  assert.equal(variationOf(sectionsOf(EXAMPLE, [], UNSCREENED), 'higher'), 'common')
  assert.equal(variationOf(sectionsOf(figures(1, 2), [], SCREENED), 'higher'), null)
})

const series = fc.array(fc.option(fc.integer({ min: -40, max: 40 }), { freq: 12 }), { minLength: 4, maxLength: 40 })

test('I3: limits move with the data and stretch with it', () => {
  fc.assert(
    fc.property(series, fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 9 }), (numbers, shift, factor) => {
      const limits = processLimits(figures(...numbers), SCREENED)
      if (limits === null) return
      const moved = limitsOf(figures(...numbers.map((number) => (number === null ? null : number + shift))))
      const stretched = limitsOf(figures(...numbers.map((number) => (number === null ? null : number * factor))))
      for (const key of ['mean', 'lower', 'upper', 'nearLower', 'nearUpper'] as const) {
        assert.ok(moved[key].equals(limits[key].add(whole(shift))))
        assert.ok(stretched[key].equals(limits[key].mul(whole(factor))))
      }
    }),
  )
})

test('I3: every label agrees with a second, slow and obvious judge, over thousands of random series', () => {
  fc.assert(
    fc.property(series, fc.boolean(), (numbers, screening) => {
      const limits = processLimits(figures(...numbers), { ...SCREENED, screening })
      if (limits === null) return
      const judged = specialCauses(figures(...numbers), limits).map((point) => point?.cause ?? null)
      assert.deepEqual(judged, plainCauses(numbers, screening))
    }),
    { numRuns: 3_000 },
  )
})
