import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import fc from 'fast-check'
import { PDFArray, PDFDict, PDFDocument, PDFName } from 'pdf-lib'
import { emptyPaper } from '#platform/paper/tree.ts'
import { withoutMarkedContent } from './outside/marked-content.ts'
import type { PackEntry, PackFile, PackInput, Typeset } from './pack-input.ts'
import { findForbidden } from './scan.ts'
import { labelsAfter } from './spots.ts'
import { busyPdf, lockedPdf, outsidePdf, speckled } from './testing/outside-pdfs.ts'
import { readFrame, readWithPdfium, readWithPdfJs } from './testing/readers.ts'
import { samplePack } from './testing/sample-pack.ts'
import { packLimits, typesetPack } from './typeset-pack.ts'

const store: Readonly<Record<string, Uint8Array>> = {
  appendix: await outsidePdf({ pages: 3, words: 'Appendix A' }),
  turned: await outsidePdf({ pages: 2, words: 'Turned', turn: 90, size: [841.89, 595.28] }),
  a0: await outsidePdf({ pages: 1, words: 'Large plan', size: [2384, 3370] }),
  scan: await outsidePdf({ pages: 2, words: 'Scan', scanned: true }),
  busy: await busyPdf(),
  locked: await lockedPdf(),
  damaged: Buffer.from('%PDF-1.4 nonsense'),
  chart: speckled(),
  broken: Buffer.from('\x89PNG nonsense', 'latin1'),
}
const open = async (document: string): Promise<Uint8Array> => {
  const found = store[document]
  if (!found) throw new Error('No such document.')
  return found
}
const make = (input: PackInput): Promise<Typeset> => typesetPack(input, packLimits, open)

let count = 0
function file(document: string, kind: PackFile['kind'], title: string, more: Partial<PackFile> = {}): PackFile {
  count += 1
  const alternativeText = kind === 'image' ? 'Referrals rise from 10 to 40' : ''
  const base = { id: `file-${count}`, kind, title, fileName: `${document}.bin`, size: '2.4 MB', what: 'spreadsheet', document }
  return { ...base, alternativeText, address: '', gaps: [], pictures: [], ...more }
}

/** The sample pack with files at some of its papers; `bare` papers have no text of their own. */
function packWith(files: Readonly<Record<string, readonly PackFile[]>>, bare: readonly string[] = [], pack = samplePack()): PackInput {
  const entries = pack.entries.map((entry): PackEntry => {
    if (!entry.paper) return entry
    const tree = bare.includes(entry.id) ? emptyPaper : entry.paper.tree
    return { ...entry, paper: { ...entry.paper, tree, files: files[entry.id] ?? [] } }
  })
  return { ...pack, entries }
}

const mixed = packWith(
  {
    c: [file('appendix', 'pdf', 'Appendix A: figures'), file('damaged', 'pdf', 'A letter')],
    d: [file('turned', 'pdf', 'A plan on its side'), file('a0', 'pdf', 'A large plan')],
    f: [
      file('scan', 'pdf', 'A scanned letter', { gaps: ['It is a picture of text'], pictures: [1, 2] }),
      file('chart', 'image', 'A chart'),
    ],
    g: [file('sheet', 'download', 'The figures', { address: 'https://example.org/meetings/1/items/2' }), file('broken', 'image', 'A map')],
    i: [file('busy', 'pdf', 'A form'), file('locked', 'pdf', 'A locked letter'), file('gone', 'pdf', 'A lost letter')],
  },
  ['f'],
)
const made = await make(mixed)
const pages = await readWithPdfium(made.pdf)
const frame = await readFrame(made.pdf)
const at = (label: string): string => pages[frame.labels?.indexOf(label) ?? -1] ?? ''

test('M6: uploaded pages stand behind their sheet, page for page, and every page shows its label', async () => {
  assert.equal(made.report.pages, pages.length)
  for (const read of [pages, await readWithPdfJs(made.pdf)])
    for (const [index, page] of read.entries()) assert.match(page, new RegExp(`Page ${frame.labels?.[index]}(?: |$)`), `page ${index + 1}`)
  assert.deepEqual(made.report.ranges['c'], { first: '2', last: '8' })
  assert.match(at('4'), /Appendix A: figures.*The next 3 pages were supplied as a PDF/)
  assert.deepEqual(
    ['5', '6', '7'].map((label) => at(label).includes(`Appendix A, page ${Number(label) - 4}`)),
    [true, true, true],
  )
  assert.match(at('8'), /A letter This document is not in the pack.*it is damaged/)
  assert.match(at('9'), /4\. Urgent care capacity/)
  assert.match(at('E4'), /FILLED-IN-VALUE.*Part 2, not for publication/)
  assert.match(at('E5'), /it is protected by a password/)
  assert.match(at('E6'), /it is missing/)
  assert.match(at('E7'), /8\. Lease of the hub/)
  for (const [id, range] of Object.entries(made.report.ranges)) assert.ok(pages[0]?.includes(`${range.first} - ${range.last}`), id)
})

