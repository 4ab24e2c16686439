import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allAssets, findAsset } from './assets.ts'

test('brand gate: nothing served names the typeface, the crown or the crest of GOV.UK', () => {
  for (const { path, bytes, mediaType } of allAssets()) {
    if (mediaType.startsWith('font/')) continue
    const text = Buffer.from(bytes).toString('utf8')
    // The last is how the path of the crown begins in the official header.
    for (const sign of ['GDS Transport', 'crest', 'crown', 'M22.6 10.4'])
      assert.ok(!text.toLowerCase().includes(sign.toLowerCase()), `${path} names ${sign}`)
  }
})

test('assets are found by their hashed name only, and the style sheet names the fonts by theirs', () => {
  const css = allAssets().find(({ path }) => path.endsWith('.css'))
  assert.ok(css)
  assert.equal(findAsset('/assets/app.css'), undefined)
  const fonts = [
    ...Buffer.from(css.bytes)
      .toString('utf8')
      .matchAll(/url\("?([^")]+)"?\)/g),
  ]
    .map(([, url]) => url ?? '')
    .filter((url) => url.includes('inter'))
  assert.equal(fonts.length, 2)
  for (const font of fonts) assert.ok(findAsset(font), font)
})
