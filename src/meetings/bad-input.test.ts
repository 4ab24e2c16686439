import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#platform/database/ids.ts'
import { readWithPdfium } from '#platform/documents/pdf/testing/readers.ts'
import type { Answer } from '#platform/web/testing/room-client.ts'
import { itemInput } from './testing/arrange.ts'
import { meetingsClient } from './testing/client.ts'
import { openPreparing, type PreparingScene } from './testing/preparing-scene.ts'

const scene: PreparingScene = await openPreparing()
const { needs, board, ownerDb } = scene
const clerk = meetingsClient(needs, board.clerk.account, '2014-02-14T11:00:00Z')
const author = meetingsClient(needs, board.author.account, '2014-02-14T11:00:00Z')

const { id, items } = await scene.meetingWith('2014-06-23', [itemInput('First'), itemInput('Second')])
const paper = await scene.clearedPaper(id, items[0] ?? '', 'A paper', 'Words.')
const open = await clerk.post(`/meetings/${id}/items/${items[1]}/paper`, { title: 'Another', author: board.author.person })
const draft = open.location.split('/').at(-1) ?? ''
const elsewhere = await scene.meetingWith('2014-07-21', [itemInput('Elsewhere')])
const publication = await scene.publish(elsewhere.id)
const late = await scene.meetingWith('2014-02-19', [itemInput('Late')], { shortNoticeReason: 'In a hurry' })
const planned = await clerk.post(`/boards/${board.slug}/plan/new`, { title: 'Wish', purpose: 'decision' })
assert.equal(planned.status, 303, planned.text)
const wish = (await ownerDb.selectFrom('meetings.plan_item').select('id').executeTakeFirstOrThrow()).id

const when = { kind: 'ordinary', 'heldOn-day': '24', 'heldOn-month': '11', 'heldOn-year': '2014', startsAt: '2pm', access: 'public' }
const item = { title: 'Title', purpose: 'decision', reportStatus: 'to_follow', category: 'public' }
// No record has this version: what is fine in every field is answered with 409, and changes nothing.
const stale = { version: '99' }

interface Form {
  readonly path: string
  readonly valid: Readonly<Record<string, string>>
  /** Fields of words, with the most characters each may hold. */
  readonly words: Readonly<Record<string, number>>
  readonly by?: typeof clerk
}
const forms: readonly Form[] = [
  {
    path: `/boards/${board.slug}/meetings/new`,
    valid: when,
    words: { title: 200, place: 300, contact: 300, accessNotes: 2000, filmingNotice: 2000, joiningNotes: 1000, shortNoticeReason: 1000 },
  },
  { path: `/meetings/${id}/edit`, valid: { ...when, ...stale }, words: { title: 200, place: 300, contact: 300 } },
  { path: `/meetings/${id}/cancel`, valid: { reason: 'x', decidedBy: 'x', ...stale }, words: { reason: 1000, decidedBy: 200 } },
  {
    path: `/meetings/${id}/reschedule`,
    valid: { 'heldOn-day': '24', 'heldOn-month': '11', 'heldOn-year': '2014', startsAt: '2pm', reason: 'x', decidedBy: 'x', ...stale },
    words: { reason: 1000, decidedBy: 200, place: 300 },
  },
  {
    path: `/meetings/${id}/agenda/new`,
    valid: item,
    words: { title: 200, publicTitle: 200, presenter: 200, summary: 2000, publicInterest: 2000, exemptDecidedBy: 200, urgentReason: 1000 },
  },
  {
    path: `/meetings/${id}/items/${items[1]}/edit`,
    valid: { ...item, ...stale },
    words: { title: 200, summary: 2000, tabledConsent: 300 },
  },
  { path: `/meetings/${id}/items/${items[1]}/paper`, valid: { title: 'x', author: board.author.person }, words: { title: 200 } },
  {
    path: `/meetings/${elsewhere.id}/items/${elsewhere.items[0]}/withdraw`,
    valid: { reason: 'x', ...stale },
    words: { reason: 1000 },
  },
  { path: `/boards/${board.slug}/plan/new`, valid: { title: 'x', purpose: 'decision' }, words: { title: 200, summary: 2000, lead: 200 } },
  {
    path: `/boards/${board.slug}/plan/${wish}/edit`,
    valid: { title: 'x', purpose: 'decision', ...stale },
    words: { title: 200, lead: 200 },
  },
  { path: `/boards/${board.slug}/plan/${wish}/withdraw`, valid: { reason: 'x', ...stale }, words: { reason: 500 } },
  {
    path: `/papers/${draft}/edit`,
    valid: { title: 'x', body: 'Words.', ...stale },
    words: { title: 200, reportOf: 300, summary: 20_000, body: 200_000 },
    by: author,
  },
  { path: `/meetings/${late.id}/publish`, valid: { ...stale }, words: { breachReason: 1000, breachApprover: 200 } },
  { path: `/meetings/${elsewhere.id}/publications/${publication}/withdraw`, valid: {}, words: { reason: 1000 } },
]

