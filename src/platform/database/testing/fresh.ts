import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { after } from 'node:test'
import { openDatabase, openUnchecked } from '../open.ts'
import { APP, OWNER, withClient } from '../roles.ts'
import type { Database } from '../session.ts'
import { TEMPLATE } from './cluster.ts'

let made = 0

/** URLs of one database, by role. */
export interface DatabaseUrls {
  readonly admin: string
  readonly owner: string
  readonly app: string
}

/** A database of one's own, opened. */
export interface FreshDatabase {
  /** As the serving role: what the product has. */
  readonly db: Database
  /** As the owner, who sees every row: for arranging and for looking. */
  readonly ownerDb: Database
  readonly urls: DatabaseUrls
  /** Closes both pools; happens by itself after the test file, or after the test that asked. */
  close(): Promise<void>
}

/** A migrated database for one test file, made from the template in about a tenth of a second; closed after the file. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const urls = await freshUrls()
  const db = await openDatabase(urls.app)
  const ownerDb = openUnchecked(urls.owner)
  let closing: Promise<void> | undefined
  const close = (): Promise<void> => {
    closing ??= Promise.all([db.destroy(), ownerDb.destroy()]).then(() => {})
    return closing
  }
  after(close)
  return { db, ownerDb, urls, close }
}

/** The same, unopened; or an empty database without any migration; or a copy of what `beginning` made. */
export async function freshUrls(from: 'template' | 'nothing' | { readonly copyOf: string } = 'template'): Promise<DatabaseUrls> {
  const admin = adminUrl()
  const name = `test_${process.pid}_${made++}`
  const template = typeof from === 'object' ? from.copyOf : from === 'template' ? TEMPLATE : 'template0'
  await withClient(admin, async (client) => {
    // Copied as files: written through the log, as PostgreSQL does unless asked, the four thousand relations of the template take four times as long.
    await client.query(`create database ${name} owner ${OWNER} template ${template} strategy file_copy`)
    await client.query(`revoke all on database ${name} from public; grant connect on database ${name} to ${APP}`)
  })
  return urlsOf(name)
}

/**
 * A database that several test files begin with, each on a copy of its own: whoever asks first fills it, the others wait. `fill` closes what it opens. Gives the
 * name to copy, and a folder that lasts as long as the database for what goes with it.
 */
export async function beginning(
  name: string,
  fill: (urls: DatabaseUrls, folder: string) => Promise<void>,
): Promise<{ readonly copyOf: string; readonly folder: string }> {
  const copyOf = `beginning_${name}`
  const folder = join(process.env.GOLDENTHREAD_TEST_SHELF ?? '', copyOf)
  await withClient(adminUrl(), async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [copyOf])
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [copyOf])
    if (rows.length > 0) return
    mkdirSync(folder, { recursive: true })
    const urls = await freshUrls()
    await fill(urls, folder)
    await client.query(`alter database ${new URL(urls.admin).pathname.slice(1)} rename to ${copyOf}`)
  })
  return { copyOf, folder }
}

function adminUrl(): string {
  const admin = process.env.GOLDENTHREAD_TEST_URL ?? ''
  if (admin === '')
    throw new Error('Database tests need --test-global-setup=src/platform/database/testing/setup.ts, or run them with npm test.')
  return admin
}

function urlsOf(name: string): DatabaseUrls {
  const admin = adminUrl()
  return { admin: at(admin, name, 'postgres'), owner: at(admin, name, OWNER), app: at(admin, name, APP) }
}

function at(adminUrl: string, name: string, role: string): string {
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  url.username = role
  return url.href
}
