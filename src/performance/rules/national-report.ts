/** What may be odd about published files. */
export const oddities = [
  'value-odd',
  'value-cleaned',
  'period-unreadable',
  'area-unknown',
  'measure-unknown',
  'measure-twice',
  'polarity-unknown',
  'region-unknown',
  'area-left-out',
  'neighbour-unknown',
] as const
/** One of them. */
export type Oddity = (typeof oddities)[number]

/** How often something odd was met, and the first places where. */
export interface NationalOddity {
  readonly what: Oddity
  readonly count: number
  /** The first of them, each as it was written. */
  readonly examples: readonly string[]
}

/** What a reading of published files found and did. */
export interface NationalReport {
  readonly rows: number
  readonly numbers: number
  /** Rows that have something else than a number, by what that is. */
  readonly states: Readonly<Record<string, number>>
  /** Rows by how their period is marked: 'outturn', 'revised', 'final', 'provisional'. */
  readonly marks: Readonly<Record<string, number>>
  readonly measures: number
  readonly periods: number
  readonly areas: number
  /** First days of the months of the lists of neighbours. */
  readonly neighbourEditions: readonly string[]
  /** Values that were not there before, that are others than before, and that are gone. */
  readonly added: number
  readonly revised: number
  readonly removed: number
  readonly odd: readonly NationalOddity[]
}

const EXAMPLES = 5

/** Collects oddities; `note` counts one and keeps the first examples. */
export interface OddityList {
  note(what: Oddity, example: string): void
  list(): readonly NationalOddity[]
}

/** An empty list of oddities. */
export function oddityList(): OddityList {
  const found = new Map<Oddity, { count: number; readonly examples: string[] }>()
  return {
    note(what, example) {
      const one = found.get(what) ?? { count: 0, examples: [] }
      one.count += 1
      if (one.examples.length < EXAMPLES) one.examples.push(example.slice(0, 120))
      found.set(what, one)
    },
    list: () =>
      oddities.flatMap((what) => (found.has(what) ? [{ what, ...(found.get(what) as { count: number; examples: string[] }) }] : [])),
  }
}
