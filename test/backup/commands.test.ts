import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { openUnchecked } from '#platform/database/open.ts'
import { readConfig } from '#src/config.ts'
import { settleStagedFiles } from '#src/start/carried-files.ts'
import { onServer } from '#src/start/own-server.ts'
import { openClient } from '../support/client.ts'
import type { TestHouse } from '../support/house.ts'
import { loading, plainEnvironment } from '../support/loading.ts'
import { startProduct } from '../support/product.ts'

const root = mkdtempSync(join(tmpdir(), 'goldenthread-commands-'))
const file = join(root, 'backup.tar.gz')
const here = join(root, 'here')
const there = join(root, 'there')
after(() => rmSync(root, { recursive: true, force: true }))

/** How long a whole restore takes here: in milliseconds. */
let whole = 2_000

interface Said {
  readonly code: number | null
  readonly said: string
}

function begin(script: string, data: string, ...words: string[]): { readonly child: ChildProcess; readonly ended: Promise<Said> } {
  const env = { ...plainEnvironment, GOLDENTHREAD_DATA: data }
  const child = spawn(process.execPath, [...loading, `scripts/${script}.ts`, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  return { child, ended: once(child, 'close').then(() => ({ code: child.exitCode, said })) }
}

const run = (script: string, data: string, ...words: string[]): Promise<Said> => begin(script, data, ...words).ended

/** Waits for the server of a process that was killed: it writes down what it holds before it ends, on a busy machine longer than a start waits for it. */
async function untilFree(data: string): Promise<void> {
  const lock = join(data, 'lock')
  for (let tries = 0; tries < 300 && spawnSync('flock', ['-n', lock, 'true']).status !== 0; tries++) await sleep(200)
}

/** The keys of settings in a house that nobody serves. */
async function settingsIn(data: string): Promise<readonly string[]> {
  return onServer(readConfig({ GOLDENTHREAD_DATA: data }), async (url) => {
    const db = openUnchecked(url)
    const rows = await db.selectFrom('platform.setting').select('key').orderBy('key').execute()
    await db.destroy()
    return rows.map(({ key }) => key)
  })
}

async function leaveMark(data: string, key: string): Promise<void> {
  await onServer(readConfig({ GOLDENTHREAD_DATA: data }), async (url) => {
    const db = openUnchecked(url)
    await db.insertInto('platform.setting').values({ key, value: '1', changed_by: SYSTEM_ACTOR }).execute()
    await db.destroy()
  })
}

test('X6: npm run backup while the product runs, npm run restore elsewhere; people sign in there', async () => {
  const first = await run('restore', here, join(import.meta.dirname, '../upgrade/0.1.0.tar.gz')) // a house of the last release, with people in it
  assert.equal(first.code, 0, first.said)
  const product = await startProduct({ GOLDENTHREAD_DATA: here, GOLDENTHREAD_NOW: '2026-03-10T10:00:00Z' })
  try {
    const made = await run('backup', here, file)
    assert.equal(made.code, 1, made.said) // the fixture left documents out
    assert.match(made.said, /Attention: 6 documents that records name are gone/)
    assert.match(made.said, /Backed up to .*\n\d+ tables with \d+ rows .* documents .*PostgreSQL 18/)
    assert.match(made.said, /as confidential as the whole system[\s\S]*password hashes[\s\S]*Keep it encrypted/)
    assert.equal(statSync(file).mode & 0o777, 0o600)
    assert.match((await run('backup', here, file)).said, /exists already and is left as it is/)
    const refused = await run('restore', here, file, '--replace', '--yes')
    assert.equal(refused.code, 2)
    assert.match(refused.said, /in use: another Goldenthread runs on it/)
  } finally {
    await product.stop()
  }
  const checked = await run('backup', there, '--check', file)
  assert.match(checked.said, /is whole/)
  const restored = await run('restore', there, file)
  assert.equal(restored.code, 0, restored.said)
  assert.match(restored.said, /Restored \d+ rows[\s\S]*Everybody signs in anew/)
  const [mine, theirs] = [here, there].map((data) => JSON.parse(readFileSync(join(data, 'secrets.json'), 'utf8')) as Record<string, string>)
  assert.equal(theirs?.identity, mine?.identity)
  assert.notEqual(theirs?.firstAdministratorCode, mine?.firstAdministratorCode)
  assert.equal(statSync(join(there, 'secrets.json')).mode & 0o777, 0o600)
  const elsewhere = await startProduct({ GOLDENTHREAD_DATA: there, GOLDENTHREAD_NOW: '2026-03-10T10:00:00Z' })
  try {
    const clerk = (
      JSON.parse(readFileSync(join(there, 'sample-sign-in.json'), 'utf8')) as {
        role: string
        email: string
        password: string
        totp: string
      }[]
    ).find(({ role }) => role === 'clerk')
    assert.ok(clerk)
    const request = (path: string, init: RequestInit): Promise<Response> => fetch(elsewhere.url + path, { ...init, redirect: 'manual' })
    const client = await openClient({ app: { request } } as unknown as TestHouse, clerk)
    assert.equal((await client.get('/work')).status, 200)
  } finally {
    await elsewhere.stop()
  }
})

test('X6: words that are not meant are refused, and a house that is there stays unless it is said twice', async () => {
  assert.match((await run('backup', there)).said, /Name one file: npm run backup -- FILE/)
  assert.match((await run('backup', there, '--force', join(root, 'x'))).said, /There is no --force/)
  assert.match((await run('restore', there, join(root, 'nowhere'))).said, /There is no backup file/)
  assert.match((await run('backup', join(root, 'empty'), join(root, 'x'))).said, /There is no database in/)
  assert.match((await run('restore', there, file)).said, /There is a Goldenthread in .* already: nothing was changed.*add --replace/)
  const asked = await run('restore', there, file, '--replace')
  assert.equal(asked.code, 2)
  assert.match(asked.said, /will be deleted[\s\S]*add --yes[\s\S]*Nothing was changed/)
  await leaveMark(there, 'trial.later')
  const began = performance.now()
  const done = await run('restore', there, file, '--replace', '--yes')
  whole = performance.now() - began
  assert.equal(done.code, 0, done.said)
  assert.ok(!(await settingsIn(there)).includes('trial.later'))
})

test('X6: a restore that is broken off or killed leaves the old house or the new one, whole', async (t) => {
  await leaveMark(there, 'trial.old')
  const mark = JSON.stringify({ ...JSON.parse(readFileSync(join(there, 'secrets.json'), 'utf8')), feeds: 'old'.repeat(20) })
  writeFileSync(join(there, 'secrets.json'), mark)
  const kept = join(root, 'kept')
  cpSync(there, kept, { recursive: true })
  const outcomes = { old: 0, new: 0 }
  for (const [part, signal] of [
    [0.6, 'SIGINT'],
    [0.7, 'SIGKILL'],
    [0.85, 'SIGKILL'],
    [0.95, 'SIGKILL'],
  ] as const) {
    const one = begin('restore', there, file, '--replace', '--yes')
    await sleep(part * whole)
    one.child.kill(signal)
    const { said } = await one.ended
    await untilFree(there)
    await onServer(readConfig({ GOLDENTHREAD_DATA: there }), (url) => settleStagedFiles(there, url)) // as the next start does
    const isOld = (await settingsIn(there)).includes('trial.old')
    outcomes[isOld ? 'old' : 'new'] += 1
    const { feeds } = JSON.parse(readFileSync(join(there, 'secrets.json'), 'utf8')) as { feeds: string }
    assert.equal(feeds.startsWith('old'), isOld, `database and secrets belong together; it said: ${said}`)
    assert.ok(!existsSync(join(there, 'restore')))
    if (isOld) continue
    rmSync(there, { recursive: true })
    cpSync(kept, there, { recursive: true })
  }
  t.diagnostic(`${outcomes.old} times the old house, ${outcomes.new} times the new one`)
})
