import type { Database } from '#platform/database/session.ts'
import type { DocumentStore } from '#platform/documents/store.ts'
import type { Outbox } from '#platform/jobs/outbox.ts'

/** What the routes and jobs of assurance need from outside. */
export interface AssuranceNeeds {
  readonly db: Database
  readonly outbox: Outbox
  readonly documents: DocumentStore
  readonly config: {
    /** Origin of every link in mails, for example 'https://partnership.example'. */
    readonly publicUrl: string
  }
}
