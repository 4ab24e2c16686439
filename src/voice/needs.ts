import type { Database } from '#platform/database/session.ts'
import type { IdentityContext } from '#platform/identity/context.ts'
import type { Outbox } from '#platform/jobs/outbox.ts'

/** What the routes of voice need from outside. */
export interface VoiceNeeds {
  readonly db: Database
  /** Sends answers to whoever left an address. */
  readonly outbox: Outbox
  /** Counts what comes from one network address without an account; undefined: nothing is counted. */
  readonly identity?: { readonly context: IdentityContext } | undefined
}
