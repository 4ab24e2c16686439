import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { PNG } from 'pngjs'
import { writeAs } from '#platform/database/session.ts'
import { sweepDocuments } from '#platform/documents/references.ts'
import { openFile, slides, wordFile, wordParagraph, workbook } from '#platform/documents/uploads/testing/office-files.ts'
import { annotate, pdfOf } from '#platform/documents/uploads/testing/pdf-files.ts'
import { startPaper } from './commands/paper/start-paper.ts'
import { findPaperFiles } from './queries/paper-files.ts'
import { findPaperVersions } from './queries/papers.ts'
import { as, draftOf, exemptInput, itemInput, value } from './testing/arrange.ts'
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
  itemInput('Other'),
  exemptInput('Contract price', 'A contract'),
])
async function start(index: number, person: string = board.author.person): Promise<string> {
  return value(await startPaper(needs, early, meeting, items[index] ?? '', { title: 'A paper', author: person })).id
}
const filesOf = (paper: string) =>
  as(needs, early, async (reader) => {
    const [newest] = await findPaperVersions(reader, paper)
    return newest ? findPaperFiles(reader, newest.id) : []
  })
const bring = (paper: string, wish: string, name: string, bytes: Uint8Array, more: Readonly<Record<string, string>> = {}) =>
  author.send(`/papers/${paper}/files`, { wish, title: '', alternativeText: '', ...more }, { name, bytes })
const publish = (meetingId: string) => scene.publish(meetingId)
const pdf = await pdfOf(2)
const spend = await workbook()

test('M4: a paper of files alone is handed in, and read by those who read the paper', async () => {
  const paper = await start(0)
  assert.match((await author.post(`/papers/${paper}/hand-in`)).text, /Nothing is written/)
  assert.equal((await bring(paper, 'paper', 'Plan (final) ÄÖ.pdf', pdf, { title: 'The plan' })).status, 303)
  assert.equal((await bring(paper, 'appendix', 'spend.xlsx', spend)).status, 303)
  assert.equal((await bring(paper, 'appendix', 'talk.pptx', await slides())).status, 303)
  const png = PNG.sync.write(new PNG({ width: 20, height: 10 }))
  const wordless = await bring(paper, 'appendix', 'map.png', png, { title: 'Map of wards' })
  assert.equal(wordless.status, 422)
  assert.match(wordless.text, /Say in words what the picture shows/)
  assert.match(wordless.text, /value="Map of wards"/)
  assert.equal((await bring(paper, 'appendix', 'map.png', png, { alternativeText: 'The nine wards' })).status, 303)
  assert.equal((await bring(paper, 'appendix', 'spend.xlsx', spend)).status, 303) // the second click
  const files = await filesOf(paper)
  assert.deepEqual(
    files.map(({ kind, role, title, pages }) => [kind, role, title, pages]),
    [
      ['pdf', 'paper', 'The plan', 2],
      ['spreadsheet', 'appendix', 'spend', null],
      ['slides', 'appendix', 'talk', null],
      ['image', 'appendix', 'map', null],
    ],
  )
  const [first] = files
  assert.ok(first)
  const address = `/papers/${paper}/files/${first.id}/${encodeURIComponent(first.fileName)}`
  assert.match((await author.get(`/papers/${paper}`)).text, /The plan/)
  for (const one of [visitor, member]) assert.notEqual((await one.get(address)).status, 200, 'a draft is its author’s and the clerk’s')
  const answer = await author.get(address)
  assert.equal(answer.status, 200)
  assert.equal(answer.headers.get('content-type'), 'application/pdf')
  assert.match(
    answer.headers.get('content-disposition') ?? '',
    /^inline; filename="Plan \(final\) __\.pdf"; filename\*=UTF-8''Plan%20%28final%29/,
  )
  assert.equal(answer.headers.get('cache-control'), 'private, no-store')
  assert.equal((await author.get(`/papers/${paper}/files/${first.id}/other.pdf`)).status, 404)
  assert.equal((await author.post(`/papers/${paper}/files/${files[3]?.id}/up`)).status, 303)
  assert.equal((await author.post(`/papers/${paper}/files/${files[1]?.id}/remove`)).status, 303)
  assert.deepEqual(
    (await filesOf(paper)).map(({ title }) => title),
    ['The plan', 'map', 'talk'],
  )
  assert.equal((await author.post(`/papers/${paper}/hand-in`)).status, 303)
})