const errorAt = ({ text }: Answer, field: string): string =>
  (new RegExp(`id="${field}-error"[^>]*>(.*?)</p>`, 's').exec(text)?.[1] ?? '').replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')

for (const { path, valid, words, by = clerk } of forms) {
  const name = path.replace(/[0-9a-f]{8}-[0-9a-f-]+/g, ':id').replace(board.slug, ':slug')
  test(`Bad input: ${name} refuses control characters and one character too many, beside the field, and keeps what was typed`, async () => {
    for (const [field, max] of Object.entries(words)) {
      const control = await by.post(path, { ...valid, [field]: `Bell\u0007 here` })
      assert.equal(control.status, 422, `${field}: ${control.status}`)
      assert.match(errorAt(control, field), /Remove the invisible control characters/, field)
      assert.match(control.text, /Error: /)
      const mark = `kept-${field}`
      const long = mark + '𝒳'.repeat(max - mark.length)
      const over = await by.post(path, { ...valid, [field]: `${long}𝒳` })
      assert.equal(over.status, 422, `${field}: ${over.status}`)
      assert.match(errorAt(over, field), new RegExp(`Use ${max} characters or fewer. This is 1 too long`), field)
      assert.ok(over.text.includes(long), `${field}: what was typed is kept`)
      for (const [other, value] of Object.entries(valid))
        if (value.length > 3 && other !== field) assert.ok(over.text.includes(value), `${field}: ${other} is kept`)
      if (path.includes('/publications/')) continue // it would be withdrawn
      const exact = await by.post(path, { ...valid, [field]: long })
      assert.equal(errorAt(exact, field), '', `${field}: ${max} characters are taken`)
    }
    // Half a surrogate pair cannot come as UTF-8: its bytes become U+FFFD, which comes back safely.
    const [first = ''] = Object.keys(words)
    const broken = await by.post(path, { ...valid, [first]: `Half \ud800 pair\u0000` })
    assert.equal(broken.status, 422)
  })
}

test('Bad input: days that are not in the calendar, and a meeting before its notice, are questioned in words', async () => {
  const path = `/boards/${board.slug}/meetings/new`
  for (const [day, month, year] of [
    ['31', '2', '2026'],
    ['29', '2', '2027'],
    ['31', 'June', '2026'],
    ['0', '1', '2026'],
  ]) {
    const answer = await clerk.post(path, {
      ...when,
      'heldOn-day': day ?? '',
      'heldOn-month': month ?? '',
      'heldOn-year': year ?? '',
      place: 'Kept place',
    })
    assert.equal(answer.status, 422)
    assert.match(errorAt(answer, 'heldOn'), /There is no such day in the calendar/, `${day} ${month} ${year}`)
    assert.match(answer.text, /Kept place/)
    assert.match(answer.text, new RegExp(`value="${month}"`))
  }
  const soon = { ...when, 'heldOn-day': '17', 'heldOn-month': '2' }
  assert.match(errorAt(await clerk.post(path, soon), 'shortNoticeReason'), /Its notice would have been due on/)
  assert.equal((await clerk.post(path, { ...soon, shortNoticeReason: 'An emergency' })).status, 303)
  const past = { ...when, 'heldOn-year': '2013' }
  assert.equal((await clerk.post(path, past)).status, 422)
  const ends = await clerk.post(path, { ...when, endsAt: '1pm' })
  assert.notEqual(errorAt(ends, 'endsAt'), '')
})

