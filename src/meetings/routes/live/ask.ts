import type { Context } from 'hono'
import { findStanding } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound, SignInNeeded } from '#platform/refusals.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { demandOf } from '../../permission.ts'
import { sharedRead } from '../../queries/live/shared.ts'
import { findMeeting, guardedMeeting } from '../../queries/meeting.ts'
import { isLivePart, type LivePart, liveParts } from '../../rules/live-parts.ts'
import { beginAs, bodyOf } from '../gates.ts'
import type { AskedLive, RefusedForm } from './parts.ts'

/** A meeting's live page, and a verb on the meeting; everybody who may know of a meeting follows it. @throws NotFound, Forbidden, SignInNeeded */
export async function askLive(reader: Reader, c: Context<AppEnv, string>, verb = 'read', refused?: RefusedForm): Promise<AskedLive> {
  const [{ meeting, body }, standing] = await Promise.all([
    findAsked(reader, c.req.param('id') ?? ''),
    findStanding(reader, c.get('visit')),
  ])
  const asked = beginAs(reader, c, body, standing)
  // Row-level security let it through: reading is settled, for authors too.
  if (verb !== 'read') demandOf(asked.standing, asked.visit, guardedMeeting(meeting), verb)
  return { ...asked, meeting, sight: asked.may(guardedMeeting(meeting), 'attend') ? 'members' : 'public', refused }
}

/** The meeting and its body are the same for everybody who may know of it. */
function findAsked(reader: Reader, id: string): Promise<Pick<AskedLive, 'meeting' | 'body'>> {
  return sharedRead(reader, 'meeting', async () => {
    const meeting = await findMeeting(reader, id)
    return { meeting, body: await bodyOf(reader, meeting.body, meeting.heldOn) }
  })
}

/** The parts that whoever asks may look at, in the order of the page. */
export function partsFor({ sight }: Pick<AskedLive, 'sight'>): readonly LivePart[] {
  return sight === 'public' ? ['public'] : ['meeting', 'items', 'attendance', 'interests', 'motions', 'record']
}

/** The parts that a request names, with commas between them. @throws as `partAsked`, where one of them is none */
export function partsAsked(asked: AskedLive, names: string): readonly LivePart[] {
  return [...new Set(names.split(',', liveParts.length).map((name) => partAsked(asked, name)))]
}

/** The part that a request names. @throws NotFound where there is none, or none for whoever asks; SignInNeeded where signing in may help */
export function partAsked(asked: AskedLive, name: string | undefined): LivePart {
  if (name === undefined || !isLivePart(name)) throw new NotFound('No such part.')
  if (!partsFor(asked).includes(name) && asked.visit.actor === undefined) throw new SignInNeeded('Nobody is signed in.')
  if (!partsFor(asked).includes(name)) throw new NotFound('No such part.')
  return name
}
