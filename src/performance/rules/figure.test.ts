import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { exactOf, printed, whole } from './exact.ts'
import { effectOf, type GivenFigure, readFigure, readNumber } from './figure.ts'
import { type Definition, type Observation, type Status, wholeCell } from './measure.ts'
import { isWhole, periodAway, periodOf, periodWords, readPeriod } from './period.ts'
import { protectPeriod } from './protect.ts'
import { isChased, owedBy } from './returns.ts'
import { readSheet, type SheetRow } from './sheet.ts'
import { checkTarget } from './target-check.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const today = day('2026-11-22')
const march = periodOf('month', day('2026-03-15'))

const definition: Definition = {
  ...{
    id: '1',
    number: 1,
    startsOn: day('2013-12-01'),
    title: 'Families',
    meaning: '',
    unit: 'families',
    polarity: 'higher',
    level: 'service',
  },
  ...{
    kind: 'flow',
    numerator: '',
    denominator: '',
    scale: 1,
    overTime: 'sum',
    overAreas: 'sum',
    source: '',
    countedBy: '',
    ownerPerson: null,
    ownerOffice: '',
  },
  ...{
    ownerOrganisation: null,
    frequency: 'month',
    lagDays: 10,
    breakdowns: [],
    areas: [],
    forecast: 'straight-line',
    decimals: 0,
    suppression: 'none',
    breaksSeries: false,
    reason: '',
    polarityReason: '',
    ratedFrom: null,
  },
  ...{ plausibleFrom: whole(10), plausibleTo: whole(500) },
}
const percent: Definition = { ...definition, kind: 'rate', scale: 100, unit: '%', decimals: 1, plausibleFrom: null, plausibleTo: null }

const given = (part: Partial<GivenFigure>): GivenFigure => ({
  ...{
    period: march,
    cell: wholeCell,
    status: 'final',
    value: '',
    numerator: '',
    denominator: '',
    lower: '',
    upper: '',
    quality: '',
    source: '',
  },
  ...part,
})
const codes = (part: Partial<GivenFigure>, by = definition) =>
  readFigure(given(part), by, today).problems.map(({ part: at, code, asked }) => `${at} ${code}${asked ? '?' : ''}`)

test('I2: a figure is read as people write it, and what is none is refused in words of its own', () => {
  const read = (typed: string) => {
    const outcome = readNumber(typed)
    return 'number' in outcome ? (outcome.number === null ? null : printed(outcome.number, 12)) : outcome.code
  }
  assert.deepEqual(['1,234', ' 32% ', '\u22124.5', '7.0000000000000007E-2', '0.1000000000000000055', ''].map(read), [
    '1234',
    '32',
    '-4.5',
    '0.07',
    '0.1',
    null,
  ])
  assert.deepEqual(['#DIV/0!', '#N/A', '12a', '1,2', '1.2.3', '1e40', '=1+1'].map(read), [
    ...[
      'number-formula-error',
      'number-formula-error',
      'number-expected',
      'number-expected',
      'number-expected',
      'number-too-large',
      'number-expected',
    ],
  ])
})

test('I2: a state is never a number, a number never stands without one; odd figures are asked about and not refused', () => {
  assert.deepEqual(codes({ status: 'missing', value: '0' }), ['value value-with-state'])
  assert.deepEqual(codes({ value: '' }), ['value value-missing'])
  assert.deepEqual(codes({ value: '9' }), ['value implausible?'])
  assert.equal(readFigure(given({ value: '9' }), definition, today).figure?.value?.equals(9), true, 'it can be kept once it is confirmed')
  assert.deepEqual(codes({ value: '0.32' }, percent), ['value share-or-percent?'])
  assert.deepEqual(codes({ value: '0.32%' }, percent), [])
  assert.deepEqual(codes({ value: '50', period: periodOf('month', today) }), ['period period-not-over'])
  assert.deepEqual(codes({ value: '50', period: periodOf('quarter', day('2026-03-01')) }), ['period period-other-frequency'])
  assert.deepEqual(codes({ value: '50', cell: { area: null, dimension: 'Sex', category: 'Female' } }), ['cell breakdown-unknown'])
})

test('I2: a figure that is typed beside a state, or without a status, is asked about and never dropped in silence', () => {
  const current = { value: whole(44), numerator: null, denominator: null, words: '' } as unknown as Observation
  const row = { measure: {}, definition, period: march, cell: wholeCell, current } as unknown as SheetRow
  const said = (status: Status | '', value: string) =>
    readSheet([row], [{ status, value, numerator: '', denominator: '', quality: '' }], { today, confirmed: false })
  const fields = (status: Status | '', value: string) => said(status, value).problems.map(({ field, code }) => `${field} ${code}`)
  assert.deepEqual([fields('missing', '45'), fields('', '45')], [['value0 value-with-state'], ['status0 status-needed']])
  assert.deepEqual([fields('missing', 'x'), fields('', 'x')], [['value0 value-with-state'], ['status0 status-needed']])
  assert.deepEqual([fields('missing', '44.0'), fields('missing', ''), fields('', '44'), fields('', '')], [[], [], [], []])
  assert.deepEqual([said('missing', '44').filled[0]?.figure.value, said('', '44').filled.length], [null, 0])
})

