import type { FrequencyRule } from '#governance/public.ts'

/** How often a board meets: every so many months, or so many times a year. */
export type Pace = { readonly everyMonths: number } | { readonly timesAYear: number }

/** A time with one pace, half-open; `until` null: until further notice. No pace: nothing is stated for it. */
export interface PacePeriod {
  readonly from: Temporal.PlainDate
  readonly until: Temporal.PlainDate | null
  readonly pace: Pace | undefined
}

/** What the clerk plans by: the pace that the terms ask for, the one that they aim at, or a number of one's own. */
export type PaceChoice = { readonly by: 'terms' | 'aim' } | { readonly by: 'own'; readonly timesAYear: number }

/** Why no year can be built by a pace. */
export type PaceProblem = 'pace-not-stated' | 'pace-impossible' | 'no-aim'

/** A board meets at most so often in a year: once a week. */
export const MOST_MEETINGS = 52

/** The opening period of a frequency, half-open. It begins on its own day where the terms name one, else with the terms. */
export function openingPeriod(
  { phase }: Pick<FrequencyRule, 'phase'>,
  termsFrom: Temporal.PlainDate,
): { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate } | undefined {
  if (phase === null) return undefined
  const from = phase.from === undefined ? termsFrom : Temporal.PlainDate.from(phase.from)
  return { from, until: from.add({ months: phase.forMonths }) }
}

/**
 * The paces of a board, one after the other (G11): its opening period, then what holds after it. An impossible frequency is refused: nothing is planned
 * by 'at least 104 times a year' until the board says what was meant.
 * @param frequency - of the terms in force; null where they state none
 */
export function pacesOf(
  frequency: FrequencyRule | null,
  choice: PaceChoice,
  termsFrom: Temporal.PlainDate,
): { readonly ok: true; readonly periods: readonly PacePeriod[] } | { readonly ok: false; readonly problem: PaceProblem } {
  if (choice.by === 'own') return { ok: true, periods: [{ from: termsFrom, until: null, pace: { timesAYear: choice.timesAYear } }] }
  if (frequency === null) return { ok: false, problem: 'pace-not-stated' }
  if (choice.by === 'aim')
    return frequency.aimEveryMonths === null
      ? { ok: false, problem: 'no-aim' }
      : { ok: true, periods: [{ from: termsFrom, until: null, pace: { everyMonths: frequency.aimEveryMonths } }] }
  if (frequency.timesAYear !== null && frequency.timesAYear > MOST_MEETINGS) return { ok: false, problem: 'pace-impossible' }
  const later: Pace | undefined =
    frequency.everyMonths !== null
      ? { everyMonths: frequency.everyMonths }
      : frequency.timesAYear !== null
        ? { timesAYear: frequency.timesAYear }
        : undefined
  const opening = openingPeriod(frequency, termsFrom)
  if (opening === undefined || frequency.phase === null) {
    return later === undefined
      ? { ok: false, problem: 'pace-not-stated' }
      : { ok: true, periods: [{ from: termsFrom, until: null, pace: later }] }
  }
  const phased = { ...opening, pace: { everyMonths: frequency.phase.everyMonths } }
  return { ok: true, periods: [phased, { from: opening.until, until: null, pace: later }] }
}

/** A place in the year that one meeting fills. */
export interface YearSlot {
  /** Days on which the meeting may be, half-open. */
  readonly from: Temporal.PlainDate
  readonly until: Temporal.PlainDate
  /** The day it would be on if nothing stood against it. */
  readonly ideal: Temporal.PlainDate
}

/** Which day of the month a board meets on. */
export interface UsualDay {
  /** 1 is Monday, 5 Friday. */
  readonly weekday: number
  /** 1 to 4, or 5 for the last of the month. */
  readonly week: number
}

interface Span {
  readonly from: Temporal.PlainDate
  readonly until: Temporal.PlainDate
}

/** The day of a month that a usual day names: 'the second Tuesday', 'the last Friday'. */
export function usualDayOf(month: Temporal.PlainDate, { weekday, week }: UsualDay): Temporal.PlainDate {
  const first = month.with({ day: 1 })
  const day = first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + (week - 1) * 7 })
  return day.month === first.month ? day : day.subtract({ days: 7 })
}

/**
 * The places of a year that meetings fill by their paces. Months run on from the last meeting before it, where that leads into the span.
 * @param lastBefore - the last meeting before the span; undefined where there is none
 */
export function slotsOf(
  span: Span,
  periods: readonly PacePeriod[],
  usual: UsualDay,
  lastBefore: Temporal.PlainDate | undefined,
): readonly YearSlot[] {
  const slots: YearSlot[] = []
  for (const { from, until, pace } of periods) {
    const clipped = { from: later(span.from, from), until: until === null ? span.until : earlier(span.until, until) }
    if (pace === undefined || Temporal.PlainDate.compare(clipped.from, clipped.until) >= 0) continue
    const every = 'everyMonths' in pace ? pace.everyMonths : 12 % pace.timesAYear === 0 ? 12 / pace.timesAYear : undefined
    const last = slots.at(-1)?.ideal ?? lastBefore
    slots.push(...(every === undefined ? spread(clipped, pace, usual) : monthly(clipped, every, usual, last)))
  }
  return slots
}

const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate => (Temporal.PlainDate.compare(a, b) < 0 ? a : b)
const later = (a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate => (Temporal.PlainDate.compare(a, b) > 0 ? a : b)

/** Two weeks either side of its month, where it is not every month: room to keep clear of holidays. */
const ROOM = 14

function monthly(span: Span, every: number, usual: UsualDay, last: Temporal.PlainDate | undefined): YearSlot[] {
  const first = span.from.with({ day: 1 })
  const next = last?.with({ day: 1 }).add({ months: every })
  const leadsIn =
    next !== undefined && Temporal.PlainDate.compare(next, first) >= 0 && Temporal.PlainDate.compare(next, first.add({ months: every })) < 0
  const slots: YearSlot[] = []
  for (let month = leadsIn ? next : first; Temporal.PlainDate.compare(month, span.until) < 0; month = month.add({ months: every })) {
    const room = every > 1 ? ROOM : 0
    const from = later(span.from, month.subtract({ days: room }))
    const until = earlier(span.until, month.add({ months: 1 }).add({ days: room }))
    if (Temporal.PlainDate.compare(from, until) < 0) slots.push({ from, until, ideal: usualDayOf(month, usual) })
  }
  return slots
}

/** A number that does not go into months: spread evenly over the days of the span. */
function spread(span: Span, pace: Pace, { weekday }: UsualDay): YearSlot[] {
  const days = span.from.until(span.until).days
  const count = Math.max(1, Math.round(('timesAYear' in pace ? pace.timesAYear : 12 / pace.everyMonths) * (days / 365)))
  const step = days / count
  return Array.from({ length: count }, (_, index) => {
    const from = span.from.add({ days: Math.round(index * step) })
    const until = span.from.add({ days: Math.round((index + 1) * step) })
    const middle = from.add({ days: Math.floor(from.until(until).days / 2) })
    const ideal = middle.add({ days: weekday - middle.dayOfWeek })
    return { from, until, ideal }
  })
}
