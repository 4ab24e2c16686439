import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findStanding } from '#governance/public-data.ts'
import {
  calendarKey,
  findCalendarAddress,
  readCalendarKey,
  renewCalendarAddress,
  revokeCalendarAddress,
} from '#platform/calendar-address.ts'
import { readAs, writeAs } from '#platform/database/session.ts'
import { NotFound, SignInNeeded } from '#platform/refusals.ts'
import { choice, parseForm } from '#platform/web/fields.ts'
import { readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { Needs } from '#src/needs.ts'
import { ownCalendar } from './own-calendar.ts'
import { OwnCalendarPage } from './pages/own-calendar-page.tsx'
import { homePaths } from './paths.ts'

type CalendarNeeds = Pick<Needs, 'db' | 'secrets' | 'config'>

/** One's own calendar: the page with its secret address, and what a calendar program fetches under it. */
export function ownCalendarRoutes(needs: CalendarNeeds): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  routes.get(homePaths.ownCalendar, (c) => page(needs, c))
  routes.post(homePaths.ownCalendar, (c) => change(needs, c))
  routes.get(homePaths.ownCalendarFeed, (c) => feed(needs, c))
  return routes
}

/** Somebody signed in, who sees and changes their own address alone. */
function ownerOf(c: Context<AppEnv, string>) {
  const { actor, now, today } = c.get('visit')
  if (actor === undefined) throw new SignInNeeded('Sign in for your own calendar.')
  return { actor, now, today }
}

async function page({ db, secrets, config }: CalendarNeeds, c: Context<AppEnv, string>): Promise<Response> {
  const own = ownerOf(c)
  const found = await readAs(db, own, (reader) => findCalendarAddress(reader, own))
  const key = found && !found.revoked ? calendarKey(secrets.feeds, own.actor, found.number) : undefined
  const address = key && `${config.publicUrl}${homePaths.ownCalendarFeed}?key=${key}`
  return c.html(<OwnCalendarPage visit={c.get('visit')} address={address} />)
}

async function change({ db }: CalendarNeeds, c: Context<AppEnv, string>): Promise<Response> {
  const own = ownerOf(c)
  const parsed = parseForm(z.object({ wish: choice(['make', 'revoke']) }), await readForm(c))
  if (parsed.ok)
    await writeAs(db, own, (tx) => (parsed.value.wish === 'make' ? renewCalendarAddress(tx, own) : revokeCalendarAddress(tx, own)))
  return c.redirect(homePaths.ownCalendar, 303)
}

/** Read as the person whose calendar it is, today: what one may no longer see is no longer in it. The key stands behind '?', which is never logged. */
async function feed({ db, secrets, config }: CalendarNeeds, c: Context<AppEnv, string>): Promise<Response> {
  const key = readCalendarKey(secrets.feeds, c.req.query('key') ?? '')
  if (!key) throw new NotFound('There is no such calendar.')
  const { now, today } = c.get('visit')
  const own = { actor: key.account, now, today }
  const file = await readAs(db, own, async (reader) => {
    const address = await findCalendarAddress(reader, own)
    if (!address || address.revoked || address.number !== key.number) return undefined
    return ownCalendar(reader, await findStanding(reader, own), own, config.publicUrl)
  })
  if (file === undefined) throw new NotFound('There is no such calendar.')
  return c.body(file, 200, { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-store' })
}
