import { dayInWords, monthName } from '#platform/time/words.ts'
import type { FreeTime } from '../rules/free-time.ts'
import type { StandingGap } from '../rules/standing-places.ts'

/** A standing item that the clerk left out of a meeting, as a pill. */
export const leftOut = { word: 'Left out', meaning: 'neutral' } as const

/** A period of whole months as people say it: 'November 2026', 'April to June 2027', 'October 2026 to March 2027'. */
export function periodInWords(from: Temporal.PlainDate, until: Temporal.PlainDate): string {
  const last = until.subtract({ days: 1 })
  const end = `${monthName(last)} ${last.year}`
  if (from.year === last.year && from.month === last.month) return end
  return `${monthName(from)}${from.year === last.year ? '' : ` ${from.year}`} to ${end}`
}

/** When a standing item of the plan falls due. */
export function dueInWords({
  dueFrom,
  dueUntil,
}: {
  readonly dueFrom: Temporal.PlainDate | null
  readonly dueUntil: Temporal.PlainDate | null
}): string {
  return dueFrom && dueUntil ? `due ${periodInWords(dueFrom, dueUntil)}` : 'due at each meeting'
}

/** How often an item comes back. */
export function cadenceInWords(months: number | null): string {
  const known: Readonly<Record<number, string>> = { 1: 'every month', 3: 'every quarter', 6: 'every half-year', 12: 'every year' }
  return months === null ? 'at each meeting' : (known[months] ?? `every ${months} months`)
}

/** That an item falls due and no meeting can take it. */
export function gapInWords({ item, period }: StandingGap): string {
  const when = periodInWords(period.from, period.until)
  return `“${item.title}” is due ${cadenceInWords(item.months)}, and no meeting in ${when} can take it. Plan one, or report in writing between meetings.`
}

const minutes = (count: number): string => (count === 1 ? '1 minute' : `${count} minutes`)
const items = (count: number): string => (count === 1 ? '1 item states no time' : `${count} items state no time`)

/** What is left of a meeting's time, in words; '' where nothing is planned and the terms state no longest duration. */
export function freeTimeInWords({ longest, planned, untimed, free }: FreeTime): string {
  const open = untimed === 0 ? '' : `; ${items(untimed)}`
  if (longest === undefined || free === undefined) return planned === 0 ? '' : `${minutes(planned)} planned${open}`
  if (free < 0) return `${minutes(-free)} more planned than the ${longest} that the terms allow${open}`
  return `${minutes(free)} free of ${longest}${open}`
}

/** That standing items are not placed yet, on the plan. */
export function unplacedWords(count: number): string {
  return count === 1
    ? 'The terms ask for one change to the standing items on this plan.'
    : `The terms ask for ${count} changes to the standing items on this plan.`
}

/** What a standing item is, on its own page. */
export function standingInWords(item: {
  readonly dueFrom: Temporal.PlainDate | null
  readonly dueUntil: Temporal.PlainDate | null
}): string {
  return item.dueFrom && item.dueUntil
    ? `By the terms of reference, ${dueInWords(item)} (by ${dayInWords(item.dueUntil.subtract({ days: 1 }))})`
    : 'By the terms of reference, due at each meeting'
}