test('M6: pages that lie on their side stand upright, what is larger than A3 is shrunk and told, and a picture keeps its words', async () => {
  const pack = await PDFDocument.load(made.pdf, { updateMetadata: false })
  const sizeAt = (label: string) => pack.getPage(frame.labels?.indexOf(label) ?? 0).getSize()
  const turned = frame.labels?.[pages.findIndex((page) => page.includes('Turned, page 1'))] ?? ''
  assert.deepEqual([Math.round(sizeAt(turned).width), Math.round(sizeAt(turned).height)], [595, 842])
  const large = frame.labels?.[pages.findIndex((page) => page.includes('Large plan, page 1'))] ?? ''
  assert.deepEqual([Math.round(sizeAt(large).width), Math.round(sizeAt(large).height)], [842, 1190])
  const told = made.report.files.flatMap(({ warnings }) => warnings)
  assert.ok(told.includes('Pages larger than A3 are shown at 35 % of their size'))
  const chart = pages.findIndex((page) => page.includes('Picture: chart.bin'))
  assert.match(await frame.struct(chart + 1), /Referrals rise from 10 to 40/)
  assert.ok(pages.some((page) => /This is a spreadsheet, and is not printed here File: sheet\.bin, 2\.4 MB/.test(page)))
})

test('M6: no script, annotation, form or attachment of an upload is left, but what they painted is; a mixed pack claims no PDF/UA', async () => {
  const evil = ['EVIL-SCRIPT', 'EVIL-LINK', 'EVIL-OPEN', 'SECRET-ATTACHMENT']
  assert.deepEqual(await findForbidden(made.pdf, evil), [])
  const pack = await PDFDocument.load(made.pdf, { updateMetadata: false })
  for (const key of ['AcroForm', 'AA', 'OpenAction']) assert.equal(pack.catalog.has(PDFName.of(key)), false, key)
  for (const [, object] of pack.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue
    assert.equal(object.has(PDFName.of('JS')), false)
    assert.notEqual(object.get(PDFName.of('Subtype')), PDFName.of('Widget'))
  }
  const annotated = pack.getPages().filter((page, index) => page.node.Annots() instanceof PDFArray && pages[index]?.includes('page 1 Line'))
  assert.deepEqual(annotated, [])
  assert.doesNotMatch(frame.xmp, /pdfuaid/)
  assert.equal(frame.marked?.Marked, true)
})

test('O1: the tags of our own pages are the same with uploads and without; an outside page is one paragraph, a picture of text says so', async () => {
  const inserted = new Set([...pages.entries()].filter(([, page]) => /, page \d Line 1|FILLED-IN/.test(page)).map(([index]) => index))
  const bare = {
    ...mixed,
    entries: mixed.entries.map((entry) => (entry.id === 'c' ? entry : { ...entry, paper: entry.paper && { ...entry.paper, files: [] } })),
  }
  const without = await readFrame((await make(bare)).pdf)
  // The paper of item 3 stands on pages 2 and 3 in both; the tags name no pages.
  const withoutIds = (tags: string): string => tags.replaceAll(/\d+R/g, '')
  for (const page of [2, 3]) assert.equal(withoutIds(await frame.struct(page)), withoutIds(await without.struct(page)))
  for (const index of inserted) assert.match(await frame.struct(index + 1), /"role":"Sect".*"role":"P"/)
  const scanned = pages.findIndex((page) => /^Item 5a · Needs assessment Page \d+$/.test(page))
  assert.match(await frame.struct(scanned + 1), /a picture of text, which cannot be read aloud/)
  assert.match(await frame.struct(1), /"role":"TH"/)
})

test('M6: bookmarks name items without a paper and files; headers of rows are headers', async () => {
  const titles = (found: readonly { title: string; items: readonly never[] }[]): unknown[] =>
    found.map(({ title, items }) => [title, ...titles(items)])
  const text = JSON.stringify(titles(frame.bookmarks as never))
  for (const title of ['1. Welcome and apologies', '6. Winter plan', 'Appendix A: figures', 'A scanned letter', '5a. Needs assessment'])
    assert.ok(text.includes(`"${title}"`), title)
  const pack = await PDFDocument.load(made.pdf, { updateMetadata: false })
  const rows = [...pack.context.enumerateIndirectObjects()].filter(
    ([, object]) => object instanceof PDFDict && object.toString().includes('/Scope /Row'),
  )
  // The agenda has 10 rows of items; papers with text have 6 tables of 8 rows.
  assert.equal(rows.length, 10 + 6 * 8)
})

