import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PDFString } from 'pdf-lib'
import { wordFile, workbook } from '#platform/documents/uploads/testing/office-files.ts'
import { annotate, oddPages, paintedPdf, pdfOf } from '#platform/documents/uploads/testing/pdf-files.ts'
import { startPaper } from './commands/paper/start-paper.ts'
import { findPaperFiles } from './queries/paper-files.ts'
import { findPaperVersions } from './queries/papers.ts'
import { as, exemptInput, itemInput, value } from './testing/arrange.ts'
import { bringFile } from './testing/bring-file.ts'
import { meetingsClient } from './testing/client.ts'
import { openPreparing } from './testing/preparing-scene.ts'

const scene = await openPreparing()
const { needs, board, early } = scene
const at = '2014-01-21T10:00:00Z'
const clerk = meetingsClient(needs, board.clerk.account, at)
const author = meetingsClient(needs, board.author.account, at)
const member = meetingsClient(needs, board.member.account, at)
const visitor = meetingsClient(needs, undefined, at)
const { id: meeting, items } = await scene.meetingWith('2014-06-23', [
  itemInput('Readiness'),
  itemInput('Plan'),
  exemptInput('Price', 'A price'),
])

const start = async (index: number): Promise<string> =>
  value(await startPaper(needs, early, meeting, items[index] ?? '', { title: `Paper ${index}`, author: board.author.person })).id
const bring = (paper: string, bytes: Uint8Array) =>
  author.send(`/papers/${paper}/files`, { wish: 'paper', title: 'The plan', alternativeText: '' }, { name: 'plan.pdf', bytes })
const fileOf = async (paper: string) => {
  const found = await as(needs, early, async (reader) => {
    const [newest] = await findPaperVersions(reader, paper)
    return newest ? findPaperFiles(reader, newest.id) : []
  })
  assert.ok(found[0])
  return found[0]
}
const named = await pdfOf(1, (document, page) => {
  document.setAuthor('Alex Sample')
  annotate(document, page, { Subtype: 'Link' })
})
const hiding = await paintedPdf(
  'BT /F1 12 Tf 72 780 Td (The board is asked to agree.) Tj ET',
  'BT /F1 12 Tf 72 700 Td (Child J of Heron Street) Tj ET 0 g 70 695 140 16 re f',
)

test('X4: visitors get a PDF as it was written anew; the file as it came is a download of its author and the clerks', async () => {
  const paper = await start(0)
  assert.equal((await bring(paper, named)).status, 303)
  assert.equal((await bring(paper, named)).status, 303)
  const file = await fileOf(paper)
  assert.equal((await as(needs, early, (reader) => findPaperFiles(reader, file.paperVersion))).length, 1, 'brought twice, there once')
  assert.notEqual(file.document, file.original?.document)
  const page = (await author.get(`/papers/${paper}/files`)).text
  assert.match(page, /Readers get a copy without what its properties say of people and computers/)
  const original = `/papers/${paper}/files/${file.id}/original/plan.pdf`
  assert.ok(page.includes(original))
  await author.post(`/papers/${paper}/hand-in`)
  await clerk.post(`/papers/${paper}/clear`)
  await scene.publish(meeting)
  const shown = await visitor.get(`/papers/${paper}/files/${file.id}/plan.pdf`)
  assert.equal(shown.status, 200)
  assert.match(shown.headers.get('content-disposition') ?? '', /^inline/)
  assert.ok(!shown.text.includes('Alex Sample'))
  assert.notEqual(shown.text, named.toString('utf8'))
  for (const one of [author, clerk]) {
    const raw = await one.get(original)
    assert.deepEqual([raw.status, raw.headers.get('cache-control')], [200, 'private, no-store'])
    assert.match(raw.headers.get('content-disposition') ?? '', /^attachment/)
    assert.match(raw.headers.get('content-security-policy') ?? '', /sandbox/)
    assert.equal(raw.headers.get('content-length'), String(named.length))
  }
  for (const one of [visitor, member]) {
    assert.notEqual((await one.get(original)).status, 200)
    assert.ok(!(await one.get(`/meetings/${meeting}/items/${items[0]}`)).text.includes('/original/'))
  }
  assert.equal((await author.get(original.replace('plan.pdf', 'other.pdf'))).status, 404)
})

test('X4: a PDF of an earlier release, kept as it came, is handed over and never opened by a browser', async () => {
  const paper = await start(1)
  const { id } = await bringFile(scene, paper, { bytes: named, title: 'Old' })
  const answer = await author.get(`/papers/${paper}/files/${id}/old.pdf`)
  assert.match(answer.headers.get('content-disposition') ?? '', /^attachment/)
  assert.match(answer.headers.get('content-security-policy') ?? '', /sandbox/)
  assert.equal((await author.get(`/papers/${paper}/files/${id}/original/old.pdf`)).status, 404)
})