test('X5: what is wrong is said beside the field, and what was typed stays', async () => {
  const paper = await start(1)
  const expected: readonly (readonly [string, string, Uint8Array, RegExp])[] = [
    ['appendix', 'a.pdf', Buffer.alloc(0), /This file is empty/],
    ['appendix', 'a.docx', pdf, /Its name ends in \.docx, but its content is a PDF/],
    ['paper', 'a.xlsx', await workbook(), /Only a PDF can be the paper itself/],
    ['appendix', 'a.docx', await wordFile(wordParagraph('x')), /A Word file is not added as it is/],
    ['text', 'a.pdf', pdf, /Text can be taken from a Word file/],
    ['text', 'a.docx', await wordFile(''), /There is no text in this Word file/],
    ['appendix', 'a.xlsx', await workbook({ 'xl/vbaProject.bin': 'x' }), /holds macros/],
    ['', 'a.pdf', pdf, /Choose an answer/],
  ]
  for (const [wish, name, bytes, words] of expected) {
    const answer = await bring(paper, wish, name, bytes, { title: 'Typed & kept' })
    assert.equal(answer.status, 422, name)
    assert.match(answer.text, words)
    assert.match(answer.text, /value="Typed &amp; kept"/)
    assert.match(answer.text, /There is a problem/)
  }
  assert.match((await author.post(`/papers/${paper}/files`, { wish: 'paper', file: 'words' })).text, /Choose a file/)
  const large = await bring(paper, 'paper', 'huge.pdf', new Uint8Array(51 * 1024 * 1024), { title: 'Typed & kept' })
  assert.equal(large.status, 422)
  assert.match(large.text, /larger than 50 MB[\s\S]*value="Typed &amp; kept"/)
  assert.deepEqual(await filesOf(paper), [])
})

test('M4: what a file hides must be confirmed before a public paper is handed in; of Part 2 it is only told', async () => {
  const hiding = await workbook({ 'xl/workbook.xml': '<workbook><sheet name="N" sheetId="1" state="hidden"/></workbook>' })
  const paper = await start(1)
  await bring(paper, 'appendix', 'spend.xlsx', hiding)
  assert.match((await author.get(`/papers/${paper}/files`)).text, /1 hidden sheet[\s\S]*it may be published/)
  assert.match((await author.post(`/papers/${paper}/hand-in`)).text, /A file hides something/)
  assert.match((await clerk.post(`/papers/${paper}/clear`)).text, /A file hides something/)
  const [file] = await filesOf(paper)
  assert.equal((await author.post(`/papers/${paper}/files/${file?.id}/confirm`)).status, 303)
  assert.match((await author.get(`/papers/${paper}/files`)).text, /It was confirmed/)
  assert.equal((await author.post(`/papers/${paper}/hand-in`)).status, 303)
  const exempt = await start(2)
  await bring(exempt, 'appendix', 'spend.xlsx', hiding)
  assert.equal((await author.post(`/papers/${exempt}/hand-in`)).status, 303)
})

