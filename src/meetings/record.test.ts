import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { openHouse } from '#test/support/house.ts'
import { addItem } from './commands/agenda/add-item.ts'
import { callMeeting } from './commands/meeting/call-meeting.ts'
import { createMeeting } from './commands/meeting/create-meeting.ts'
import type { ItemInput } from './rules/item.ts'
import { doerAt, exemptInput, itemInput, meetingInput, value } from './testing/arrange.ts'
import { recordClient } from './testing/record-app.ts'
import { buildRecordBoard } from './testing/record-board.ts'

const MARKER = 'Kestrelhold'
const { needs, ownerDb } = await openHouse(Temporal.Instant.from('2014-02-24T14:00:00Z'))
const board = await buildRecordBoard(ownerDb)
const [council, police] = board.seats
const field = (index: number): string => board.seats[index]?.field ?? ''

async function meetingWith(day: string, items: readonly ItemInput[], kind: 'ordinary' | 'extraordinary' = 'ordinary') {
  const early = doerAt(board.clerk.account, '2013-10-01T10:00:00Z')
  const { id } = value(await createMeeting(needs, early, board.body, meetingInput(day, { kind })))
  const ids: string[] = []
  for (const item of items) ids.push(value(await addItem(needs, early, id, item)).id)
  value(await callMeeting(needs, early, id, 1))
  await ownerDb.updateTable('meetings.agenda_item').set({ sight: 'public' }).where('meeting', '=', id).execute()
  await ownerDb
    .updateTable('meetings.item_content')
    .set({ sight: 'public' })
    .where('meeting', '=', id)
    .where('category', '=', 'public')
    .execute()
  await ownerDb
    .updateTable('meetings.item_content')
    .set({ sight: 'members' })
    .where('meeting', '=', id)
    .where('category', '<>', 'public')
    .execute()
  return { id, items: ids }
}

const at = (account: typeof board.clerk.account | undefined, instant: string) => recordClient(needs, account, instant)
const present = (...indexes: number[]): Record<string, string> =>
  Object.fromEntries(indexes.map((index) => [`status_${field(index)}`, 'present']))
const decisionFields = (more: Record<string, string>) => ({
  type: 'note',
  text: 'That it be noted.',
  matter: 'neither',
  method: 'consensus',
  ...more,
})
const idIn = (location: string): string => location.split('/').at(-1) ?? ''

test('M8, G6, G7: attendance is recorded in one form; quorum is judged at every instant; a decision after it was lost is refused', async () => {
  const { id } = await meetingWith('2014-02-24', [itemInput('Housing strategy')])
  const clerk = at(board.clerk.account, '2014-02-24T14:05:00Z')
  const empty = await clerk.get(`/meetings/${id}/attendance`)
  assert.match(empty.text, /Nobody’s attendance is recorded yet/)
  assert.equal((await clerk.post(`/meetings/${id}/attendance/start`)).status, 303)
  const entered = {
    mark: '',
    ...present(1, 2),
    [`status_${field(0)}`]: 'deputy',
    [`deputy_${field(0)}`]: board.deputy.person,
    [`left_${field(2)}`]: '3.55pm',
    [`status_${field(3)}`]: 'apologies',
    [`status_${field(4)}`]: 'no_apology',
    status_chair: 'present',
    chairWho: 'chair',
    others: 'Rae Winters, democratic services',
  }
  const refused = await clerk.post(`/meetings/${id}/attendance`, { ...entered, [`deputy_${field(0)}`]: '' })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Choose who came as deputy/)
  assert.match(refused.text, /Rae Winters, democratic services/)
  assert.equal((await clerk.post(`/meetings/${id}/attendance`, entered)).status, 303)
  const page = await clerk.get(`/meetings/${id}/attendance`)
  assert.match(page.text, /3 of 5 voting members present \(60%\), 50% needed/)
  assert.match(page.text, /from 3\.55pm: <\/strong>2 of 5 voting members present \(40%\)/)
  assert.equal((await clerk.post(`/meetings/${id}/attendance`, entered)).status, 409)
  const member = await at(police?.account, '2014-02-24T15:00:00Z').get(`/meetings/${id}/attendance`)
  assert.match(member.text, /acting as deputy for Fay Council \(counts for the seat\)/)
  assert.equal((await at(undefined, '2014-02-25T10:00:00Z').get(`/meetings/${id}/attendance`)).text.includes('Gus Police'), false)
  assert.equal((await at(police?.account, '2014-02-24T15:00:00Z').post(`/meetings/${id}/attendance`, entered)).status, 403)
  const late = await clerk.post(`/meetings/${id}/decisions/new`, decisionFields({ at: '4pm' }))
  assert.equal(late.status, 422)
  assert.match(late.text, /The meeting is not quorate at that time/)
  const inTime = await clerk.post(`/meetings/${id}/decisions/new`, decisionFields({ at: '3pm' }))
  assert.equal(inTime.status, 303)
  const kept = await ownerDb
    .selectFrom('meetings.decision')
    .select('quorum')
    .where('id', '=', idIn(inTime.location))
    .executeTakeFirstOrThrow()
  assert.equal((kept.quorum as { verdict: { state: string } }).verdict.state, 'quorate')
  assert.equal((await clerk.post(`/meetings/${id}/attendance/consultation`, { consulted: 'Ivy Schools', views: 'Content.' })).status, 303)
  assert.equal((await clerk.post(`/meetings/${id}/decisions/new`, decisionFields({ at: '4pm' }))).status, 303)
})

