import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** A file that browsers may keep for ever, because its name holds the digest of its content. */
export interface Asset {
  /** Address, for example '/assets/app.0123456789ab.css'. */
  readonly path: string
  readonly mediaType: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

const require = createRequire(import.meta.url)
const own = path.join(import.meta.dirname, 'assets')
const fonts = path.join(path.dirname(require.resolve('@fontsource-variable/inter/package.json')), 'files')
const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

const assets = new Map<string, Asset>()
addAsset('inter-latin.woff2', readFileSync(path.join(fonts, 'inter-latin-wght-normal.woff2')))
addAsset('inter-latin-ext.woff2', readFileSync(path.join(fonts, 'inter-latin-ext-wght-normal.woff2')))
addAsset('icon.svg', readFileSync(path.join(own, 'icon.svg')))
addAsset('app.js', readFileSync(path.join(own, 'app.js')))
addAsset('fill.js', readFileSync(path.join(own, 'fill.js')))
addAsset('live.js', readFileSync(path.join(own, 'generated/live.js')))
addAsset('editor.js', readFileSync(path.join(own, 'generated/editor.js')))
// The style sheet names the fonts, so it comes after them.
addAsset('app.css', Buffer.from(withAssetPaths(readFileSync(path.join(own, 'generated/app.css'), 'utf8'))))

const byPath = new Map([...assets.values()].map((asset) => [asset.path, asset]))

/** The address of an asset by its plain name; an unknown name is a fault of ours. */
export function assetPath(name: string): string {
  const asset = assets.get(name)
  if (!asset) throw new Error(`There is no asset named ${name}.`)
  return asset.path
}

/** The asset at an address; undefined when there is none. */
export function findAsset(address: string): Asset | undefined {
  return byPath.get(address)
}

/** Everything that is served below /assets/, for the brand gate. */
export function allAssets(): readonly Asset[] {
  return [...assets.values()]
}

function addAsset(name: string, content: Buffer): void {
  const digest = createHash('sha256').update(content).digest('hex').slice(0, 12)
  const { name: stem, ext } = path.parse(name)
  const mediaType = mediaTypes[ext]
  if (!mediaType) throw new Error(`No media type is known for ${name}.`)
  assets.set(name, { path: `/assets/${stem}.${digest}${ext}`, mediaType, bytes: new Uint8Array(content) })
}

function withAssetPaths(css: string): string {
  return css.replaceAll(/asset:([\w.-]+)/g, (_, name: string) => assetPath(name))
}