test('M4: the text of a Word file waits for its author; yes makes it the text, no leaves everything', async () => {
  const paper = await start(0)
  const word = await wordFile(`${wordParagraph('The board is asked.')}<w:p><w:r><w:t>One</w:t><w:br/><w:t>two</w:t></w:r></w:p>`)
  const sent = await bring(paper, 'text', 'Report.docx', word)
  assert.equal(sent.location, `/papers/${paper}/converted`)
  const shown = (await author.get(sent.location)).text
  assert.match(shown, /The board is asked/)
  assert.match(shown, /1 line break inside a paragraph became a space/)
  const tree = async () => (await as(needs, early, (reader) => findPaperVersions(reader, paper)))[0]?.tree.blocks.length
  assert.equal(await tree(), 0)
  assert.match((await author.post(`/papers/${paper}/hand-in`)).text, /Nothing is written/)
  await author.post(`/papers/${paper}/converted/drop`)
  assert.deepEqual(await filesOf(paper), [])
  assert.equal((await author.get(`/papers/${paper}/converted`)).status, 303)
  await bring(paper, 'text', 'Report.docx', word)
  assert.equal((await author.post(`/papers/${paper}/converted/accept`, { version: '99' })).status, 409)
  const version = String(await draftOf(needs, early, paper))
  assert.equal((await author.post(`/papers/${paper}/converted/accept`, { version })).status, 303)
  assert.equal((await author.post(`/papers/${paper}/converted/accept`, { version })).status, 422)
  assert.equal(await tree(), 2)
  const [source] = await filesOf(paper)
  assert.deepEqual([source?.role, source?.proposal], ['source', undefined])
  assert.equal((await author.post(`/papers/${paper}/hand-in`)).status, 303)
})

test('M4, M15: published files stay; corrections carry them on, and sources are nobody’s else', async () => {
  const own = await scene.meetingWith('2014-09-22', [itemInput('Plan')])
  const paper = value(await startPaper(needs, early, own.id, own.items[0] ?? '', { title: 'Plan', author: board.author.person })).id
  await bring(paper, 'text', 'Report.docx', await wordFile(wordParagraph('Words.')))
  await author.post(`/papers/${paper}/converted/accept`, { version: String(await draftOf(needs, early, paper)) })
  await bring(paper, 'appendix', 'plan.pdf', pdf)
  await author.post(`/papers/${paper}/hand-in`)
  await clerk.post(`/papers/${paper}/clear`)
  assert.equal((await bring(paper, 'appendix', 'late.pdf', await pdfOf(1))).status, 422, 'a cleared paper takes no more files')
  await publish(own.id)
  const files = await filesOf(paper)
  const [source, plan] = [files.find(({ role }) => role === 'source'), files.find(({ role }) => role === 'appendix')]
  assert.ok(source && plan)
  const address = `/papers/${paper}/files/${plan.id}/plan.pdf`
  const read = await visitor.get(address)
  assert.deepEqual([read.status, read.headers.get('cache-control')], [200, 'public, max-age=0, must-revalidate'])
  for (const one of [visitor, member]) assert.equal((await one.get(`/papers/${paper}/files/${source.id}/Report.docx`)).status, 404)
  const word = await author.get(`/papers/${paper}/files/${source.id}/Report.docx`)
  assert.match(word.headers.get('content-disposition') ?? '', /^attachment/)
  assert.match(word.headers.get('content-security-policy') ?? '', /sandbox/)
  for (const step of ['remove', 'up', 'confirm'])
    assert.equal((await author.post(`/papers/${paper}/files/${plan.id}/${step}`)).status, 422, 'what is published stays')
  assert.equal((await author.post(`/papers/${paper}/correct`)).status, 303)
  const carried = await filesOf(paper)
  assert.deepEqual(
    carried.map(({ title }) => title),
    ['Report', 'plan'],
  )
  assert.equal((await author.post(`/papers/${paper}/files/${plan.id}/remove`)).status, 404, 'the file of the published version')
  const copy = carried.find(({ role }) => role === 'appendix')
  assert.equal((await author.post(`/papers/${paper}/files/${copy?.id}/remove`)).status, 303)
  await sweepDocuments(needs.db, needs.documents, Temporal.Now.instant().add({ hours: 48 }))
  assert.equal((await visitor.get(address)).status, 200, 'the published version still holds its file')
  assert.match((await visitor.get(`/meetings/${own.id}/items/${own.items[0]}`)).text, /plan\.pdf/)
})

