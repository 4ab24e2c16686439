import type { Database } from '#platform/database/session.ts'

/** What the routes of commissioning need from outside. */
export interface CommissioningNeeds {
  readonly db: Database
}
