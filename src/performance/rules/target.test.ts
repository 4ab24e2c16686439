import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decimalsApart, type Exact, exactOf, printed, whole } from './exact.ts'
import type { Measure } from './measure.ts'
import { progressOf, type TargetRule, targetIsOnWrongSide, targetOf } from './target.ts'
import { readUpload } from './upload.ts'

const figure = (written: string): Exact => {
  const read = exactOf(written)
  assert.ok(read !== null, `${written} is no figure`)
  return read
}
const asked = (rule: TargetRule, baseline: string | null): string => {
  const answer = targetOf(rule, baseline === null ? null : figure(baseline))
  if (answer.state === 'pending') return answer.because
  return answer.target.kind === 'value'
    ? printed(answer.target.value, 6)
    : `${printed(answer.target.from, 6)}-${printed(answer.target.to, 6)}`
}

test('I1: a target as change from a baseline is exact and never rounded', () => {
  assert.equal(asked({ kind: 'relative', percent: figure('25') }, '222'), '277.5')
  assert.equal(asked({ kind: 'relative', percent: figure('25') }, '64'), '80')
  assert.equal(asked({ kind: 'relative', percent: figure('-10') }, '150'), '135')
})

test('I5, E10: targets of the implementation plan stay unrounded; a reason for closing without a baseline has none', () => {
  const of = (percent: string, baseline: string | null) => asked({ kind: 'relative', percent: figure(percent) }, baseline)
  assert.deepEqual([of('25', '222'), of('25', '1094'), of('50', '57'), of('-10', '5')], ['277.5', '1367.5', '85.5', '4.5'])
  assert.equal(of('20', null), 'no-baseline')
})

test('I1: a quarter more of 32% and 25 points more are told apart', () => {
  assert.equal(asked({ kind: 'relative', percent: figure('25') }, '32'), '40')
  assert.equal(asked({ kind: 'points', points: figure('25') }, '32'), '57')
})

test('I1: 4% a year for three years, compound and simple; 50 a month to date', () => {
  const yearly = { kind: 'yearly', percent: figure('4'), years: 3 } as const
  assert.equal(asked({ ...yearly, growth: 'compound' }, '100'), '112.4864')
  assert.equal(asked({ ...yearly, growth: 'simple' }, '100'), '112')
  assert.equal(asked({ kind: 'each-period', value: figure('50'), due: 5 }, null), '250')
})

test('I1: without a baseline there is no target, and of a baseline of 0 no share; an absolute target needs neither', () => {
  assert.equal(asked({ kind: 'relative', percent: figure('20') }, null), 'no-baseline')
  assert.equal(asked({ kind: 'points', points: figure('5') }, null), 'no-baseline')
  assert.equal(asked({ kind: 'relative', percent: figure('20') }, '0'), 'baseline-is-zero')
  assert.equal(asked({ kind: 'points', points: figure('5') }, '0'), '5')
  assert.equal(asked({ kind: 'value', value: figure('50') }, null), '50')
  assert.equal(asked({ kind: 'band', from: figure('85'), to: figure('115') }, null), '85-115')
})

test('I1: progress on the way from the baseline to the target', () => {
  const progress = (...[baseline, target, now]: readonly [string, string, string]) =>
    progressOf(figure(baseline), figure(target), figure(now))
  assert.equal(progress('64', '80', '68')?.equals(figure('0.25')), true)
  assert.equal(progress('150', '135', '153')?.equals(figure('-0.2')), true)
  assert.equal(progress('64', '64', '70'), null)
})

test('I1: a target on the wrong side of its baseline is noticed', () => {
  assert.equal(targetIsOnWrongSide('lower', figure('150'), figure('165')), true)
  assert.equal(targetIsOnWrongSide('lower', figure('150'), figure('135')), false)
  assert.equal(targetIsOnWrongSide('higher', figure('150'), figure('135')), true)
  assert.equal(targetIsOnWrongSide('none', figure('150'), figure('135')), false)
})

