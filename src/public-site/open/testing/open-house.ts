import { openUnchecked } from '#platform/database/open.ts'
import { loadSample } from '#src/sample/load.ts'
import { copiedGround, type Ground, openHouse, type TestHouse } from '#test/support/house.ts'
import { openNeeds } from '#test/support/needs.ts'
import { type Reading, reading } from './crawl.ts'

/** A house with the sample, whose packs and minutes have their files, and a program that reads its open data. */
export interface OpenHouse extends TestHouse {
  readonly publicUrl: string
  readonly read: Reading
  /** What the files hold. */
  readonly bytes: Uint8Array
}

const bytes = new TextEncoder().encode('%PDF-1.7 of the sample')

/** Opens it; the jobs that would set packs do not run, so every public edition is the same few bytes. Files that open it at one moment load the sample once. */
export async function openSample(now: Temporal.Instant): Promise<OpenHouse> {
  const house = await openHouse(now, await copiedGround(`sample_${now.epochMilliseconds}`, (ground) => fill(ground, now)))
  const { publicUrl } = house.needs.config
  return { ...house, publicUrl, read: reading(house.app, publicUrl), bytes }
}

async function fill({ urls, data }: Ground, now: Temporal.Instant): Promise<void> {
  const { needs, close } = await openNeeds(urls.app, data, now)
  const ownerDb = openUnchecked(urls.owner)
  try {
    await loadSample(needs, ownerDb)
    const { sha256 } = await needs.documents.put(bytes, 'application/pdf')
    await ownerDb
      .updateTable('meetings.pack_file')
      .set({ state: 'ready', document: sha256, pages: 12 })
      .where('edition', '=', 'public')
      .execute()
  } finally {
    await Promise.all([close(), ownerDb.destroy()])
  }
}
