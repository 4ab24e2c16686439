import type { Database } from '#platform/database/session.ts'
import type { Outbox } from '#platform/jobs/outbox.ts'

/** What the routes and jobs of performance need from outside. */
export interface PerformanceNeeds {
  readonly db: Database
  readonly outbox: Outbox
  readonly config: {
    /** Origin of every link in mails, for example 'https://partnership.example'. */
    readonly publicUrl: string
  }
}
