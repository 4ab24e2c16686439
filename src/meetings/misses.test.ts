import assert from 'node:assert/strict'
import { test } from 'node:test'
import { itemInput } from './testing/arrange.ts'
import { openScene } from './testing/record-scene.ts'
import { waitingFor } from './testing/waiting.ts'

const { needs, ownerDb, board, meetingWith, at, field, present } = await openScene()
const [, police, health] = board.seats
const stated = (value: unknown) => ({ status: 'stated', value, source: null })

/** Puts a rule of attendance into the terms of the board. */
async function withAttendanceRule(registerPublic = true): Promise<void> {
  const row = await ownerDb
    .selectFrom('governance.terms_version')
    .select(['id', 'document'])
    .where('body', '=', board.body)
    .executeTakeFirstOrThrow()
  const rule = {
    share: { numerator: 7, denominator: 10 },
    developmentDays: true,
    explanationAfter: 1,
    letterAfter: 2,
    consecutive: true,
    registerPublic,
  }
  const document = JSON.stringify({ ...(row.document as object), attendance: stated(rule) })
  await ownerDb.updateTable('governance.terms_version').set({ state: 'draft' }).where('id', '=', row.id).execute()
  await ownerDb.updateTable('governance.terms_version').set({ document, state: 'adopted' }).where('id', '=', row.id).execute()
}

async function held(day: string, attendance: Readonly<Record<string, string>>): Promise<string> {
  const { id } = await meetingWith(day, [itemInput('Plan')])
  const clerk = at(board.clerk.account, `${day}T14:00:00Z`)
  await clerk.post(`/meetings/${id}/attendance/start`)
  assert.equal((await clerk.post(`/meetings/${id}/attendance`, { mark: '', ...attendance })).status, 303)
  await clerk.post(`/meetings/${id}/attendance/end`)
  return id
}

test('G12: a miss without apology asks the member, who explains once; two misses draft a letter that a person sends', async () => {
  await withAttendanceRule()
  const first = await held('2014-04-09', { ...present(0, 2, 3, 4), [`status_${field(1)}`]: 'no_apology' })
  await held('2014-05-14', { ...present(0, 2, 3, 4), [`status_${field(1)}`]: 'apologies' })
  const clerk = at(board.clerk.account, '2014-05-20T10:00:00Z')
  const page = await clerk.get(`/boards/${board.slug}/attendance/misses`)
  assert.match(page.text, /Gus Police/)
  assert.match(page.text, /Ask for an explanation/)
  assert.match(page.text, /Draft a letter/)
  for (const stranger of [undefined, health?.account, board.observer.account])
    assert.notEqual((await at(stranger, '2014-05-20T10:00:00Z').get(`/boards/${board.slug}/attendance/misses`)).status, 200)
  const waits = (instant: string) => waitingFor(needs, board.clerk.account, instant)
  assert.deepEqual(await waits('2014-05-20T10:00:00Z'), ['explain-misses 1', 'consider-letters 1'])
  assert.deepEqual(await waitingFor(needs, board.chair.account, '2014-05-20T10:00:00Z'), [])
  const place = `${police?.seat}/1`
  assert.equal((await clerk.post(`/meetings/${first}/attendance/ask`, { place: 'nonsense' })).status, 404)
  assert.equal((await clerk.post(`/meetings/${first}/attendance/ask`, { place: `${health?.seat}/1` })).status, 422)
  for (const _ of [1, 2]) assert.equal((await clerk.post(`/meetings/${first}/attendance/ask`, { place })).status, 303)
  const [asked, ...more] = await ownerDb.selectFrom('meetings.absence_question').selectAll().where('meeting', '=', first).execute()
  assert.deepEqual(more, [])
  const address = `/absences/${asked?.id}`
  const member = at(police?.account, '2014-05-21T10:00:00Z')
  assert.equal((await at(health?.account, '2014-05-21T10:00:00Z').get(address)).status, 404)
  assert.equal((await member.post(address, { explanation: '' })).status, 422)
  assert.equal((await member.post(address, { explanation: 'I was in court.' })).status, 303)
  assert.equal((await member.post(address, { explanation: 'Something else.' })).status, 409)
  assert.match((await clerk.get(`/boards/${board.slug}/attendance/misses`)).text, /I was in court/)
  const drafted = await clerk.post(`/boards/${board.slug}/attendance/letters`, { place })
  assert.equal(drafted.status, 303)
  assert.equal((await clerk.post(`/boards/${board.slug}/attendance/letters`, { place })).location, drafted.location)
  assert.deepEqual(await waits('2014-05-21T12:00:00Z'), ['send-letters 1'])
  const letter = await clerk.get(drafted.location)
  assert.match(letter.text, /To the chief officer of Gus Police agency/)
  assert.match(letter.text, /9 April 2014.*14 May 2014/s)
  assert.equal((await clerk.post(drafted.location, { text: 'Dear Chief Constable', version: '1' })).status, 303)
  assert.equal((await clerk.post(drafted.location, { text: 'Older', version: '1' })).status, 409)
  const sent = { sentTo: 'The chief constable', version: '2', 'sentOn-day': '22', 'sentOn-month': '5', 'sentOn-year': '2014' }
  assert.equal((await clerk.post(`${drafted.location}/sent`, sent)).status, 422)
  assert.equal((await at(board.clerk.account, '2014-05-22T10:00:00Z').post(`${drafted.location}/sent`, sent)).status, 303)
  assert.deepEqual(await waits('2014-05-22T12:00:00Z'), [])
  assert.equal((await clerk.post(drafted.location, { text: 'After', version: '3' })).status, 422)
  assert.match((await clerk.get(`/boards/${board.slug}/attendance/misses`)).text, /Sent on 22 May 2014 to The chief constable/)
  assert.equal((await at(health?.account, '2014-05-22T10:00:00Z').get(drafted.location)).status, 404)
})

