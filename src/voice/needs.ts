import type { Database } from '#platform/database/session.ts'

/** What the routes of voice need from outside. */
export interface VoiceNeeds {
  readonly db: Database
}
