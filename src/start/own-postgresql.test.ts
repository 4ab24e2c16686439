import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { scratchFolder } from '#platform/database/testing/cluster.ts'
import { freshUrls } from '#platform/database/testing/fresh.ts'
import { start } from './testing/started.ts'

const root = scratchFolder()
after(() => fs.rmSync(root, { recursive: true, force: true }))

test('with a PostgreSQL of one’s own nothing is embedded', async () => {
  const urls = await freshUrls('nothing')
  const data = join(root, 'external')
  const product = start(data, { DATABASE_URL: urls.app, DATABASE_OWNER_URL: urls.owner })
  const address = await product.ready
  assert.equal((await fetch(`${address}/readyz`)).status, 200)
  assert.equal(fs.existsSync(join(data, 'data')), false)
  product.process.kill('SIGINT')
  assert.equal(await product.ended, 0)
  const mighty = start(data, { DATABASE_URL: urls.owner, DATABASE_OWNER_URL: urls.owner })
  assert.equal(await mighty.ended, 1)
  assert.match(mighty.said(), /does not start with this database role/)
})
