import type { Writer } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import type { Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { lockMeeting } from '../../queries/meeting.ts'
import {
  findMinutes,
  findMinutesVersion,
  guardedMinutes,
  type Minutes,
  type MinutesVersion,
  standingOfMinutes,
} from '../../queries/minutes.ts'
import { type MinutesStep, stepsFor } from '../../rules/minutes.ts'

/** Minutes that a command is about, held against others until it ends. */
export interface HeldMinutes {
  readonly minutes: Minutes
  readonly version: MinutesVersion
}

/**
 * Locks the minutes of a meeting for a step.
 * @throws NotFound, Forbidden, or Conflict where the step does not follow from their state
 */
export async function holdMinutes(tx: Writer, doer: Doer, meeting: string, verb: string, step?: MinutesStep): Promise<HeldMinutes> {
  await lockMeeting(tx, meeting)
  const minutes = await findMinutes(tx, meeting)
  const version = minutes && (await findMinutesVersion(tx, minutes.id))
  if (!minutes || !version) throw new NotFound('No minutes yet.')
  await demand(tx, doer, guardedMinutes(minutes), verb)
  if (step && !stepsFor(standingOfMinutes(minutes)).includes(step))
    throw new Conflict('The minutes are no longer in the state that you saw.')
  return { minutes, version }
}
