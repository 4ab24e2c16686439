import type { WorkingDays } from './calendar.ts'

/** Easter Sunday of a year of the Gregorian calendar (the anonymous algorithm of 1876). */
export function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const e = b % 4
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 })
}

function isHolidayOrSunday(calendar: WorkingDays, day: Temporal.PlainDate): boolean {
  return day.dayOfWeek === 7 || calendar.holidays.has(day.toString())
}

/** First and last day of the Christmas break: the last weekday before Christmas Day, the first after it that is no holiday. */
function christmasBreak(calendar: WorkingDays, year: number): readonly [Temporal.PlainDate, Temporal.PlainDate] {
  const christmas = Temporal.PlainDate.from({ year, month: 12, day: 25 })
  let first = christmas.subtract({ days: 1 })
  while (isHolidayOrSunday(calendar, first)) first = first.subtract({ days: 1 })
  let last = christmas.add({ days: 1 })
  while (isHolidayOrSunday(calendar, last)) last = last.add({ days: 1 })
  return [first, last]
}

function within(day: Temporal.PlainDate, [first, last]: readonly [Temporal.PlainDate, Temporal.PlainDate]): boolean {
  return Temporal.PlainDate.compare(day, first) >= 0 && Temporal.PlainDate.compare(day, last) <= 0
}

/**
 * The break that takes a day out of the parish count, beside Sundays and holidays; null when the day counts.
 * Easter: Thursday before to Tuesday after. The limits of both breaks are believed (Local Government Act 1972, section 243, as first
 * enacted) and err on the early side, so that a day given is never too late.
 */
export function s243Excludes(calendar: WorkingDays, day: Temporal.PlainDate): string | null {
  const easter = easterSunday(day.year)
  if (within(day, [easter.subtract({ days: 3 }), easter.add({ days: 2 })])) return 'Easter break'
  return within(day, christmasBreak(calendar, day.year)) ? 'Christmas break' : null
}
