import { type Context, Hono } from 'hono'
import { readStopKey, stopNews, stopNewsPaths } from '#platform/mail/stop-news.ts'
import { postedText } from '#platform/web/fields.ts'
import { readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { Needs } from '#src/needs.ts'
import { StopNewsPage, StopNewsToldPage } from './pages/stop-news-page.tsx'

type StopNeeds = Pick<Needs, 'db' | 'secrets' | 'clock'>

/** Stops the mails that are no notice by the link in one of them, without signing in: the link is the permission (X3). */
export function stopNewsRoutes(needs: StopNeeds): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  const told = (c: Context<AppEnv, string>, stopped: boolean, status: 200 | 404 = 200) =>
    c.html(<StopNewsToldPage visit={c.get('visit')} stopped={stopped} />, status)
  routes.get(stopNewsPaths.page, (c) => {
    const key = c.req.query('key') ?? ''
    if (key === '') return told(c, false)
    if (readStopKey(needs.secrets.feeds, key) === undefined) return told(c, false, 404)
    c.header('cache-control', 'no-store')
    return c.html(<StopNewsPage visit={c.get('visit')} keyOfMail={key} />)
  })
  routes.post(stopNewsPaths.page, async (c) => {
    const key = postedText((await readForm(c)).key)
    const stopped = await stopNews({ db: needs.db, secret: needs.secrets.feeds }, key, c.get('visit').now)
    return stopped ? c.redirect(stopNewsPaths.stopped, 303) : told(c, false, 404)
  })
  routes.get(stopNewsPaths.stopped, (c) => told(c, true))
  return routes
}

/** What mail programs post by themselves when their reader unsubscribes (RFC 8058), outside the frame: they have no cookie and no token. */
export function oneClickNewsRoutes(needs: StopNeeds): Hono {
  const app = new Hono()
  app.post(stopNewsPaths.atOnce, async (c) => {
    await stopNews({ db: needs.db, secret: needs.secrets.feeds }, c.req.param('key') ?? '', needs.clock.now())
    return c.text('done\n', 200)
  })
  app.get(stopNewsPaths.atOnce, (c) => c.redirect(`${stopNewsPaths.page}?key=${encodeURIComponent(c.req.param('key') ?? '')}`, 303))
  return app
}
