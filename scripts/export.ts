// npm run export -- FILE [--public] writes the record of governance and meetings into one file, whether the product runs or not; docs/export.md
// says what is in it. npm run export -- --check FILE looks whether one is whole.
import { checkArchive } from '#platform/archive/check-archive.ts'
import type { ArchiveManifest } from '#platform/archive/format.ts'
import { openBackupFile } from '#platform/backup/write-file.ts'
import { readConfig } from '#src/config.ts'
import { openDocuments } from '#src/start/house-documents.ts'
import { exportHouse } from '#src/start/own-export.ts'
import { onServer } from '#src/start/own-server.ts'
import { breakOff, megabytes, progressLine, theFile } from './backup/terminal.ts'

const CONFIDENTIAL = `This file holds the whole record: drafts, exempt papers, addresses, sensitive interests. Keep it encrypted. It does not hold accounts,
passwords, notes that people made for themselves, nor what else its manifest names as left out: for moving house with those, make a backup.`

function describe({ edition, kinds, documents, madeAt }: ArchiveManifest): string {
  const records = kinds.reduce((sum, kind) => sum + kind.records, 0)
  return (
    `${edition === 'full' ? 'Full' : 'Public'} edition: ${records} records of ${kinds.length} kinds and ${documents.count} documents ` +
    `(${megabytes(documents.bytes)}), as of ${madeAt.slice(0, 19).replace('T', ' ')} UTC.`
  )
}

function tellMissing({ missing }: ArchiveManifest): void {
  if (missing.length === 0) return
  console.error(`\nAttention: ${missing.length} documents that records name are gone from where documents are kept, or damaged there:`)
  for (const sha256 of missing.slice(0, 20)) console.error(`  ${sha256}`)
  console.error('The archive holds everything else.')
  process.exitCode = 1
}

const signal = breakOff()
const line = progressLine()
const words = process.argv.slice(2)
try {
  const file = theFile(words, ['--check', '--public'], 'npm run export -- FILE [--public], or npm run export -- --check FILE')
  if (words.includes('--check')) {
    const manifest = await checkArchive(file, signal, (bytes) => line.show(`Checking, ${megabytes(bytes)}`))
    line.clear()
    console.log(`The archive ${file} is whole.\n${describe(manifest)}`)
    tellMissing(manifest)
  } else {
    const config = readConfig(process.env)
    const edition = words.includes('--public') ? 'public' : 'full'
    const manifest = await onServer(config, async (ownerUrl, url) => {
      const out = await openBackupFile(file, signal)
      try {
        const progress = (what: string, bytes: number): void => line.show(`${what}, ${megabytes(bytes)} written`)
        const ways = { now: config.now ?? Temporal.Now.instant(), signal, progress }
        const made = await exportHouse({ ownerUrl, url, documents: openDocuments(config), config }, edition, out, ways)
        await out.finish()
        return made
      } catch (error) {
        await out.discard()
        throw error
      }
    })
    line.clear()
    console.log(`Exported to ${file}.\n${describe(manifest)}${edition === 'full' ? `\n\n${CONFIDENTIAL}` : ''}`)
    tellMissing(manifest)
  }
} catch (error) {
  line.clear()
  console.error(signal.aborted ? 'Broken off: nothing was left behind.' : (error as Error).message)
  process.exitCode = signal.aborted ? 130 : 2
}
