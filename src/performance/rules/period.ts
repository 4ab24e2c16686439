/** How often a measure has a figure; 'other' is any stretch of days, such as a rolling window of three years. */
export const periodTypes = ['month', 'quarter', 'financial-year', 'academic-year', 'calendar-year', 'other'] as const
/** One of them. */
export type PeriodType = (typeof periodTypes)[number]
/** The types whose periods follow each other without a gap, so that one knows which is next. */
export type RegularPeriodType = Exclude<PeriodType, 'other'>

/** A stretch of days for which there is one figure, half-open. */
export interface Period {
  readonly type: PeriodType
  readonly startsOn: Temporal.PlainDate
  /** First day after it. */
  readonly endsOn: Temporal.PlainDate
}

/** Months in a period, and the month (1 to 12) in which the first of a year begins. Quarters are those of the financial year, which begins in April. */
const SHAPES: Readonly<Record<RegularPeriodType, { readonly months: number; readonly first: number }>> = {
  month: { months: 1, first: 1 },
  quarter: { months: 3, first: 1 },
  'financial-year': { months: 12, first: 4 },
  'academic-year': { months: 12, first: 9 },
  'calendar-year': { months: 12, first: 1 },
}

/** The period of a type in which a day lies. Financial years begin on 1 April, academic years on 1 September. */
export function periodOf(type: RegularPeriodType, day: Temporal.PlainDate): Period {
  const { months, first } = SHAPES[type]
  const back = (day.month - first + 12) % months
  const startsOn = day.with({ day: 1 }).subtract({ months: back })
  return { type, startsOn, endsOn: startsOn.add({ months }) }
}

/** The period before or after one, so many away; of another length ('other') there is none: null. */
export function periodAway(period: Period, by: number): Period | null {
  if (period.type === 'other') return null
  const startsOn = period.startsOn.add({ months: by * SHAPES[period.type].months })
  return { type: period.type, startsOn, endsOn: startsOn.add({ months: SHAPES[period.type].months }) }
}

/** Whether the days are those of a period of its type: a month from the first to the last. Any stretch is one of type 'other'. */
export function isWhole({ type, startsOn, endsOn }: Period): boolean {
  if (type === 'other') return Temporal.PlainDate.compare(startsOn, endsOn) < 0
  const whole = periodOf(type, startsOn)
  return whole.startsOn.equals(startsOn) && whole.endsOn.equals(endsOn)
}

/** The last period of a type that has ended by a day. */
export function lastEnded(type: RegularPeriodType, today: Temporal.PlainDate): Period {
  const now = periodOf(type, today)
  return periodAway(now, -1) ?? now
}

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']

/**
 * Reads a period as people write it in a spreadsheet: '2026-03', '03/2026', 'March 2026', 'Mar-26' for a month, 'Q1 2026-27' for a quarter of the financial year,
 * '2026-27' or '2026/27' for a year of two calendar years, '2026' for a calendar year, and a day of the period ('2026-03-31', '31/03/2026') for any.
 * Another stretch of days is written from its first to its last day ('1 January 2021 to 31 December 2023', '2021-01-01 to 2023-12-31'), or as whole calendar
 * years ('2021 - 23'). Null for anything else; a date as a number is nobody's period.
 */
export function readPeriod(type: PeriodType, written: string): Period | null {
  const text = written.trim().toLowerCase().replaceAll(/\s+/g, ' ')
  if (type === 'other') return stretchWritten(text)
  const day = dayWritten(text)
  if (day) return periodOf(type, day)
  if (type === 'month') return monthWritten(text)
  if (type === 'quarter') return quarterWritten(text)
  const [, year, next] = /^(\d{4})(?: ?[-/–] ?(\d{2}|\d{4}))?$/.exec(text) ?? []
  if (year === undefined) return null
  const isTwo = type !== 'calendar-year'
  if (isTwo !== (next !== undefined)) return null
  if (next !== undefined && (Number(year) + 1) % 100 !== Number(next) % 100) return null
  return begin(type, Number(year), SHAPES[type].first)
}

/** Any stretch of days as people write it: from a day to a day, both of which belong to it, or whole calendar years. */
function stretchWritten(text: string): Period | null {
  const [, firstYear, next] = /^(\d{4}) ?(?:[-/–]|to) ?(\d{2}|\d{4})$/.exec(text) ?? []
  if (firstYear !== undefined && next !== undefined) {
    const lastYear = next.length === 2 ? `${firstYear.slice(0, 2)}${next}` : next
    return stretch(dayWritten(`${firstYear}-01-01`), dayWritten(`${lastYear}-12-31`))
  }
  const [from, to, ...more] = text.split(/ (?:to|-|–) /)
  return from === undefined || to === undefined || more.length > 0 ? null : stretch(dayInWords(from), dayInWords(to))
}

