import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { scratchFolder } from '#platform/database/testing/cluster.ts'
import { type Product, start, startAsPeopleDo } from './testing/started.ts'

const root = scratchFolder()
after(() => fs.rmSync(root, { recursive: true, force: true }))

/** A house as the first start left it: a copy takes a tenth of a second, a first start seven. */
function houseNamed(name: string): string {
  const data = join(root, name)
  fs.cpSync(join(root, 'closed/data'), data, { recursive: true })
  return data
}

/** Numbers of the PostgreSQL processes that serve a data folder. */
function servers(data: string): number[] {
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return (
          fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(join(data, 'data')) &&
          !/^State:\tZ/m.test(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))
        )
      } catch {
        return false
      }
    })
    .map(Number)
}

async function until(what: () => boolean, within = 5_000): Promise<void> {
  const from = performance.now()
  while (!what()) {
    assert.ok(performance.now() - from < within, 'it does not come to pass')
    await sleep(10)
  }
}

async function timed(product: Product, t: { diagnostic(words: string): void }, name: string): Promise<{ address: string; ms: number }> {
  const from = performance.now()
  const address = await product.ready
  assert.equal((await fetch(`${address}/readyz`)).status, 200)
  const ms = performance.now() - from
  t.diagnostic(`${name}: first answered request after ${(ms / 1000).toFixed(2)} s`)
  return { address, ms }
}

test('a first start, later ones faster; Ctrl-C stops everything; the data are ours alone', async (t) => {
  fs.mkdirSync(join(root, 'closed'), { mode: 0o700 })
  const data = join(root, 'closed/data')
  const first = startAsPeopleDo(data)
  const { address, ms } = await timed(first, t, 'first start')
  assert.ok(ms < 30_000, `it took ${ms} ms`) // at most 15 s by itself (npm run bench -- start); here other tests share the processors
  assert.match(first.said(), /no administrator yet[\s\S]*\/first-administrator[\s\S]*code: [0-9a-f-]{23}/)
  assert.equal((await fetch(`${address}/healthz`)).status, 200)
  assert.ok((await fetch(`${address}/`)).status < 500)
  assert.equal(fs.statSync(data).mode & 0o777, 0o700)
  assert.equal(fs.statSync(join(data, 'secrets.json')).mode & 0o777, 0o600)
  process.kill(-(first.process.pid ?? 0), 'SIGINT')
  assert.equal(await first.ended, 0)
  assert.deepEqual(servers(data), [])
  const second = start(data)
  assert.ok((await timed(second, t, 'second start')).ms < 9_000) // 3 s by itself; here other tests share the processors
  second.process.kill('SIGTERM')
  assert.equal(await second.ended, 0)
  assert.deepEqual(servers(data), [])
})

test('kill -9 leaves no PostgreSQL behind, and the next start works; a second start on live data refuses in words', async (t) => {
  const data = houseNamed('killed')
  const first = start(data)
  await first.ready
  assert.ok(servers(data).length > 0)
  const second = start(data)
  assert.equal(await second.ended, 1)
  assert.match(second.said(), /in use: another Goldenthread runs on it\. Stop that one, or set GOLDENTHREAD_DATA/)
  assert.doesNotMatch(second.said(), / at .*\.ts:/)
  first.process.kill('SIGKILL')
  await until(() => servers(data).length === 0)
  const next = start(data)
  await timed(next, t, 'start after kill -9')
  next.process.kill('SIGINT')
  assert.equal(await next.ended, 0)
})

test('what an operator can mend is a sentence: a wrong setting, a taken port', async () => {
  const wrong = start(join(root, 'wrong'), { PORT: 'many' })
  assert.equal(await wrong.ended, 1)
  assert.equal(wrong.said().trim(), 'The setting PORT must be a number.')
  const one = start(houseNamed('one'))
  const { port } = new URL(await one.ready)
  const two = start(houseNamed('two'), { PORT: port })
  assert.equal(await two.ended, 1)
  assert.match(two.said(), /Port \d+ of 127\.0\.0\.1 is taken\. Stop what uses it, or set PORT to another one\./)
  one.process.kill('SIGINT')
  await one.ended
})

test('the database server ends by itself: the product says so and leaves', async () => {
  const data = houseNamed('lost')
  const product = start(data)
  await product.ready
  for (const pid of servers(data)) process.kill(pid, 'SIGKILL')
  assert.equal(await product.ended, 1)
  assert.match(product.said(), /the database server ended by itself/)
})
