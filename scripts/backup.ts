// npm run backup -- FILE writes a backup, whether the product runs or not; npm run backup -- --check FILE looks whether one is whole.
import { backup } from '#platform/backup/backup.ts'
import { checkBackup } from '#platform/backup/check.ts'
import type { Manifest } from '#platform/backup/manifest.ts'
import { readConfig } from '#src/config.ts'
import { filesToCarry } from '#src/start/carried-files.ts'
import { openDocuments } from '#src/start/house-documents.ts'
import { onServer } from '#src/start/own-server.ts'
import { breakOff, megabytes, progressLine, theFile } from './backup/terminal.ts'

const SECRETS = `This file is as confidential as the whole system. Whoever has it can read private notes, drafts, exempt papers and mail, and can take over
accounts: it carries password hashes, second-factor seeds together with the secret that opens them, and the links in mail that waits or is kept.
Keep it encrypted (for example with age or gpg), away from this machine, and try a restore now and then. It does not carry who is signed in,
nor the passwords in your settings (DATABASE_URL, SMTP_URL).`

function describe(manifest: Manifest): string {
  const { tables, documents, migrations } = manifest
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  return (
    `${tables.length} tables with ${rows} rows (${megabytes(tables.reduce((sum, table) => sum + table.bytes, 0))}) and ` +
    `${documents.count} documents (${megabytes(documents.bytes)}), as of ${manifest.madeAt.slice(0, 19).replace('T', ' ')} UTC; ` +
    `PostgreSQL ${manifest.server}, step ${migrations.at(-1)?.id}.`
  )
}

function tellMissing({ missing }: Manifest): void {
  if (missing.length === 0) return
  console.error(`\nAttention: ${missing.length} documents that records name are gone from where documents are kept, or damaged there:`)
  for (const sha256 of missing.slice(0, 20)) console.error(`  ${sha256}`)
  console.error('The backup holds everything else.')
  process.exitCode = 1
}

const signal = breakOff()
const line = progressLine()
const words = process.argv.slice(2)
try {
  const file = theFile(words, ['--check'], 'npm run backup -- FILE, or npm run backup -- --check FILE')
  if (words.includes('--check')) {
    const manifest = await checkBackup(file, signal, (bytes) => line.show(`Checking, ${megabytes(bytes)}`))
    line.clear()
    console.log(`The backup ${file} is whole.\n${describe(manifest)}`)
    tellMissing(manifest)
  } else {
    const config = readConfig(process.env)
    const manifest = await onServer(config, (ownerUrl) =>
      backup({ ownerUrl, documents: openDocuments(config), files: filesToCarry(config.data) }, file, {
        signal,
        progress: (what, bytes) => line.show(`${what}, ${megabytes(bytes)} written`),
      }),
    )
    line.clear()
    console.log(`Backed up to ${file}.\n${describe(manifest)}\n\n${SECRETS}`)
    tellMissing(manifest)
  }
} catch (error) {
  line.clear()
  console.error(signal.aborted ? 'Broken off: nothing was left behind.' : (error as Error).message)
  process.exitCode = signal.aborted ? 130 : 2
}