test('I2: a figure is read exactly as written, noise and exponents included, and anything else is none', () => {
  assert.equal(printed(figure('7.0000000000000007E-2'), 20), '0.070000000000000007')
  assert.equal(printed(figure(' -0.50 '), 3), '-0.5')
  assert.equal(printed(figure('12e3'), 0), '12000')
  for (const none of ['', '-', '1,000', '12%', 'NaN', 'Infinity', '0x10', '1.2.3', '1 1/2', '0.(3)', `1${'0'.repeat(40)}`, '1e999'])
    assert.equal(exactOf(none), null, none)
})

test('P4: a figure just under its target is printed so that one sees it', () => {
  assert.equal(printed(figure('59.96'), decimalsApart(figure('59.96'), whole(60), 1)), '59.96')
  assert.equal(decimalsApart(figure('59.4'), whole(60), 1), 1)
  assert.equal(decimalsApart(whole(60), figure('60.0'), 0), 0)
})

test('I1: printing and reading again gives the figure back, for any decimal', () => {
  const decimals = fc.tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 8 }))
  fc.assert(
    fc.property(decimals, ([digits, places]) => {
      const written = whole(digits).div(whole(10n ** BigInt(places)))
      assert.ok(figure(printed(written, places)).equals(written))
    }),
  )
})

test('I2: what is wrong with a file as a whole is said once and where it stands; blank lines and a line that names the separator do no harm', () => {
  const definition = {
    startsOn: Temporal.PlainDate.from('2013-12-01'),
    title: 'Families',
    frequency: 'month',
    kind: 'flow',
    unit: '',
    countedBy: '',
    breakdowns: [],
    plausibleFrom: null,
    plausibleTo: null,
  }
  const today = Temporal.PlainDate.from('2026-11-22')
  const measure = { id: 'm', reference: 'U1', definitions: [definition] } as unknown as Measure
  const read = (...lines: readonly string[]) =>
    readUpload(
      lines.map((line) => line.split(',')),
      [measure],
      today,
    )
  const said = (...lines: readonly string[]) => read(...lines).problems.map(({ row, column, code }) => `${row} ${column} ${code}`)
  const row = 'U1,2026-03,120'
  assert.deepEqual(said('measure,period,value', row), [])
  assert.deepEqual(
    read('', 'sep=;', ',,', 'measure,period,value', '', row, ',').rows.map((one) => one.row),
    [6],
  )
  assert.deepEqual(said('', 'measure,period', ''), ['2  heading-missing'])
  assert.deepEqual(said('measure,period,value,value', row), ['1 D heading-twice'])
  assert.deepEqual(said('measure,period,value,colour', row), ['1 D heading-unknown'])
  assert.deepEqual(said('measure,value', row), ['1  heading-missing'])
  assert.deepEqual(said(row, row), ['1  headings-none'])
  assert.deepEqual(said('period,measure,value', row, row), ['1 measure headings-switched'])
  assert.deepEqual(said('measure,value,period', row, 'U1,2026-04,130'), ['1 period headings-switched'])
  assert.deepEqual(said('measure,period,value', 'U1,Q1 2026-27,120'), ['2 period period-unreadable'])
  assert.deepEqual(said('measure,period,value', row, 'measure,period,value', row), ['3  second-table'])
  assert.deepEqual(said('measure,period,value', `${row},9`), ['2 D cell-without-heading'])
  assert.deepEqual(said('measure,period,value', row, row), ['3  row-twice'])
  assert.deepEqual(said('measure,period,value', ''), ['2  no-rows'])
  assert.deepEqual(said('measure,period,value', 'U1,2026-03,=1+1'), ['2 value number-expected'])
  assert.deepEqual(said('measure,period,value', 'U1,2026-03,12\u0007'), ['2 value control-characters'])
})
