import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import {
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { PNG } from 'pngjs'
import { paperProblems } from '../../../paper/paper.ts'
import { printMarkdown } from '../../../paper/print-markdown.ts'
import { wordFile, wordParagraph } from '../testing/office-files.ts'
import { convertDocx } from './convert.ts'

const folder = mkdtempSync(join(tmpdir(), 'docx-'))
after(() => rmSync(folder, { recursive: true }))
async function convert(bytes: Uint8Array) {
  const path = join(folder, 'in.docx')
  writeFileSync(path, bytes)
  return convertDocx(path)
}

test('M4: headings, lists, tables, links, notes and emphasis of a Word file become the text of a paper', async () => {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const bytes = await Packer.toBuffer(
    new Document({
      footnotes: { 1: { children: [new Paragraph('From the census.')] } },
      sections: [
        {
          children: [
            new Paragraph({ text: 'School readiness', heading: HeadingLevel.HEADING_1 }),
            new Paragraph({
              children: [
                new TextRun('Readiness '),
                new TextRun({ text: 'rose', bold: true }),
                new TextRun('.'),
                new FootnoteReferenceRun(1),
              ],
            }),
            new Paragraph({ children: [new ExternalHyperlink({ link: 'https://example.org/x', children: [new TextRun('The data')] })] }),
            new Paragraph({ text: 'Skipped', heading: HeadingLevel.HEADING_3 }),
            new Paragraph({ text: 'First point', bullet: { level: 0 } }),
            new Paragraph({ text: 'Below it', bullet: { level: 1 } }),
            new Table({
              rows: [
                new TableRow({ children: [cell('Ward'), cell('Children')] }),
                new TableRow({ children: [cell('North'), cell('120')] }),
              ],
            }),
            new Paragraph({
              children: [
                new ImageRun({
                  type: 'png',
                  data: PNG.sync.write(new PNG({ width: 2, height: 2 })),
                  transformation: { width: 20, height: 20 },
                }),
              ],
            }),
          ],
        },
      ],
    }),
  )
  const converted = await convert(bytes)
  assert.ok(converted)
  assert.deepEqual(paperProblems(converted.tree), [])
  const text = printMarkdown(converted.tree)
  for (const part of [
    '# School readiness',
    'Readiness **rose**.',
    '[^1]',
    'From the census.',
    '[The data](https://example.org/x)',
    '## Skipped',
    '- First point',
    '  - Below it',
    '| North | 120',
  ])
    assert.ok(text.includes(part), `${part} is missing in:\n${text}`)
  assert.deepEqual(converted.losses.map(({ code }) => code).toSorted(), ['heading-moved', 'pictures'])
})

test('M4: what is lost is counted, and links to files or scripts become plain words', async () => {
  const xml = `<w:p><w:ins w:id="1" w:author="A"><w:r><w:t>New words</w:t></w:r></w:ins></w:p><w:p><w:r><w:t>One</w:t><w:br/><w:t>two</w:t></w:r></w:p>${wordParagraph('End')}`
  const converted = await convert(await wordFile(xml))
  assert.ok(converted)
  assert.deepEqual(converted.losses, [
    { code: 'tracked-changes', count: 1 },
    { code: 'line-breaks', count: 1 },
  ])
  assert.match(printMarkdown(converted.tree), /New words[\s\S]*One two/)
})

test('M4: markup typed into Word stays words, and rubbish gives no text', async () => {
  const converted = await convert(await wordFile(wordParagraph('&lt;script&gt;alert(1)&lt;/script&gt; # not a heading')))
  assert.ok(converted)
  assert.equal(converted.tree.blocks[0]?.type, 'paragraph')
  assert.equal(await convert(Buffer.from('PK\x03\x04 nothing')), undefined)
  assert.equal(await convert(await wordFile('<w:p><w:unclosed>')), undefined)
})
