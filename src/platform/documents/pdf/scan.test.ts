import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findForbidden } from './scan.ts'
import { readWithPdfium } from './testing/readers.ts'
import { samplePack } from './testing/sample-pack.ts'
import { smallPdf } from './testing/small-pdf.ts'
import { typesetPack } from './typeset-pack.ts'

const hidden = {
  text: 'Heronfield Alpha',
  property: 'Heronfield Bravo',
  xmp: 'Heronfield Charlie',
  bookmark: 'Heronfield Délta',
  label: 'Heronfield Echo',
  attachmentName: 'Heronfield Foxtrot.txt',
  attachment: 'Heronfield Golf',
  comment: 'Heronfield Hotel',
  link: 'Heronfield-India',
  alternative: 'Heronfield Juliett',
  raw: 'Heronfield Kilo',
}

test('M6: marker text is found in every place of a PDF, and two readers agree on its words', async () => {
  const pdf = smallPdf(hidden)
  assert.match((await readWithPdfium(pdf)).join(' '), /Heronfiel.*d Alpha/s)
  const findings = await findForbidden(pdf, Object.values(hidden))
  const found = (phrase: string) => findings.filter((one) => one.phrase === phrase).map((one) => one.place)
  assert.ok(found(hidden.text).includes('text'), 'text broken by a hyphen at the end of a line')
  assert.ok(found(hidden.property).includes('property'))
  assert.ok(found(hidden.xmp).includes('raw content'))
  assert.ok(found(hidden.bookmark).includes('bookmark'))
  assert.ok(found(hidden.label).includes('page label'))
  assert.ok(found(hidden.attachmentName).includes('attachment'))
  assert.ok(found(hidden.attachment).includes('attachment'))
  assert.ok(found(hidden.comment).includes('link or comment'))
  assert.ok(found(hidden.link).includes('link or comment'))
  assert.ok(found(hidden.alternative).includes('alternative text'))
  assert.deepEqual(found(hidden.raw), ['raw content'])
  assert.deepEqual(await findForbidden(pdf, ['Heronfield Zulu']), [])
})

test('M6: spaces, hyphens, capitals and ligatures do not hide a phrase', async () => {
  const pdf = smallPdf({ ...hidden, text: 'Heronﬁeld'.normalize('NFKC') })
  for (const phrase of ['HERONFIELD', 'heron-field', 'Heron\u00adfield', 'Heron ﬁeld'])
    assert.notDeepEqual(await findForbidden(pdf, [phrase]), [], phrase)
  await assert.rejects(findForbidden(pdf, [' - ']), RangeError)
  assert.deepEqual(await findForbidden(pdf, []), [])
})

test('M6: what cannot be read is not called clean', async () => {
  await assert.rejects(findForbidden(Buffer.from('not a PDF'), ['anything']), /could not be/)
})

test('M6: a public pack made without the exempt papers holds nothing of them, the full pack does', async () => {
  const secrets = ['preferred bidder is Heronfield Marigold', 'forty-one thousand pounds', 'Lease of the hub']
  const full = samplePack()
  const open = full.entries.filter((entry) => entry.part === 1)
  const withheld = {
    id: 'x',
    number: '7',
    title: 'Exempt item',
    purpose: '',
    lead: '',
    status: 'Not for publication: paragraph 3',
    depth: 1,
    part: 2,
  } as const
  const [whole, edition] = await Promise.all([
    typesetPack(full),
    typesetPack({ ...full, label: 'Public pack', entries: [...open, withheld] }),
  ])
  const found = new Set((await findForbidden(whole.pdf, secrets)).map((one) => one.phrase))
  assert.deepEqual([...found].toSorted(), secrets.toSorted())
  assert.deepEqual(await findForbidden(edition.pdf, secrets), [])
  assert.equal((await readWithPdfium(edition.pdf)).join(' ').includes('Heronfield'), false)
  // Page numbers of the open papers are the same in both editions: exempt pages have numbers of their own.
  const { i: _first, j: _second, ...ranges } = whole.report.ranges
  assert.deepEqual(edition.report.ranges, ranges)
})

test('M6: a phrase that runs over the end of a page is found', async () => {
  const pack = samplePack()
  const words = Array.from({ length: 900 }, (_, index) => `word${index}`)
  const entry = pack.entries.find((one) => one.paper)
  assert.ok(entry?.paper)
  const tree = {
    version: 1 as const,
    blocks: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: words.join(' ') }] }],
  }
  const { pdf } = await typesetPack({ ...pack, entries: [{ ...entry, paper: { facts: [], tree } }] })
  const missed = await Promise.all([0, 300, 600].map((from) => findForbidden(pdf, [words.slice(from, from + 300).join(' ')])))
  for (const findings of missed) assert.ok(findings.some((one) => one.place === 'text' && one.page === null))
})