test('M4, X4: text beneath a box is told to author and clerk in plain words, and must be confirmed before a public paper goes out', async () => {
  const own = await scene.meetingWith('2014-09-22', [itemInput('Open'), exemptInput('Closed', 'Something')])
  const begin = async (index: number): Promise<string> =>
    value(await startPaper(needs, early, own.id, own.items[index] ?? '', { title: 'Of boxes', author: board.author.person })).id
  const paper = await begin(0)
  await bring(paper, hiding)
  const words = /On page 2 there is text beneath a painted rectangle or a picture[^<]*anybody can copy it/
  assert.match((await author.get(`/papers/${paper}/files`)).text, words)
  assert.match((await clerk.get(`/papers/${paper}`)).text, words)
  assert.match((await author.post(`/papers/${paper}/hand-in`)).text, /A file hides something/)
  assert.match((await clerk.post(`/papers/${paper}/clear`)).text, /A file hides something/)
  const file = await fileOf(paper)
  assert.equal((await author.post(`/papers/${paper}/files/${file.id}/confirm`)).status, 303)
  assert.match((await clerk.get(`/papers/${paper}`)).text, /It was confirmed on 21 January 2014/)
  const entry = await scene.ownerDb
    .selectFrom('platform.audit_entry')
    .select(['actor'])
    .where('act', '=', 'paper.file-confirmed')
    .where('subject', '=', paper)
    .executeTakeFirst()
  assert.equal(entry?.actor, board.author.account)
  assert.equal((await author.post(`/papers/${paper}/hand-in`)).status, 303)
  await clerk.post(`/papers/${paper}/clear`)
  await scene.publish(own.id)
  for (const one of [visitor, member])
    assert.doesNotMatch((await one.get(`/meetings/${own.id}/items/${own.items[0]}`)).text, /beneath/, 'readers are not shown where to look')
  const exempt = await begin(1)
  await bring(exempt, hiding)
  assert.match((await author.get(`/papers/${exempt}/files`)).text, words)
})

test('X4: every hostile file is answered with what to do, nothing of it stays, and the next file is taken', async () => {
  const own = await scene.meetingWith('2014-10-20', [itemInput('Open')])
  const paper = value(await startPaper(needs, early, own.id, own.items[0] ?? '', { title: 'Hostile', author: board.author.person })).id
  const send = (name: string, bytes: Uint8Array) =>
    author.send(
      `/papers/${paper}/files`,
      { wish: name.endsWith('.docx') ? 'text' : 'appendix', title: '', alternativeText: '' },
      { name, bytes },
    )
  const locked = await pdfOf(1, (document) => {
    const rights = { Filter: 'Standard', V: 1, R: 2, O: PDFString.of('x'), U: PDFString.of('x'), P: -4 }
    document.context.trailerInfo.Encrypt = document.context.register(document.context.obj(rights))
  })
  const entity = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
  const hostile: readonly (readonly [string, Uint8Array, RegExp])[] = [
    ['bomb.xlsx', await workbook({ 'xl/media/a.bin': Buffer.alloc(80_000_000) }), /unpacks to far more than a paper needs/],
    ['entity.xlsx', await workbook({ 'xl/worksheets/sheet1.xml': entity }), /holds instructions that no Office program writes/],
    ['macro.docx', await wordFile('', { 'word/vbaProject.bin': 'x' }), /holds macros, which are programs/],
    ['locked.pdf', locked, /protected by a password/],
    ['damaged.pdf', named.subarray(0, 300), /damaged or incomplete/],
    ['lie.pdf', await workbook(), /its content is an Excel workbook/],
    ['page.pdf', Buffer.from('<html><script>alert(1)</script></html>'), /Files of this type cannot be taken/],
  ]
  for (const [name, bytes, words] of hostile) {
    const answer = await send(name, bytes)
    assert.equal(answer.status, 422, name)
    assert.match(answer.text, words)
    assert.doesNotMatch(answer.text, /root:|\/tmp\/|at .*\.ts:/, 'nothing of this machine')
  }
  assert.doesNotMatch((await author.get(`/papers/${paper}/files`)).text, /Files so far/)
  assert.equal((await send('plan.pdf', await oddPages())).status, 303)
  assert.equal((await send('letter.pdf', await paintedPdf('q 595 0 0 842 0 0 cm /Im1 Do Q'))).status, 303)
  const page = (await author.get(`/papers/${paper}/files`)).text
  assert.match(page, /Page 2 is larger than A4\. Page 3 is wider than high/)
  assert.match(page, /a picture of text and cannot be read aloud/)
})
