/** Who gives a reading (requirement E2). */
export const readingRoles = ['child', 'parent', 'lead', 'other'] as const
/** One of them. */
export type ReadingRole = (typeof readingRoles)[number]
/** A number was given, nobody asked, or they did not want to; only the first has a value. */
export const readingStandings = ['read', 'not-asked', 'did-not-want'] as const
/** One of them. */
export type ReadingStanding = (typeof readingStandings)[number]

/** A reading of somebody on a day. */
export interface Reading {
  readonly role: ReadingRole
  /** Their record; null for the lead and for others, who are told apart by name. */
  readonly person: string | null
  readonly name: string
  readonly question: string
  readonly standing: ReadingStanding
  /** 0 to 10; null where there is none. */
  readonly value: number | null
  readonly on: Temporal.PlainDate
}

/** All that one person said to one question, earliest first. */
export interface Series<One extends Reading = Reading> {
  readonly key: string
  readonly role: ReadingRole
  readonly person: string | null
  /** As they were called last. */
  readonly name: string
  readonly question: string
  readonly readings: readonly One[]
}

/** Readings by person and question: children first, then parents, the lead, others. A person entered twice is one, where `sameAs` says whose record stands. */
export function seriesOf<One extends Reading>(
  readings: readonly One[],
  sameAs: (person: string) => string = (one) => one,
): readonly Series<One>[] {
  const keyed = Map.groupBy(readings, ({ role, person, name, question }) =>
    JSON.stringify([readingRoles.indexOf(role), person === null ? name.normalize('NFKC').toLowerCase() : sameAs(person), question]),
  )
  return [...keyed]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, of]) => {
      const sorted = of.toSorted((a, b) => Temporal.PlainDate.compare(a.on, b.on))
      const last = sorted.at(-1)
      return last
        ? [{ key, role: last.role, person: last.person && sameAs(last.person), name: last.name, question: last.question, readings: sorted }]
        : []
    })
}

/** How a series moved: 'none' without a number, 'one' with a single one, else the latest less the first, improved where it reaches the step (handbook 3.8). */
export type Change =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly value: number }
  | { readonly kind: 'change'; readonly first: number; readonly latest: number; readonly by: number; readonly improved: boolean }

/** How one person's answers to one question moved. @param step - from how many upwards a change counts as improved, 1 to 10; the setting of the day */
export function changeOf({ readings }: Series, step: number): Change {
  const values = readings.flatMap(({ value }) => (value === null ? [] : [value]))
  const [first, latest] = [values[0], values.at(-1)]
  if (first === undefined || latest === undefined) return { kind: 'none' }
  if (values.length === 1) return { kind: 'one', value: first }
  return { kind: 'change', first, latest, by: latest - first, improved: latest - first >= step }
}

/** How many series hold one number only: no change can be told of them. */
export function onlyOnce(series: readonly Series[]): number {
  return series.filter((one) => changeOf(one, 1).kind === 'one').length
}

/** A child of whom no number of their own stands since so many weeks; `since` is their last one, undefined where there never was any. */
export interface Silent<Child> {
  readonly child: Child
  readonly since: Temporal.PlainDate | undefined
}

/**
 * The children without an own reading for `weeks` weeks, each for themselves: a reading of a brother is none of theirs, and what somebody reported of them is
 * none either. Without any reading the weeks count from `from`. A day that is exactly so many weeks ago is not too long.
 */
export function silentChildren<Child extends { readonly id: string }>(
  children: readonly Child[],
  readings: readonly (Reading & { readonly captured: string | null })[],
  since: {
    readonly from: Temporal.PlainDate
    readonly today: Temporal.PlainDate
    readonly weeks: number
    readonly sameAs?: (person: string) => string
  },
): readonly Silent<Child>[] {
  const { from, today, weeks, sameAs = (one: string) => one } = since
  const edge = today.subtract({ weeks })
  return children.flatMap((child) => {
    const own = readings
      .filter(
        ({ role, person, value, captured }) =>
          role === 'child' && person !== null && sameAs(person) === child.id && value !== null && captured !== 'reported',
      )
      .map(({ on }) => on)
      .sort(Temporal.PlainDate.compare)
      .at(-1)
    return Temporal.PlainDate.compare(own ?? from, edge) < 0 ? [{ child, since: own }] : []
  })
}

/** The days of a chart and, for each series, its value on each: null where that person gave none, never a value between two (handbook 3.8). */
export interface ReadingGrid {
  readonly days: readonly Temporal.PlainDate[]
  readonly lines: readonly {
    readonly series: Series
    readonly values: readonly (number | null)[]
    readonly said: readonly (Reading | undefined)[]
  }[]
}

/** Lays readings out by day; of several on one day the last entered stands. */
export function gridOf(series: readonly Series[]): ReadingGrid {
  const days = [...new Set(series.flatMap(({ readings }) => readings.map(({ on }) => on.toString())))]
    .sort()
    .map((day) => Temporal.PlainDate.from(day))
  const lines = series.map((one) => {
    const said = days.map((day) => one.readings.findLast(({ on }) => on.equals(day)))
    return { series: one, said, values: said.map((reading) => reading?.value ?? null) }
  })
  return { days, lines }
}