function stretch(first: Temporal.PlainDate | null, last: Temporal.PlainDate | null): Period | null {
  if (first === null || last === null || Temporal.PlainDate.compare(first, last) > 0) return null
  return { type: 'other', startsOn: first, endsOn: last.add({ days: 1 }) }
}

function dayInWords(text: string): Temporal.PlainDate | null {
  const [, day, name = '', year] = /^(\d{1,2}) ([a-z]{3,9}) (\d{4})$/.exec(text) ?? []
  if (day === undefined) return dayWritten(text)
  const month = monthNamed(name)
  return month === 0 ? null : dayWritten(`${day}/${month}/${year}`)
}

/** The number of a month by its name or the first letters of it; 0 for none. */
function monthNamed(name: string): number {
  return MONTHS.findIndex((one) => one === name || one.slice(0, 3) === name || (name === 'sept' && one === 'september')) + 1
}

function begin(type: RegularPeriodType, year: number, month: number): Period | null {
  if (month < 1 || month > 12 || year < 1900 || year > 2200) return null
  return periodOf(type, new Temporal.PlainDate(year, month, 1))
}

function dayWritten(text: string): Temporal.PlainDate | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  const [, ukDay, ukMonth, ukYear] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? []
  const parts = { year: Number(year ?? ukYear), month: Number(month ?? ukMonth), day: Number(day ?? ukDay) }
  if (Number.isNaN(parts.year) || parts.year < 1900 || parts.year > 2200) return null
  try {
    return Temporal.PlainDate.from(parts, { overflow: 'reject' })
  } catch {
    return null
  }
}

function monthWritten(text: string): Period | null {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(text) ?? []
  if (year !== undefined) return begin('month', Number(year), Number(month))
  const [, slashMonth, slashYear] = /^(\d{1,2})\/(\d{4})$/.exec(text) ?? []
  if (slashYear !== undefined) return begin('month', Number(slashYear), Number(slashMonth))
  const [, name = '', named] = /^([a-z]{3,9})[ -](\d{4}|\d{2})$/.exec(text) ?? []
  if (named === undefined || monthNamed(name) === 0) return null
  return begin('month', named.length === 2 ? 2000 + Number(named) : Number(named), monthNamed(name))
}

function quarterWritten(text: string): Period | null {
  const [, first, firstYear, firstNext] = /^q([1-4]) (\d{4})[-/](\d{2}|\d{4})$/.exec(text) ?? []
  const [, lastYear, lastNext, last] = /^(\d{4})[-/](\d{2}|\d{4}) q([1-4])$/.exec(text) ?? []
  const [quarter, year, next] = [first ?? last, firstYear ?? lastYear, firstNext ?? lastNext]
  if (quarter === undefined || (Number(year) + 1) % 100 !== Number(next) % 100) return null
  const month = 4 + 3 * (Number(quarter) - 1)
  return month > 12 ? begin('quarter', Number(year) + 1, month - 12) : begin('quarter', Number(year), month)
}

/** A period as people write it: 'March 2026', 'Q1 2026-27', '2026-27', '2026', '1 May 2024 to 30 April 2027'. */
export function periodWords({ type, startsOn, endsOn }: Period): string {
  const named = (month: number) => (MONTHS[month - 1] ?? '').replace(/^./, (letter) => letter.toUpperCase())
  const twoYears = (year: number) => `${year}-${String((year + 1) % 100).padStart(2, '0')}`
  switch (type) {
    case 'month':
      return `${named(startsOn.month)} ${startsOn.year}`
    case 'quarter':
      return `Q${Math.floor(((startsOn.month + 8) % 12) / 3) + 1} ${twoYears(startsOn.month < 4 ? startsOn.year - 1 : startsOn.year)}`
    case 'calendar-year':
      return String(startsOn.year)
    case 'other': {
      const last = endsOn.subtract({ days: 1 })
      return `${startsOn.day} ${named(startsOn.month)} ${startsOn.year} to ${last.day} ${named(last.month)} ${last.year}`
    }
    default:
      return twoYears(startsOn.year)
  }
}

/** A key for one period: the same period gives the same key. */
export function periodKey({ type, startsOn, endsOn }: Period): string {
  return `${type} ${startsOn} ${endsOn}`
}
