import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PNG } from 'pngjs'
import { extractText, getDocumentProxy } from 'unpdf'
import { readAs, writeAs } from '#platform/database/session.ts'
import { countHolders, sweepDocuments } from '#platform/documents/references.ts'
import { wordFile, wordParagraph, workbook } from '#platform/documents/uploads/testing/office-files.ts'
import { pdfOf } from '#platform/documents/uploads/testing/pdf-files.ts'
import { makeMinutes } from './pack/make-minutes.ts'
import { findOpenFile } from './queries/open/files.ts'
import { findOpenFiled } from './queries/open/papers.ts'
import { doerAt, exemptInput, itemInput } from './testing/arrange.ts'
import { meetingsClient } from './testing/client.ts'
import { MARKER, openScene } from './testing/record-scene.ts'

const { needs, ownerDb, board, meetingWith } = await openScene()
const [, police] = board.seats
const as = (account: Parameters<typeof meetingsClient>[1], instant = '2013-12-12T10:00:00Z') => meetingsClient(needs, account, instant)
const clerk = as(board.clerk.account)
const visitor = as(undefined, '2014-03-10T10:00:00Z')
const member = as(police?.account, '2014-03-10T10:00:00Z')
const pdf = await pdfOf(2)

async function drafted(day: string): Promise<{ readonly id: string; readonly open: string; readonly exempt: string }> {
  const { id, items } = await meetingWith(day, [itemInput('Business plan'), exemptInput(`Contract with ${MARKER}`, 'A contract')])
  await as(board.clerk.account, `${day}T16:30:00Z`).post(`/meetings/${id}/attendance/end`)
  assert.equal((await clerk.post(`/meetings/${id}/minutes/draft`)).status, 303)
  return { id, open: items[0] ?? '', exempt: items[1] ?? '' }
}

const words = (item: string, more: Readonly<Record<string, string>> = {}) => ({
  ...{ item, purpose: 'presentation', title: 'Slides on the plan', givenBy: 'Gus Police', alternativeText: '' },
  ...more,
})
const file = (meeting: string, fields: Readonly<Record<string, string>>, bytes: Uint8Array = pdf, name = 'slides.pdf', who = clerk) =>
  who.send(`/meetings/${meeting}/minutes/files`, fields, { name, bytes })
const filedIn = (meeting: string) =>
  ownerDb.selectFrom('meetings.minutes_file').selectAll().where('meeting', '=', meeting).orderBy('made_at').orderBy('id').execute()
const addressOf = (one: { readonly meeting: string; readonly id: string; readonly file_name: string }) =>
  `/meetings/${one.meeting}/minutes/filed/${one.id}/${one.file_name}`
const first = <One>(list: readonly One[]): One => {
  const [one] = list
  assert.ok(one)
  return one
}
const circulate = (id: string) => clerk.post(`/meetings/${id}/minutes/circulate`, { cleared: 'yes' })
const publish = (id: string) => clerk.post(`/meetings/${id}/minutes/publish`, { which: 'draft' })

