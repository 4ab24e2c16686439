import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { withClient } from '../roles.ts'
import { scratchFolder, testVersion } from '../testing/cluster.ts'
import { nativeFolder } from './programs.ts'
import { type EmbeddedServer, startEmbedded } from './start.ts'

const version = testVersion()
const native = nativeFolder(version)
const asRoot = process.getuid?.() === 0
const root = scratchFolder()
const closed = join(root, 'closed')
fs.chmodSync(root, 0o711)
fs.mkdirSync(closed, { mode: 0o700 })
after(() => fs.rmSync(root, { recursive: true, force: true }))

/** A dead process that nobody has collected yet does not count. */
function alive(pid: number): boolean {
  try {
    return !/^State:\tZ/m.test(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

async function gone(pid: number, within = 5_000): Promise<number> {
  const from = performance.now()
  while (alive(pid)) {
    assert.ok(performance.now() - from < within, `process ${pid} is still there`)
    await sleep(2)
  }
  return performance.now() - from
}

interface Child {
  readonly process: ChildProcess
  readonly up: Promise<number>
  readonly ended: Promise<string>
}

function child(folder: string, act: string, prefix: readonly string[] = [], programs = native): Child {
  const script = fileURLToPath(new URL('../testing/embedded-child.ts', import.meta.url))
  const [command = '', ...rest] = [...prefix, process.execPath, '--import', 'tsx', script, folder, act, programs]
  const env = { ...process.env, TSX_DISABLE_CACHE: '1', NODE_TEST_CONTEXT: undefined }
  const started = spawn(command, rest, { stdio: ['ignore', 'pipe', 'inherit'], detached: true, env })
  let said = ''
  const up = Promise.withResolvers<number>()
  started.stdout.on('data', (chunk: Buffer) => {
    said += chunk
    const found = /^up (\d+)/m.exec(said)
    if (found) up.resolve(Number(found[1]))
  })
  const ended = once(started, 'close').then(() => {
    up.reject(new Error(said))
    return said
  })
  up.promise.catch(() => {})
  return { process: started, up: up.promise, ended }
}

const ids = (server: EmbeddedServer): Promise<Set<string>> =>
  withClient(server.urlFor('postgres'), async (client) => {
    const { rows } = await client.query<{ id: string }>('select id from kept')
    return new Set(rows.map((row) => row.id))
  })

test('below a 0700 folder: makes the data, refuses a second start, stops cleanly, starts again', async (t) => {
  const folder = join(closed, 'first')
  const from = performance.now()
  const server = await startEmbedded({ folder, native })
  t.diagnostic(`first start ${(performance.now() - from).toFixed()} ms`)
  assert.equal(fs.statSync(folder).mode & 0o777, 0o700)
  const inside = await withClient(server.urlFor('postgres'), async (client) => {
    const told = `select current_setting('listen_addresses') as tcp, current_setting('log_error_verbosity') as log, lower('ÉŽ') as lower, 'a' < 'B' as ab`
    return (await client.query(told)).rows[0]
  })
  assert.deepEqual(inside, { tcp: '', log: 'terse', lower: 'éž', ab: false })
  await assert.rejects(startEmbedded({ folder, native, patience: 0.1 }), /in use.*GOLDENTHREAD_DATA/)
  assert.ok(alive(server.pid))
  await server.stop()
  assert.ok(!fs.existsSync(join(folder, 'data/postmaster.pid')) && !fs.existsSync(server.socketFolder))
  const again = performance.now()
  await (await startEmbedded({ folder, native })).stop()
  t.diagnostic(`second start and stop ${(performance.now() - again).toFixed()} ms`)
})

test('two first starts at once: one serves, one refuses', async () => {
  const folder = join(closed, 'race')
  const starting = [1, 2].map(() => startEmbedded({ folder, native, patience: 0.5 }))
  const both = await Promise.allSettled(starting)
  assert.deepEqual(both.map((one) => one.status).sort(), ['fulfilled', 'rejected'])
  for (const one of both) if (one.status === 'fulfilled') await one.value.stop()
})

test('an empty, a torn, a dead and a reused pid file are repaired', async () => {
  const folder = join(closed, 'pid')
  await (await startEmbedded({ folder, native })).stop()
  for (const content of ['', 'garbage\n', '4194303\n/x\n', `${process.pid}\n${folder}/data\n0\n5432\n`]) {
    fs.writeFileSync(join(folder, 'data/postmaster.pid'), content)
    await (await startEmbedded({ folder, native })).stop()
  }
})

test('kill -9 of Node: PostgreSQL leaves, nothing acknowledged is lost', async (t) => {
  const folder = join(closed, 'kill')
  const acknowledged = new Set<string>()
  let slowest = 0
  for (let round = 0; round < 4; round++) {
    const one = child(folder, 'insert')
    const pid = await one.up
    await sleep(50 + round * 60)
    if (round === 2) process.kill(pid, 'SIGKILL') // and once the server itself
    one.process.kill('SIGKILL')
    for (const [, id = ''] of (await one.ended).matchAll(/^ack (\S+)\n/gm)) acknowledged.add(id)
    slowest = Math.max(slowest, await gone(pid))
  }
  const server = await startEmbedded({ folder, native })
  const kept = await ids(server)
  assert.deepEqual([...acknowledged.difference(kept)], [])
  await server.stop()
  t.diagnostic(`${acknowledged.size} acknowledged inserts, 0 lost; server gone ${slowest.toFixed()} ms after Node at most`)
})

test('kill -9 in the middle of the first start: the next one makes the data', async () => {
  const folder = join(closed, 'cut')
  for (const wait of [400, 900]) {
    const one = child(folder, 'wait')
    await sleep(wait)
    one.process.kill('SIGKILL')
    await one.ended
  }
  await (await startEmbedded({ folder, native })).stop()
})

test('Ctrl-C to the process group reaches Node first', async () => {
  const folder = join(closed, 'ctrl-c')
  const one = child(folder, 'wait')
  const pid = await one.up
  process.kill(-(one.process.pid ?? 0), 'SIGINT')
  assert.match(await one.ended, /stopped cleanly/)
  await gone(pid)
  const server = await startEmbedded({ folder, native })
  assert.equal((await ids(server)).size, 1)
  await server.stop()
})

test('as an ordinary user, from a read-only package without its links', {
  skip: !asRoot && 'needs root to become another user',
}, async () => {
  const programs = join(root, 'package/native')
  fs.cpSync(native, programs, { recursive: true, filter: (file) => !fs.lstatSync(file).isSymbolicLink() })
  const folder = join(root, 'theirs')
  fs.mkdirSync(folder)
  fs.chownSync(folder, 12345, 12345)
  const user = ['setpriv', '--reuid=12345', '--regid=12345', '--clear-groups', '--']
  assert.match(await child(join(folder, 'a'), 'once', user, programs).ended, /stopped cleanly/)
})

test('without user namespaces: another user where it can reach everything, else a sentence', {
  skip: !asRoot && 'needs root',
}, async () => {
  assert.match(await child(join(root, 'open'), 'without-namespaces').ended, /stopped cleanly/)
  assert.notEqual(fs.statSync(join(root, 'open/data')).uid, 0)
  const shut = await child(join(closed, 'shut'), 'without-namespaces').ended
  assert.match(shut, /refused: PostgreSQL does not run as root.*GOLDENTHREAD_DATA/)
})

test('data of another major version are refused', async () => {
  const folder = join(closed, 'other')
  await (await startEmbedded({ folder, native: nativeFolder(version === '15' ? '18' : '15') })).stop()
  await assert.rejects(startEmbedded({ folder, native }), /back up with the old version/)
})