test('I2: a rate is made of its parts, exact, and must agree with them', () => {
  const made = readFigure(given({ numerator: '90', denominator: '5000' }), percent, today).figure
  assert.equal(made?.value?.equals('1.8'), true)
  assert.deepEqual(codes({ value: '2.25', numerator: '90', denominator: '5000' }, percent), ['value parts-disagree'])
  assert.deepEqual(codes({ numerator: '0', denominator: '0' }, percent), ['value denominator-zero'])
})

test('I2: what is equal changes nothing; a third kept to twelve decimals is equal to itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 9999 }), (above, below) => {
      const figure = readFigure(given({ numerator: `${above}`, denominator: `${below}` }), percent, today).figure
      if (!figure?.value) return
      const value = exactOf(printed(figure.value, 12))
      const kept = {
        ...figure,
        value,
        id: '1',
        measure: '1',
        sight: 'public',
        revision: 1,
        reason: '',
        protectedBy: null,
        enteredAt: Temporal.Instant.from('2026-04-01T00:00Z'),
      }
      assert.equal(effectOf(figure, kept as Observation).kind, 'unchanged')
    }),
  )
})

test('I2: periods are read in every way in which spreadsheets write them, and back', () => {
  const read = (type: 'month' | 'quarter' | 'financial-year' | 'academic-year' | 'calendar-year', written: string) =>
    readPeriod(type, written)?.startsOn.toString() ?? null
  for (const written of ['2026-03', '03/2026', 'March 2026', 'mar-26', '31/03/2026', '2026-03-31'])
    assert.equal(read('month', written), '2026-03-01', written)
  assert.deepEqual(
    ['Q1 2026-27', '2026/27 Q4', 'Q4 2026-28'].map((one) => read('quarter', one)),
    ['2026-04-01', '2027-01-01', null],
  )
  assert.deepEqual(
    [read('financial-year', '2026-27'), read('academic-year', '2026/27'), read('calendar-year', '2026')],
    ['2026-04-01', '2026-09-01', '2026-01-01'],
  )
  for (const odd of ['46082', '2026-13', 'Marchember 2026', '30/02/2026', '', '2026']) assert.equal(read('month', odd), null, odd)
  const stretch = (written: string) => [readPeriod('other', written)].map((one) => one && `${one.startsOn} ${one.endsOn}`)[0]
  for (const written of ['2021 - 23', '2021-2023', '2021-01-01 to 2023-12-31', '1 January 2021 to 31 Dec 2023', '01/01/2021 - 31/12/2023'])
    assert.equal(stretch(written), '2021-01-01 2024-01-01', written)
  for (const odd of ['2023 - 21', '2021', '31/12/2023 - 01/01/2021', '1 May 2021', '1 to 2 to 3']) assert.equal(stretch(odd), null, odd)
  const types = ['month', 'quarter', 'financial-year', 'academic-year', 'calendar-year'] as const
  fc.assert(
    fc.property(fc.constantFrom(...types), fc.integer({ min: 0, max: 60_000 }), (type, days) => {
      const period = periodOf(type, day('1950-01-01').add({ days }))
      assert.ok(isWhole(period))
      assert.deepEqual(readPeriod(type, periodWords(period)), period)
      assert.equal(periodAway(period, 1)?.startsOn.equals(period.endsOn), true)
    }),
  )
})

