import { describeRule, type Terms } from '#governance/public.ts'
import type { FieldProblem } from '#platform/result.ts'
import { dayInWords, monthName, weekdayInWords } from '#platform/time/words.ts'
import type { Consultation } from '../queries/consultations.ts'
import type { DayMark, NoDayReason, YearPlace } from '../rules/year-builder.ts'
import { openingPeriod, type PaceProblem } from '../rules/year-pace.ts'

/** Days of the week on which boards meet, by their number. */
export const weekdayWords = { 1: 'Monday', 2: 'Tuesday', 3: 'Wednesday', 4: 'Thursday', 5: 'Friday' } as const
/** Which one of a month. */
export const weekWords = { 1: 'First of the month', 2: 'Second', 3: 'Third', 4: 'Fourth', 5: 'Last' } as const

/** What is to be known of a proposed day, as a sentence. */
export function markInWords(mark: DayMark): string {
  switch (mark.code) {
    case 'bank-holiday':
      return `A bank holiday: ${mark.title}.`
    case 'school-holiday':
      return `In the ${mark.title}.`
    case 'weekend':
      return 'At a weekend.'
    case 'not-the-usual-day':
      return 'Not on the usual day of the week.'
    case 'holidays-not-known':
      return 'The bank holidays of this year are not announced yet: check again when they are.'
    case 'own-meeting':
      return 'The board meets on this day already.'
    case 'past':
      return 'In the past.'
    case 'clash':
      return mark.board === ''
        ? 'This board has another meeting or a workshop on this day.'
        : `${mark.board} meets on this day too: ${mark.shared === 1 ? 'one person sits' : `${mark.shared} people sit`} on both.`
    case 'notice-too-late':
      return `Its notice would have been due on ${weekdayInWords(mark.lastDay)}.`
    case 'notice-before-previous':
      return `The first deadline for it is ${dayInWords(mark.lastDay)}, before the meeting of ${dayInWords(mark.previous)} is over: the notice is longer than the time between them.`
    case 'no-room':
      return `${mark.days} days after the meeting before it: no room for a consultation between the two.`
  }
}

const reasons: Readonly<Record<NoDayReason, string>> = {
  past: 'the time for it is over',
  notice: 'the notice that the terms ask for can no longer be given',
  'no-working-day': 'no working day is left',
}

/** Why a place of the year has no day. */
export function noDayInWords({ slot, why }: YearPlace & { readonly kind: 'none' }): string {
  return `A meeting about ${dayInWords(slot.ideal)} cannot be proposed: ${reasons[why]}.`
}

const meetings = (count: number): string => (count === 1 ? '1 meeting' : `${count} meetings`)

/** How many meetings the pace asks for, and how many there would be. */
export function countInWords(places: readonly YearPlace[]): string {
  const kept = places.filter(({ kind }) => kind === 'kept').length
  const proposed = places.filter(({ kind }) => kind === 'proposed').length
  const short = places.length - kept - proposed
  const asked = `The pace asks for ${meetings(places.length)} in these twelve months. `
  const there = `${kept === 0 ? 'None stands' : `${kept === 1 ? '1 stands' : `${kept} stand`}`} already, ${proposed} ${proposed === 1 ? 'is' : 'are'} proposed`
  return `${asked}${there}${short === 0 ? '.' : `, and ${short} cannot be met.`}`
}

/** What the terms say of how often and how long, and what becomes of an opening period. */
export function termsOfYear(terms: Terms | undefined, termsFrom: Temporal.PlainDate): readonly string[] {
  if (!terms) return ['No terms of reference are in force: choose a number of meetings yourself.']
  const { demands } = describeRule(terms, 'frequency')
  const opening = terms.frequency.value && openingPeriod(terms.frequency.value, termsFrom)
  const hasLater = terms.frequency.value?.everyMonths != null || terms.frequency.value?.timesAYear != null
  return [
    demands.length === 0 ? 'The terms do not say how often the board meets.' : demands.join(' '),
    opening
      ? `The opening period ends on ${dayInWords(opening.until.subtract({ days: 1 }))}; the board then reviews how often it meets.${hasLater ? '' : ' The terms state no pace for afterwards.'}`
      : '',
    terms.longestMinutes.value === null ? '' : `A meeting lasts ${terms.longestMinutes.value} minutes at most.`,
  ].filter((sentence) => sentence !== '')
}

/** Which meeting can decide after a consultation. */
export function windowInWords(window: Consultation, days: readonly Temporal.PlainDate[]): string {
  const closes = `“${window.title}” closes on ${dayInWords(window.endsOn.subtract({ days: 1 }))}`
  if (window.decidesOn) return `${closes}; the meeting of ${dayInWords(window.decidesOn)} decides after it.`
  const next = days.find((day) => Temporal.PlainDate.compare(day, window.endsOn) >= 0)
  return next
    ? `${closes}: the first meeting after it is on ${dayInWords(next)}.`
    : `${closes}, and no meeting of these months comes after it.`
}

/** Before which meetings there is no room for a consultation; empty where there is room everywhere. */
export function noRoomInWords(days: readonly Temporal.PlainDate[], weeks: number): readonly string[] {
  if (days.length === 0) return []
  const span = weeks === 1 ? '1 week' : `${weeks} weeks`
  return [`Less than ${span} for a consultation before the meetings of ${days.map(dayInWords).join(', ')}.`]
}

/** Why no year can be built by the terms. */
export const paceProblemWords: Readonly<Record<PaceProblem, string>> = {
  'pace-not-stated': 'The terms do not say how often the board meets. Choose a number of meetings yourself',
  'pace-impossible':
    'The terms ask for more than one meeting a week. Ask the board what was meant, or choose a number of meetings yourself',
  'no-aim': 'The terms name no other pace to aim at. Choose another way',
}

/** The twelve months from one on. */
export function yearInWords(from: Temporal.PlainDate): string {
  const last = from.add({ months: 11 })
  return from.month === 1 ? String(from.year) : `${monthName(from)} ${from.year} to ${monthName(last)} ${last.year}`
}

/** A sentence for a problem with the year of a board. */
export function yearPlanProblemWords({ code, field, details }: FieldProblem): string | undefined {
  switch (code) {
    case 'plan-year-out-of-range':
      return `Choose a month from ${String(details?.first)} to ${String(details?.last)}`
    case 'plan-times-missing':
      return 'Enter how many meetings there are to be in a year'
    case 'plan-too-often':
      return `${String(details?.times)} meetings a year are more than one a week. Enter 52 or fewer`
    case 'plan-nothing-taken':
      return 'Choose at least one of the days'
    case 'plan-day-twice':
      return 'This day is in the list twice'
    case 'plan-bank-holiday':
      return `This day is a bank holiday: ${String(details?.title)}`
    case 'plan-meets-already':
      return 'The board meets on this day already'
    case 'plan-day-past':
      return 'This day is in the past'
    case 'plan-notice-too-late':
      return `Its notice would have been due on ${String(details?.lastDay)}. Plan this meeting by itself, with the reason for short notice`
    case 'plan-too-long':
      return `The terms let a meeting last ${String(details?.longest)} minutes at most`
    case 'pace-not-stated':
    case 'pace-impossible':
    case 'no-aim':
      return field === 'by' ? paceProblemWords[code] : undefined
    default:
      return undefined
  }
}
