// node --import tsx test/upgrade/make.ts DATA VERSION: makes the fixture of a release whose product is running on DATA. See README.md here.
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { backup } from '#platform/backup/backup.ts'
import { withClient } from '#platform/database/roles.ts'
import { diskStore } from '#platform/documents/disk-store.ts'
import { readConfig } from '#src/config.ts'
import { filesToCarry } from '#src/start/carried-files.ts'
import { onServer } from '#src/start/own-server.ts'

const KEPT_DOCUMENTS = 2
const [data = '', version = ''] = process.argv.slice(2)
const config = readConfig({ GOLDENTHREAD_DATA: data })
const out = join(import.meta.dirname, `${version}.tar.gz`)
const documents = join(config.data, 'documents')

/** The smallest few stay: what is left out is named in the backup as missing, and a fixture must not make the repository heavy. */
function thinOut(): void {
  const files = readdirSync(documents, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map((found) => join(found.parentPath, found.name))
    .sort((a, b) => statSync(a).size - statSync(b).size)
  for (const file of files.slice(KEPT_DOCUMENTS)) rmSync(file)
}

await onServer(config, async (ownerUrl) => {
  await withClient(ownerUrl, (client) => client.query(readFileSync(join(import.meta.dirname, 'further-records.sql'), 'utf8')))
  thinOut()
  const { tables } = await backup({ ownerUrl, documents: diskStore(documents), files: filesToCarry(config.data) }, out)
  const empty = tables.filter(({ rows }) => rows === 0).map(({ name }) => name)
  console.log(`${tables.length} tables; with nothing in them: ${empty.join(', ') || 'none'}`)
})
writeFileSync(out, gzipSync(gunzipSync(readFileSync(out)), { level: 9 }))
console.log(`${out}: ${statSync(out).size} bytes`)
