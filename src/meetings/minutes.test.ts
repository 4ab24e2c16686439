import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { readAs } from '#platform/database/session.ts'
import { makeMinutes } from './pack/make-minutes.ts'
import { findClerkDuties } from './queries/clerk-duties.ts'
import { exemptInput, itemInput } from './testing/arrange.ts'
import { decisionFields, MARKER, openScene } from './testing/record-scene.ts'

const { needs, ownerDb, board, meetingWith, at, field, present } = await openScene()
const [, police] = board.seats

/** Works off what the queue holds for a meeting's minutes. */
async function makeFiles(meeting: string): Promise<void> {
  const out = await ownerDb
    .selectFrom('meetings.publication')
    .select('id')
    .where('meeting', '=', meeting)
    .where('kind', '=', 'minutes')
    .execute()
  for (const { id } of out) await makeMinutes(needs, meeting, id)
}

test('M12, M15: minutes live from the draft to publication, correction and withdrawal, and exempt matter never reaches the public', async () => {
  const { id, items } = await meetingWith('2013-12-11', [itemInput('Business plan'), exemptInput(`Contract with ${MARKER}`, 'A contract')])
  const clerk = at(board.clerk.account, '2013-12-11T14:30:00Z')
  const visitor = at(undefined, '2014-03-10T10:00:00Z')
  await clerk.post(`/meetings/${id}/attendance/start`)
  await clerk.post(`/meetings/${id}/attendance`, {
    mark: '',
    ...present(0, 1, 2),
    [`left_${field(2)}`]: '15:55',
    status_chair: 'present',
    chairWho: 'chair',
  })
  const open = await clerk.post(
    `/meetings/${id}/decisions/new`,
    decisionFields({ item: items[0] ?? '', text: 'That the business plan be noted.' }),
  )
  const secret = await clerk.post(
    `/meetings/${id}/decisions/new`,
    decisionFields({ item: items[1] ?? '', text: `That ${MARKER} be paid.` }),
  )
  const task = await clerk.post(`/meetings/${id}/actions/new`, { item: items[1] ?? '', text: `Sign with ${MARKER}`, due: 'by 14/2/14' })
  await clerk.post(`/meetings/${id}/attendance/end`)
  assert.equal((await clerk.post(`/meetings/${id}/minutes/draft`)).status, 303)
  const draft = await clerk.get(`/meetings/${id}/minutes`)
  assert.match(draft.text, /25 Business plan/)
  assert.match(draft.text, /26 Contract with Kestrelhold/)
  assert.match(draft.text, /left at 3\.55pm/)
  assert.match((await at(police?.account, '2013-12-12T10:00:00Z').get(`/meetings/${id}/minutes`)).text, /No minutes yet/)
  const editor = await clerk.get(`/meetings/${id}/minutes/edit`)
  const fields = fieldsOf(editor.text)
  const text = Object.keys(fields).filter((name) => name.startsWith('text_'))[1] ?? ''
  const wrote = await clerk.post(`/meetings/${id}/minutes/edit`, {
    ...fields,
    [text]: `${fields[text]}\n\nMembers spoke of safety online.`,
  })
  assert.equal(wrote.status, 303)
  assert.equal((await clerk.post(`/meetings/${id}/minutes/edit`, fields)).status, 409)
  assert.equal((await clerk.post(`/meetings/${id}/minutes/circulate`)).status, 422)
  assert.equal((await clerk.post(`/meetings/${id}/minutes/circulate`, { cleared: 'yes' })).status, 303)
  assert.match((await at(police?.account, '2013-12-18T10:00:00Z').get(`/meetings/${id}/minutes`)).text, /Members spoke of safety online/)
  assert.equal((await at(board.observer.account, '2013-12-18T10:00:00Z').get(`/meetings/${id}/minutes`)).text.includes(MARKER), false)
  const february = await meetingWith('2014-02-24', [itemInput('Minutes of the last meeting')])
  await at(board.clerk.account, '2014-02-24T16:00:00Z').post(`/meetings/${february.id}/attendance/end`)
  const later = at(board.clerk.account, '2014-02-26T10:00:00Z')
  const asked = fieldsOf((await later.get(`/meetings/${id}/minutes/approve`)).text)
  const self = await later.post(`/meetings/${id}/minutes/approve`, { ...asked, meeting: id })
  assert.match(self.text, /not at their own/)
  const approval = { ...asked, meeting: february.id, amendments: 'Minute 25: the plan of 2014.', signedBy: 'Ben Chair' }
  const same = await later.post(`/meetings/${id}/minutes/approve`, approval)
  assert.match(same.text, /it is still what was circulated/)
  const changed = Object.keys(asked).filter((name) => name.startsWith('text_'))[1] ?? ''
  const amended = { ...approval, [changed]: `${asked[changed]}\n\nThe plan is that of 2014.` }
  assert.match((await later.post(`/meetings/${id}/minutes/approve`, amended)).text, /Say who proposed the amendments/)
  const unsaid = { ...amended, amendments: '', amendmentsBy: '' }
  assert.match((await later.post(`/meetings/${id}/minutes/approve`, unsaid)).text, /Say what was amended/)
  assert.equal((await later.post(`/meetings/${id}/minutes/approve`, { ...amended, amendmentsBy: 'Fay Council' })).status, 303)
  assert.equal((await later.post(`/meetings/${id}/minutes/approve`, { ...amended, amendmentsBy: 'Fay Council' })).status, 409)
  assert.match((await visitor.get(`/meetings/${id}/minutes`)).text, /No minutes yet/)
  assert.equal((await later.post(`/meetings/${id}/minutes/publish`, { which: 'final' })).status, 303)
  const waiting = await visitor.get(`/meetings/${id}/minutes`)
  assert.match(waiting.text, /These minutes as PDF: being made/)
  assert.equal((await visitor.get(`/meetings/${id}/minutes.pdf`)).status, 404)
  await makeFiles(id)
  const page = await visitor.get(`/meetings/${id}/minutes`)
  assert.match(page.text, /Members spoke of safety online/)
  assert.match(page.text, /with these amendments: Minute 25.*proposed by Fay Council/s)
  assert.match(page.text, /The plan is that of 2014/)
  assert.match((await visitor.get(`/meetings/${id}/minutes/versions`)).text, /Amended by the meeting of 24 February 2014: Minute 25/)
  assert.match(page.text, /A contract/)
  assert.match(page.text, /Not for the public<[\s\S]{0,40}The minute of item 2 is not for the public: paragraph 3 of Schedule 12A\./)
  const pdf = await visitor.get(`/meetings/${id}/minutes.pdf`)
  assert.equal(pdf.status, 200)
  const files = await ownerDb.selectFrom('meetings.pack_file').select(['edition', 'document']).where('meeting', '=', id).execute()
  for (const { edition, document } of files) {
    const text = (await pdfText(document)).replaceAll(/\s+/g, ' ')
    assert.equal(text.includes(MARKER), edition === 'full', edition)
    // In the public edition the item stands in its place by its public face, with the paragraph, as on the page.
    assert.equal(
      /A contract The minute of item 2 is not for the public: paragraph 3 of Schedule 12A\./.test(text),
      edition === 'public',
      text,
    )
  }
  assert.equal((await visitor.get(`/meetings/${id}/minutes-full.pdf`)).status, 404)
  assert.equal((await at(police?.account, '2014-03-01T10:00:00Z').get(`/meetings/${id}/minutes-full.pdf`)).status, 200)
  const places = [
    `/meetings/${id}/minutes`,
    `/meetings/${id}/minutes/versions`,
    `/boards/${board.slug}/decisions`,
    `/boards/${board.slug}/actions`,
    `/meetings/${id}/attendance`,
    `/meetings/${id}/decisions`,
    `/meetings/${id}/actions`,
    open.location,
  ]
  for (const place of places) assert.equal((await visitor.get(place)).text.includes(MARKER), false, place)
  for (const place of [secret.location, task.location]) assert.equal((await visitor.get(place)).status, 404, place)
  assert.equal((await visitor.get(open.location)).status, 200)
  const mails = await ownerDb.selectFrom('platform.mail_delivery').select('id').where('about_id', '=', id).execute()
  assert.ok(mails.length >= 10)
  const correction = fieldsOf((await later.get(`/meetings/${id}/minutes/edit`)).text)
  assert.equal((await later.post(`/meetings/${id}/minutes/edit`, correction)).status, 422)
  assert.equal((await later.post(`/meetings/${id}/minutes/edit`, { ...correction, reason: 'A name was misspelt.' })).status, 303)
  assert.match((await visitor.get(`/meetings/${id}/minutes`)).text, /A name was misspelt/)
  const first = await visitor.get(`/meetings/${id}/minutes/versions/2`)
  assert.match(first.text, /an earlier one/)
  assert.equal(first.text.includes(MARKER), false)
  assert.equal((await later.post(`/meetings/${id}/minutes/withdraw`, { reason: 'A person was named.' })).status, 303)
  const gone = await visitor.get(`/meetings/${id}/minutes`)
  assert.match(gone.text, /Withdrawn from publication/)
  assert.equal(gone.text.includes('safety online'), false)
  for (const place of [`/meetings/${id}/minutes.pdf`, open.location]) assert.equal((await visitor.get(place)).status, 404, place)
})

