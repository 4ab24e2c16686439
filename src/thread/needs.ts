import type { Database } from '#platform/database/session.ts'

/** What the routes and commands of the thread need from outside. */
export interface ThreadNeeds {
  readonly db: Database
}
