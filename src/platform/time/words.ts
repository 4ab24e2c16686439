import { LONDON } from './london.ts'

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** '24 February 2014'. */
export function dayInWords(day: Temporal.PlainDate): string {
  return `${day.day} ${monthName(day)} ${day.year}`
}

/** 'Monday 24 February 2014'. */
export function weekdayInWords(day: Temporal.PlainDate): string {
  return `${weekdayName(day)} ${dayInWords(day)}`
}

/** 'February'. */
export function monthName(day: Temporal.PlainDate): string {
  return months[day.month - 1] ?? ''
}

/** 'Monday'. */
export function weekdayName(day: Temporal.PlainDate): string {
  return weekdays[day.dayOfWeek - 1] ?? ''
}

/** 'Mon'. */
export function shortWeekday(day: Temporal.PlainDate): string {
  return weekdayName(day).slice(0, 3)
}

/** '2pm', '2.30pm', 'midday', 'midnight'. */
export function timeInWords({ hour, minute }: Temporal.PlainTime): string {
  if (minute === 0 && hour === 12) return 'midday'
  if (minute === 0 && hour === 0) return 'midnight'
  const minutes = minute === 0 ? '' : `.${String(minute).padStart(2, '0')}`
  return `${hour % 12 || 12}${minutes}${hour < 12 ? 'am' : 'pm'}`
}

/** '24 February 2014 at 2.30pm', by London's clocks. */
export function instantInWords(instant: Temporal.Instant): string {
  const there = instant.toZonedDateTimeISO(LONDON)
  return `${dayInWords(there.toPlainDate())} at ${timeInWords(there.toPlainTime())}`
}
