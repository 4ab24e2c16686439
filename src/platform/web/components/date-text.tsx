import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords, instantInWords, timeInWords, weekdayInWords } from '#platform/time/words.ts'
import { escapeText, rawMarkup } from '../render.ts'

/** A day in words: 'Monday 24 February 2014', or '24 February 2014' without the weekday. */
export function DateText({
  day,
  weekday = true,
}: {
  readonly day: Temporal.PlainDate
  readonly weekday?: boolean | undefined
}): JSX.Element {
  return rawMarkup(
    `<time class="gt-date" datetime="${day.toString()}">${escapeText(weekday ? weekdayInWords(day) : dayInWords(day))}</time>`,
  )
}

/** A time of day in words: '2pm', '2.30pm', 'midday'. */
export function TimeText({ time }: { readonly time: Temporal.PlainTime }): JSX.Element {
  return rawMarkup(`<time class="gt-date" datetime="${time.toString({ smallestUnit: 'minute' })}">${escapeText(timeInWords(time))}</time>`)
}

/** An instant in words, as London's clocks say it: '24 February 2014 at 2.30pm'. */
export function InstantText({ instant }: { readonly instant: Temporal.Instant }): JSX.Element {
  return rawMarkup(
    `<time class="gt-date" datetime="${instant.toString({ smallestUnit: 'second' })}">${escapeText(instantInWords(instant))}</time>`,
  )
}
