import type { Context } from 'hono'
import type { Reader } from '#platform/database/session.ts'
import { NotFound, SignInNeeded } from '#platform/refusals.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { guardedMeeting } from '../../queries/meeting.ts'
import { isLivePart, type LivePart } from '../../rules/live-parts.ts'
import { meetingGate } from '../gates.ts'
import type { AskedLive, RefusedForm } from './parts.ts'

/** A meeting's live page, and a verb on the meeting; everybody who may know of a meeting follows it. @throws NotFound, Forbidden, SignInNeeded */
export async function askLive(reader: Reader, c: Context<AppEnv>, verb = 'read', refused?: RefusedForm): Promise<AskedLive> {
  const asked = await meetingGate(verb)(reader, c)
  return { ...asked, sight: asked.may(guardedMeeting(asked.meeting), 'attend') ? 'members' : 'public', refused }
}

/** The parts that whoever asks may look at, in the order of the page. */
export function partsFor({ sight }: Pick<AskedLive, 'sight'>): readonly LivePart[] {
  return sight === 'public' ? ['public'] : ['meeting', 'items', 'attendance', 'interests', 'motions', 'record']
}

/** The part that a request names. @throws NotFound where there is none, or none for whoever asks; SignInNeeded where signing in may help */
export function partAsked(asked: AskedLive, name: string | undefined): LivePart {
  if (name === undefined || !isLivePart(name)) throw new NotFound('No such part.')
  if (!partsFor(asked).includes(name) && asked.visit.actor === undefined) throw new SignInNeeded('Nobody is signed in.')
  if (!partsFor(asked).includes(name)) throw new NotFound('No such part.')
  return name
}
