import assert from 'node:assert/strict'
import { test } from 'node:test'
import { itemInput } from './testing/arrange.ts'
import { openScene } from './testing/record-scene.ts'

const { needs, ownerDb, board, meetingWith, at, present } = await openScene()
const [, police] = board.seats
const SECRET = 'Zennor Trevose'

/** The link of the last mail that asks for a confirmation, as the queue holds it. */
async function lastLink(): Promise<string> {
  const rows = await ownerDb
    .selectFrom('pgboss.job' as never)
    .select(['data' as never])
    .where('name' as never, '=', 'mail' as never)
    .execute()
  const links = rows.flatMap((row) => /questions\/confirm\?token=[\w-]+/.exec(JSON.stringify(row))?.[0] ?? [])
  return `/${links.at(-1) ?? ''}`
}

test('M13: a question from the public waits for its link, is accepted with the name withheld, answered, and minuted', async () => {
  const { id, items } = await meetingWith('2014-06-12', [itemInput('Questions from the public'), itemInput('Plan')])
  const visitor = at(undefined, '2014-06-01T10:00:00Z')
  const clerk = at(board.clerk.account, '2014-06-02T10:00:00Z')
  await clerk.post(`/boards/${board.slug}/question-rules/new`, {
    kind: 'public_question',
    taken: 'yes',
    mode: 'clear-working',
    days: '3',
    cutOff: '12:00',
    mostWords: '50',
    source: 'Standing orders, section 9',
    'startsOn-day': '1',
    'startsOn-month': '1',
    'startsOn-year': '2014',
  })
  const page = await visitor.get(`/meetings/${id}/questions/new`)
  assert.match(page.text, /Standing orders, section 9/)
  assert.match(page.text, /deleted six months after the meeting/)
  const fields = { kind: 'public_question', text: 'Who pays for <b>the bus</b>?', name: SECRET, email: 'zt@example.org', withheld: 'yes' }
  assert.equal((await visitor.post(`/meetings/${id}/questions/new`, { ...fields, text: 'word '.repeat(51) })).status, 422)
  assert.equal((await visitor.post(`/meetings/${id}/questions/new`, fields)).status, 303)
  assert.doesNotMatch((await clerk.get(`/meetings/${id}/questions`)).text, /Who pays/)
  const link = await lastLink()
  const confirming = await visitor.get(link)
  assert.match(confirming.text, /Who pays for &lt;b&gt;the bus/)
  const token = link.replace(/^.*=/, '')
  assert.equal((await visitor.post('/questions/confirm', { token })).status, 303)
  assert.equal((await visitor.post('/questions/confirm', { token })).status, 404)
  const list = await clerk.get(`/meetings/${id}/questions`)
  assert.match(list.text, /To be settled/)
  const one = /\/questions\/[0-9a-f-]{36}/.exec(list.text)?.[0] ?? ''
  const seen = await clerk.get(one)
  assert.match(seen.text, new RegExp(SECRET))
  assert.match(seen.text, /In time: it could come until 6 June 2014/)
  for (const other of [visitor, at(police?.account, '2014-06-02T10:00:00Z'), at(board.observer.account, '2014-06-02T10:00:00Z')])
    assert.equal((await other.get(one)).status, 404)
  assert.equal((await visitor.post(`${one}/settle`, { verdict: 'accept', version: '1' })).status, 404)
  assert.equal((await clerk.post(`${one}/settle`, { verdict: 'refuse', version: '1' })).status, 422)
  const [questions] = items
  const elsewhere = await meetingWith('2014-07-10', [itemInput('Of another meeting')])
  assert.equal((await clerk.post(`${one}/settle`, { verdict: 'accept', item: elsewhere.items[0] ?? '', version: '1' })).status, 404)
  const accept = { verdict: 'accept', item: questions ?? '', shownName: SECRET, version: '1' }
  assert.equal((await clerk.post(`${one}/settle`, accept)).status, 303)
  assert.equal((await clerk.post(`${one}/settle`, accept)).status, 409)
  const shown = await visitor.get(one)
  assert.match(shown.text, /name withheld/i)
  const item = await visitor.get(`/meetings/${id}/items/${questions}`)
  assert.match(item.text, /Who pays for &lt;b&gt;the bus/)
  const room = at(board.clerk.account, '2014-06-12T13:30:00Z')
  await room.post(`/meetings/${id}/attendance/start`)
  await room.post(`/meetings/${id}/attendance`, { mark: '', ...present(0, 1, 2) })
  const answer = {
    answerKind: 'oral',
    answer: 'The county council does.',
    answeredBy: 'Fay Council',
    supplementary: 'Until when?',
    version: '2',
  }
  assert.equal((await room.post(`${one}/answer`, answer)).status, 303)
  await room.post(`/meetings/${id}/attendance/end`)
  await room.post(`/meetings/${id}/minutes/draft`)
  await room.post(`/meetings/${id}/minutes/circulate`, { cleared: 'yes' })
  await room.post(`/meetings/${id}/minutes/publish`, { which: 'draft' })
  const minutes = await visitor.get(`/meetings/${id}/minutes`)
  assert.match(minutes.text, /Question from the public \(name withheld\):/)
  assert.match(minutes.text, /The county council does/)
  assert.match(minutes.text, /Supplementary question/)
  for (const path of [one, `/meetings/${id}`, `/meetings/${id}/questions`, `/meetings/${id}/minutes`, `/meetings/${id}/minutes/record`])
    for (const reader of [visitor, at(police?.account, '2014-06-20T10:00:00Z'), at(board.observer.account, '2014-06-20T10:00:00Z')])
      assert.ok(!(await reader.get(path)).text.includes(SECRET), path)
  const withdrawn = await room.post(`${one}/withdraw`, { reason: 'Taken back by who asked.', version: '3' })
  assert.equal(withdrawn.status, 303)
  assert.equal((await visitor.get(one)).status, 404)
  assert.match((await room.get(`/meetings/${id}/minutes`)).text, /no longer in the record/)
})