test('G12, X5: the register and the completion of actions are files that start no formula, and say where nothing was due', async () => {
  await ownerDb
    .updateTable('governance.person')
    .set({ name: '=HYPERLINK("x")' })
    .where('id', '=', health?.person ?? '')
    .execute()
  const member = at(police?.account, '2014-05-20T10:00:00Z')
  const register = await member.get(`/boards/${board.slug}/attendance/register.csv`)
  assert.equal(register.status, 200)
  assert.match(register.text, /"'=HYPERLINK\(""x""\)",/)
  assert.match(register.text, /Gus Police,Seat 2,Gus Police agency,2,0,0/)
  const early = await at(police?.account, '2013-05-20T10:00:00Z').get(`/boards/${board.slug}/attendance/register.csv`)
  assert.match(early.text, /Gus Police,Seat 2,Gus Police agency,no meetings due/)
  const completion = await member.get(`/boards/${board.slug}/actions/completion.csv`)
  assert.equal(completion.text.split('\r\n')[0], 'kind,who,done,of these in time,overdue,not yet due,done of those due')
})

test('M8: everybody is marked as present in the form, and what is recorded already stays', async () => {
  const { id } = await meetingWith('2014-07-09', [itemInput('Plan')])
  const clerk = at(board.clerk.account, '2014-07-09T14:00:00Z')
  await clerk.post(`/meetings/${id}/attendance/start`)
  await clerk.post(`/meetings/${id}/attendance`, { mark: '', [`status_${field(1)}`]: 'apologies', ...present(0) })
  const form = await clerk.get(`/meetings/${id}/attendance?everybody=present`)
  assert.match(form.text, new RegExp(`id="status_${field(2)}"[^>]*>(?:(?!</select>).)*value="present" selected`, 's'))
  assert.match(form.text, new RegExp(`id="status_${field(1)}"[^>]*>(?:(?!</select>).)*value="apologies" selected`, 's'))
})

test('G12: terms that keep the register private outweigh the setting, on the page and in its file; members read both', async () => {
  const [page, csv] = [`/boards/${board.slug}/attendance`, `/boards/${board.slug}/attendance/register.csv`]
  const [visitor, member] = [at(undefined, '2014-05-20T10:00:00Z'), at(police?.account, '2014-05-20T10:00:00Z')]
  await withAttendanceRule(true)
  assert.match((await visitor.get(page)).text, /Attendance of each member/)
  assert.equal((await visitor.get(csv)).status, 200)
  await withAttendanceRule(false)
  assert.doesNotMatch((await visitor.get(page)).text, /Attendance of each member|Gus Police/)
  assert.notEqual((await visitor.get(csv)).status, 200)
  assert.match((await member.get(page)).text, /Attendance of each member/)
  assert.equal((await member.get(csv)).status, 200)
  await withAttendanceRule(true)
})
