import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from 'pdf-lib'
import { extractText, getDocumentProxy } from 'unpdf'
import { rawWords } from '../pdf/scan-streams.ts'
import { inspectPdf } from './inspect-pdf.ts'
import { annotate, paintedPdf, pdfOf } from './testing/pdf-files.ts'

/** Everything that can be read in the bytes of a file. */
const everything = (bytes: Uint8Array): string => [...rawWords(Buffer.from(bytes))].join('\n')
const readAloud = async (bytes: Uint8Array): Promise<string> =>
  (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text

test('X4: a file that two readers read differently is written anew as it was checked', async () => {
  const line = (text: string): string => `BT /F1 12 Tf 72 700 Td (${text}) Tj ET`
  const first = (await paintedPdf(line('Approved by the clerk'))).toString('latin1')
  const start = /(\d+) 0 obj\n<<[^>]*>>\nstream\nBT \/F1/.exec(first)
  assert.ok(start)
  // The same object again, which the table of the file does not name: readers that trust the table never see it.
  const other = line('Nobody checked this text')
  const twice = `${start[1]} 0 obj\n<< /Length ${other.length} >>\nstream\n${other}\nendstream\nendobj\n`
  const crafted = Buffer.from(
    first.replace(/xref\n/, `${twice}xref\n`).replace(/startxref\n(\d+)/, (_, at) => `startxref\n${Number(at) + twice.length}`),
    'latin1',
  )
  assert.match(await readAloud(crafted), /Approved by the clerk/)
  const { bytes } = await inspectPdf(crafted)
  assert.match(await readAloud(bytes), /Nobody checked this text/)
  const all = everything(bytes)
  assert.ok(all.includes('Nobody checked') && !all.includes('Approved by'), 'what readers get holds one reading only')
})

test('X4: earlier versions, loose objects and what cannot be read stay behind', async () => {
  const loose = await pdfOf(1, (document) => {
    document.context.register(document.context.stream('Loose words of Child J'))
    document.catalog.set(PDFName.of('Odd'), document.context.register(document.context.obj({ A: 'Here' })))
  })
  const broken = Buffer.concat([loose.subarray(0, 15), Buffer.from('\n900 0 obj\n<< /Broken (Child J >>\nendobj\n'), loose.subarray(15)])
  const { bytes } = await inspectPdf(broken)
  assert.ok(!everything(bytes).includes('Child J'))
  assert.match(await readAloud(bytes), /The words of page 1/)
})

test('M4: what properties say of people and their computers is left out; title, language and tags stay', async () => {
  const named = await pdfOf(1, (document, page) => {
    document.setTitle('School readiness')
    document.setAuthor('Alex Sample')
    document.setKeywords(['Alex Sample'])
    document.setCreator('C:\\Users\\asample\\Word')
    document.setLanguage('en-GB')
    document.catalog.set(PDFName.of('MarkInfo'), document.context.obj({ Marked: true }))
    document.catalog.set(PDFName.of('StructTreeRoot'), document.context.register(document.context.obj({ Type: 'StructTreeRoot' })))
    const xmp = '<x:xmpmeta><dc:creator>Alex Sample</dc:creator><pdfuaid:part>1</pdfuaid:part></x:xmpmeta>'
    document.catalog.set(
      PDFName.of('Metadata'),
      document.context.register(document.context.stream(xmp, { Type: 'Metadata', Subtype: 'XML' })),
    )
    page.node.set(PDFName.of('PieceInfo'), document.context.obj({ Word: { Private: PDFString.of('Alex Sample') } }))
    annotate(document, page, { Subtype: 'Highlight', C: [1, 1, 0], T: PDFHexString.fromText('Alex Sample') as never })
  })
  const { bytes, taken } = await inspectPdf(named)
  const all = everything(bytes)
  for (const trace of ['Sample', 'asample', 'pdf-lib']) assert.ok(!all.includes(trace), trace)
  assert.match(all, /<pdfuaid:part>1</)
  const again = await PDFDocument.load(bytes, { updateMetadata: false })
  assert.deepEqual([again.getTitle(), taken.findings.language, taken.findings.tagged], ['School readiness', 'en-GB', true])
  assert.deepEqual(taken.findings.leftOut, ['properties'])
})

test('M4: a title that is the place of a file on somebody’s computer is left out', async () => {
  for (const title of [
    'C:\\Users\\asample\\Budget.docx',
    '\\\\server\\asample\\Budget',
    'file:///home/asample/a',
    '/Users/asample/Budget',
  ]) {
    const { bytes, taken } = await inspectPdf(await pdfOf(1, (document) => document.setTitle(title)))
    assert.ok(!everything(bytes).includes('asample'), title)
    assert.equal(taken.findings.title, undefined)
  }
})

test('M4: a signature, which would not hold for the new file, is left out', async () => {
  const signed = await pdfOf(1, (document) => {
    const value = document.context.register(document.context.obj({ Type: 'Sig', Name: PDFString.of('Alex Sample') }))
    const field = document.context.register(document.context.obj({ FT: 'Sig', T: PDFString.of('Signature1'), V: value }))
    document.catalog.set(PDFName.of('AcroForm'), document.context.obj({ Fields: [field], SigFlags: 3 }))
  })
  const { bytes, taken } = await inspectPdf(signed)
  assert.ok(!everything(bytes).includes('Alex Sample'))
  assert.deepEqual(taken.findings.leftOut, ['signatures'])
})

test('M4: pages keep their pictures, point by point, and the same file brought twice becomes the same file', async () => {
  const scan = await paintedPdf('q 595 0 0 842 0 0 cm /Im1 Do Q')
  const { bytes } = await inspectPdf(scan)
  const objects = (await PDFDocument.load(bytes)).context.enumerateIndirectObjects().map(([, object]) => object)
  const widths = objects.flatMap((one) => (one instanceof PDFRawStream ? [one.dict.get(PDFName.of('Width'))?.toString()] : []))
  assert.ok(widths.includes('40'))
  assert.ok(Buffer.from(bytes).equals(Buffer.from((await inspectPdf(scan)).bytes)))
})
