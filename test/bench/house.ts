import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { openUnchecked, usualLimits } from '#platform/database/open.ts'
import { APP, OWNER, withClient } from '#platform/database/roles.ts'
import type { Database } from '#platform/database/session.ts'
import { startTestCluster, TEMPLATE } from '#platform/database/testing/cluster.ts'
import { createApp } from '#src/app.tsx'
import type { Needs } from '#src/needs.ts'
import { loadSample, type SamplePerson } from '#src/sample/load.ts'
import { openNeeds } from '../support/needs.ts'

/** The present of every measurement, so that two runs measure the same pages. */
export const benchNow = Temporal.Instant.from('2026-03-10T10:00:00Z')

/** A throw-away house with the sample in it. */
export interface BenchHouse {
  readonly data: string
  readonly appUrl: string
  readonly ownerUrl: string
  readonly ownerDb: Database
  /** Who can sign in, where the sample is there. */
  readonly people: readonly SamplePerson[]
  close(): Promise<void>
}

/** Starts a throw-away PostgreSQL and loads the sample, unless the measurement brings data of its own. */
export async function openBenchHouse(withSample = true): Promise<BenchHouse> {
  const data = mkdtempSync(join(tmpdir(), 'goldenthread-bench-'))
  const cluster = await startTestCluster('18')
  await withClient(cluster.urlFor('postgres'), async (admin) => {
    await admin.query(`create database bench owner ${OWNER} template ${TEMPLATE}`)
    await admin.query(`grant connect on database bench to ${APP}`)
  })
  const appUrl = cluster.urlFor('bench', APP)
  const ownerUrl = cluster.urlFor('bench', OWNER)
  const ownerDb = openUnchecked(ownerUrl, { ...usualLimits, answer: 300_000 }) // an index over everything takes its time
  const { needs, close } = await openNeeds(appUrl, data, benchNow)
  const people = withSample ? await loadSample(needs, ownerDb) : []
  await close()
  await withClient(ownerUrl, (client) => client.query('analyze'))
  return {
    data,
    appUrl,
    ownerUrl,
    ownerDb,
    people,
    close: async () => {
      await ownerDb.destroy()
      await cluster.stop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** Serves the product on a free port; returns the port. */
export async function serveProduct(needs: Needs): Promise<number> {
  const app = await createApp(needs)
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
