import type { Database } from '#platform/database/session.ts'
import type { Outbox } from '#platform/jobs/outbox.ts'
import type { Client, Visit } from '#platform/web/visit.ts'

/** Why somebody who asked to be let in at once was not: what was wrong of password and code. */
export type OwnerProblem = { readonly field: 'password' | 'code'; readonly code: string }

/** What the routes of early help need from outside. */
export interface EarlyHelpNeeds {
  /** The pool that has taken on the role of casework. */
  readonly db: Database
  /** Where mails are left; they name no family. */
  readonly outbox: Outbox
  /** For example `https://board.example`: where the links of mails lead. */
  readonly publicUrl: string
  /** Asks whoever is signed in for password and second step again; undefined where both are right. */
  confirmOwner(
    visit: Visit,
    asked: { readonly headers: Headers; readonly client: Client; readonly password: string; readonly code: string },
  ): Promise<OwnerProblem | undefined>
}
