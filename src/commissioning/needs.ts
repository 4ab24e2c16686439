import type { Database } from '#platform/database/session.ts'
import type { IdentityContext } from '#platform/identity/context.ts'
import type { Outbox } from '#platform/jobs/outbox.ts'
import type { Log } from '#platform/log.ts'
import type { BroughtPart } from '#platform/web/brought-part.ts'

/** What the routes of commissioning need from outside. */
export interface CommissioningNeeds {
  readonly db: Database
  /** Counts what comes from one network address without an account; undefined: nothing is counted. */
  readonly identity?: { readonly context: IdentityContext } | undefined
  /** What goes wrong after an answer was given is written here. */
  readonly log?: Log | undefined
  /** Milliseconds for which whoever loads a file is kept waiting before its progress is shown; undefined: as the house does. */
  readonly loadPatience?: number | undefined
  /** Who is to hear of a strategy; undefined: the house keeps no communication plans. */
  readonly communications?: BroughtPart<'strategy'> | undefined
}

/** What the parts need besides that tell somebody by mail. */
export interface MailingNeeds {
  readonly outbox: Outbox
  readonly config: {
    /** Origin of every link in mails, for example 'https://partnership.example'. */
    readonly publicUrl: string
  }
}
