import type { Context } from 'hono'
import { readAs } from '#platform/database/session.ts'
import { streamNews } from '#platform/live/stream.ts'
import { Forbidden, NotFound, SignInNeeded } from '#platform/refusals.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { MeetingsNeeds } from '../../needs.ts'
import { findRevisions } from '../../queries/live/revisions.ts'
import { askLive, partsFor } from './ask.ts'

/** News of a meeting's live page: which of the parts that one may see has reached which revision. Nothing of what it says is in it. */
export async function liveStream(needs: MeetingsNeeds, c: Context<AppEnv, string>): Promise<Response> {
  const { db, live } = needs
  const visit = c.get('visit')
  const { meeting, sight } = await readAs(db, visit, (reader) => askLive(reader, c))
  if (!live) return c.text('This page is brought up to date by its link.\n', 503, { 'Retry-After': '3600' })
  const parts = new Set<string>(partsFor({ sight }))
  return streamNews(c, {
    hub: live,
    topic: meeting.id,
    account: visit.actor,
    accepts: (news) => news.sight === sight && parts.has(news.part),
    revisions: async () => {
      const all = await readAs(db, visit, (reader) => findRevisions(reader, meeting.id, sight))
      return new Map([...all].filter(([part]) => parts.has(part)))
    },
    mayStay: () => isAsBefore(needs, c, sight),
  })
}

/** Somebody who has lost the seat, or whose meeting is hidden now, hears no more. A fault of the moment ends nothing. */
async function isAsBefore({ db }: MeetingsNeeds, c: Context<AppEnv, string>, sight: string): Promise<boolean> {
  try {
    const asked = await readAs(db, c.get('visit'), (reader) => askLive(reader, c))
    return asked.sight === sight
  } catch (error) {
    return !(error instanceof NotFound || error instanceof Forbidden || error instanceof SignInNeeded)
  }
}
