import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DeletedTextRun, Document, Packer, Paragraph, TextRun } from 'docx'
import fc from 'fast-check'
import { PDFDocument } from 'pdf-lib'
import { partsOf, readWords } from './read-words.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

test('O4: the words of a PDF come page by page', async () => {
  const pdf = await PDFDocument.create()
  for (const words of ['Nurseries in the east', 'Budget of the hub']) pdf.addPage().drawText(words, { x: 50, y: 500 })
  const bytes = await pdf.save()
  assert.deepEqual(await readWords('pdf', 'application/pdf', async () => bytes), [
    { words: 'Nurseries in the east Budget of the hub', firstPage: 1, lastPage: 2 },
  ])
})

test('O4: of a Word file what stands in it, and not what was deleted with changes tracked', async () => {
  const deleted = new DeletedTextRun({ text: 'Kestrelhold', id: 1, author: 'A', date: '2026-03-01T00:00:00Z' })
  const document = new Document({ sections: [{ children: [new Paragraph({ children: [new TextRun('A statement'), deleted] })] }] })
  const bytes = await Packer.toBuffer(document)
  const [part, more] = await readWords('docx', '', async () => bytes)
  assert.deepEqual([part?.words, part?.firstPage, more], ['A statement', null, undefined])
})

test('O4: what is damaged, missing or no such thing has no words, and is no fault', async () => {
  const none = [{ words: '', firstPage: null, lastPage: null }]
  for (const kind of ['pdf', 'docx', 'slides', 'spreadsheet'])
    assert.deepEqual(await readWords(kind, '', async () => bytesOf('%PDF-1.7 no')), none, kind)
  assert.deepEqual(await readWords('pdf', '', () => Promise.reject(new Error('gone'))), none)
  const [table] = await readWords('spreadsheet', 'text/csv', async () => bytesOf('Ward,Children\nEast,12\u0000'))
  assert.equal(table?.words, 'Ward,Children East,12')
})

test('O4: parts are never longer than they may be, lose no page, and hold nothing that a database refuses', () => {
  const page = fc.string({ unit: fc.constantFrom('a', 'é', '\u0000', '\u0002', '\ud800', '🙂', ' ', '\n'), maxLength: 60 })
  fc.assert(
    fc.property(fc.array(page, { maxLength: 12 }), fc.integer({ min: 10, max: 50 }), (pages, most) => {
      const parts = partsOf(
        pages.map((words, index) => ({ words, page: index + 1 })),
        most,
      )
      assert.ok(parts.length > 0)
      for (const { words } of parts) assert.ok(words.length <= most && words.isWellFormed() && !/\p{Cc}/u.test(words))
      const firsts = parts.map(({ firstPage }) => firstPage ?? 0)
      assert.deepEqual(
        firsts,
        firsts.toSorted((a, b) => a - b),
      )
    }),
  )
})
