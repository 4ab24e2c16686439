import { gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { type Asset, findAsset } from './assets.ts'

/** Serves the files of the pages below /assets/; their names change with their content, so browsers keep them for ever. */
export function assetRoutes(): Hono {
  const routes = new Hono()
  const zipped = new Map<string, Uint8Array<ArrayBuffer>>()
  routes.get('/assets/:name', (c) => {
    const asset = findAsset(c.req.path)
    if (!asset) return c.text('There is no such file.\n', 404, { 'X-Content-Type-Options': 'nosniff' })
    const headers = {
      'Content-Type': asset.mediaType,
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
      Vary: 'Accept-Encoding',
    }
    // Fonts are packed already.
    if (asset.mediaType.startsWith('font/') || !/\bgzip\b/.test(c.req.header('accept-encoding') ?? ''))
      return c.body(asset.bytes, 200, headers)
    return c.body(zippedOnce(zipped, asset), 200, { ...headers, 'Content-Encoding': 'gzip' })
  })
  return routes
}

function zippedOnce(zipped: Map<string, Uint8Array<ArrayBuffer>>, { path, bytes }: Asset): Uint8Array<ArrayBuffer> {
  const known = zipped.get(path) ?? new Uint8Array(gzipSync(bytes, { level: 9 }))
  zipped.set(path, known)
  return known
}