test('M9, G9, G14: what the terms reserve is refused with the body to go to; decisions are numbered on and listed', async () => {
  const { id, items } = await meetingWith('2014-01-20', [itemInput('Plan')])
  const clerk = at(board.clerk.account, '2014-01-20T14:30:00Z')
  await clerk.post(`/meetings/${id}/attendance/start`)
  await clerk.post(`/meetings/${id}/attendance`, { mark: '', ...present(0, 1, 2, 3) })
  const reserved = await clerk.post(
    `/meetings/${id}/decisions/new`,
    decisionFields({ type: 'approve', functionKey: 'wellbeing_priorities' }),
  )
  assert.equal(reserved.status, 422)
  assert.match(reserved.text, /naming Northbrook Health and Wellbeing Board/)
  const policy = await clerk.post(
    `/meetings/${id}/decisions/new`,
    decisionFields({ type: 'resolve', matter: 'policy', method: 'show_of_hands' }),
  )
  assert.match(policy.text, /Refer it to Northbrook County Council/)
  const fields = decisionFields({
    type: 'recommend',
    functionKey: 'wellbeing_priorities',
    referredTo: 'Northbrook Health and Wellbeing Board',
    item: items[0] ?? '',
  })
  const done = await clerk.post(`/meetings/${id}/decisions/new`, {
    ...fields,
    method: 'show_of_hands',
    votesFor: '3',
    votesAgainst: '0',
    abstained: '0',
  })
  assert.equal(done.status, 303)
  const page = await clerk.get(done.location)
  assert.match(page.text, /The votes add up to 3, and 4 voting rights were present: no percentage is given/)
  const numbers = await ownerDb.selectFrom('meetings.decision').select('number').where('body', '=', board.body).orderBy('id').execute()
  assert.deepEqual(
    numbers.map(({ number }) => number),
    numbers.map((_, index) => String(index + 1)),
  )
  const list = await at(police?.account, '2014-01-21T10:00:00Z').get(`/boards/${board.slug}/decisions?type=recommend&words=noted`)
  assert.match(list.text, /<strong>1<\/strong> decision</)
  assert.match((await at(undefined, '2014-01-21T10:00:00Z').get(`/boards/${board.slug}/decisions`)).text, /No decisions to show/)
})

