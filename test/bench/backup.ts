import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { backup } from '#platform/backup/backup.ts'
import { checkBackup } from '#platform/backup/check.ts'
import { loadDocuments } from '#platform/backup/load-documents.ts'
import { restoreRows } from '#platform/backup/restore.ts'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { houseMigrations } from '#platform/database/migrate.ts'
import { openDatabase } from '#platform/database/open.ts'
import { APP, OWNER, withClient } from '#platform/database/roles.ts'
import { writeAs } from '#platform/database/session.ts'
import { startTestCluster, TEMPLATE } from '#platform/database/testing/cluster.ts'
import { diskStore } from '#platform/documents/disk-store.ts'
import { hold } from '#platform/documents/references.ts'
import { alone, type Figure } from './figure.ts'

const ROWS = 1_000_000
const DOCUMENTS = 500
const DOCUMENT_BYTES = 1_400_000

/** A backup of about 1 GB, rows and documents, and its restore. */
export async function backupBench(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'goldenthread-backup-'))
  const cluster = await startTestCluster('18')
  const place = async (name: string, template: string): Promise<string> => {
    await withClient(cluster.urlFor('postgres'), async (admin) => {
      await admin.query(`create database ${name} owner ${OWNER} template ${template}`)
      await admin.query(`grant connect on database ${name} to ${APP}`)
    })
    return cluster.urlFor(name, OWNER)
  }
  try {
    const ownerUrl = await place('large', TEMPLATE)
    await fill(ownerUrl, cluster.urlFor('large', APP), join(folder, 'documents'))
    const file = join(folder, 'large.tar.gz')
    const ceiling = memoryOf()
    const began = performance.now()
    const manifest = await backup({ ownerUrl, documents: diskStore(join(folder, 'documents')), files: [] }, file)
    const seconds = (performance.now() - began) / 1000
    const grown = ceiling.stop()
    const bytes = manifest.documents.bytes + manifest.tables.reduce((sum, table) => sum + table.bytes, 0)
    const restoring = performance.now()
    await checkBackup(file)
    await loadDocuments(file, diskStore(join(folder, 'restored')), manifest, { all: new Set(), added: new Set() })
    await restoreRows(await place('restored', 'template0'), file, manifest, houseMigrations())
    const restored = (performance.now() - restoring) / 1000
    const size = `${(bytes / 1e9).toFixed(2)} GB, file ${(statSync(file).size / 1e9).toFixed(2)} GB`
    return [
      alone(`backup (${size})`, 's', seconds, 'at most 60', seconds <= 60 && bytes >= 1e9),
      alone('backup, memory of the process', 'MB', grown, 'at most 400', grown <= 400),
      alone(`restore with its check (${size})`, 's', restored, 'at most 180', restored <= 180),
    ]
  } finally {
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Rows like those of the audit, which grows the most, and documents that do not compress, as PDF does not. */
async function fill(ownerUrl: string, appUrl: string, documents: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query(`insert into platform.audit_entry (id, actor, act, subject_type, subject, digest)
      select gen_random_uuid(), platform.system_actor(), 'trial.done', 'trial', gen_random_uuid(), sha256(int8send(n)) from generate_series(1, ${ROWS}) n`)
    await client.query(`insert into platform.setting (key, value, changed_by)
      select 'trial.n' || n, to_jsonb(repeat('what was said under the item ' || n || ' ', 12)), platform.system_actor() from generate_series(1, ${ROWS / 5}) n`)
  })
  const store = diskStore(documents)
  const db = await openDatabase(appUrl)
  const acting = { actor: SYSTEM_ACTOR, now: Temporal.Now.instant(), today: Temporal.PlainDate.from('2026-03-10') }
  for (let at = 0; at < DOCUMENTS; at += 1) {
    const { sha256 } = await store.put(randomBytes(DOCUMENT_BYTES), 'application/pdf')
    await writeAs(db, acting, (tx) => hold(tx, sha256, 'trial', SYSTEM_ACTOR))
  }
  await db.destroy()
}

/** The most memory that this process holds until it is stopped: in megabytes. */
function memoryOf(): { stop(): number } {
  let most = 0
  const look = (): void => {
    most = Math.max(most, process.memoryUsage.rss())
  }
  const timer = setInterval(look, 50)
  return {
    stop: () => {
      clearInterval(timer)
      look()
      return most / 1e6
    },
  }
}
