import type { CountedKind } from '#platform/counted/part.ts'
import type { Database } from '#platform/database/session.ts'
import type { Outbox } from '#platform/jobs/outbox.ts'
import type { Log } from '#platform/log.ts'

/** What the routes and jobs of performance need from outside. */
export interface PerformanceNeeds {
  readonly db: Database
  readonly outbox: Outbox
  readonly log: Log
  /** What the record itself gives figures of, of all parts of the house. */
  readonly counted: readonly CountedKind[]
  readonly config: {
    /** Origin of every link in mails, for example 'https://partnership.example'. */
    readonly publicUrl: string
  }
}
