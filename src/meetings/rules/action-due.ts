import { dayInWords } from '#platform/time/words.ts'
import {
  DAY_PATTERN,
  dayIn,
  lastOf,
  MONTH_YEAR_PATTERN,
  readDay,
  readMonth,
  type WrittenDay,
  type WrittenMonth,
  yearFor,
} from './due-day.ts'

/** One stretch of a returning action: every so many months until a day; null: without end. */
export interface DuePhase {
  readonly everyMonths: number
  readonly until: Temporal.PlainDate | null
}

/**
 * What the words of a due date were read as (M11, handbook governance 3.7). Both days of an interval belong to it; null is open.
 * `question`: a person must say what was meant, `offers` are words that would be clear. `words`: kept as they are, without a date.
 */
export type DueReading =
  | { readonly kind: 'interval'; readonly from: Temporal.PlainDate | null; readonly to: Temporal.PlainDate | null }
  | { readonly kind: 'returning'; readonly phases: readonly DuePhase[] }
  | { readonly kind: 'each-meeting' }
  | { readonly kind: 'meeting'; readonly month: number | null; readonly year: number | null }
  | {
      readonly kind: 'question'
      readonly code: 'not-a-monday' | 'other-weekday' | 'no-such-day' | 'backwards' | 'start-or-end'
      readonly offers: readonly string[]
    }
  | { readonly kind: 'words' }

const interval = (from: Temporal.PlainDate | null, to: Temporal.PlainDate | null): DueReading => ({ kind: 'interval', from, to })
const noSuchDay: DueReading = { kind: 'question', code: 'no-such-day', offers: [] }

/** Reads the words against the day of the meeting: a date without a year is the first that has not ended by then. Never throws. */
export function readDue(words: string, meetingDay: Temporal.PlainDate): DueReading {
  const text = words
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/[–—]/g, '-')
    .replace(/^ | $/g, '')
    .replace(/[.;]$/, '')
  for (const [pattern, read] of grammar) {
    const found = pattern.exec(text)
    if (found)
      return read(
        found.slice(1).map((part) => part ?? ''),
        meetingDay,
      )
  }
  return { kind: 'words' }
}

type Read = (parts: readonly string[], reference: Temporal.PlainDate) => DueReading

/** The day meant, or the question to ask. */
function settle(written: WrittenDay, reference: Temporal.PlainDate): Temporal.PlainDate | DueReading {
  const year = written.year ?? yearFor(reference, (candidate) => dayIn(written, candidate))
  const day = year === undefined ? undefined : dayIn(written, year)
  if (day === undefined) return noSuchDay
  if (written.weekday !== undefined && written.weekday !== day.dayOfWeek)
    return { kind: 'question', code: 'other-weekday', offers: [`by ${dayInWords(day)}`] }
  return day
}

function onDay(text: string, reference: Temporal.PlainDate, make: (day: Temporal.PlainDate) => DueReading): DueReading {
  const day = settle(readDay(text), reference)
  return day instanceof Temporal.PlainDate ? make(day) : day
}

function monthYear({ month, year }: WrittenMonth, reference: Temporal.PlainDate): number {
  return year ?? yearFor(reference, (candidate) => lastOf(month, candidate)) ?? reference.year
}

const endOfMonth: Read = ([text = ''], reference) => {
  const written = readMonth(text)
  return interval(null, lastOf(written.month, monthYear(written, reference)))
}

const wholeMonth: Read = ([text = ''], reference) => {
  const written = readMonth(text)
  const end = lastOf(written.month, monthYear(written, reference))
  return interval(end.with({ day: 1 }), end)
}

const months: Read = ([start = '', end = ''], reference) => {
  const last = readMonth(end)
  const lastDay = lastOf(last.month, monthYear(last, reference))
  const first = readMonth(start)
  const year = first.year ?? (first.month <= last.month ? lastDay.year : lastDay.year - 1)
  return between(Temporal.PlainDate.from({ year, month: first.month, day: 1 }), lastDay)
}

function between(from: Temporal.PlainDate, to: Temporal.PlainDate): DueReading {
  return Temporal.PlainDate.compare(from, to) > 0 ? { kind: 'question', code: 'backwards', offers: [] } : interval(from, to)
}

const days: Read = ([start = '', end = ''], reference) =>
  onDay(end, reference, (to) => {
    // '24 to 28 February': the first day borrows the month of the last.
    const written: WrittenDay = /^\d{1,2}(?:st|nd|rd|th)?$/.test(start)
      ? { day: Number.parseInt(start, 10), month: to.month, year: to.year, weekday: undefined }
      : readDay(start)
    const near = written.year ?? (Temporal.PlainDate.compare(dayIn(written, to.year) ?? to, to) > 0 ? to.year - 1 : to.year)
    const from = settle({ ...written, year: near }, reference)
    return from instanceof Temporal.PlainDate ? between(from, to) : from
  })

const week: Read = ([text = ''], reference) =>
  onDay(text, reference, (day) => {
    const monday = day.subtract({ days: day.dayOfWeek - 1 })
    if (day.dayOfWeek === 1) return interval(monday, monday.add({ days: 6 }))
    const offers = [monday, monday.add({ days: 7 })].map((start) => `week of ${dayInWords(start)}`)
    return { kind: 'question', code: 'not-a-monday', offers }
  })

