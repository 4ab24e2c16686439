import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { measureOf, observed, today } from '../testing/made-up.ts'
import { rolledHow, rolledLine } from '../words/rolled.ts'
import { yearEndWords } from '../words/year-end.ts'
import { printed, whole } from './exact.ts'
import { type Definition, hasValue } from './measure.ts'
import { yearEnd } from './outlook.ts'
import { periodWords } from './period.ts'
import { readingOf } from './reading.ts'
import { type RolledPeriod, rolledUp, rollUpWay } from './rolled.ts'

const rules = { screening: true, trialBelow: 12, noneBelow: 7, runBelow: 12 }
const flow: Partial<Definition> = { kind: 'flow', overTime: 'sum', unit: 'families', decimals: 0, scale: 1 }

/** The points of a measure whose last month is October 2026. */
function pointsOf(over: Partial<Definition>, values: readonly (number | string)[]) {
  const measure = measureOf(over)
  return readingOf({ measure, targets: [], observations: observed(measure, values), rebases: [] }, rules, today).points
}
const told = (list: readonly RolledPeriod[]) =>
  list.map(({ period, outcome, known, of }) => {
    const figure =
      outcome.state === 'value' ? printed(outcome.value, 2) : outcome.state === 'not-combined' ? outcome.because : outcome.state
    return `${periodWords(period)} ${figure} ${known}/${of}`
  })

test('I3, I4: quarters and years are made of months by the stated way; what is not complete, hidden or missing is a state and no number', () => {
  const months = [10, 20, 30, 40, 'suppressed', 60, 70, 'missing', 90, 100]
  assert.deepEqual(told(rolledUp(pointsOf(flow, months), 'quarter', 8)), [
    'Q3 2026-27 incomplete 1/3',
    'Q2 2026-27 part-unknown 2/3',
    'Q1 2026-27 suppressed 2/3',
    'Q4 2025-26 60 3/3',
  ])
  assert.deepEqual(told(rolledUp(pointsOf({ ...flow, overTime: 'mean' }, months), 'quarter', 8)).at(-1), 'Q4 2025-26 20 3/3')
  assert.deepEqual(told(rolledUp(pointsOf({ ...flow, kind: 'stock', overTime: 'last' }, months), 'quarter', 8)).slice(1, 3), [
    'Q2 2026-27 90 2/3',
    'Q1 2026-27 60 2/3',
  ])
  assert.deepEqual(
    told(rolledUp(pointsOf({ ...flow, overTime: 'none' }, months), 'quarter', 8)),
    [],
    'the same people would be counted twice',
  )
  assert.deepEqual(told(rolledUp(pointsOf(flow, months), 'financial-year', 3)), ['2026-27 suppressed 5/12', '2025-26 incomplete 3/12'])
  const [sum] = rolledUp(pointsOf(flow, [1, 2, 3, 4, 5, 6, 7]).slice(0, -1), 'quarter', 1)
  assert.equal(sum && rolledLine(sum, measureOf(flow).definitions[0]), 'Q2 2026-27: 15 families, sum of 3 months')
})

test('I3: a percentage is made anew of its parts and never added or averaged, whatever a definition says', () => {
  for (const overTime of ['sum', 'mean'] as const) assert.equal(rollUpWay({ kind: 'rate', overTime }), null)
  const parts = pointsOf({ kind: 'rate', overTime: 'remade' }, [3, 1.5, 2, 4]).slice(0, 3)
  const fractions = [
    [30, 1000],
    [60, 4000],
    [20, 1000],
  ] as const
  const withParts = parts.map((point, at) => ({
    ...point,
    observation: point.observation && {
      ...point.observation,
      ...{
        numerator: whole(fractions[at]?.[0] ?? 0),
        denominator: whole(fractions[at]?.[1] ?? 1),
        protectedBy: at === 0 ? '5-and-5' : null,
      },
    },
  }))
  const [made] = rolledUp(withParts, 'quarter', 1)
  assert.ok(made)
  assert.deepEqual(told([made]), ['Q2 2026-27 1.83 3/3'])
  assert.equal(rolledHow(made), 'Made anew of the numerators and denominators of 3 months, each rounded before')
  assert.deepEqual(told(rolledUp(parts, 'quarter', 1)), ['Q2 2026-27 no-numerator-and-denominator 3/3'])
})

test('I6: a quarter is made of what is shown of its months and of nothing else, so that it tells no more than they do', () => {
  const value = fc.oneof(fc.integer({ min: 0, max: 500 }), fc.constantFrom('suppressed', 'missing', 'not-yet-available', 'nothing'))
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 30 }), (months) => {
      const points = pointsOf(flow, months)
      for (const { period, outcome, of } of [...rolledUp(points, 'quarter', 20), ...rolledUp(points, 'financial-year', 20)]) {
        // A second, plain reading: month by month through the period.
        const shown = Array.from({ length: of }, (_, at) => period.startsOn.add({ months: at })).map((day) =>
          points.find((one) => one.period.startsOn.equals(day)),
        )
        const numbers = shown.map((one) =>
          one?.observation && hasValue(one.observation.status) ? Number(one.observation.value?.valueOf()) : null,
        )
        const isWhole = numbers.every((one) => one !== null)
        assert.equal(outcome.state === 'value', isWhole)
        if (outcome.state === 'value')
          assert.equal(
            Number(outcome.value.valueOf()),
            numbers.reduce((all: number, one) => all + (one ?? 0), 0),
          )
        if (shown.some((one) => one?.known.state === 'suppressed')) assert.equal(outcome.state, 'suppressed')
      }
    }),
    { numRuns: 100 },
  )
})

test('I3: the end of a year by the method of the definition, tried on earlier years, which says how far it may miss', () => {
  // Two years, each with half of its figure by October, then seven months of this one: the last month is October 2026.
  const year = (size: number) => [1, 1, 1, 1, 1, 1, 1, 2, 2, 1, 1, 1].map((one) => one * size)
  const months = [...year(10), ...year(20), ...year(30).slice(0, 7)]
  const profile = yearEnd(pointsOf({ ...flow, forecast: 'profile' }, months))
  assert.deepEqual([profile?.method, profile && printed(profile.value, 2), profile?.trial?.years], ['profile', '420', 2])
  const straight = yearEnd(pointsOf({ ...flow, forecast: 'straight-line' }, months))
  assert.deepEqual([straight && printed(straight.value, 2), straight?.trial && printed(straight.trial.least, 2)], ['360', '420'])
  const words = profile && yearEndWords(profile, measureOf(flow).definitions[0])
  assert.match(
    words ?? '',
    /profile of earlier years: 210 families in 7 of 12 periods, by when 50% of a year was reached\..*limits on trial/,
  )
  assert.equal(yearEnd(pointsOf({ ...flow, forecast: 'profile' }, months.slice(-7))), null, 'no earlier year is complete')
  assert.equal(yearEnd(pointsOf({ ...flow, forecast: 'none' }, months)), null)
  assert.equal(yearEnd(pointsOf({ kind: 'rate', forecast: 'profile' }, months)), null, 'a rate is not added up')
  assert.equal(printed(yearEnd(pointsOf({ kind: 'rate', forecast: 'last' }, months))?.value ?? whole(0), 0), '30')
  assert.equal(yearEnd(pointsOf({ ...flow, forecast: 'straight-line' }, [...months.slice(0, -2), 'suppressed', 30])), null)
})
