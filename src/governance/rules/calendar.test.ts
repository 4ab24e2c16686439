import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readShared, sharedMissing } from '#test/support/shared.ts'
import { workingDaysOf } from './bank-holidays.ts'
import { dayKind, isWorkingDay, nearestWorkingDay, withClosures, workingDaysBetween } from './calendar.ts'
import { easterSunday } from './parish-days.ts'

const day = Temporal.PlainDate.from
const england = workingDaysOf('england-and-wales')
const OFFICIAL = 'standards/bank-holidays/bank-holidays.json'

test('G10: the shipped holidays of 2019 to 2028 are the official ones, no day more or less', { skip: sharedMissing(OFFICIAL) }, () => {
  const official = readShared(OFFICIAL) as Record<string, { events: { date: string; title: string }[] }>
  for (const division of ['england-and-wales', 'scotland', 'northern-ireland'] as const) {
    const shipped = [...workingDaysOf(division).holidays].filter(([iso]) => iso >= '2019')
    const expected = official[division]?.events.map(({ date, title }) => [date, title])
    assert.deepEqual(shipped, expected, division)
  }
})

/** The days of an ordinary year, worked out from their rules: a second way to the list of 2013 to 2018. */
function ordinaryYear(year: number): string[] {
  const monday = (month: number, last: boolean) => {
    const first = Temporal.PlainDate.from({ year, month, day: 1 })
    const from = last ? Temporal.PlainDate.from({ year, month, day: first.daysInMonth }) : first
    return last ? from.subtract({ days: from.dayOfWeek - 1 }) : from.add({ days: (8 - from.dayOfWeek) % 7 })
  }
  const easter = easterSunday(year)
  const days = [easter.subtract({ days: 2 }), easter.add({ days: 1 }), monday(5, false), monday(5, true), monday(8, true)]
  for (const [month, date] of [
    [1, 1],
    [12, 25],
    [12, 26],
  ] as const) {
    let holiday = Temporal.PlainDate.from({ year, month, day: date })
    while (holiday.dayOfWeek > 5 || days.some((taken) => taken.equals(holiday))) holiday = holiday.add({ days: 1 })
    days.push(holiday)
  }
  return days.map(String).sort()
}

test('G10: the holidays of 2013 to 2018 agree with the rules by which they fall, substitute days included', () => {
  for (let year = 2013; year <= 2018; year += 1) {
    const shipped = [...england.holidays.keys()].filter((iso) => iso.startsWith(String(year)))
    // Boxing Day 2016 fell on a Monday and Christmas Day was taken on the Tuesday: the same two days either way.
    assert.deepEqual(shipped, ordinaryYear(year), String(year))
  }
})

test('G10: one-off holidays are known, and the spring holiday of 2022 moved', () => {
  assert.deepEqual(dayKind(england, day('2022-06-03')).kind, 'holiday')
  assert.equal(dayKind(england, day('2022-05-30')).kind, 'working')
  assert.equal(dayKind(england, day('2023-05-08')).kind, 'holiday')
})

test('G10: beyond the last announced year a weekday is not known, and a weekend still is', () => {
  assert.equal(dayKind(england, day('2028-12-29')).kind, 'working')
  assert.equal(dayKind(england, day('2029-01-02')).kind, 'not-known')
  assert.equal(dayKind(england, day('2029-01-06')).kind, 'saturday')
  assert.equal(dayKind(england, day('2012-12-31')).kind, 'not-known')
  assert.equal(isWorkingDay(england, day('2029-01-02')), null)
  assert.equal(nearestWorkingDay(england, day('2028-12-30'), 1), null)
  assert.equal(workingDaysBetween(england, day('2028-12-28'), day('2029-01-02')), null)
})

test('G10: a local closure is no working day where the rule names it', () => {
  const closed = withClosures(england, new Map([['2026-12-24', 'Council offices closed']]))
  assert.deepEqual(dayKind(closed, day('2026-12-24')), { kind: 'closure', title: 'Council offices closed' })
  assert.equal(dayKind(england, day('2026-12-24')).kind, 'working')
})

test('G10: the divisions differ: 4 January 2027 is a holiday in Scotland only', () => {
  assert.equal(dayKind(workingDaysOf('scotland'), day('2027-01-04')).kind, 'holiday')
  assert.equal(dayKind(england, day('2027-01-04')).kind, 'working')
  assert.equal(dayKind(workingDaysOf('northern-ireland'), day('2027-07-12')).kind, 'holiday')
})
