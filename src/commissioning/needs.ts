import type { Database } from '#platform/database/session.ts'
import type { IdentityContext } from '#platform/identity/context.ts'
import type { BroughtPart } from '#platform/web/brought-part.ts'

/** What the routes of commissioning need from outside. */
export interface CommissioningNeeds {
  readonly db: Database
  /** Counts what comes from one network address without an account; undefined: nothing is counted. */
  readonly identity?: { readonly context: IdentityContext } | undefined
  /** Who is to hear of a strategy; undefined: the house keeps no communication plans. */
  readonly communications?: BroughtPart<'strategy'> | undefined
}