test('Bad input: tampered ids, choices and versions are 404, 422 or 409, never a fault', async () => {
  const nobody = newId()
  const expect = async (status: number, path: string, fields: Record<string, string> = {}) =>
    assert.equal((await clerk.post(path, fields)).status, status, `${path} ${JSON.stringify(fields)}`)
  for (const bad of ['x', nobody, `${id}0`, id.toUpperCase(), '%00', "'--"]) {
    await expect(404, `/meetings/${bad}/edit`, { ...when, version: '1' })
    await expect(404, `/meetings/${id}/items/${bad}/edit`, { ...item, version: '1' })
    await expect(404, `/papers/${bad}/hand-in`)
    await expect(404, `/meetings/${id}/publications/${bad}/withdraw`, { reason: 'x' })
    await expect(404, `/boards/${board.slug}/plan/${bad}/edit`, { title: 'x', purpose: 'decision', version: '1' })
    assert.equal((await clerk.get(`/meetings/${bad}`)).status, 404)
  }
  // Of another meeting.
  await expect(404, `/meetings/${id}/items/${elsewhere.items[0]}/edit`, { ...item, version: '1' })
  await expect(404, `/meetings/${id}/publications/${publication}/withdraw`, { reason: 'x' })
  for (const version of ['', 'abc', '0', '-1', '1e3', '99999999999999999999'])
    await expect(422, `/meetings/${id}/edit`, { ...when, version })
  for (const version of ['98', '999999999999999']) await expect(409, `/meetings/${id}/edit`, { ...when, version })
  await expect(422, `/boards/${board.slug}/meetings/new`, { ...when, kind: 'party' })
  await expect(422, `/boards/${board.slug}/meetings/new`, { ...when, jointBodies: nobody })
  await expect(422, `/boards/${board.slug}/meetings/new`, { ...when, jointBodies: 'x' })
  await expect(422, `/boards/${board.slug}/plan/new`, { title: 'x', purpose: 'decision', meeting: nobody })
  await expect(422, `/meetings/${id}/agenda/new`, { ...item, parent: nobody })
  await expect(422, `/meetings/${id}/agenda/new`, { ...item, parent: elsewhere.items[0] ?? '' })
  await expect(422, `/meetings/${id}/agenda/new`, { ...item, functionKey: 'nothing_of_the_kind' })
  await expect(422, `/meetings/${id}/agenda/new`, {
    ...item,
    category: 'exempt',
    publicTitle: 'Public',
    publicInterest: 'x',
    exemptDecidedBy: 'x',
    paragraphs: 'lga1972.99',
  })
  await expect(422, `/meetings/${id}/agenda/place`, { planItem: 'x' })
  assert.ok([404, 422].includes((await clerk.post(`/meetings/${id}/agenda/place`, { planItem: nobody })).status))
  await expect(422, `/meetings/${id}/items/${items[1]}/paper`, { title: 'x', author: nobody })
  await expect(422, `/papers/${paper}/consent`, { consenter: 'Nobody named', person: 'x', reason: 'x' })
  await expect(422, `/papers/${draft}/ask`, { discipline: 'astrology', checker: 'x' })
})

test('Bad input: a glyph our fonts lack is replaced visibly in the pack, and its author is told on the page and by mail', async () => {
  const { id: meeting, items: own } = await scene.meetingWith('2014-08-18', [itemInput('Languages')])
  const written = await scene.clearedPaper(
    meeting,
    own[0] ?? '',
    'Languages of families',
    'They say \u13a0\u13a1 at home, and \u{1FAE8} at school.',
  )
  const page = await author.get(`/papers/${written}`)
  assert.match(page.text, /The PDF cannot show these characters, and prints a white square in their place: \u13a0 \u13a1/)
  const event = await scene.publish(meeting)
  const file = (await scene.files(meeting)).find(({ edition, publication: of }) => edition === 'public' && of === event)
  const text = (await readWithPdfium(new Uint8Array(await needs.documents.open(file?.document ?? '')))).join(' ')
  assert.match(text, /They say \u25a1\u25a1 at home/)
  const rows = await ownerDb
    .selectFrom('pgboss.job' as never)
    .select('data' as never)
    .where('name' as never, '=', 'mail' as never)
    .execute()
  const mails = rows.map((row) => (row as { data: { to: string; subject: string; text: string } }).data)
  const told = mails.filter(({ to, subject }) => to === board.author.email && subject.startsWith('Characters that the PDF cannot show'))
  assert.equal(told.length, 1)
  assert.match(told[0]?.text ?? '', /\u13a0 \(U\+13A0\), \u13a1 \(U\+13A1\)/)
  assert.match((await clerk.get(`/meetings/${meeting}/publications/${event}`)).text, /printed as white squares: .*\u13a0/)
  // On the web page everything is as it was typed.
  assert.match((await clerk.get(`/meetings/${meeting}/items/${own[0]}`)).text, /\u13a0\u13a1 at home/)
})
