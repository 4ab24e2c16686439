import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ageOn, type Birth, birthsAgree, plainName, seemTheSame } from './birth.ts'
import { isNhsNumber, isSound, isUpn, plainIdentifier } from './identifiers.ts'

const day = Temporal.PlainDate.from
const born = (text: string): Birth => ({ known: 'day', day: day(text) })

test('E1: an age is whole years from the birthday on, months under two, a span where only part of the birth is known', () => {
  assert.deepEqual(ageOn(born('2019-03-10'), day('2026-03-09')), { unit: 'years', least: 6, most: 6 })
  assert.deepEqual(ageOn(born('2019-03-10'), day('2026-03-10')), { unit: 'years', least: 7, most: 7 })
  assert.deepEqual(ageOn(born('2020-02-29'), day('2026-02-28')), { unit: 'years', least: 5, most: 5 })
  assert.deepEqual(ageOn(born('2020-02-29'), day('2026-03-01')), { unit: 'years', least: 6, most: 6 })
  assert.deepEqual(ageOn(born('2025-11-30'), day('2026-03-10')), { unit: 'months', least: 3, most: 3 })
  assert.deepEqual(ageOn({ known: 'year', year: 2019 }, day('2026-03-10')), { unit: 'years', least: 6, most: 7 })
  assert.deepEqual(ageOn({ known: 'month', year: 2019, month: 3 }, day('2026-03-10')), { unit: 'years', least: 6, most: 7 })
  assert.deepEqual(ageOn({ known: 'month', year: 2019, month: 2 }, day('2026-03-10')), { unit: 'years', least: 7, most: 7 })
  assert.equal(ageOn({ known: 'due', day: day('2026-05-01') }, day('2026-06-10')), 'unborn')
  assert.equal(ageOn(born('2026-03-11'), day('2026-03-10')), 'unborn')
  assert.equal(ageOn({ known: 'nothing' }, day('2026-03-10')), 'unknown')
})

test('E1: what is known in part never says less or more than the day would', () => {
  const days = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2024-12-31'), noInvalidDate: true })
    .map((date) => day(date.toISOString().slice(0, 10)))
  fc.assert(
    fc.property(days, fc.integer({ min: 731, max: 9000 }), (birthday, later) => {
      const on = birthday.add({ days: later })
      const exact = ageOn({ known: 'day', day: birthday }, on)
      assert(typeof exact === 'object' && exact.unit === 'years' && exact.least === exact.most)
      for (const partly of [
        { known: 'month', year: birthday.year, month: birthday.month },
        { known: 'year', year: birthday.year },
      ] as const) {
        const age = ageOn(partly, on)
        assert(typeof age === 'object' && age.unit === 'years')
        assert(age.least <= exact.least && exact.least <= age.most && age.most - age.least <= 1)
      }
    }),
    { numRuns: 60 },
  )
})

test('E1: the same name and birthday warn, however they are written; twins and other accents do not', () => {
  const entered = { name: 'Zoë  AMBER', birth: born('2019-03-10') }
  const others = [
    { name: 'Zoe\u0308 Amber', birth: born('2019-03-10') },
    { name: 'Wren Amber', birth: born('2019-03-10') },
    { name: 'Zoe Amber', birth: born('2019-03-10') },
    { name: 'Zoë Amber', birth: born('2019-03-11') },
    { name: 'Zoë Amber', birth: { known: 'year', year: 2019 } as const },
    { name: 'zoë amber', birth: { known: 'nothing' } as const },
  ]
  assert.deepEqual(seemTheSame(entered, others), [others[0], others[4], others[5]])
  assert.equal(plainName('عائلة  نور'), 'عائلة نور')
  assert.equal(birthsAgree({ known: 'due', day: day('2026-05-01') }, born('2026-05-01')), false)
})

test('E1: a mistyped digit of an NHS number and of a pupil number is found', () => {
  assert(isNhsNumber('9434765919'))
  assert.equal(isNhsNumber('9434765918'), false)
  assert.equal(plainIdentifier('nhs', '943 476-5919'), '9434765919')
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 999_999_999 }),
      fc.integer({ min: 0, max: 8 }),
      fc.integer({ min: 1, max: 9 }),
      (number, at, by) => {
        const nine = String(number).padStart(9, '0')
        const sound = [...'0123456789'].map((last) => nine + last).filter(isNhsNumber)
        assert(sound.length <= 1)
        for (const value of sound) {
          const wrong = value.slice(0, at) + ((Number(value[at]) + by) % 10) + value.slice(at + 1)
          assert.equal(isNhsNumber(wrong), false)
        }
        const twelve = `${nine}123`
        const upns = [...'ABCDEFGHJKLMNPQRTUVWXYZ'].map((letter) => letter + twelve).filter(isUpn)
        assert.equal(upns.length, 1)
        assert(isSound('upn', upns[0] ?? ''))
      },
    ),
    { numRuns: 100 },
  )
  assert.equal(isSound('local', ''), false)
})
