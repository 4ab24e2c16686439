import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PDFDocument, PDFName, PDFRawStream } from 'pdf-lib'
import { PNG } from 'pngjs'
import { extractText, getDocumentProxy } from 'unpdf'
import { sampleTerms } from './sample/terms.ts'
import { termsDocument, termsPdf } from './terms-document.ts'

const [terms] = sampleTerms()
if (terms === undefined) throw new Error('The sample has no terms.')
const version = {
  id: '00000000-0000-7000-8000-0000000000aa',
  body: '00000000-0000-7000-8000-0000000000ab',
  number: 1,
  state: 'adopted' as const,
  startsOn: Temporal.PlainDate.from('2013-04-01'),
  endsOn: undefined,
  adoptedDecision: undefined,
  adoptedBy: '',
  adoptionAnswer: '',
  recordedAt: Temporal.Instant.from('2013-04-01T09:00:00Z'),
  version: 1,
  terms,
}

const nothing = (document: string) => Promise.reject(new Error(`There is no ${document}`))

test('G4: a readable document is made from the rules, and says what they leave open', () => {
  const { sections } = termsDocument(version)
  const silent = sections.at(-1)
  assert.equal(silent?.title, 'What these terms do not state')
  assert.match(JSON.stringify(silent?.tree), /Quorum/)
  assert.ok(sections.some(({ title }) => title === 'Seats'))
})

test('G4: the same document as tagged PDF holds the rules in words', async () => {
  const pdf = await termsPdf(version, { logo: undefined, open: nothing })
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })
  assert.match(text, /at least 7 working days/)
  assert.match(text, /Terms of reference/)
})

test('M6, G4: the terms bear the partnership’s own mark, as packs do, and a new mark is on the next file', async () => {
  const picture = (width: number) => PNG.sync.write(new PNG({ width, height: 10, fill: true }))
  const widths = async (logo: { readonly document: string; readonly alternativeText: string } | undefined) => {
    const pdf = await PDFDocument.load(await termsPdf(version, { logo, open: async () => picture(logo?.document === 'new' ? 37 : 23) }))
    const objects = pdf.context.enumerateIndirectObjects().map(([, object]) => object)
    const pictures = objects.filter((one): one is PDFRawStream => one instanceof PDFRawStream && one.dict.has(PDFName.of('Width')))
    return [...new Set(pictures.map(({ dict }) => String(dict.get(PDFName.of('Width')))))]
  }
  assert.deepEqual(await widths(undefined), [])
  assert.deepEqual(await widths({ document: 'old', alternativeText: 'Northbrook' }), ['23'])
  assert.deepEqual(await widths({ document: 'new', alternativeText: 'Northbrook' }), ['37'])
})
