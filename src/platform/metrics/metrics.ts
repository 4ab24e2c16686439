import { createHash, timingSafeEqual } from 'node:crypto'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { sql } from 'kysely'
import { SYSTEM_ACTOR } from '../database/actors.ts'
import { poolState } from '../database/open.ts'
import { type Database, writeAs } from '../database/session.ts'
import type { Clock } from '../time/clock.ts'
import { dayOf } from '../time/london.ts'
import { addressTeller } from '../web/client-address.ts'
import { gauge, type Meter } from './meter.ts'

/** What the figures are taken from. */
export interface MetricsNeeds {
  readonly db: Database
  readonly clock: Clock
  /** Opens the figures to others than this machine; undefined: to nobody else. */
  readonly token: string | undefined
  /** Where people find the site: behind a proxy everybody seems to be this machine, and only the token counts. */
  readonly isLocal: boolean
  /** How many live pages are open. */
  readonly following: () => number
}

/** Counts every answer. @param kinds - first parts of the addresses that there are; all else is 'other' */
export function measure(meter: Meter, kinds: () => ReadonlySet<string>): MiddlewareHandler {
  return async (c, next) => {
    const began = performance.now()
    await next()
    const first = c.req.path.split('/')[1] ?? ''
    const method = ['GET', 'HEAD', 'POST'].includes(c.req.method) ? c.req.method : 'other'
    meter.count(kinds().has(first) ? first || 'front' : 'other', method, c.res.status, (performance.now() - began) / 1000)
  }
}

/** `/metrics` for Prometheus: how the product does, and nothing about anybody. Whoever may not see it learns not even that it is there. */
export function metricsRoutes(meter: Meter, needs: MetricsNeeds): Hono {
  const routes = new Hono()
  const peerOf = addressTeller([])
  routes.get('/metrics', async (c) => {
    if (!mayRead(c, peerOf(c.env), needs)) return c.text('Not found\n', 404)
    const text = [...meter.lines(), ...(await figures(needs))].join('\n')
    return c.text(`${text}\n`, 200, { 'Content-Type': 'text/plain; version=0.0.4', 'Cache-Control': 'no-store' })
  })
  return routes
}

function mayRead(c: Context, peer: string, { token, isLocal }: MetricsNeeds): boolean {
  const given = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1]
  if (token !== undefined && given !== undefined && isSame(given, token)) return true
  const cameThrough = c.req.header('x-forwarded-for') ?? c.req.header('forwarded') ?? c.req.header('via')
  return isLocal && cameThrough === undefined && (peer === '::1' || peer.startsWith('127.'))
}

/** Takes as long for a wrong token as for the right one. */
function isSame(given: string, token: string): boolean {
  const sum = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(sum(given), sum(token))
}

interface Counted {
  readonly what: string
  readonly value: number
}

async function figures({ db, clock, following }: MetricsNeeds): Promise<readonly string[]> {
  const now = clock.now()
  const { jobs, mails, unsealed } = await writeAs(db, { actor: SYSTEM_ACTOR, now, today: dayOf(now) }, async (tx) => {
    const waiting = await sql<Counted>`select format('queue="%s",state="%s"', name, state) as what, count(*)::int as value
      from pgboss.job where state::text in ('created', 'retry', 'active', 'failed') group by name, state order by 1`.execute(tx)
    const failed =
      await sql<Counted>`select '' as what, count(*)::int as value from platform.mail_delivery where failed_at is not null`.execute(tx)
    const open = await sql<Counted>`select '' as what, count(*)::int as value from platform.audit_entry e
      where not exists (select from platform.audit_link l where l.entry = e.id)`.execute(tx)
    return { jobs: waiting.rows, mails: failed.rows[0]?.value ?? 0, unsealed: open.rows[0]?.value ?? 0 }
  })
  const pool = poolState(db)
  return [
    ...gauge(
      'goldenthread_jobs',
      'Jobs that are not done, by queue and state.',
      jobs.map(({ what, value }) => [what, value]),
    ),
    ...gauge('goldenthread_mails_failed', 'Mails whose last attempt failed.', [['', mails]]),
    ...gauge('goldenthread_audit_unsealed', 'Entries of the audit that are not chained yet.', [['', unsealed]]),
    ...gauge('goldenthread_live_pages', 'Live pages that are open.', [['', following()]]),
    ...gauge('goldenthread_connections', 'Connections to the database, and requests that wait for one.', [
      ['state="used"', pool.used],
      ['state="idle"', pool.idle],
      ['state="waiting"', pool.waiting],
    ]),
    ...gauge('process_resident_memory_bytes', 'Memory of the process.', [['', process.memoryUsage.rss()]]),
    ...gauge('process_uptime_seconds', 'Since the start.', [['', Math.round(process.uptime())]]),
  ]
}