const weekEnding: Read = ([text = ''], reference) =>
  onDay(text, reference, (day) => interval(day.subtract({ days: day.dayOfWeek - 1 }), day))
const byDay: Read = ([text = ''], reference) => onDay(text, reference, (day) => interval(null, day))
const beforeDay: Read = ([text = ''], reference) => onDay(text, reference, (day) => interval(null, day.subtract({ days: 1 })))
const exactly: Read = ([text = ''], reference) => onDay(text, reference, (day) => interval(day, day))
const dayOnwards: Read = ([text = ''], reference) => onDay(text, reference, (day) => interval(day, null))

const monthOnwards: Read = ([text = ''], reference) => {
  const written = readMonth(text)
  return interval(lastOf(written.month, monthYear(written, reference)).with({ day: 1 }), null)
}

const byMonth: Read = ([text = ''], reference) => {
  const written = readMonth(text)
  const end = lastOf(written.month, monthYear(written, reference))
  return { kind: 'question', code: 'start-or-end', offers: [`by ${dayInWords(end.with({ day: 1 }))}`, `by ${dayInWords(end)}`] }
}

const meeting: Read = ([text = ''], reference) => {
  if (text === 'next') return { kind: 'meeting', month: null, year: null }
  const written = readMonth(text)
  return { kind: 'meeting', month: written.month, year: monthYear(written, reference) }
}

const NUMBERS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, six: 6, twelve: 12 }
const EVERY =
  'monthly|quarterly|half-yearly|yearly|annually|(?:every|each) (?:month|quarter|half-year|half year|year)|every (?:two|three|four|six|twelve|\\d{1,2}) months'

function everyMonths(text: string): number {
  if (/quarter/.test(text)) return 3
  if (/half/.test(text)) return 6
  if (/year|annual/.test(text)) return 12
  const count = /^every (\w+) months$/.exec(text)?.[1]
  return count === undefined ? 1 : Math.max(1, NUMBERS[count] ?? Number(count))
}

const returning: Read = ([first = '', until = '', then = ''], reference) => {
  const written = until === '' ? undefined : readMonth(until)
  const end = written === undefined ? null : lastOf(written.month, monthYear(written, reference))
  const phases = [{ everyMonths: everyMonths(first), until: end }]
  return { kind: 'returning', phases: then === '' ? phases : [...phases, { everyMonths: everyMonths(then), until: null }] }
}

const eachMeeting: Read = () => ({ kind: 'each-meeting' })

const grammar: readonly (readonly [RegExp, Read])[] = (
  [
    [`(?:by |before |at )?(?:the )?end (?:of )?(${MONTH_YEAR_PATTERN})`, endOfMonth],
    [`(?:during |in )?(?:the )?(?:week (?:of|commencing|beginning|starting)|w/?c|w/?b):? (${DAY_PATTERN})`, week],
    [`(?:by )?(?:the )?(?:week ending|w/?e):? (${DAY_PATTERN})`, weekEnding],
    [`(?:from |between )?(\\d{1,2}(?:st|nd|rd|th)?|${DAY_PATTERN}) ?(?:to|until|till|and|-) ?(${DAY_PATTERN})`, days],
    [`(?:(?:from|in|between|during) )?(${MONTH_YEAR_PATTERN}) ?(?:to|until|and|-) ?(${MONTH_YEAR_PATTERN})`, months],
    [`(?:from )?(${MONTH_YEAR_PATTERN}) (?:onwards?|on)`, monthOnwards],
    [`from (${MONTH_YEAR_PATTERN})`, monthOnwards],
    [`(?:from )?(${DAY_PATTERN}) (?:onwards?|on)`, dayOnwards],
    [`from (${DAY_PATTERN})`, dayOnwards],
    [`(?:(?:to|by|at|for|before) )?(?:each|every)(?: board)? meeting`, eachMeeting],
    [`(?:to|by|at|for|before) (?:the )?(next|${MONTH_YEAR_PATTERN})(?: board)? meeting`, meeting],
    [`(${EVERY})(?:,? (?:to|until) (?:the )?end (?:of )?(${MONTH_YEAR_PATTERN})(?:,? (?:and )?then (${EVERY}))?)?`, returning],
    [`before (${DAY_PATTERN})`, beforeDay],
    [`(?:by|no later than|not later than) (${DAY_PATTERN})`, byDay],
    [`(?:by|before) (${MONTH_YEAR_PATTERN})`, byMonth],
    [`(?:on )?(${DAY_PATTERN})`, exactly],
    [`(?:in |during )?(${MONTH_YEAR_PATTERN})`, wholeMonth],
  ] as const
).map(([pattern, read]) => [new RegExp(`^${pattern}$`), read] as const)

/** Whether an open action is late: the interval has ended. What has no end is never late. */
export function isOverdue(
  action: { readonly state: string; readonly dueTo: Temporal.PlainDate | null },
  today: Temporal.PlainDate,
): boolean {
  return action.state === 'open' && action.dueTo !== null && Temporal.PlainDate.compare(today, action.dueTo) > 0
}
