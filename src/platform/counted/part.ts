import type { Reader } from '#platform/database/session.ts'

/**
 * One record that a figure is counted from. What stands on the list of counted rows and what the figure is summed from are the same rows, read by the
 * same query: the figure as the system, the list as whoever looks, so that nobody is shown a record by it that they may not read.
 */
export interface CountedRow {
  readonly id: string
  /** The day by which it belongs to a period. */
  readonly on: Temporal.PlainDate
  readonly title: string
  readonly href: string
  /** How many of what is counted it stands for: the filled seats of a meeting, 1 for an action. 0: it cannot be counted, and `said` says why. */
  readonly of: number
  /** How many of these meet what is asked; from 0 to `of`. Of a plain number: how many it adds. */
  readonly met: number
  /** How it was counted, in words: 'Done on 4 May 2026, due on 30 April 2026'. */
  readonly said: string
}

/** Which records a count is of. */
export interface CountedSpan {
  readonly body: string
  readonly from: Temporal.PlainDate
  /** First day after it. */
  readonly until: Temporal.PlainDate
}

/**
 * A figure that the record itself gives (requirement I5; handbook of plans and performance 3.8): what is counted in words, by which version since when, and
 * the one query that counts it. Each domain fills in its own (`src/<domain>/counted.ts`); `src/counted-measures.ts` lists them all.
 */
export interface CountedKind {
  /** Stands with measures and never changes its meaning: 'meetings.attendance'. */
  readonly code: string
  readonly title: string
  /** What exactly is counted, so that two people would count the same. */
  readonly meaning: string
  /** By which day a record belongs to a period, in words. */
  readonly day: string
  /** 'share': the sum of `met` of the sum of `of`, as percent. 'number': the sum of `met`, where nothing counted is a true 0. */
  readonly gives: 'share' | 'number'
  /** Of a share: what is above and below the line, in words. Of a number both are ''. */
  readonly numerator: string
  readonly denominator: string
  /** '%' of a share; what is counted, of a number. */
  readonly unit: string
  readonly polarity: 'higher' | 'lower' | 'none'
  /** What its rows are, in the plural: 'meetings'. */
  readonly rowsAre: string
  /** Said where a share has nothing to be a share of: 'No meeting was held.' It is never 0 and never 100%. */
  readonly nothing: string
  /** True where rows are people or could point to one: small numbers are hidden, and rows are listed for whoever gives the figures alone. */
  readonly ofPeople: boolean
  /** The version of the way of counting, and from when it is in force; another version counts every period anew, and says so. */
  readonly version: number
  readonly inForceFrom: string
  /** The records of a board whose day lies in a span, as far as the reader may see them, the earliest first. */
  readonly rows: (reader: Reader, span: CountedSpan, today: Temporal.PlainDate) => Promise<readonly CountedRow[]>
}