test('M12: what was shown is filed under its item and read by exactly those who may read the minutes', async () => {
  const { id, open, exempt } = await drafted('2013-12-10')
  assert.equal((await file(id, words(open))).status, 303)
  assert.equal((await file(id, words(open))).status, 303) // the second click
  assert.equal(
    (await file(id, words(exempt, { title: `Price of ${MARKER}`, purpose: 'statement' }), await pdfOf(1), 'price.pdf')).status,
    303,
  )
  const [plan, price] = await filedIn(id)
  assert.ok(plan && price)
  assert.deepEqual([plan.sight, price.sight, price.category, (await filedIn(id)).length], ['draft', 'draft', 'exempt', 2])
  const draft = await clerk.get(`/meetings/${id}/minutes`)
  assert.match(
    draft.text,
    /Filed with these minutes[\s\S]*Slides on the plan[\s\S]*Presentation, given by Gus Police\. Under item 1, Business plan/,
  )
  for (const one of [member, visitor, as(board.observer.account)]) assert.equal((await one.get(addressOf(plan))).status, 404)
  const chair = await as(board.chair.account).get(addressOf(plan))
  assert.deepEqual([chair.status, chair.headers.get('cache-control')], [200, 'private, no-store'])
  assert.equal((await clerk.get(addressOf(plan).replace('slides.pdf', 'other.pdf'))).status, 404)
  assert.equal((await circulate(id)).status, 303)
  for (const one of [plan, price]) assert.equal((await member.get(addressOf(one))).status, 200)
  for (const one of [plan, price]) assert.equal((await visitor.get(addressOf(one))).status, 404)
  assert.equal((await publish(id)).status, 303)
  const shown = await visitor.get(addressOf(plan))
  assert.deepEqual([shown.status, shown.headers.get('cache-control')], [200, 'public, max-age=0, must-revalidate'])
  assert.equal((await visitor.get(addressOf(price))).status, 404)
  assert.equal((await member.get(addressOf(price))).status, 200)
  const page = (await visitor.get(`/meetings/${id}/minutes`)).text
  assert.match(page, /Slides on the plan/)
  assert.equal(page.includes(MARKER), false)
  assert.equal((await clerk.post(`/meetings/${id}/minutes/withdraw`, { reason: 'A person was named.' })).status, 303)
  assert.equal((await visitor.get(addressOf(plan))).status, 404)
  assert.equal((await member.get(addressOf(plan))).status, 200)
})

test('M12: the PDF of the minutes lists what is filed; the public one names nothing of Part 2', async () => {
  const { id, open, exempt } = await drafted('2013-12-17')
  await file(id, words(open))
  await file(id, words(exempt, { title: `Price of ${MARKER}` }), await pdfOf(1), 'price.pdf')
  await circulate(id)
  await publish(id)
  const { id: out } = await ownerDb
    .selectFrom('meetings.publication')
    .select('id')
    .where('meeting', '=', id)
    .where('kind', '=', 'minutes')
    .executeTakeFirstOrThrow()
  await makeMinutes(needs, id, out)
  const made = await ownerDb.selectFrom('meetings.pack_file').select(['edition', 'state', 'document']).where('meeting', '=', id).execute()
  assert.deepEqual(made.map(({ edition, state }) => [edition, state]).sort(), [
    ['full', 'ready'],
    ['public', 'ready'],
  ])
  for (const { edition, document } of made) {
    const bytes = new Uint8Array(await needs.documents.open(document ?? ''))
    const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true })
    assert.match(text, /Filed with these minutes[\s\S]*Slides on the plan\. Presentation, given by Gus Police/)
    assert.equal(text.includes(`Price of ${MARKER}`), edition === 'full')
  }
})

test('M12: removing a file before publication asks first, lets the document go, and is recorded', async () => {
  const { id, open } = await drafted('2014-01-14')
  const kept = await pdfOf(3)
  await file(id, words(open), kept)
  const filed = first(await filedIn(id))
  assert.equal(await countHolders(needs.db, filed.document), 1)
  await sweepDocuments(needs.db, needs.documents, Temporal.Now.instant().add({ hours: 48 }))
  assert.equal((await clerk.get(addressOf(filed))).status, 200, 'a filed document is held')
  const address = `/meetings/${id}/minutes/files/${filed.id}/remove`
  assert.match((await clerk.get(address)).text, /Remove this file\?[\s\S]*Slides on the plan/)
  assert.equal((await clerk.post(address)).status, 303)
  assert.equal((await clerk.post(address)).status, 404)
  assert.deepEqual(await filedIn(id), [])
  assert.equal(await countHolders(needs.db, filed.document), 0)
  const acts = await ownerDb
    .selectFrom('platform.audit_entry')
    .select('act')
    .where('subject', '=', id)
    .where('act', 'like', 'minutes.file%')
    .execute()
  assert.deepEqual(acts.map(({ act }) => act).sort(), ['minutes.file-removed', 'minutes.filed'])
})