test('M4: files of somebody else’s paper, and files under another paper’s address, are not there', async () => {
  const mine = await start(0)
  await bring(mine, 'appendix', 'mine.pdf', pdf)
  const [file] = await filesOf(mine)
  const theirs = await start(0, board.member.person)
  assert.equal((await author.send(`/papers/${theirs}/files`, { wish: 'appendix' }, { name: 'x.pdf', bytes: pdf })).status, 404)
  assert.equal((await author.get(`/papers/${theirs}/files`)).status, 404)
  assert.equal((await member.post(`/papers/${theirs}/files/${file?.id}/remove`)).status, 404)
  assert.equal((await member.get(`/papers/${theirs}/files/${file?.id}/mine.pdf`)).status, 404)
  assert.equal((await member.get(`/papers/${mine}/files/${file?.id}/mine.pdf`)).status, 404)
  assert.equal((await member.post(`/papers/${mine}/files/${file?.id}/edit`, { title: 'x' })).status, 404)
  assert.equal((await filesOf(mine)).length, 1)
  // The database says the same, whoever asks it.
  const stolen = writeAs(needs.db, { ...early, actor: board.member.account }, (tx) =>
    tx
      .updateTable('meetings.paper_file')
      .set({ title: 'Stolen' })
      .where('id', '=', file?.id ?? '')
      .execute(),
  )
  assert.equal((await stolen)[0]?.numUpdatedRows, 0n)
})

test('M4: where a converter is configured a Word file is appended as PDF; where none is, that is not offered', async () => {
  const paper = await start(1)
  const word = await wordFile(wordParagraph('x'))
  assert.doesNotMatch((await author.get(`/papers/${paper}/files`)).text, /make a PDF of it/)
  assert.equal((await bring(paper, 'as-pdf', 'a.docx', word)).status, 422)
  const folder = mkdtempSync(join(tmpdir(), 'converter-'))
  after(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'made.pdf'), pdf)
  writeFileSync(join(folder, 'office'), `#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\ncp ${folder}/made.pdf "$2/in.pdf"\n`)
  chmodSync(join(folder, 'office'), 0o755)
  const config = { ...needs.config, converter: join(folder, 'office') }
  const there = meetingsClient({ ...needs, config }, board.author.account, at)
  assert.match((await there.get(`/papers/${paper}/files`)).text, /make a PDF of it/)
  const sent = await there.send(
    `/papers/${paper}/files`,
    { wish: 'as-pdf', title: '', alternativeText: '' },
    { name: 'Letter.docx', bytes: word },
  )
  assert.equal(sent.status, 303)
  const [file] = await filesOf(paper)
  assert.deepEqual(
    [file?.kind, file?.role, file?.fileName, file?.pages, file?.findings.madeFrom],
    ['pdf', 'appendix', 'Letter.pdf', 2, 'Letter.docx'],
  )
})

test('M4: a file is replaced in its place, and a refused one changes nothing', async () => {
  const paper = await start(1)
  await bring(paper, 'appendix', 'a.pdf', pdf)
  await bring(paper, 'appendix', 'b.csv', Buffer.from('a,b\n1,2\n'))
  const [first] = await filesOf(paper)
  const boxed = await pdfOf(1, (document, page) => annotate(document, page, { Subtype: 'Square', IC: [0, 0, 0] }))
  const refused = await author.send(`/papers/${paper}/files/${first?.id}/edit`, { title: 'New' }, { name: 'c.pdf', bytes: boxed })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Words lie under boxes[\s\S]*page 1/)
  const open = await openFile('spreadsheet', '<table:table table:name="x">')
  assert.equal(
    (await author.send(`/papers/${paper}/files/${first?.id}/edit`, { title: 'New' }, { name: 'c.ods', bytes: open })).status,
    303,
  )
  assert.deepEqual(
    (await filesOf(paper)).map(({ title, kind }) => [title, kind]),
    [
      ['New', 'spreadsheet'],
      ['b', 'spreadsheet'],
    ],
  )
  assert.equal(
    (
      await author.send(
        `/papers/${paper}/files/${(await filesOf(paper))[1]?.id}/edit`,
        { title: 'Renamed' },
        { name: '', bytes: Buffer.alloc(0) },
      )
    ).status,
    303,
  )
  assert.equal((await filesOf(paper))[1]?.title, 'Renamed')
})
