import { Hono } from 'hono'
import { findAsset } from './assets.ts'

/** Serves the files of the pages below /assets/; their names change with their content, so browsers keep them for ever. */
export function assetRoutes(): Hono {
  const routes = new Hono()
  routes.get('/assets/:name', (c) => {
    const asset = findAsset(c.req.path)
    if (!asset) return c.text('There is no such file.\n', 404)
    return c.body(asset.bytes, 200, { 'Content-Type': asset.mediaType, 'Cache-Control': 'public, max-age=31536000, immutable' })
  })
  return routes
}