test('M12, M15: with published minutes a file stays; more is filed with a reason; after withdrawal it is taken back and kept', async () => {
  const { id, open } = await drafted('2014-01-21')
  await file(id, words(open))
  await circulate(id)
  await publish(id)
  const filed = first(await filedIn(id))
  const address = `/meetings/${id}/minutes/files/${filed.id}/remove`
  assert.match((await clerk.get(address)).text, /This file stays/)
  assert.equal((await clerk.post(address, { reason: 'No' })).status, 409)
  const late = await pdfOf(4)
  const unsaid = await file(id, words(open, { title: 'Late & kept' }), late, 'late.pdf')
  assert.equal(unsaid.status, 422)
  assert.match(unsaid.text, /Say why[\s\S]*value="Late &amp; kept"/)
  assert.equal((await file(id, words(open, { title: 'Late', reason: 'It came late.' }), late, 'late.pdf')).status, 303)
  const page = (await visitor.get(`/meetings/${id}/minutes`)).text
  assert.match(page, /Version 2:<\/strong> It came late\.[\s\S]*Late</)
  await clerk.post(`/meetings/${id}/minutes/withdraw`, { reason: 'A person was named.' })
  assert.match((await clerk.post(address)).text, /Say why/)
  assert.equal((await clerk.post(address, { reason: 'It names a person.' })).status, 303)
  assert.equal((await clerk.post(address, { reason: 'It names a person.' })).status, 303) // the second click
  const taken = (await filedIn(id)).find((one) => one.id === filed.id)
  assert.deepEqual([taken?.sight, taken?.taken_back_reason], ['draft', 'It names a person.'])
  assert.equal((await publish(id)).status, 303)
  assert.equal((await visitor.get(`/meetings/${id}/minutes`)).text.includes('Slides on the plan'), false)
  for (const one of [visitor, member]) assert.equal((await one.get(addressOf(filed))).status, 404)
  assert.equal((await clerk.get(addressOf(filed))).status, 200, 'kept as evidence')
  await assert.rejects(
    writeAs(needs.db, doerAt(board.clerk.account, '2014-03-01T10:00:00Z'), async (tx) => {
      const gone = await tx.deleteFrom('meetings.minutes_file').where('id', '=', filed.id).executeTakeFirst()
      assert.equal(gone.numDeletedRows, 0n, 'what was published is never deleted')
      await tx.updateTable('meetings.minutes_file').set({ sight: 'public' }).where('id', '=', filed.id).execute()
    }),
    /check constraint/,
  )
})

test('M12, X5: what is wrong with a file is said, what it hides is asked about, and what was typed stays', async () => {
  const { id, open } = await drafted('2014-01-28')
  const png = PNG.sync.write(new PNG({ width: 20, height: 10 }))
  const hiding = await workbook({ 'xl/workbook.xml': '<workbook><sheet name="N" sheetId="1" state="hidden"/></workbook>' })
  const typed = words(open, { title: 'Typed & kept' })
  const expected: readonly (readonly [Readonly<Record<string, string>>, string, Uint8Array, RegExp])[] = [
    [typed, 'a.pdf', Buffer.alloc(0), /This file is empty/],
    [typed, 'a.docx', pdf, /its content is a PDF/],
    [typed, 'a.png', png, /Say in words what the picture shows/],
    [typed, 'a.xlsx', await workbook({ 'xl/vbaProject.bin': 'x' }), /holds macros/],
    [typed, 'a.xlsx', hiding, /1 hidden sheet[\s\S]*I have looked/],
    [{ ...typed, item: '' }, 'a.pdf', pdf, /Choose the item that it belongs to/],
    [{ ...typed, item: board.body }, 'a.pdf', pdf, /Choose the item that it belongs to/],
    [{ ...typed, purpose: 'sermon' }, 'a.pdf', pdf, /There is a problem/],
    [{ ...typed, givenBy: '' }, 'a.pdf', pdf, /Enter who gave it/],
  ]
  for (const [fields, name, bytes, said] of expected) {
    const answer = await file(id, fields, bytes, name)
    assert.equal(answer.status, 422, name)
    assert.match(answer.text, said)
    assert.match(answer.text, /value="Typed &amp; kept"/)
  }
  assert.deepEqual(await filedIn(id), [])
  assert.equal((await file(id, { ...typed, looked: 'yes' }, hiding, 'a.xlsx')).status, 303)
  assert.equal((await file(id, { ...typed, alternativeText: 'The nine wards' }, png, 'map.png')).status, 303)
  const word = await file(id, typed, await wordFile(wordParagraph('Read out.')), 'Statement.docx')
  assert.equal(word.status, 303)
  const read = await clerk.get(addressOf(first((await filedIn(id)).filter(({ kind }) => kind === 'docx'))))
  assert.match(read.headers.get('content-disposition') ?? '', /^attachment; filename="Statement\.docx"/)
})

