const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

const MONTH_PATTERN =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const WEEKDAY_PATTERN = '(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)'
/** A pattern for a month with or without its year. */
export const MONTH_YEAR_PATTERN = `${MONTH_PATTERN}(?: \\d{4})?`
/** A pattern for a day as minutes write it: '14 February 2014', 'Monday 3rd Feb', '14/2/14'. */
export const DAY_PATTERN = `(?:${WEEKDAY_PATTERN},? )?(?:the )?(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH_PATTERN}(?: \\d{4})?|\\d{1,2}[/.]\\d{1,2}(?:[/.]\\d{4}|[/.]\\d{2})?)`

/** A month as written; `year` is undefined where none was. */
export interface WrittenMonth {
  readonly month: number
  readonly year: number | undefined
}

/** A day as written; `weekday` is 1 (Monday) to 7 where one was named. */
export interface WrittenDay extends WrittenMonth {
  readonly day: number
  readonly weekday: number | undefined
}

function monthNumber(name: string): number {
  return MONTHS.findIndex((full) => full.startsWith(name.slice(0, 3))) + 1
}

/** Reads a month; the text must match MONTH_YEAR_PATTERN. */
export function readMonth(text: string): WrittenMonth {
  const [name = '', year] = text.split(' ')
  return { month: monthNumber(name), year: year === undefined ? undefined : Number(year) }
}

function fullYear(year: string | undefined): number | undefined {
  if (year === undefined) return undefined
  return year.length === 2 ? 2000 + Number(year) : Number(year)
}

/** Reads a day; the text must match DAY_PATTERN. The day may be one that the calendar does not have. */
export function readDay(text: string): WrittenDay {
  const named = new RegExp(`^(${WEEKDAY_PATTERN}),? `).exec(text)
  const found = WEEKDAYS.findIndex((full) => named?.[1] !== undefined && full.startsWith(named[1].slice(0, 3)))
  const weekday = found === -1 ? undefined : found + 1
  const rest = text.slice(named?.[0].length ?? 0).replace(/^the /, '')
  const figures = /^(\d{1,2})[/.](\d{1,2})(?:[/.](\d{2,4}))?$/.exec(rest)
  if (figures) return { day: Number(figures[1]), month: Number(figures[2]), year: fullYear(figures[3]), weekday }
  const words = /^(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]+)(?: (\d{4}))?$/.exec(rest)
  return { day: Number(words?.[1]), month: monthNumber(words?.[2] ?? ''), year: fullYear(words?.[3]), weekday }
}

/** The day in a year; undefined where the calendar has no such day. */
export function dayIn(written: WrittenDay, year: number): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from({ year, month: written.month, day: written.day }, { overflow: 'reject' })
  } catch {
    return undefined
  }
}

/** The last day of a month. */
export function lastOf(month: number, year: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  return first.add({ months: 1 }).subtract({ days: 1 })
}

/** The first year, from that of `reference` on, for which `end` is on or after it; four tries reach the next 29 February. */
export function yearFor(reference: Temporal.PlainDate, end: (year: number) => Temporal.PlainDate | undefined): number | undefined {
  for (let year = reference.year; year < reference.year + 9; year += 1) {
    const last = end(year)
    if (last !== undefined && Temporal.PlainDate.compare(last, reference) >= 0) return year
  }
  return undefined
}
