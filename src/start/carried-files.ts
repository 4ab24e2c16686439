import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { CarriedFile } from '#platform/backup/backup.ts'
import { BackupRefused } from '#platform/backup/manifest.ts'
import { readStamp } from '#platform/backup/stamp.ts'
import { readSecrets } from '../secrets.ts'

/**
 * The secrets that a backup carries, because its data are useless without them: what encrypts second factors, and what signs the addresses of
 * people's own calendars. What signs forms, and the first administrator's code, are made anew elsewhere.
 */
const carried = z.object({ identity: z.string().min(32), feeds: z.string().min(32) })

const SECRETS = 'secrets.json'
/** How to sign in as the people of the sample; only where the sample is. */
const SAMPLE = 'sample-sign-in.json'
const STAGE = 'restore'

/**
 * The files of the data folder that go into a backup.
 * @throws BackupRefused where the folder is not the product's: its data could be restored, and nobody could sign in.
 */
export function filesToCarry(data: string): readonly CarriedFile[] {
  if (!existsSync(join(data, SECRETS)))
    throw new BackupRefused(`There is no ${SECRETS} in ${data}. GOLDENTHREAD_DATA must be the folder that the product uses.`)
  const { identity, feeds } = readSecrets(data)
  const secrets = { name: SECRETS, content: `${JSON.stringify({ identity, feeds }, null, 2)}\n` }
  const sample = join(data, SAMPLE)
  return existsSync(sample) ? [secrets, { name: SAMPLE, content: readFileSync(sample, 'utf8') }] : [secrets]
}

/** Lays the files of a backup ready below the data folder; they count only once the database says that the restore `stamp` came to its end. */
export function stageFiles(data: string, stamp: string, files: readonly CarriedFile[]): void {
  rmSync(join(data, STAGE), { recursive: true, force: true })
  const folder = join(data, STAGE, stamp)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const find = (name: string): string | undefined => files.find((file) => file.name === name)?.content
  const secrets = carried.safeParse(JSON.parse(find(SECRETS) ?? '{}'))
  if (!secrets.success) throw new BackupRefused('The backup carries no secrets: nobody could sign in.')
  const merged = { ...readSecrets(data), ...secrets.data }
  writeFileSync(join(folder, SECRETS), `${JSON.stringify(merged, null, 2)}\n`, { mode: 0o600, flush: true })
  const sample = find(SAMPLE)
  if (sample !== undefined) writeFileSync(join(folder, SAMPLE), sample, { mode: 0o600, flush: true })
}

/**
 * Puts staged files in their place where their restore was committed, and drops them where it was not: after a restore, and at every start, in
 * case a restore was killed right after its commit. Doing it twice does no harm.
 */
export async function settleStagedFiles(data: string, ownerUrl: string): Promise<void> {
  if (!existsSync(join(data, STAGE))) return
  const staged = join(data, STAGE, (await readStamp(ownerUrl)) ?? 'none')
  if (existsSync(join(staged, SECRETS))) {
    put(staged, data, SECRETS)
    if (existsSync(join(staged, SAMPLE))) put(staged, data, SAMPLE)
    else rmSync(join(data, SAMPLE), { force: true })
  }
  rmSync(join(data, STAGE), { recursive: true, force: true })
}

function put(from: string, to: string, name: string): void {
  copyFileSync(join(from, name), join(to, `${name}.new`))
  renameSync(join(to, `${name}.new`), join(to, name))
}