test('M11: actions keep their words and dates, ask what is unclear, are done by their lead, and follow to the next agenda', async () => {
  const { id } = await meetingWith('2013-11-13', [itemInput('Plan')])
  const clerk = at(board.clerk.account, '2013-11-13T14:30:00Z')
  await clerk.post(`/meetings/${id}/attendance/start`)
  const asked = await clerk.post(`/meetings/${id}/actions/new`, { text: 'Share the plan', due: 'week of 5 February' })
  assert.equal(asked.status, 422)
  assert.match(asked.text, /not a Monday/)
  const made = await clerk.post(`/meetings/${id}/actions/new`, {
    text: 'Share the plan',
    due: 'by end February',
    lead1: `p-${council?.person ?? ''}`,
  })
  assert.equal(made.status, 303)
  const lead = at(council?.account, '2014-03-01T10:00:00Z')
  const overdue = await lead.get(`/boards/${board.slug}/actions?view=overdue`)
  assert.match(overdue.text, /Share the plan/)
  assert.match(overdue.text, /by end February \(28 February 2014\)/)
  assert.match((await lead.get(`/boards/${board.slug}/actions?view=mine`)).text, /Mine \(1\)/)
  assert.equal((await lead.post(`${made.location}/note`, { note: 'Sent to four agencies.' })).status, 303)
  assert.equal((await at(police?.account, '2014-03-01T10:00:00Z').post(`${made.location}/state`, { state: 'done' })).status, 403)
  assert.equal((await lead.post(`${made.location}/state`, { state: 'done' })).status, 303)
  assert.match((await lead.get(`/boards/${board.slug}/actions?view=done`)).text, /Fay Council agency/)
  const toMeeting = await clerk.post(`/meetings/${id}/actions/new`, { text: 'Report back', due: 'to the February meeting' })
  assert.match((await clerk.get(toMeeting.location)).text, /24 February 2014/)
  const stale = await clerk.post(`${toMeeting.location}/change`, { text: 'Report back soon', due: '', version: '7' })
  assert.equal(stale.status, 409)
  assert.match(stale.text, /Report back soon/)
})

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
  const february = await ownerDb
    .selectFrom('meetings.meeting')
    .select('id')
    .where('held_on', '=', Temporal.PlainDate.from('2014-02-24'))
    .executeTakeFirstOrThrow()
  const later = at(board.clerk.account, '2014-02-26T10:00:00Z')
  const self = await later.post(`/meetings/${id}/minutes/approve`, { meeting: id })
  assert.match(self.text, /not at their own/)
  assert.equal(
    (
      await later.post(`/meetings/${id}/minutes/approve`, {
        meeting: february.id,
        amendments: 'Minute 25: the plan of 2014.',
        signedBy: 'Ben Chair',
      })
    ).status,
    303,
  )
  assert.match((await visitor.get(`/meetings/${id}/minutes`)).text, /No minutes yet/)
  assert.equal((await later.post(`/meetings/${id}/minutes/publish`, { which: 'final' })).status, 303)
  const page = await visitor.get(`/meetings/${id}/minutes`)
  assert.match(page.text, /Members spoke of safety online/)
  assert.match(page.text, /with these amendments: Minute 25/)
  assert.match(page.text, /A contract/)
  assert.match(page.text, /Not for the public/)
  const pdf = await visitor.get(`/meetings/${id}/minutes.pdf`)
  assert.equal(pdf.status, 200)
  const files = await ownerDb.selectFrom('meetings.pack_file').select(['edition', 'document']).where('meeting', '=', id).execute()
  for (const { edition, document } of files) assert.equal((await pdfText(document)).includes(MARKER), edition === 'full', edition)
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
  const first = await visitor.get(`/meetings/${id}/minutes/versions/1`)
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
  await ownerDb.updateTable('governance.body_setting').set({ legal_regime: 'lga1972' }).where('body', '=', board.body).execute()
  const refused = await clerk.post(`/meetings/${id}/minutes/approve`, { meeting: special.id })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /extraordinary meeting is not a suitable meeting/)
  await ownerDb.updateTable('governance.body_setting').set({ legal_regime: 'partnership' }).where('body', '=', board.body).execute()
  assert.equal((await clerk.post(`/meetings/${id}/minutes/approve`, { meeting: special.id })).status, 303)
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

test('G12, G17: the register and compliance are computed from the record; what misses call for is for the clerk', async () => {
  const clerk = at(board.clerk.account, '2014-03-10T10:00:00Z')
  const register = await clerk.get(`/boards/${board.slug}/attendance`)
  assert.match(register.text, /Gus Police/)
  assert.match(register.text, /What follows/)
  assert.equal((await at(undefined, '2014-03-10T10:00:00Z').get(`/boards/${board.slug}/attendance`)).text.includes('What follows'), false)
  const compliance = await clerk.get(`/boards/${board.slug}/compliance`)
  assert.equal(compliance.status, 200)
  assert.match(compliance.text, /Quorum/)
  assert.match(compliance.text, /The terms say nothing about/)
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
