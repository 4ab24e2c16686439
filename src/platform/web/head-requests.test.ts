import assert from 'node:assert/strict'
import { readdirSync, readlinkSync } from 'node:fs'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Hono } from 'hono'
import { trialBucket, trialDisk } from '../documents/testing/trial-stores.ts'
import { letGoOfBodies } from './head-requests.ts'

const stores = [trialDisk(), await trialBucket()]
after(() => Promise.all(stores.map((trial) => trial.stop())))

/** Documents that this process has open. */
const open = (): number =>
  readdirSync('/proc/self/fd').filter((number) => {
    try {
      return /\/documents-\w+\/documents\/|goldenthread-document-/.test(readlinkSync(`/proc/self/fd/${number}`))
    } catch {
      return false
    }
  }).length

for (const { name, store } of stores) {
  test(`X4, ${name}: asking for a file with HEAD, or leaving while it comes, keeps no file open`, async () => {
    const { sha256 } = await store.put(Buffer.alloc(2_000_000, 'page '), 'application/pdf')
    const app = new Hono()
    app.use(letGoOfBodies())
    app.get('/file', async (c) => c.body(await store.stream(sha256), 200, { 'content-length': '2000000' }))
    for (let time = 0; time < 5; time++) {
      const head = await app.request('/file', { method: 'HEAD' })
      assert.deepEqual([head.status, head.headers.get('content-length'), await head.text()], [200, '2000000', ''])
      const left = await app.request('/file')
      const reader = left.body?.getReader()
      await reader?.read()
      await reader?.cancel()
    }
    const until = performance.now() + 2_000
    while (open() > 0 && performance.now() < until) await sleep(20)
    assert.equal(open(), 0)
    assert.equal((await (await app.request('/file')).arrayBuffer()).byteLength, 2_000_000)
  })
}