test('M12: an extraordinary meeting may not approve the minutes of a council committee', async () => {
  const { id } = await meetingWith('2013-11-27', [itemInput('Plan')])
  const special = await meetingWith('2013-12-02', [itemInput('Budget')], 'extraordinary')
  const clerk = at(board.clerk.account, '2013-12-03T10:00:00Z')
  for (const one of [id, special.id]) await clerk.post(`/meetings/${one}/attendance/end`)
  await clerk.post(`/meetings/${id}/minutes/draft`)
  await clerk.post(`/meetings/${id}/minutes/circulate`, { cleared: 'yes' })
  const { version = '' } = fieldsOf((await clerk.get(`/meetings/${id}/minutes/approve`)).text)
  await ownerDb.updateTable('governance.body_setting').set({ legal_regime: 'lga1972' }).where('body', '=', board.body).execute()
  const refused = await clerk.post(`/meetings/${id}/minutes/approve`, { meeting: special.id, version })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /extraordinary meeting is not a suitable meeting/)
  await ownerDb.updateTable('governance.body_setting').set({ legal_regime: 'partnership' }).where('body', '=', board.body).execute()
  assert.equal((await clerk.post(`/meetings/${id}/minutes/approve`, { meeting: special.id, version })).status, 303)
})

test('M3, M15: an item that turns exempt takes its decision and its minute out of public sight at once', async () => {
  const { id, items } = await meetingWith('2013-10-16', [itemInput('A name', { title: 'A plain title' })])
  const clerk = at(board.clerk.account, '2013-10-16T14:30:00Z')
  await clerk.post(`/meetings/${id}/attendance/end`)
  await clerk.post(`/meetings/${id}/attendance`, { mark: '', ...present(0, 1, 2) })
  const decided = await clerk.post(`/meetings/${id}/decisions/new`, decisionFields({ item: items[0] ?? '', text: `Of ${MARKER}.` }))
  await clerk.post(`/meetings/${id}/minutes/draft`)
  await clerk.post(`/meetings/${id}/minutes/circulate`, { cleared: 'yes' })
  await clerk.post(`/meetings/${id}/minutes/publish`, { which: 'draft' })
  const visitor = at(undefined, '2013-10-20T10:00:00Z')
  const shown = await visitor.get(`/meetings/${id}/minutes`)
  assert.match(shown.text, /Draft, not yet approved/)
  assert.match(shown.text, new RegExp(MARKER))
  await ownerDb
    .updateTable('meetings.agenda_item')
    .set({ category: 'exempt', paragraphs: ['lga1972.3'] })
    .where('id', '=', items[0] ?? '')
    .execute()
  assert.equal((await visitor.get(`/meetings/${id}/minutes`)).text.includes(MARKER), false)
  assert.equal((await visitor.get(decided.location)).status, 404)
})

