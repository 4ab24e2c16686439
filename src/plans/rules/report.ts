import type { ActionState } from './plan.ts'
import { type Colour, computedColour, type SetColour, shownColour } from './rag.ts'

/** Kinds of report of a plan (P10). */
export const reportKinds = ['annual', 'half-yearly'] as const
/** One of them. */
export type ReportKind = (typeof reportKinds)[number]

/** How far a report is. */
export type ReportState = 'draft' | 'published' | 'dropped'

/** The sections of a report, in their order. */
export const sectionCodes = [
  'foreword',
  'summary',
  'priorities',
  'actions',
  'impact',
  'measures',
  'voices',
  'decisions',
  'risks',
  'next',
] as const
/** One of them. */
export type SectionCode = (typeof sectionCodes)[number]

/** Which sections a report of a kind has: one of half a year goes without a foreword. */
export function sectionsOf(kind: ReportKind): readonly SectionCode[] {
  return kind === 'annual' ? sectionCodes : sectionCodes.filter((code) => code !== 'foreword')
}

/** A stretch of days, half-open. */
export interface Span {
  readonly from: Temporal.PlainDate
  readonly until: Temporal.PlainDate
}

const isBefore = (day: Temporal.PlainDate, other: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(day, other) < 0

/** Whether a day lies in a span; null lies in none. */
export function isIn({ from, until }: Span, day: Temporal.PlainDate | null): boolean {
  return day !== null && !isBefore(day, from) && isBefore(day, until)
}

/** The day by which a report tells how things stand: the last one of its period, or today while that goes on. */
export function dayOfReport({ until }: Span, today: Temporal.PlainDate): Temporal.PlainDate {
  const last = until.subtract({ days: 1 })
  return isBefore(today, last) ? today : last
}

/** The period that a report of a kind is offered for first: the last one that is over, counted in whole months of the plan's own year. */
export function offeredSpan(kind: ReportKind, startsOn: Temporal.PlainDate | null, today: Temporal.PlainDate): Span {
  const months = kind === 'annual' ? 12 : 6
  const first = startsOn ?? new Temporal.PlainDate(today.year - 2, 4, 1)
  const length = (count: number): Temporal.PlainDate => first.add({ months: months * count })
  let count = 0
  while (!isBefore(today, length(count + 2))) count += 1
  return { from: length(count), until: length(count + 1) }
}

/** How an action stood on a day; `unknown` where the record does not tell. */
export type StateThen = ActionState | 'unknown'

interface StateChange {
  readonly onDay: Temporal.PlainDate
  readonly stateAfter: ActionState | null
}

/**
 * How an action stood on a day, by what was said of it, the latest first. An action whose first word came later had not begun, if that word was that it began;
 * where nothing that one may read tells how it stood, that is unknown and never guessed.
 */
export function stateOn(
  action: { readonly state: ActionState; readonly doneOn: Temporal.PlainDate | null },
  said: readonly StateChange[],
  day: Temporal.PlainDate,
  today: Temporal.PlainDate,
): StateThen {
  if (!isBefore(day, today)) return action.state
  const changes = said.filter(({ stateAfter }) => stateAfter !== null)
  const before = changes.find(({ onDay }) => !isBefore(day, onDay))?.stateAfter
  if (before) return before
  if (action.doneOn !== null && !isBefore(day, action.doneOn)) return 'done'
  const next = changes.findLast(({ onDay }) => isBefore(day, onDay))?.stateAfter
  if (next === 'started' || (next === undefined && action.state === 'not-started')) return 'not-started'
  return 'unknown'
}

/** The colour of an action on a day: what somebody had set and still held, or else the rule's; none where nobody can say. */
export function colourOn(
  action: { readonly dueFrom: Temporal.PlainDate | null; readonly dueTo: Temporal.PlainDate | null },
  state: StateThen,
  ratings: readonly SetColour[],
  day: Temporal.PlainDate,
): Colour | 'none' {
  const rating = ratings.find(({ onDay }) => !isBefore(day, onDay))
  const computed = state === 'unknown' ? ({ colour: 'none', reason: 'no-date' } as const) : computedColour({ ...action, state }, day)
  return shownColour(computed, rating, day).colour
}

/** Whether an action was past its last day on a day and neither done nor stopped. Unknown is not overdue. */
export function isOverdueOn(state: StateThen, dueTo: Temporal.PlainDate | null, day: Temporal.PlainDate): boolean {
  return (state === 'not-started' || state === 'started') && dueTo !== null && isBefore(dueTo, day)
}
