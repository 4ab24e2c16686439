import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { placeWords } from '../words/national.ts'
import { exactOf } from './exact.ts'
import { nationalDirection, nationalPlace } from './national-place.ts'
import { comparePeriods, readNationalPeriod, readNationalPolarity, readNationalValue, regionKey } from './national-reading.ts'
import type { Known } from './rag.ts'

const exact = (written: string) => exactOf(written) ?? assert.fail(written)
const value = (written: string): Known => ({ state: 'value', value: exact(written) })

test('I3: a published dash is missing and never 0, a suppressed figure is suppressed, and what nobody knows is odd', () => {
  for (const [written, state] of Object.entries({ '-': 'missing', '': 'missing', c: 'suppressed', '*': 'suppressed', z: 'not-applicable' }))
    assert.deepEqual(readNationalValue(written), { is: 'state', state })
  for (const written of ['about 7', '1,204', '#DIV/0!', '--', '1e400', 'NaN', 'Infinity', '0x10'])
    assert.equal(readNationalValue(written).is, 'odd')
  assert.deepEqual(readNationalValue('0'), { is: 'number', decimal: '0', cleaned: false })
  assert.deepEqual(readNationalValue('-0.0'), { is: 'number', decimal: '0', cleaned: false })
})

test('I3: floating noise is rounded away at 15 digits, and nothing else is touched', () => {
  const cases = {
    '7.0000000000000007E-2': '0.07',
    '-7.0000000000000007E-2': '-0.07',
    '9.3699999999999992': '9.37',
    '4.7980000000000002E-2': '0.04798',
    '99.999999999999996': '100',
    '16012355892.0': '16012355892',
    '12.13': '12.13',
    '1E3': '1000',
    '301.0': '301',
  }
  for (const [written, decimal] of Object.entries(cases))
    assert.equal((readNationalValue(written) as { decimal?: string }).decimal, decimal, written)
  assert.equal((readNationalValue('9.3699999999999992') as { cleaned?: boolean }).cleaned, true)
  assert.equal((readNationalValue('12.1300000000000000') as { cleaned?: boolean }).cleaned, false)
})

test('I3: every decimal of up to 15 digits comes back exactly from what a spreadsheet makes of it', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }), fc.integer({ min: 0, max: 12 }), (digits, places) => {
      const sign = digits < 0n ? '-' : ''
      const padded = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0')
      const written = `${sign}${padded.slice(0, padded.length - places)}${places > 0 ? `.${padded.slice(-places)}` : ''}`
      for (const noisy of [written, Number(written).toPrecision(17), Number(written).toExponential(16)]) {
        const read = readNationalValue(noisy)
        if (read.is !== 'number') return false
        if (!exact(read.decimal).equals(exact(written))) return false
        if (/[eE]/.test(read.decimal)) return false
      }
      return true
    }),
  )
})

test('I3: periods are read as their publisher writes them; one that names no year is none', () => {
  const read = (written: string) => {
    const period = readNationalPeriod(written)
    return period && `${period.fromYear}-${period.toYear} ${period.standing}`.trim()
  }
  const cases: Readonly<Record<string, string | null>> = {
    '2016': '2016-2016',
    '2016-17': '2016-2017',
    '2016/17': '2016-2017',
    '2016-17 (OT)': '2016-2017 outturn',
    '2014-16': '2014-2016',
    '2013/14-15/16': '2013-2016',
    '1999/00': '1999-2000',
    '2018 (Rev)': '2018-2018 revised',
    '2020 (Final)': '2020-2020 final',
    '2025 (prov)': '2025-2025 provisional',
    ...{ '0': null, '7': null, '': null, '16-17': null, '2016 (odd)': null, '2016-2014': null, '2016-15': null, March: null },
  }
  for (const [written, years] of Object.entries(cases)) assert.equal(read(written), years, written)
  const [early, late] = [readNationalPeriod('2014-16'), readNationalPeriod('2015-17')]
  assert.ok(early && late && comparePeriods(early, late) < 0)
})

test('I3: a place counts from the better end, ties share it, and what has no figure is counted apart', () => {
  const others: readonly Known[] = [value('9'), value('7'), value('7.0'), value('5'), { state: 'suppressed' }]
  const words = (polarity: 'higher' | 'lower' | 'none', mine: string) => placeWords(nationalPlace(polarity, exact(mine), others))
  assert.equal(words('higher', '7'), 'joint 2nd of 5 (1 suppressed)')
  assert.equal(words('lower', '4.99'), '1st of 5 (1 suppressed)')
  assert.equal(words('none', '6'), '4th highest of 5 (1 suppressed)')
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5, max: 5 })), fc.integer({ min: -5, max: 5 }), (list, mine) => {
      const known = list.map((one) => value(String(one)))
      const [up, down] = [nationalPlace('higher', exact(String(mine)), known), nationalPlace('lower', exact(String(mine)), known)]
      const same = list.filter((one) => one === mine).length
      return up.rank + down.rank + same === list.length + 2 && up.of === list.length + 1 && up.joint === same > 0
    }),
  )
})

test('I3: a direction needs two figures, and says better or worse only where one way is better', () => {
  const [more, less] = [exact('2'), exact('1')]
  assert.equal(nationalDirection('higher', more, less), 'better')
  assert.equal(nationalDirection('lower', more, less), 'worse')
  assert.equal(nationalDirection('none', more, less), 'up')
  assert.equal(nationalDirection('lower', more, exact('2.00')), 'same')
  assert.equal(nationalDirection('higher', null, less), 'no-figure')
  assert.equal(nationalDirection('higher', more, null), 'nothing-before')
  assert.equal(regionKey('London (Inner)'), regionKey('Inner London'))
  assert.deepEqual(['High', 'Low', '-', 'NA', 'Up'].map(readNationalPolarity), ['higher', 'lower', 'none', 'none', undefined])
})