test('I6: counts are protected before they are stored: small ones hidden with what would tell them, the rest rounded, a rate with its parts', () => {
  const method = { version: 'test', threshold: 5, base: 5, hidesZeros: false }
  const split = {
    ...definition,
    suppression: 'small-counts' as const,
    plausibleFrom: null,
    breakdowns: [{ dimension: 'Sex', categories: ['Female', 'Male', 'Other'] }],
  }
  const cell = (category: string) => ({ area: null, dimension: category === '' ? '' : 'Sex', category })
  const figures = (list: readonly (readonly [string, string])[], by = split) =>
    list.flatMap(([category, value]) => readFigure(given({ cell: cell(category), value }), by, today).figure ?? [])
  const table = protectPeriod(
    split,
    figures([
      ['', '42'],
      ['Female', '3'],
      ['Male', '17'],
      ['Other', '22'],
    ]),
    method,
  )
  assert.ok(table.ok)
  const shown = table.figures.map(({ status, value }) => (value === null ? status : printed(value, 0)))
  assert.equal(shown[1], 'suppressed')
  assert.ok(shown.filter((one) => one === 'suppressed').length >= 2, 'one hidden part alone could be worked out from the others')
  for (const one of shown) assert.ok(one === 'suppressed' || Number(one) % 5 === 0, one)
  assert.deepEqual(
    table.held.map(({ numerator }) => numerator),
    [42n, 3n, 17n, 22n],
    'the true counts go with those who give them',
  )
  const partial = protectPeriod(
    split,
    figures([
      ['', '42'],
      ['Female', '3'],
    ]),
    method,
  )
  assert.deepEqual(partial, { ok: false, problem: 'split-incomplete' })
  assert.deepEqual(
    protectPeriod(
      split,
      figures([
        ['', '43'],
        ['Female', '3'],
        ['Male', '17'],
        ['Other', '22'],
      ]),
      method,
    ),
    { ok: false, problem: 'sum-disagrees' },
  )
  const rate = { ...percent, suppression: 'small-counts' as const }
  const [small] = [readFigure(given({ numerator: '98', denominator: '100' }), rate, today).figure].flatMap((one) => one ?? [])
  const hidden = protectPeriod(rate, small ? [small] : [], method)
  assert.ok(hidden.ok)
  assert.deepEqual(
    [hidden.figures[0]?.status, hidden.figures[0]?.numerator],
    ['suppressed', null],
    'two without it are as few as two with it',
  )
})

test('I1: a target is shown before it is set; on the wrong side it is asked about, and what cannot work is refused', () => {
  const from = day('2026-04-01')
  const share = { kind: 'share', percent: whole(10) } as const
  const check = checkTarget(definition, { kind: 'relative', percent: whole(25) }, { value: whole(222) }, share, from)
  assert.deepEqual(check, {
    refused: [],
    asked: [
      { field: 'confirmed', code: 'look-at-edges', details: { edges: 'Green at 277.5 or more. Amber at 249.75 or more. Red below.' } },
    ],
  })
  const wrong = checkTarget(definition, { kind: 'value', value: whole(60) }, null, null, from)
  assert.equal(wrong.asked.length, 1)
  const down = checkTarget({ ...definition, polarity: 'lower' }, { kind: 'relative', percent: whole(25) }, { value: whole(5) }, null, from)
  assert.deepEqual(
    down.asked.map(({ code }) => code),
    ['wrong-side', 'look-at-edges'],
  )
  const refused = (check2: ReturnType<typeof checkTarget>) => check2.refused.map(({ code }) => code)
  assert.deepEqual(refused(checkTarget(definition, { kind: 'relative', percent: whole(25) }, { value: whole(0) }, null, from)), [
    'baseline-is-zero',
  ])
  assert.deepEqual(refused(checkTarget(definition, { kind: 'value', value: whole(0) }, null, share, from)), ['tolerance-share-of-zero'])
  assert.deepEqual(refused(checkTarget(definition, { kind: 'band', from: whole(1), to: whole(2) }, null, null, from)), [
    'band-needs-polarity',
  ])
  assert.deepEqual(refused(checkTarget({ ...definition, polarity: 'none' }, { kind: 'value', value: whole(1) }, null, null, from)), [
    'no-polarity',
  ])
  assert.deepEqual(
    checkTarget(definition, { kind: 'relative', percent: whole(20) }, null, null, from),
    { refused: [], asked: [] },
    'it waits for its baseline',
  )
})

test('I2: a return is owed when its period is over, and asked for ahead, the day after, and every week', () => {
  const rhythm = { periodType: 'month', dueDays: 20, startsOn: day('2026-08-15'), endsOn: null } as const
  assert.deepEqual(
    owedBy(rhythm, today).map(({ startsOn, dueOn }) => `${startsOn} ${dueOn}`),
    ['2026-09-01 2026-10-20', '2026-10-01 2026-11-20'],
  )
  const due = (chased: number, chasedOn: string | null) =>
    ({ state: 'due', dueOn: day('2026-11-20'), chased, chasedOn: chasedOn === null ? null : day(chasedOn) }) as const
  const asked = (on: string, chased: number, chasedOn: string | null) => isChased(due(chased, chasedOn), day(on))
  assert.deepEqual([asked('2026-11-14', 0, null), asked('2026-11-15', 0, null), asked('2026-11-16', 1, '2026-11-15')], [false, true, false])
  assert.deepEqual(
    [asked('2026-11-21', 1, '2026-11-15'), asked('2026-11-27', 2, '2026-11-21'), asked('2026-11-28', 2, '2026-11-21')],
    [true, false, true],
  )
})
