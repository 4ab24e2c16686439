import { loadSample } from '#src/sample/load.ts'
import { openHouse, type TestHouse } from '#test/support/house.ts'
import { type Reading, reading } from './crawl.ts'

/** A house with the sample, whose packs and minutes have their files, and a program that reads its open data. */
export interface OpenHouse extends TestHouse {
  readonly publicUrl: string
  readonly read: Reading
  /** What the files hold. */
  readonly bytes: Uint8Array
}

/** Opens it; the jobs that would set packs do not run, so every public edition is the same few bytes. */
export async function openSample(now: Temporal.Instant): Promise<OpenHouse> {
  const house = await openHouse(now)
  await loadSample(house.needs, house.ownerDb)
  const bytes = new TextEncoder().encode('%PDF-1.7 of the sample')
  const { sha256 } = await house.needs.documents.put(bytes, 'application/pdf')
  await house.ownerDb
    .updateTable('meetings.pack_file')
    .set({ state: 'ready', document: sha256, pages: 12 })
    .where('edition', '=', 'public')
    .execute()
  const { publicUrl } = house.needs.config
  return { ...house, publicUrl, read: reading(house.app, publicUrl), bytes }
}
