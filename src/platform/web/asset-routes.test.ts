import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { assetRoutes } from './asset-routes.ts'
import { assetPath } from './assets.ts'

test('assets are kept for ever, packed for browsers that take it, and nothing else is served', async () => {
  const routes = assetRoutes()
  const css = assetPath('app.css')
  const plain = await routes.request(css)
  assert.equal(plain.headers.get('cache-control'), 'public, max-age=31536000, immutable')
  const packed = await routes.request(css, { headers: { 'accept-encoding': 'gzip, br' } })
  assert.equal(packed.headers.get('content-encoding'), 'gzip')
  assert.ok(gunzipSync(await packed.arrayBuffer()).equals(Buffer.from(await plain.arrayBuffer())))
  for (const path of ['/assets/app.css', '/assets/..%2fassets.ts', '/assets/']) assert.equal((await routes.request(path)).status, 404, path)
})
