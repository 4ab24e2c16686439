import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from 'pdf-lib'
import { PNG } from 'pngjs'
import { readWithPdfium } from './testing/readers.ts'
import { samplePack } from './testing/sample-pack.ts'
import { packLimits, typesetPack } from './typeset-pack.ts'

const open = async () => PNG.sync.write(new PNG({ width: 41, height: 13, fill: true }))

/** Widths of the pictures of a PDF, and the words that stand for its pictures. */
async function picturesOf(pdf: Uint8Array) {
  const objects = (await PDFDocument.load(pdf)).context.enumerateIndirectObjects().map(([, object]) => object)
  const streams = objects.filter((one): one is PDFRawStream => one instanceof PDFRawStream && one.dict.has(PDFName.of('Width')))
  const said = objects.flatMap((one) => {
    const alternative = 'get' in one && 'has' in one ? (one as { get(key: PDFName): unknown }).get(PDFName.of('Alt')) : undefined
    return alternative instanceof PDFString || alternative instanceof PDFHexString ? [alternative.decodeText()] : []
  })
  return { widths: streams.map(({ dict }) => String(dict.get(PDFName.of('Width')))), said }
}

test('M6: a pack bears the partnership’s own name and mark, with words for those who do not see it', async () => {
  const logo = { document: 'mark', alternativeText: 'Three harbour lights' }
  const marked = (await typesetPack({ ...samplePack(1), partnership: 'Lantern Bay Partnership', logo }, packLimits, open)).pdf
  assert.match((await readWithPdfium(marked))[0] ?? '', /Lantern Bay Partnership/)
  const { widths, said } = await picturesOf(marked)
  assert.ok(widths.includes('41'), 'the mark is in the pack')
  assert.ok(said.includes('Three harbour lights'), `the pack says: ${said.join(', ')}`)
  const plain = await picturesOf((await typesetPack(samplePack(1), packLimits, open)).pdf)
  assert.ok(!plain.widths.includes('41') && !plain.said.includes('Three harbour lights'))
})