test('M12, X1: items, files and minutes of another meeting are not there, and nobody but the clerk files', async () => {
  const mine = await drafted('2014-02-04')
  const theirs = await drafted('2014-02-05')
  assert.match((await file(mine.id, words(theirs.open))).text, /Choose the item that it belongs to/)
  await file(mine.id, words(mine.open))
  const filed = first(await filedIn(mine.id))
  assert.equal((await clerk.get(addressOf({ ...filed, meeting: theirs.id }))).status, 404)
  assert.equal((await clerk.post(`/meetings/${theirs.id}/minutes/files/${filed.id}/remove`)).status, 404)
  await circulate(mine.id)
  for (const one of [member, as(board.chair.account)]) {
    assert.equal((await file(mine.id, words(mine.open), pdf, 'a.pdf', one)).status, 403)
    assert.equal((await one.post(`/meetings/${mine.id}/minutes/files/${filed.id}/remove`)).status, 403)
  }
  assert.equal((await file(theirs.id, words(theirs.open), pdf, 'a.pdf', member)).status, 404)
  const doer = doerAt(board.clerk.account, '2014-02-06T10:00:00Z')
  const moved = (columns: { item?: string; title?: string; sight?: string }) =>
    writeAs(needs.db, doer, (tx) => tx.updateTable('meetings.minutes_file').set(columns).where('id', '=', filed.id).execute())
  await assert.rejects(moved({ item: theirs.open }), /stays as it is|foreign key/)
  await assert.rejects(moved({ title: 'Another' }), /stays as it is/)
  await assert.rejects(moved({ sight: 'public' }), /row-level security/)
})

test('M3, M12: an item that turns exempt takes its files out of public sight at once', async () => {
  const { id, open } = await drafted('2014-02-11')
  await file(id, words(open))
  await circulate(id)
  await publish(id)
  const filed = first(await filedIn(id))
  assert.equal((await visitor.get(addressOf(filed))).status, 200)
  await ownerDb
    .updateTable('meetings.agenda_item')
    .set({ category: 'exempt', paragraphs: ['lga1972.3'] })
    .where('id', '=', open)
    .execute()
  assert.equal((await visitor.get(addressOf(filed))).status, 404)
  assert.equal((await member.get(addressOf(filed))).status, 200)
})

test('O2: the open data give out what is filed for as long as its item stands', async () => {
  const { id, open } = await drafted('2014-02-18')
  await file(id, words(open))
  await circulate(id)
  await publish(id)
  const filed = first(await filedIn(id))
  const given = () =>
    readAs(
      needs.db,
      { actor: undefined, now: Temporal.Instant.from('2014-03-10T10:00:00Z'), today: Temporal.PlainDate.from('2014-03-10') },
      (reader) => Promise.all([findOpenFiled(reader, [id]), findOpenFile(reader, filed.id)]),
    )
  const [listed, one] = await given()
  assert.deepEqual([listed.map((each) => each.id), one?.kind], [[filed.id], 'document'])
  await ownerDb
    .updateTable('meetings.agenda_item')
    .set({ withdrawn_at: filed.made_at, withdrawn_reason: 'It named a person.' })
    .where('id', '=', open)
    .execute()
  assert.deepEqual(await given(), [[], undefined])
})
