import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import type { Acting, ActorId, Database } from '#platform/database/session.ts'
import type { Outbox } from '#platform/jobs/outbox.ts'
import type { Clock } from '#platform/time/clock.ts'
import { dayOf } from '#platform/time/london.ts'
import type { Auth } from './better-auth.ts'

/** What identity's commands work with; made once by `createIdentity`. */
export interface IdentityContext {
  readonly db: Database
  readonly outbox: Outbox
  readonly auth: Auth
  readonly secret: string
  readonly publicUrl: string
  readonly clock: Clock
  /** Waits so many milliseconds; tests hand in one that only counts. */
  readonly sleep: (milliseconds: number) => Promise<void>
  readonly cookieNames: { readonly session: string; readonly challenge: string }
}

/** Nobody is signed in yet, so the system acts. */
export function actingSystem(context: IdentityContext): Acting {
  return actingAs(context, SYSTEM_ACTOR)
}

/** An account acts. */
export function actingAs(context: IdentityContext, actor: ActorId): Acting {
  const now = context.clock.now()
  return { actor, now, today: dayOf(now) }
}
