import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import type { Acting } from '#platform/database/session.ts'
import type { Clock } from '#platform/time/clock.ts'
import { dayOf } from '#platform/time/london.ts'
import type { MeetingsNeeds } from '../needs.ts'

/** What making packs needs: the clock says when the PDF was made. */
export type PackNeeds = MeetingsNeeds & { readonly clock: Clock }

/** Why a file was not made; `words` is a sentence that anybody may read, `detail` is for those with full sight. */
export interface Failure {
  readonly words: string
  readonly detail: readonly object[]
}

/** Somebody without an account: what a query shows them is what the public sees. */
export function asVisitor(now: Temporal.Instant): Acting {
  return { actor: undefined, now, today: dayOf(now) }
}

/** Goldenthread itself. */
export function asSystem(now: Temporal.Instant) {
  return { actor: SYSTEM_ACTOR, now, today: dayOf(now) }
}
