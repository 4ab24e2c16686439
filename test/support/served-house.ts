import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import type { Browser } from 'playwright-core'
import { openUnchecked } from '#platform/database/open.ts'
import type { Database } from '#platform/database/session.ts'
import { freshUrls } from '#platform/database/testing/fresh.ts'
import type { FixedClock } from '#platform/time/clock.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { createApp } from '#src/app.tsx'
import type { Needs } from '#src/needs.ts'
import { startBackground } from '#src/start/background.ts'
import { jobHandlers } from '#src/start/job-handlers.ts'
import { startBrowser } from './browser.ts'
import { type ReceivedMail, startMailServer } from './mail-server.ts'
import { openNeeds } from './needs.ts'

/** The whole product, served on a port with its jobs and a real mail server, on a database of its own, and a browser to visit it. */
export interface ServedHouse {
  readonly url: string
  readonly needs: Needs
  /** Stands until it is set; moves for requests and jobs alike. */
  readonly clock: FixedClock
  /** As the owner, who sees every row: for arranging and for looking. */
  readonly ownerDb: Database
  readonly browser: Browser
  /** What the mail server took, oldest first. */
  readonly mails: readonly ReceivedMail[]
  /** Lets the mail server say no to an address: 550 for ever; undefined takes it again. */
  answerMail(address: string, code: number | undefined): void
  /** Waits until no job is waiting or under way; throws when one keeps failing or after 40 seconds. */
  settled(): Promise<void>
}

/** Serves a house for one test file; `arrange` fills the database before jobs begin. Everything of it goes after the file. */
export async function serveHouse(
  now: Temporal.Instant,
  arrange: (house: { readonly needs: Needs; readonly ownerDb: Database }) => Promise<void> = async () => {},
): Promise<ServedHouse> {
  const urls = await freshUrls()
  const data = mkdtempSync(join(tmpdir(), 'goldenthread-journey-'))
  const [mail, browser] = await Promise.all([startMailServer(), startBrowser()])
  const door: { app?: Hono<AppEnv> } = {}
  const server = serve({
    fetch: (request, env) => door.app?.fetch(request, env) ?? new Response('', { status: 503 }),
    port: 0,
    hostname: '127.0.0.1',
  })
  if (!server.listening) await new Promise((resolve) => server.once('listening', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { needs, clock, close } = await openNeeds(urls.app, data, now, { PUBLIC_URL: url, SMTP_URL: mail.url })
  const ownerDb = openUnchecked(urls.owner)
  await arrange({ needs, ownerDb })
  door.app = createApp(needs)
  const background = await startBackground(needs, urls.app, jobHandlers(needs))
  after(async () => {
    await browser.close()
    server.close()
    await background.stop()
    await Promise.all([close(), ownerDb.destroy(), mail.close()])
    rmSync(data, { recursive: true, force: true })
  })
  return { url, needs, clock, ownerDb, browser, mails: mail.mails, answerMail: mail.answer, settled: () => settled(ownerDb) }
}

interface OpenJob {
  readonly name: string
  readonly state: string
  readonly output: unknown
}

async function settled(ownerDb: Database): Promise<void> {
  const deadline = performance.now() + 40_000
  for (;;) {
    const { rows } = await sql<OpenJob>`
      select name, state::text, output from pgboss.job where state::text in ('created', 'retry', 'active', 'failed') and name in ('mail', 'pack', 'notice')
    `.execute(ownerDb)
    const failed = rows.find(({ state }) => state === 'failed' || state === 'retry')
    if (failed !== undefined) throw new Error(`A job of the queue ${failed.name} failed: ${JSON.stringify(failed.output)}`)
    if (rows.length === 0) return
    if (performance.now() > deadline) throw new Error(`Jobs are still waiting: ${rows.map(({ name }) => name).join(', ')}`)
    await sleep(100)
  }
}
