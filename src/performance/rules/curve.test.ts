import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compareCurve, curveStanding, foresee } from './curve.ts'
import { drawn, exactOf, printed, whole } from './exact.ts'
import type { Definition } from './measure.ts'
import { periodAway, periodOf } from './period.ts'
import type { ReadPoint } from './reading.ts'

const first = periodOf('month', Temporal.PlainDate.from('2026-01-01'))
const monthAt = (index: number) => periodAway(first, index) ?? first
const definitionOf = (polarity: Definition['polarity'], more: Partial<Definition> = {}) =>
  ({ polarity, number: 1, kind: 'flow', decimals: 1, unit: '', breaksSeries: false, startsOn: first.startsOn, ...more }) as Definition

function points(values: readonly (string | null)[], definition: Definition): readonly ReadPoint[] {
  return values.map((value, index) => {
    const known = value === null ? ({ state: 'missing' } as const) : ({ state: 'value', value: exactOf(value) ?? whole(0) } as const)
    return { period: monthAt(index), observation: null, known, judged: { definition, target: null, asked: null, rag: {} } } as never
  })
}

const frozenOn = Temporal.PlainDate.from('2026-04-10')
const frozen = (values: readonly string[]) => ({
  frozenOn,
  points: values.map((value, index) => ({ period: monthAt(3 + index), value: exactOf(value) ?? whole(0) })),
})

test('T4: lower is better, 14.1, 13.8, 13.2, frozen 12.9 and 12.5: 12.2 turns the curve, 12.9 and 13.0 do not, though they fall', () => {
  const definition = definitionOf('lower')
  const told = (...came: readonly string[]) =>
    curveStanding({ definition, points: points(['14.1', '13.8', '13.2', ...came], definition) }, frozen(['12.9', '12.5']), [definition])
  assert.deepEqual(told().state, 'nothing-came')
  const turned = told('12.2')
  assert.ok(turned.state === 'turned' && turned.better === 1 && turned.compared === 1)
  for (const came of ['12.9', '13.0']) {
    const not = told(came)
    assert.ok(not.state === 'not-turned' && not.onlyAsForeseen, came)
  }
  const worse = told('13.4')
  assert.ok(worse.state === 'not-turned' && !worse.onlyAsForeseen)
  const back = told('12.2', '12.6')
  assert.ok(back.state === 'not-turned' && back.better === 1 && back.compared === 2, 'the last figure says how it is now')
})

test('T4: without a forecast, without a better way, or counted differently since, nothing is called turned', () => {
  const definition = definitionOf('higher')
  const read = (one: Definition) => ({ definition: one, points: points(['1', '2', '3', '9'], one) })
  assert.equal(curveStanding(read(definition), null, [definition]).state, 'no-forecast')
  for (const polarity of ['none', 'band'] as const) {
    const other = definitionOf(polarity)
    assert.equal(curveStanding(read(other), frozen(['4']), [other]).state, 'no-better-way')
  }
  const anew = definitionOf('higher', { number: 2, breaksSeries: true, startsOn: Temporal.PlainDate.from('2026-04-20') })
  assert.equal(curveStanding(read(anew), frozen(['4']), [definition, anew]).state, 'counted-differently')
  const [only] = compareCurve(read(definition), frozen(['4']), [definition])
  assert.equal(only?.isBetter, true)
})

test('T4: the straight line is that of least squares, to the digit of a plain second way; gaps keep their place; counts end at 0', () => {
  const definition = definitionOf('lower')
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.integer({ min: -500, max: 500 }), { freq: 5 }), { minLength: 3, maxLength: 24 }),
      fc.integer({ min: 1, max: 12 }),
      (values, ahead) => {
        const known = values.flatMap((value, x) => (value === null ? [] : [{ x, y: value }]))
        const worked = foresee(
          points(
            values.map((value) => value?.toString() ?? null),
            definition,
          ),
          { method: 'trend', last: 24, ahead, floor: null },
        )
        if (known.length < 3) return assert.equal(worked, 'too-few-figures')
        assert.ok(typeof worked !== 'string')
        const [n, sx, sy] = [known.length, known.reduce((s, { x }) => s + x, 0), known.reduce((s, { y }) => s + y, 0)]
        const [sxx, sxy] = [known.reduce((s, { x }) => s + x * x, 0), known.reduce((s, { x, y }) => s + x * y, 0)]
        const slope = (n * sxy - sx * sy) / (n * sxx - sx * sx)
        const end = known.at(-1)?.x ?? 0
        assert.equal(worked.points.length, ahead)
        for (const [index, { period, value }] of worked.points.entries()) {
          assert.ok(period.startsOn.equals(monthAt(end + index + 1).startsOn))
          assert.ok(Math.abs(drawn(value) - (sy / n + slope * (end + index + 1 - sx / n))) < 1e-6)
        }
      },
    ),
    { numRuns: 300 },
  )
  const falling = foresee(points(['30', '20', '10'], definition), { method: 'trend', last: 12, ahead: 3, floor: whole(0) })
  assert.ok(typeof falling !== 'string')
  assert.deepEqual([falling.points.map(({ value }) => printed(value, 2)), falling.raised], [['0', '0', '0'], 2])
  const level = foresee(points(['30', null, '20', '11'], definition), { method: 'level', last: 2, ahead: 1, floor: null })
  assert.ok(typeof level !== 'string')
  assert.deepEqual(
    level.points.map(({ value }) => printed(value, 2)),
    ['15.5'],
  )
})
