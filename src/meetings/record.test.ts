import assert from 'node:assert/strict'
import { test } from 'node:test'
import { itemInput } from './testing/arrange.ts'
import { decisionFields, openScene } from './testing/record-scene.ts'

const { ownerDb, board, meetingWith, at, field, present } = await openScene()
const [council, police] = board.seats
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
    [`back_${field(2)}`]: '4.20pm',
    [`leftAgain_${field(2)}`]: '4.30pm',
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
  assert.match(page.text, /from 4\.20pm: <\/strong>3 of 5/)
  assert.match(page.text, /value="16:20"/)
  assert.equal((await clerk.post(`/meetings/${id}/attendance`, entered)).status, 409)
  const member = await at(police?.account, '2014-02-24T15:00:00Z').get(`/meetings/${id}/attendance`)
  assert.match(member.text, /acting as deputy for Fay Council \(counts for the seat\)/)
  assert.equal((await at(undefined, '2014-02-25T10:00:00Z').get(`/meetings/${id}/attendance`)).text.includes('Gus Police'), false)
  assert.equal((await at(police?.account, '2014-02-24T15:00:00Z').post(`/meetings/${id}/attendance`, entered)).status, 403)
  assert.match(member.text, /left at 3\.55pm; returned at 4\.20pm; left at 4\.30pm/)
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
  assert.match(list.text, /<option value="201[34]"/, 'the years that hold decisions are offered')
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

test('M9: a decision recorded wrongly is changed until its minutes are out, and then withdrawn with a reason and recorded anew', async () => {
  const { id } = await meetingWith('2014-03-03', [itemInput('Plan')])
  const clerk = at(board.clerk.account, '2014-03-03T14:30:00Z')
  const visitor = at(undefined, '2014-03-12T10:00:00Z')
  await clerk.post(`/meetings/${id}/attendance/start`)
  await clerk.post(`/meetings/${id}/attendance`, { mark: '', ...present(0, 1, 2, 3) })
  const { location } = await clerk.post(`/meetings/${id}/decisions/new`, decisionFields({ text: 'That the plan be noted.' }))
  const form = await clerk.get(`${location}/change`)
  assert.match(form.text, /That the plan be noted\./)
  const better = decisionFields({ text: 'That the second plan be noted.', version: '1' })
  assert.equal((await at(police?.account, '2014-03-03T14:30:00Z').post(`${location}/change`, better)).status, 403)
  assert.equal((await clerk.post(`${location}/change`, { ...better, text: '' })).status, 422)
  assert.equal((await clerk.post(`${location}/change`, better)).status, 303)
  const stale = await clerk.post(`${location}/change`, { ...better, text: 'That the third plan be noted.' })
  assert.equal(stale.status, 409)
  assert.match(stale.text, /Noted: That the second plan be noted\./)
  assert.match(stale.text, /That the third plan be noted\./)
  assert.match(stale.text, /name="version" value="2"/)
  await clerk.post(`/meetings/${id}/attendance/end`)
  await clerk.post(`/meetings/${id}/minutes/draft`)
  await clerk.post(`/meetings/${id}/minutes/circulate`, { cleared: 'yes' })
  assert.equal((await clerk.post(`/meetings/${id}/minutes/publish`, { which: 'draft' })).status, 303)
  assert.match((await visitor.get(location)).text, /That the second plan be noted\./)
  assert.equal((await clerk.post(`${location}/change`, { ...better, version: '2' })).status, 403)
  assert.equal((await clerk.post(`${location}/withdraw`, { reason: 'It was the third plan.' })).status, 303)
  assert.match((await visitor.get(location)).text, /has been withdrawn\. It was the third plan\./)
  assert.match((await clerk.post(`${location}/withdraw`, { reason: 'Again.' })).text, /has been withdrawn already/)
  const anew = await clerk.post(`/meetings/${id}/decisions/new`, decisionFields({ text: 'That the third plan be noted.' }))
  assert.equal((await visitor.get(anew.location)).status, 200)
})

test('M15: a draft of minutes that was published and withdrawn is put right and published again', async () => {
  const { id } = await meetingWith('2014-03-04', [itemInput('Plan')])
  const clerk = at(board.clerk.account, '2014-03-05T10:00:00Z')
  const visitor = at(undefined, '2014-03-12T10:00:00Z')
  await clerk.post(`/meetings/${id}/attendance/end`)
  await clerk.post(`/meetings/${id}/minutes/draft`)
  await clerk.post(`/meetings/${id}/minutes/circulate`, { cleared: 'yes' })
  const publish = () => clerk.post(`/meetings/${id}/minutes/publish`, { which: 'draft' })
  assert.equal((await publish()).status, 303)
  assert.equal((await publish()).status, 409)
  assert.equal((await clerk.post(`/meetings/${id}/minutes/withdraw`, { reason: 'A person was named.' })).status, 303)
  assert.match((await visitor.get(`/meetings/${id}/minutes`)).text, /Withdrawn from publication/)
  assert.match((await clerk.get(`/meetings/${id}/minutes`)).text, /minutes\/publish/)
  assert.equal((await publish()).status, 303)
  const again = await visitor.get(`/meetings/${id}/minutes`)
  assert.equal(again.text.includes('Withdrawn from publication'), false)
  assert.match(again.text, /Plan/)
})

test('M11: somebody from outside leads an action without seeing the meeting it came from', async () => {
  const { id } = await meetingWith('2014-03-06', [itemInput('Plan')])
  const clerk = at(board.clerk.account, '2014-03-06T14:30:00Z')
  await clerk.post(`/meetings/${id}/attendance/start`)
  const { location } = await clerk.post(`/meetings/${id}/actions/new`, { text: 'Tell the schools', due: '' })
  await ownerDb.updateTable('meetings.meeting').set({ sight: 'members' }).where('id', '=', id).execute()
  const lead = at(board.author.account, '2014-03-07T10:00:00Z')
  assert.equal((await lead.get(location)).status, 404)
  await ownerDb
    .insertInto('meetings.action_lead')
    .values({ action: idIn(location), person: board.author.person, name: 'Eve Author' })
    .execute()
  const page = await lead.get(location)
  assert.match(page.text, /Tell the schools/)
  assert.equal(page.text.includes('6 March 2014'), false)
  assert.equal((await lead.get(`/meetings/${id}`)).status, 404)
  assert.equal((await lead.post(`${location}/note`, { note: 'Two of three told.' })).status, 303)
  assert.equal((await lead.post(`${location}/state`, { state: 'done' })).status, 303)
  assert.equal((await lead.post(`${location}/state`, { state: 'withdrawn' })).status, 403)
})
