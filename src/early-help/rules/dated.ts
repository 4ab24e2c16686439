/** Something that holds from a day on, until the next of its kind begins. */
export interface Dated {
  readonly startsOn: Temporal.PlainDate
}

const isAfter = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(one, other) > 0
const latestFirst = (one: Dated, other: Dated): number => Temporal.PlainDate.compare(other.startsOn, one.startsOn)

/** What holds on a day: the latest that has begun. Undefined before the first. */
export function heldOn<Held extends Dated>(all: readonly Held[], day: Temporal.PlainDate): Held | undefined {
  return all.filter(({ startsOn }) => !isAfter(startsOn, day)).toSorted(latestFirst)[0]
}

/** What held on one day at least of a time, both its days counted; the latest first. */
export function heldWithin<Held extends Dated>(all: readonly Held[], from: Temporal.PlainDate, until: Temporal.PlainDate): readonly Held[] {
  const first = heldOn(all, from)
  return all.filter((one) => one === first || (isAfter(one.startsOn, from) && !isAfter(one.startsOn, until))).toSorted(latestFirst)
}