async function pdfText(sha256: string): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await needs.documents.open(sha256))), { mergePages: true })
  return text
}

/** The fields of a page's form as a browser would post them. */
function fieldsOf(html: string): Record<string, string> {
  const decode = (text: string): string =>
    text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  const fields: Record<string, string> = {}
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1]
    if (name !== undefined) fields[name] = decode(/value="([^"]*)"/.exec(tag)?.[1] ?? '')
  }
  for (const [, name, text] of html.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([^<]*)<\/textarea>/g))
    fields[name ?? ''] = decode(text ?? '')
  return fields
}

test('M12: a public PDF that holds words of Part 2 is kept back, and is made once the minutes are corrected', async () => {
  const { id, items } = await meetingWith('2014-03-05', [itemInput('Plan'), exemptInput(`Contract with ${MARKER} Limited`, 'A contract')])
  const clerk = at(board.clerk.account, '2014-03-05T14:30:00Z')
  const visitor = at(undefined, '2014-03-20T10:00:00Z')
  await clerk.post(`/meetings/${id}/attendance/start`)
  await clerk.post(`/meetings/${id}/attendance`, { mark: '', ...present(0, 1, 2) })
  const fields = (item: string | undefined) => decisionFields({ item: item ?? '', text: 'That the report be noted.' })
  for (const item of items) await clerk.post(`/meetings/${id}/decisions/new`, fields(item))
  await clerk.post(`/meetings/${id}/attendance/end`)
  await clerk.post(`/meetings/${id}/minutes/draft`)
  await clerk.post(`/meetings/${id}/minutes/circulate`, { cleared: 'yes' })
  const typed = fieldsOf((await clerk.get(`/meetings/${id}/minutes/edit`)).text)
  const first = Object.keys(typed).filter((name) => name.startsWith('text_'))[1] ?? ''
  const slip = { ...typed, [first]: `${typed[first]}\n\nContract with ${MARKER} Limited.`, reason: 'A sentence more.' }
  assert.equal((await clerk.post(`/meetings/${id}/minutes/edit`, slip)).status, 303)
  assert.equal((await clerk.post(`/meetings/${id}/minutes/publish`, { which: 'draft' })).status, 303)
  await makeFiles(id)
  assert.match((await clerk.get(`/meetings/${id}/minutes`)).text, /kept back: it holds words of an item in Part 2.*Make the PDF again/s)
  assert.equal((await visitor.get(`/meetings/${id}/minutes.pdf`)).status, 404)
  assert.match((await visitor.get(`/meetings/${id}/minutes`)).text, /These minutes as PDF: not made/)
  const later = at(board.clerk.account, '2014-03-06T10:00:00Z')
  const good = { ...fieldsOf((await later.get(`/meetings/${id}/minutes/edit`)).text), reason: 'A sentence too many.' }
  const second = Object.keys(good).filter((name) => name.startsWith('text_'))[1] ?? ''
  assert.equal((await later.post(`/meetings/${id}/minutes/edit`, { ...good, [second]: 'The plan was noted.' })).status, 303)
  await makeFiles(id)
  assert.equal((await visitor.get(`/meetings/${id}/minutes.pdf`)).status, 200)
})

