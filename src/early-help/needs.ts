import type { Database } from '#platform/database/session.ts'

/** What the routes of early help need from outside. */
export interface EarlyHelpNeeds {
  /** The pool that has taken on the role of casework. */
  readonly db: Database
}
