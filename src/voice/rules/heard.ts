/** A decision or an item of an agenda, and the day by which a view had to be there. */
export interface HeardMatter {
  readonly id: string
  /** The day on which it was decided, or the meeting held. */
  readonly on: Temporal.PlainDate
  /** The item that a decision belongs to: what was brought to the item was before those who decided. Null for items. */
  readonly item: string | null
}

/** That a voice was brought to a matter, and on which day. */
export interface BroughtVoice {
  /** Id of a decision or of an item. */
  readonly matter: string
  readonly on: Temporal.PlainDate
}

/** How a matter was decided: with a view attached before, with one attached afterwards only, or with none. */
export type Heard = 'before' | 'afterwards' | 'never'

/** Whether one voice was there before: only where it was attached on an earlier day than that of the decision or the meeting. */
export function broughtWhen(decidedOn: Temporal.PlainDate, broughtOn: Temporal.PlainDate): 'before' | 'afterwards' {
  return Temporal.PlainDate.compare(broughtOn, decidedOn) < 0 ? 'before' : 'afterwards'
}

/** How a matter was decided (S4). A view counts as before only where it was attached on an earlier day than that of the decision. */
export function heardBefore(matter: HeardMatter, voices: readonly BroughtVoice[]): Heard {
  const brought = voices.filter(({ matter: id }) => id === matter.id || id === matter.item)
  if (brought.some(({ on }) => broughtWhen(matter.on, on) === 'before')) return 'before'
  return brought.length > 0 ? 'afterwards' : 'never'
}

/** Of so many matters, how many had a view before, afterwards only, or none; the three sum to the total. */
export interface HeardCount {
  readonly total: number
  readonly before: number
  readonly afterwards: number
  readonly never: number
}

/** Counts matters of a board over a period (S4; handbook plans 3.12: 12 decisions, 5 with a view before, is 5 of 12). */
export function countHeard(matters: readonly HeardMatter[], voices: readonly BroughtVoice[]): HeardCount {
  const count = (heard: Heard): number => matters.filter((matter) => heardBefore(matter, voices) === heard).length
  return { total: matters.length, before: count('before'), afterwards: count('afterwards'), never: count('never') }
}