test('M13: a member asks, declares the whip at an item, and sees only what is theirs before it is accepted', async () => {
  const { id, items } = await meetingWith('2014-08-07', [itemInput('Budget')])
  const member = at(police?.account, '2014-08-01T10:00:00Z')
  const other = at(board.seats[2]?.account, '2014-08-01T10:00:00Z')
  const asked = await member.post(`/meetings/${id}/questions/new`, { kind: 'member_question', text: 'What of the budget?' })
  assert.equal(asked.status, 303)
  assert.equal((await member.get(asked.location)).status, 200)
  assert.equal((await other.get(asked.location)).status, 404)
  assert.equal((await member.post(`/meetings/${id}/questions/new`, { kind: 'whip', text: 'We vote as one.' })).status, 422)
  const whip = await member.post(`/meetings/${id}/questions/new`, { kind: 'whip', text: 'We vote as one.', item: items[0] ?? '' })
  assert.equal(whip.status, 303)
  assert.match((await other.get(whip.location)).text, /We vote as one/)
  assert.equal((await at(undefined, '2014-08-01T10:00:00Z').get(whip.location)).status, 404)
  assert.equal((await member.post(`${asked.location}/settle`, { verdict: 'accept', version: '1' })).status, 404)
})

test('M13: a petition says what its signatures call for; one that came late says so and is accepted with a reason', async () => {
  const { id } = await meetingWith('2014-09-11', [itemInput('Petitions')])
  const clerk = at(board.clerk.account, '2014-09-10T10:00:00Z')
  const day = { 'startsOn-day': '1', 'startsOn-month': '1', 'startsOn-year': '2014' }
  const rule = {
    kind: 'petition',
    taken: 'yes',
    mode: 'working',
    days: '5',
    signaturesToAnswer: '50',
    signaturesToDebate: '500',
    source: 'Petition scheme',
  }
  assert.equal((await clerk.post(`/boards/${board.slug}/question-rules/new`, { ...rule, days: '', ...day })).status, 422)
  assert.equal((await clerk.post(`/boards/${board.slug}/question-rules/new`, { ...rule, ...day })).status, 303)
  assert.equal((await clerk.post(`/boards/${board.slug}/question-rules/new`, { ...rule, ...day })).status, 422)
  const brought = await clerk.post(`/meetings/${id}/questions/new`, {
    kind: 'petition',
    text: 'Keep the crossing.',
    name: 'Ros Hale',
    signatures: '640',
  })
  assert.equal(brought.status, 303)
  const page = await clerk.get(brought.location)
  assert.match(page.text, /640\. It has enough signatures for a debate/)
  assert.match(page.text, /Late: it could come until 4 September 2014/)
  await clerk.post(`${brought.location}/settle`, { verdict: 'accept', reason: 'The chair agreed.', shownName: 'Ros Hale', version: '1' })
  const visitor = at(undefined, '2014-09-10T12:00:00Z')
  assert.match((await visitor.get(brought.location)).text, /Ros Hale/)
  const deputation = { kind: 'deputation', text: 'To speak', name: 'A', email: 'a@example.org', signatures: '3' }
  assert.equal((await visitor.post(`/meetings/${id}/questions/new`, deputation)).status, 422)
})

test('M13: hostile posts to the public form change nothing, and are answered in words', async () => {
  const { id } = await meetingWith('2014-10-09', [itemInput('Plan')])
  const visitor = at(undefined, '2014-10-01T10:00:00Z')
  const good = { kind: 'public_question', text: 'Why?', name: 'Bo', email: 'bo@example.org' }
  const count = async () =>
    (await ownerDb.selectFrom('meetings.submission_request').select('id').where('meeting', '=', id).execute()).length
  for (const bad of [
    { text: 'x'.repeat(10_001) },
    { text: 'a\u0000b' },
    { kind: 'whip' },
    { kind: 'member_question' },
    { email: 'bo@example.org\nBcc: x@example.org' },
    { email: 'no' },
    { name: '' },
  ])
    assert.equal((await visitor.post(`/meetings/${id}/questions/new`, { ...good, ...bad })).status, 422, JSON.stringify(bad).slice(0, 60))
  assert.equal(await count(), 0)
  for (const _ of [1, 2, 3]) assert.equal((await visitor.post(`/meetings/${id}/questions/new`, good)).status, 303)
  assert.match((await visitor.post(`/meetings/${id}/questions/new`, good)).text, /Too many have been sent/)
  assert.equal(await count(), 3)
  const late = at(undefined, '2014-10-10T10:00:00Z')
  assert.match((await late.post(`/meetings/${id}/questions/new`, { ...good, email: 'other@example.org' })).text, /This meeting is over/)
  assert.equal((await visitor.get('/questions/confirm?token=nothing')).status, 404)
  await ownerDb.updateTable('meetings.meeting').set({ access: 'private' }).where('id', '=', id).execute()
  assert.equal((await visitor.post(`/meetings/${id}/questions/new`, { ...good, email: 'p@example.org' })).status, 401)
  assert.ok(needs.db)
})
