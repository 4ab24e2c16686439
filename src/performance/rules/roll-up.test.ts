import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { againstBenchmark, isTurned, placeAmong } from './comparison.ts'
import { type Exact, exactOf, printed, whole } from './exact.ts'
import type { Known } from './rag.ts'
import { type Combined, forecastOfFlow, meanBaseline, overAreas, overTime, type Part } from './roll-up.ts'

const figure = (written: string): Exact => exactOf(written) ?? assert.fail(`${written} is no figure`)
const known = (written: string): Known => ({ state: 'value', value: figure(written) })
const count = (written: string): Part => ({ known: known(written), numerator: null, denominator: null })
const share = (numerator: number, denominator: number): Part => ({
  known: { state: 'value', value: whole(numerator).div(whole(denominator)) },
  numerator: whole(numerator),
  denominator: whole(denominator),
})
const told = (combined: Combined) => (combined.state === 'value' ? printed(combined.value, 6) : combined.because)
const unknown: Part = { known: { state: 'suppressed' }, numerator: null, denominator: null }

test('I1: flows add up over months, stocks take the last, rates are made anew and never averaged', () => {
  assert.equal(told(overTime('flow', [count('10'), count('12.5')])), '22.5')
  assert.equal(told(overTime('stock', [count('10'), count('12')])), '12')
  assert.equal(told(overTime('rate', [share(30, 1000), share(60, 4000)])), '0.018')
  assert.equal(told(overAreas('stock', [count('10'), count('12')])), '22')
})

test('I1, I2: parts that are not known, not made of parts, or no numbers make no whole', () => {
  assert.equal(told(overTime('flow', [count('10'), unknown])), 'part-unknown')
  assert.equal(told(overTime('rate', [share(30, 1000), count('0.02')])), 'no-numerator-and-denominator')
  assert.equal(
    told(overTime('rate', [share(0, 1), { ...share(0, 1), numerator: whole(0), denominator: whole(-1) }])),
    'denominator-is-zero',
  )
  assert.equal(told(overTime('score', [count('3'), count('4')])), 'not-a-number')
  assert.equal(told(overAreas('flow', [])), 'nothing-to-combine')
})

test('I1: splitting a period sums to the whole, and a rate lies between its parts', () => {
  const months = fc.array(fc.tuple(fc.nat({ max: 500 }), fc.integer({ min: 500, max: 9000 })), { minLength: 2, maxLength: 12 })
  fc.assert(
    fc.property(months, fc.nat({ max: 10 }), (given, cut) => {
      const parts = given.map(([numerator, denominator]) => share(numerator, denominator))
      const flows = given.map(([numerator]) => count(String(numerator)))
      const at = 1 + (cut % (given.length - 1))
      const halves = [flows.slice(0, at), flows.slice(at)].map((half) => count(told(overTime('flow', half))))
      assert.equal(told(overTime('flow', halves)), told(overTime('flow', flows)))
      const rate = overTime('rate', parts)
      assert.ok(rate.state === 'value')
      const values = parts.flatMap((part) => (part.known.state === 'value' ? [part.known.value] : []))
      assert.ok(values.some((value) => value.lte(rate.value)) && values.some((value) => value.gte(rate.value)))
    }),
  )
})

test('I3: the three honest forecasts of one year', () => {
  const toDate = figure('385000')
  assert.equal(printed(forecastOfFlow(toDate, 5, 12, { kind: 'straight-line' }) ?? whole(0), 2), '924000')
  assert.equal(printed(forecastOfFlow(toDate, 5, 12, { kind: 'profile', share: figure('0.38') }) ?? whole(0), 2), '1013157.89')
  assert.equal(printed(forecastOfFlow(toDate, 5, 12, { kind: 'plan', remaining: figure('595200') }) ?? whole(0), 2), '980200')
  assert.equal(forecastOfFlow(whole(0), 0, 12, { kind: 'straight-line' }), null)
})

test('I1: a baseline over several months is the mean of those that were known', () => {
  assert.equal(printed(meanBaseline([known('10'), { state: 'missing' }, known('13')]) ?? whole(0), 2), '11.5')
  assert.equal(meanBaseline([{ state: 'missing' }]), null)
})

test('I3: a place among neighbours: ties share the better one, those without a figure are counted apart', () => {
  const others = [known('5'), known('7'), known('7'), { state: 'suppressed' } as const]
  assert.deepEqual(placeAmong('higher', whole(7), others), { rank: 1, of: 4, without: { suppressed: 1 } })
  assert.deepEqual(placeAmong('lower', whole(7), others), { rank: 2, of: 4, without: { suppressed: 1 } })
  assert.equal(placeAmong('none', whole(7), others), null)
})

test('I3: better, similar or worse by the interval, and only higher or lower where neither way is better', () => {
  const interval = { lower: whole(4), upper: whole(6) }
  assert.equal(againstBenchmark('higher', interval, whole(3)), 'better')
  assert.equal(againstBenchmark('lower', interval, whole(3)), 'worse')
  assert.equal(againstBenchmark('lower', interval, whole(6)), 'similar', 'what touches it is similar')
  assert.equal(againstBenchmark('higher', interval, whole(4)), 'similar')
  assert.equal(againstBenchmark('none', interval, whole(9)), 'lower')
})

test('T4: a curve is turned when it beats the frozen forecast; falling alone is not turning', () => {
  assert.equal(isTurned('lower', figure('12.9'), figure('12.2')), true)
  assert.equal(isTurned('lower', figure('12.9'), figure('13.0')), false)
  for (const polarity of ['higher', 'lower'] as const)
    assert.equal(isTurned(polarity, whole(13), whole(13)), false, 'to equal it is not to beat it')
})
