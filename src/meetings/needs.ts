import type { Acting, Database } from '#platform/database/session.ts'
import type { DocumentStore } from '#platform/documents/store.ts'
import type { Outbox } from '#platform/jobs/outbox.ts'

/** What the routes and jobs of meetings need from outside. */
export interface MeetingsNeeds {
  readonly db: Database
  readonly outbox: Outbox
  readonly documents: DocumentStore
  readonly config: {
    /** Origin of every link in mails and calendar entries, for example 'https://partnership.example'. */
    readonly publicUrl: string
    /** Who mails and invitations come from. */
    readonly mailFrom: string
  }
}

/** What commands need. */
export type CommandNeeds = Pick<MeetingsNeeds, 'db' | 'outbox' | 'config'>

/** Somebody signed in who does something. */
export type Doer = Acting & { readonly actor: NonNullable<Acting['actor']> }
