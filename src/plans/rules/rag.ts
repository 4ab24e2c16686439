import type { ActionState } from './plan.ts'

/** A colour of delivery. It never says whether a measure moved: that is another colour, with another definition (handbook plans 1.5). */
export type Colour = 'red' | 'amber' | 'green'

/** Why an action has the colour that the rule gives it. */
export type ColourReason = 'done' | 'late' | 'due-soon' | 'should-have-begun' | 'in-time' | 'no-date' | 'stopped'

/** What the rule says of an action; `none` where nobody can say. */
export interface ComputedColour {
  readonly colour: Colour | 'none'
  readonly reason: ColourReason
}

/** Days before the last one in which an action that has not begun turns amber. */
export const soonDays = 14

interface ActionDates {
  readonly state: ActionState
  readonly dueFrom: Temporal.PlainDate | null
  readonly dueTo: Temporal.PlainDate | null
}

/** The colour of an action by its dates and state. An action without a date is not rated, whatever was done about it. */
export function computedColour({ state, dueFrom, dueTo }: ActionDates, today: Temporal.PlainDate): ComputedColour {
  const isBefore = (day: Temporal.PlainDate, other: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(day, other) < 0
  if (state === 'done') return { colour: 'green', reason: 'done' }
  if (state === 'stopped') return { colour: 'none', reason: 'stopped' }
  if (dueTo !== null && isBefore(dueTo, today)) return { colour: 'red', reason: 'late' }
  if (state === 'not-started' && dueFrom !== null && isBefore(dueFrom, today)) return { colour: 'amber', reason: 'should-have-begun' }
  if (dueTo === null) return { colour: 'none', reason: 'no-date' }
  if (state === 'not-started' && isBefore(dueTo, today.add({ days: soonDays + 1 }))) return { colour: 'amber', reason: 'due-soon' }
  return { colour: 'green', reason: 'in-time' }
}

/** A colour that somebody set; half-open. */
export interface SetColour {
  readonly colour: Colour
  readonly onDay: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate
}

/** The colour that is shown, and whose it is: what somebody set while it holds, or else the rule's. Both are always kept. */
export function shownColour(
  computed: ComputedColour,
  latest: SetColour | undefined,
  today: Temporal.PlainDate,
): { readonly colour: Colour | 'none'; readonly from: 'person' | 'rule' } {
  const holds = latest !== undefined && Temporal.PlainDate.compare(today, latest.endsOn) < 0
  return holds ? { colour: latest.colour, from: 'person' } : { colour: computed.colour, from: 'rule' }
}

/** How many actions have each colour: counts and never an average. */
export function countColours(colours: readonly (Colour | 'none')[]): Readonly<Record<Colour | 'none', number>> {
  const counted = { red: 0, amber: 0, green: 0, none: 0 }
  for (const colour of colours) counted[colour] += 1
  return counted
}

/**
 * What is wrong with a meaning as it is worded: 'below target' calls a good figure red where less is better (P4).
 * Returns the words that only fit one direction, or undefined.
 */
export function oneWayWords(meaning: string): string | undefined {
  return /\b(?:below|under|less than|lower than|above|over|more than|higher than)\b(?=[^.]*\btarget)/i.exec(meaning)?.[0].toLowerCase()
}
