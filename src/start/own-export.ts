import { houseKinds } from '#home/archive.ts'
import { type ExportWays, exportArchive } from '#platform/archive/export-archive.ts'
import type { ArchiveManifest, Edition } from '#platform/archive/format.ts'
import type { ArchiveOut } from '#platform/archive/save-records.ts'
import { openDatabase, openUnchecked } from '#platform/database/open.ts'
import type { DocumentStore } from '#platform/documents/store.ts'
import { fixedClock } from '#platform/time/clock.ts'
import { refreshOpenData } from '#public-site/commands/refresh-open-data.ts'
import type { Config } from '../config.ts'

/** Writes one edition of the record: the full one as the owner, who alone sees all, the public one as a visitor. */
export async function exportHouse(
  house: { readonly ownerUrl: string; readonly url: string; readonly documents: DocumentStore; readonly config: Config },
  edition: Edition,
  out: ArchiveOut,
  ways: ExportWays,
): Promise<ArchiveManifest> {
  const db = edition === 'full' ? openUnchecked(house.ownerUrl) : await openDatabase(house.url)
  try {
    // Open data that were touched since they were written are left out of a public edition.
    if (edition === 'public') await refreshOpenData({ db, clock: fixedClock(ways.now), config: house.config })
    return await exportArchive({ db, documents: house.documents, kinds: houseKinds }, edition, out, ways)
  } finally {
    await db.destroy()
  }
}