test('M6: the stamp is printed with all its letters', async () => {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(new Uint8Array(made.pdf))
  const { data, width, height } = await document.getPage(frame.labels?.indexOf('5') ?? 0).render({ scale: 8, render: 'bitmap' })
  const isDark = (x: number): boolean => {
    for (let y = Math.round(height * 0.978); y < height; y += 1) if ((data[(y * width + x) * 4] ?? 255) < 140) return true
    return false
  }
  let letters = 0
  for (let x = Math.round(width * 0.8); x < width; x += 1) if (isDark(x) && !isDark(x - 1)) letters += 1
  document.destroy()
  library.destroy()
  // P, a, g, e, 5: text that can be copied may still lack a letter on the page, so the ink is counted.
  assert.equal(letters, 5)
})

test('M6: marked content goes, whatever is around it; what is not marked content stays to the byte', () => {
  const plain = (text: string) => Buffer.from(withoutMarkedContent(Buffer.from(text, 'latin1'))).toString('latin1')
  assert.equal(plain('q /P <</MCID 0 /T (a \\) EMC)>> BDC (EMC) Tj EMC Q'), 'q  (EMC) Tj  Q')
  assert.equal(plain('/Artifact BMC BI /W 1 ID EMC\x01 EI EMC q'), ' BI /W 1 ID EMC\x01 EI  q')
  assert.equal(plain('/MC0 /P0 DP % EMC in a comment\nq'), ' % EMC in a comment\nq')
  assert.equal(plain('(((((('), '((((((')
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const words = Buffer.from(bytes).toString('latin1')
      const kept = withoutMarkedContent(bytes)
      assert.ok(kept.length <= bytes.length)
      if (!/EMC|BMC|BDC|MP|DP/.test(words)) assert.equal(Buffer.compare(kept, bytes), 0)
    }),
  )
  const started = performance.now()
  withoutMarkedContent(Buffer.alloc(5_000_000, '(<[/'))
  assert.ok(performance.now() - started < 3000)
})

test('M6: ranges of any agenda of written, uploaded and exempt papers partition its pages', async () => {
  const kinds = fc.constantFrom('none', 'written', 'upload', 'both', 'two uploads')
  const agenda = fc.array(fc.record({ kind: kinds, exempt: fc.boolean(), long: fc.boolean() }), { minLength: 1, maxLength: 7 })
  await fc.assert(
    fc.asyncProperty(agenda, fc.integer({ min: 1, max: 900 }), async (items, startPage) => {
      const written = samplePack().entries.find(({ paper }) => paper)?.paper
      const entries = items.map(({ kind, exempt, long }, index): PackEntry => {
        const files = kind === 'upload' || kind === 'both' ? [file(long ? 'appendix' : 'a0', 'pdf', `File ${index}`)] : []
        const two = kind === 'two uploads' ? [file('turned', 'pdf', 'One'), file('damaged', 'pdf', 'Two')] : []
        const tree = kind === 'written' || kind === 'both' ? (written?.tree ?? emptyPaper) : emptyPaper
        const paper = kind === 'none' ? undefined : { facts: [], tree, files: [...files, ...two] }
        const base = { id: `e${index}`, number: String(index + 1), title: `Item ${index}`, purpose: '', lead: '' }
        return { ...base, status: 'Attached', depth: 1, part: exempt ? 2 : 1, paper }
      })
      const { pdf, report } = await make({ ...samplePack(), startPage, entries })
      const { labels } = await readFrame(pdf)
      assert.ok(labels)
      assert.equal(new Set(labels).size, report.pages)
      const covered = Object.values(report.ranges).flatMap(({ first, last }) =>
        labels.slice(labels.indexOf(first), labels.indexOf(last) + 1),
      )
      const front = labels.slice(
        0,
        labels.findIndex((label) => covered.includes(label)),
      )
      const papers = covered.length === 0 ? [] : labels.slice(front.length)
      assert.deepEqual(covered.toSorted(), papers.toSorted())
      assert.equal(labels[0], String(startPage))
      const open = labels.filter((label) => !label.startsWith('E'))
      assert.deepEqual(open.slice(1), labelsAfter(open[0] ?? '', open.length - 1))
    }),
    { numRuns: 8 },
  )
})
