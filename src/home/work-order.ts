/** How hard something presses: it goes on now, its day has passed, its day is near, somebody waits for it without a day, its day is far. */
export const pressures = ['now', 'late', 'soon', 'waits', 'later'] as const
/** One of them. */
export type Pressure = (typeof pressures)[number]

/** Why something stands where it does, as My work says it. */
export const pressureWords: Readonly<Record<Pressure, string>> = {
  now: 'Now',
  late: 'Late',
  soon: 'Within a week',
  waits: 'Waits for you',
  later: 'Later',
}

/** What places a thing to do: the day that presses, undefined where none does; 'now' and 'late' where that is known without a day. */
export interface Pressing {
  readonly day?: Temporal.PlainDate | undefined
  readonly known?: 'now' | 'late' | undefined
}

/** Days ahead from which a day presses. */
const SOON = 7

/** How hard something presses on a day. */
export function pressureOf({ day, known }: Pressing, today: Temporal.PlainDate): Pressure {
  if (known !== undefined) return known
  if (day === undefined) return 'waits'
  if (Temporal.PlainDate.compare(day, today) < 0) return 'late'
  return Temporal.PlainDate.compare(day, today.add({ days: SOON })) <= 0 ? 'soon' : 'later'
}

/** Puts things to do in order of urgency: by how hard they press, then by their day, the earliest first; otherwise as they came. */
export function byUrgency<Item extends Pressing>(
  items: readonly Item[],
  today: Temporal.PlainDate,
): readonly (Item & { readonly pressure: Pressure })[] {
  return items
    .map((item) => ({ ...item, pressure: pressureOf(item, today) }))
    .toSorted((a, b) => pressures.indexOf(a.pressure) - pressures.indexOf(b.pressure) || byDay(a.day, b.day))
}

/** What has no day stands after what has one. */
function byDay(a: Temporal.PlainDate | undefined, b: Temporal.PlainDate | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
  return Temporal.PlainDate.compare(a, b)
}
