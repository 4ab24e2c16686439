import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { openUnchecked } from '#platform/database/open.ts'
import type { Database } from '#platform/database/session.ts'
import { freshUrls } from '#platform/database/testing/fresh.ts'
import type { Needs } from '#src/needs.ts'
import { openNeeds } from '#test/support/needs.ts'

/** What commands need, on a database of its own; no pages. */
export interface TestHouse {
  readonly needs: Needs
  readonly ownerDb: Database
}

/** Opens a house whose commands are called directly; everything of it goes after the file. */
export async function openHouse(now: Temporal.Instant): Promise<TestHouse> {
  const urls = await freshUrls()
  const data = mkdtempSync(join(tmpdir(), 'goldenthread-year-'))
  const { needs, close } = await openNeeds(urls.app, data, now)
  const ownerDb = openUnchecked(urls.owner)
  after(async () => {
    await Promise.all([close(), ownerDb.destroy()])
    rmSync(data, { recursive: true, force: true })
  })
  return { needs, ownerDb }
}
