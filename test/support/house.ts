import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type { Hono } from 'hono'
import { openUnchecked } from '#platform/database/open.ts'
import type { Database } from '#platform/database/session.ts'
import { beginning, type DatabaseUrls, freshUrls } from '#platform/database/testing/fresh.ts'
import type { FixedClock } from '#platform/time/clock.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { createApp } from '#src/app.tsx'
import type { Needs } from '#src/needs.ts'
import { openNeeds } from './needs.ts'

/** The whole product on a database of its own, asked without a socket. */
export interface TestHouse {
  readonly app: Hono<AppEnv>
  readonly needs: Needs
  readonly clock: FixedClock
  /** As the owner, who sees every row: for arranging and for looking. */
  readonly ownerDb: Database
}

/** A database and a folder of documents and secrets that a house is opened on. */
export interface Ground {
  readonly urls: DatabaseUrls
  readonly data: string
}

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'goldenthread-house-'))

/** Opens a house for one test file; everything of it goes after the file. */
export async function openHouse(now: Temporal.Instant, ground?: Ground): Promise<TestHouse> {
  const { urls, data } = ground ?? { urls: await freshUrls(), data: newFolder() }
  const { needs, clock, close } = await openNeeds(urls.app, data, now)
  const ownerDb = openUnchecked(urls.owner)
  after(async () => {
    await Promise.all([close(), ownerDb.destroy()])
    rmSync(data, { recursive: true, force: true })
  })
  return { app: await createApp(needs), needs, clock, ownerDb }
}

/** A copy of the ground that `fill` makes once for all test files that ask for `name`; `fill` closes what it opens. */
export async function copiedGround(name: string, fill: (ground: Ground) => Promise<void>): Promise<Ground> {
  const { copyOf, folder } = await beginning(name, (urls, data) => fill({ urls, data }))
  const [urls, data] = [await freshUrls({ copyOf }), newFolder()]
  cpSync(folder, data, { recursive: true })
  return { urls, data }
}
