import type { Reader } from '#platform/database/session.ts'
import type { CountedArithmetic, CountedRow } from './row.ts'

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
export interface CountedKind extends CountedArithmetic {
  /** Stands with measures and never changes its meaning: 'meetings.seats-attended'. */
  readonly code: string
  /** What exactly is counted, so that two people would count the same. */
  readonly meaning: string
  /** By which day a record belongs to a period, in words. */
  readonly day: string
  /** Of a share: what is above and below the line, in words. Of a number both are ''. */
  readonly numerator: string
  readonly denominator: string
  /** '%' of a share; what is counted, of a number. */
  readonly unit: string
  readonly polarity: 'higher' | 'lower' | 'none'
  /** From when its version is in force. */
  readonly inForceFrom: string
  /** The records of a board whose day lies in a span, as far as the reader may see them, the earliest first. */
  readonly rows: (reader: Reader, span: CountedSpan, today: Temporal.PlainDate) => Promise<readonly CountedRow[]>
}
