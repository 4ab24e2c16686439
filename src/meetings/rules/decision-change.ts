import type { Sight } from './meeting.ts'
import type { MinutesStanding } from './minutes.ts'

/** Why a decision can no longer be changed: it was withdrawn, or the minutes that hold it can be read. */
export type NotChanged = 'withdrawn-already' | 'already-published'

/**
 * Why a decision stays as it is; undefined where it can be changed. What is in published minutes is withdrawn with a reason and recorded anew,
 * so that nobody finds other words than those that were published.
 * @param minutes - of its meeting; undefined where there are none yet
 */
export function whyNotChanged(
  decision: { readonly withdrawn: boolean; readonly sight: Sight },
  minutes: MinutesStanding | undefined,
): NotChanged | undefined {
  if (decision.withdrawn) return 'withdrawn-already'
  const areOut = minutes?.isPublic === true && !minutes.isWithdrawn
  return decision.sight === 'public' || areOut ? 'already-published' : undefined
}