test('M12: a draft takes in what was recorded since it was written', async () => {
  const { id } = await meetingWith('2014-05-13', [itemInput('Business plan')])
  const clerk = at(board.clerk.account, '2014-05-13T14:30:00Z')
  await clerk.post(`/meetings/${id}/attendance/start`)
  await clerk.post(`/meetings/${id}/attendance/end`)
  assert.deepEqual(await dutiesFor(id), ['write-minutes'])
  assert.equal((await clerk.post(`/meetings/${id}/minutes/draft`)).status, 303)
  assert.deepEqual(await dutiesFor(id), ['circulate-minutes'])
  const task = await clerk.post(`/meetings/${id}/actions/new`, { item: '', text: 'Thank the young people who came', due: '' })
  assert.equal(task.status, 303)
  assert.equal((await clerk.post(`/meetings/${id}/minutes/bring-in`)).status, 303)
  assert.match((await clerk.get(`/meetings/${id}/minutes`)).text, /Thank the young people who came/)
  assert.equal((await clerk.post(`/meetings/${id}/minutes/circulate`, { cleared: 'yes' })).status, 303)
  assert.deepEqual(await dutiesFor(id), [])
})

test('M12: where no later meeting was held there is no form, but which meeting can approve the minutes, and when', async () => {
  const { id } = await meetingWith('2014-11-03', [itemInput('Plan')])
  const clerk = at(board.clerk.account, '2014-11-04T10:00:00Z')
  await clerk.post(`/meetings/${id}/attendance/end`)
  await clerk.post(`/meetings/${id}/minutes/draft`)
  await clerk.post(`/meetings/${id}/minutes/circulate`, { cleared: 'yes' })
  const page = async () => (await clerk.get(`/meetings/${id}/minutes/approve`)).text
  assert.match(await page(), /No later meeting was held yet.*none is planned.*href="\/boards\/[^"]+\/meetings"/s)
  const next = await meetingWith('2014-12-01', [itemInput('Next')])
  const state = (to: string) => ownerDb.updateTable('meetings.meeting').set({ state: to }).where('id', '=', next.id).execute()
  await state('cancelled')
  assert.match(await page(), /none is planned/)
  await state('called')
  const waiting = await page()
  assert.match(waiting, /can be approved at the meeting on Monday 1 December 2014/)
  assert.ok(waiting.includes(`href="/meetings/${next.id}"`))
  assert.doesNotMatch(waiting, /Amendments that were agreed/)
  await state('in_progress')
  assert.match(await page(), /Amendments that were agreed/)
  await state('cancelled')
})

/** What My work tells the clerk about one meeting's minutes. */
async function dutiesFor(meeting: string): Promise<readonly string[]> {
  const now = Temporal.Instant.from('2014-05-14T10:00:00Z')
  const today = Temporal.PlainDate.from('2014-05-14')
  const duties = await readAs(needs.db, { actor: board.clerk.account, now, today }, (reader) =>
    findClerkDuties(reader, [board.body], { since: today.subtract({ years: 1 }), today }),
  )
  return duties.filter(({ id }) => id === meeting).map(({ kind }) => kind)
}
