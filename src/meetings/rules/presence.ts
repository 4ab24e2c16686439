import { timeInWords } from '#platform/time/words.ts'

/** A stretch of a meeting, [from, to): null on either side means from its start or to its end. */
export interface Stretch {
  readonly from: Temporal.Instant | null
  readonly to: Temporal.Instant | null
}

/** Somebody's stay at a meeting (handbook governance 1.3). A member who comes back has a second one. */
export interface Stay extends Stretch {
  /** Null for somebody outside the directory: told apart by the name. */
  readonly person: string | null
  readonly name: string
  /** The place attended as `placeKey` writes it; null: in attendance without a seat. */
  readonly place: string | null
  /** Acting as deputy for the place: the seat is attended, the member is not. */
  readonly deputy: boolean
  readonly mode: 'in_room' | 'remote'
}

/** Somebody in the chair; chairing is an interval, not a flag on the meeting (G8). */
export interface Chairing extends Stretch {
  readonly person: string | null
  readonly name: string
  readonly basis: 'chair' | 'deputy_chair' | 'elected_for_meeting' | 'as_recorded'
}

/** The times of a stay by London's clocks; undefined: from the start, to the end. */
export interface StayTimes {
  readonly arrived: Temporal.PlainTime | undefined
  readonly left: Temporal.PlainTime | undefined
  /** When it was entered, where that was long after it happened. */
  readonly entered?: Temporal.PlainTime | undefined
}

/** The order of stays in time: one from the start of the meeting comes first. */
export function inOrder(a: Stretch, b: Stretch): number {
  if (a.from === null || b.from === null) return Number(a.from !== null) - Number(b.from !== null)
  return Temporal.Instant.compare(a.from, b.from)
}

/** Coming and going in words, in order: 'arrived at 2.10pm', 'left at 3pm', 'returned at 3.20pm'; with the time of entry where it came late; empty for somebody there throughout. */
export function comingAndGoing(times: readonly StayTimes[]): readonly string[] {
  return times.flatMap(({ arrived, left, entered }, index) => {
    const late = entered ? ` (entered at ${timeInWords(entered)})` : ''
    // The later of the two is what was entered last.
    return [
      ...(arrived ? [`${index === 0 ? 'arrived' : 'returned'} at ${timeInWords(arrived)}${left ? '' : late}`] : []),
      ...(left ? [`left at ${timeInWords(left)}${late}`] : []),
    ]
  })
}

/** One text for a place of a seat: a seat with seven places has seven of these. */
export function placeKey(seat: string, place: number): string {
  return `${seat}/${place}`
}

/** Tells two people apart, in the directory or not. */
export function whoIs({ person, name }: { readonly person: string | null; readonly name: string }): string {
  return person ?? `name:${name}`
}

/** Whether an instant lies in a stretch: the first instant belongs to it, the last does not. */
export function covers({ from, to }: Stretch, at: Temporal.Instant): boolean {
  if (from !== null && Temporal.Instant.compare(at, from) < 0) return false
  return to === null || Temporal.Instant.compare(at, to) < 0
}

/** Whether two stretches share an instant. */
export function overlap(a: Stretch, b: Stretch): boolean {
  const begins = (one: Stretch, other: Stretch): boolean =>
    one.from === null || other.to === null || Temporal.Instant.compare(one.from, other.to) < 0
  return begins(a, b) && begins(b, a)
}

/** Those of the stays or chairs that hold at an instant. */
export function holdingAt<Kind extends Stretch>(stretches: readonly Kind[], at: Temporal.Instant): readonly Kind[] {
  return stretches.filter((stretch) => covers(stretch, at))
}

/** The instants inside a meeting at which anything changes, in order, each once; its start is not among them unless somebody arrived then. */
export function changesOf(stretches: readonly Stretch[]): readonly Temporal.Instant[] {
  const instants = new Map<bigint, Temporal.Instant>()
  for (const { from, to } of stretches) for (const at of [from, to]) if (at !== null) instants.set(at.epochNanoseconds, at)
  return [...instants.values()].sort(Temporal.Instant.compare)
}

/** The same as `holdingAt` for asking about many instants: times are read once. */
export function holdingThrough<Kind extends Stretch>(stretches: readonly Kind[]): (at: Temporal.Instant) => readonly Kind[] {
  const timed = stretches.map((stretch) => ({
    stretch,
    from: stretch.from?.epochNanoseconds ?? null,
    to: stretch.to?.epochNanoseconds ?? null,
  }))
  return (at) => {
    const now = at.epochNanoseconds
    return timed.filter(({ from, to }) => (from === null || from <= now) && (to === null || now < to)).map(({ stretch }) => stretch)
  }
}

/** Whether any time of arriving or leaving is recorded; where none is, everybody is assumed present throughout (handbook 3.9). */
export function timesRecorded(stays: readonly Stretch[]): boolean {
  return stays.some(({ from, to }) => from !== null || to !== null)
}
