import type { ExportRecord } from '#platform/archive/export-archive.ts'
import type { Database } from '#platform/database/session.ts'
import type { DocumentStore } from '#platform/documents/store.ts'
import type { Identity } from '#platform/identity/identity.ts'
import type { Outbox } from '#platform/jobs/outbox.ts'
import type { LiveHub } from '#platform/live/hub.ts'
import type { Log } from '#platform/log.ts'
import type { Clock } from '#platform/time/clock.ts'
import type { Config } from './config.ts'
import type { Secrets } from './secrets.ts'

/** Everything the house needs from outside; made once by the start, and by tests. Parts take from it what they use. */
export interface Needs {
  readonly db: Database
  /** The same database by the one role that reads families; early help alone takes it. */
  readonly casework: Database
  readonly clock: Clock
  readonly config: Config
  readonly secrets: Secrets
  readonly outbox: Outbox
  readonly documents: DocumentStore
  readonly identity: Identity
  /** Tells open pages what has changed; its line to the database opens with the first of them. */
  readonly live: LiveHub
  readonly log: Log
  /** Writes an edition of the whole record; undefined where there is no owner's address to read it with. */
  readonly exportRecord?: ExportRecord
  /** Milliseconds for which whoever loads a file is kept waiting before its progress is shown; undefined: three seconds. */
  readonly loadPatience?: number
}
