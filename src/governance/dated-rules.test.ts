import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#platform/database/ids.ts'
import { htmlFaults } from '#test/support/html.ts'
import { governanceDated } from './dated.ts'
import { listDatedRules } from './queries/dated-rules.ts'
import { findNoticeLaw } from './queries/notice-law.ts'
import { findMemberRules } from './queries/register-review.ts'
import { on, sampleId } from './sample/ids.ts'
import { dayFields, openRooms } from './testing/rooms.ts'

const rooms = await openRooms()
const at = '/dated-rules'
const listed = async (key: string) => {
  const part = governanceDated.find((one) => one.key === key)
  return part ? listDatedRules(rooms.ownerDb, part) : []
}
const rate = async (vehicle: string) => (await listed('mile-rates')).find((rule) => rule.about === vehicle && !rule.endsOn)
const idOf = async (vehicle: string): Promise<string> => (await rate(vehicle))?.id ?? ''

test('G10, G16: rates and rules of the law stand on a page for everybody, in plain words, with source, from and until', async () => {
  const { status, text } = await rooms.get(at)
  assert.equal(status, 200)
  assert.deepEqual(await htmlFaults(text), [])
  assert.match(text, /Car or van[\s\S]*45p a mile[\s\S]*HM Revenue and Customs[\s\S]*6 April 2011/)
  assert.match(text, /Council committee in England[\s\S]*at least 5 clear working days before the meeting/)
  assert.match(
    text,
    /Council committee in Wales[\s\S]*3 clear working days[\s\S]*Local Government and Elections \(Wales\) Act 2021[\s\S]*1 May 2021/,
  )
  assert.doesNotMatch(text, /dated-rules\/notice\/new/)
  const law = await findNoticeLaw(rooms.ownerDb)
  assert.deepEqual([law('lga1972-wales', on('2021-04-30'))?.rule.days, law('lga1972-wales', on('2021-05-01'))?.rule.days], [3, 3])
  assert.match(law('lga1972-wales', on('2021-05-01'))?.source ?? '', /Elections \(Wales\) Act 2021/)
  assert.equal(law('lga1972', on('2026-01-01'))?.rule.days, 5)
})

test('G16: a new rate ends the one before it on its first day; what overlaps is refused in words, and by the database', async () => {
  const typed = { about: 'bicycle', amount: '25', source: 'The Treasury', ...dayFields('startsOn', '2026-04-06') }
  assert.equal((await rooms.post(`${at}/mile-rates/new`, typed, 'siddiqui')).status, 403, 'a clerk')
  assert.equal((await rooms.post(`${at}/mile-rates/new`, { ...typed, about: 'rocket' }, 'lowe')).status, 422)
  assert.equal((await rooms.get(`${at}/taxes/new`, 'lowe')).status, 404)
  assert.equal((await rooms.post(`${at}/mile-rates/new`, typed, 'lowe')).status, 303)
  assert.match((await rooms.get(at)).text, /Bicycle[\s\S]*25p a mile[\s\S]*To come[\s\S]*20p a mile[\s\S]*In force[\s\S]*6 April 2026/)
  const again = await rooms.post(`${at}/mile-rates/new`, typed, 'lowe')
  assert.equal(again.status, 422)
  assert.match(again.text, /Another rule of this matter holds in that time[\s\S]*value="The Treasury"/)
  const row = { id: newId(), vehicle: 'bicycle', pence: 30, source: 'Nobody', starts_on: on('2027-01-01') }
  await assert.rejects(rooms.ownerDb.insertInto('governance.mile_rate').values(row).execute(), { constraint: 'mile_rate_one' })
  const notice = { legal_regime: 'lga1972', mode: 'working', days: 3, source: 'Nobody', starts_on: on('2027-01-01') }
  await assert.rejects(rooms.ownerDb.insertInto('governance.notice_law').values(notice).execute(), { constraint: 'notice_law_one' })
  const both = { ...typed, about: 'motorcycle', ...dayFields('startsOn', '2026-05-01') }
  const outcomes = await Promise.all([1, 2].map(() => rooms.post(`${at}/mile-rates/new`, both, 'lowe')))
  assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), [303, 422], 'a double click')
})

test('G10: a rule of the law is added, put right with a reason that everybody reads, and ended', async () => {
  const typed = { about: 'nhs-body', amount: '3', mode: 'working', source: 'Standing orders', ...dayFields('startsOn', '2026-01-01') }
  assert.equal((await rooms.post(`${at}/notice/new`, { ...typed, mode: 'moons' }, 'lowe')).status, 422)
  assert.equal((await rooms.post(`${at}/notice/new`, typed, 'lowe')).status, 303)
  const rule = (await listed('notice')).find(({ about }) => about === 'nhs-body')
  assert.ok(rule)
  const right = {
    amount: '5',
    mode: 'clear-working',
    source: 'Standing orders, section 4',
    ...dayFields('startsOn', '2026-02-01'),
    version: '1',
  }
  const correct = `${at}/notice/${rule.id}/correct`
  assert.equal((await rooms.post(correct, right, 'lowe')).status, 422, 'no reason')
  assert.equal((await rooms.post(correct, { ...right, reason: 'Misread.' }, 'siddiqui')).status, 403)
  assert.equal((await rooms.post(correct, { ...right, reason: 'Misread.' }, 'lowe')).status, 303)
  assert.equal((await rooms.post(correct, { ...right, reason: 'Misread.' }, 'lowe')).status, 409)
  const { text } = await rooms.get(at)
  assert.match(
    text,
    /NHS body[\s\S]*5 clear working days[\s\S]*Put right on 10 March 2026: Misread\.[\s\S]*3 working days[\s\S]*from 1 January 2026/,
  )
  const end = `${at}/notice/${rule.id}/end`
  assert.equal((await rooms.post(end, { version: '2', ...dayFields('endsOn', '2026-02-01') }, 'lowe')).status, 422)
  assert.equal((await rooms.post(end, { version: '2', ...dayFields('endsOn', '2026-03-01') }, 'lowe')).status, 303)
  assert.match((await rooms.get(at)).text, /NHS body[\s\S]*Over/)
  assert.equal((await findNoticeLaw(rooms.ownerDb))('nhs-body', on('2026-03-01')), undefined)
})

test('G16: a rate by which somebody was paid stays what it was on that day', async () => {
  const id = await idOf('car')
  const claim = {
    id: newId(),
    body: sampleId('body', 'northbrook-childrens-partnership'),
    person: sampleId('person', 'haddad'),
    kind: 'mileage',
    words: 'To the meeting',
  }
  const miles = {
    spent_on: on('2026-02-01'),
    mile_rate: id,
    tenth_miles: 100,
    pence: 450,
    submitted_at: Temporal.Instant.from('2026-02-02T10:00:00Z'),
  }
  await rooms.ownerDb
    .insertInto('governance.expense_claim')
    .values({ ...claim, ...miles })
    .execute()
  const version = String((await rate('car'))?.version)
  const early = await rooms.post(`${at}/mile-rates/${id}/end`, { version, ...dayFields('endsOn', '2026-01-31') }, 'lowe')
  assert.equal(early.status, 422)
  assert.match(early.text, /Somebody was paid by this rate/)
  const typed = { source: 'HMRC', reason: 'A slip', version, ...dayFields('startsOn', '2011-04-06') }
  assert.equal((await rooms.post(`${at}/mile-rates/${id}/correct`, { ...typed, amount: '50' }, 'lowe')).status, 422)
  assert.equal(
    (await rooms.post(`${at}/mile-rates/${id}/correct`, { ...typed, amount: '45' }, 'lowe')).status,
    303,
    'its source can be put right',
  )
})

test('G13, G16: what is asked of members is added for one law, holds beside the rule for all, and is ended', async () => {
  assert.match((await rooms.get(at)).text, /Looking the register of interests through: boards under any law[\s\S]*Every 12 months/)
  const before = (await findMemberRules(rooms.ownerDb, on('2026-06-01')))('lga1972').reviewMonths
  const typed = {
    about: 'register-months',
    law: 'lga1972',
    amount: '6',
    source: 'Code of conduct, part 3',
    ...dayFields('startsOn', '2026-05-01'),
  }
  assert.equal((await rooms.post(`${at}/members/new`, typed, 'siddiqui')).status, 403)
  assert.equal((await rooms.post(`${at}/members/new`, { ...typed, law: 'roman' }, 'lowe')).status, 422)
  assert.equal((await rooms.post(`${at}/members/new`, typed, 'lowe')).status, 303)
  assert.equal((await rooms.post(`${at}/members/new`, typed, 'lowe')).status, 422, 'a second time')
  const months = async (day: string, regime: string) => (await findMemberRules(rooms.ownerDb, on(day)))(regime).reviewMonths
  assert.deepEqual(
    [before, await months('2026-04-30', 'lga1972'), await months('2026-05-01', 'lga1972'), await months('2026-05-01', 'nhs-body')],
    [12, 12, 6, 12],
  )
  const rule = (await listed('members')).find(({ about }) => about === 'register-months/lga1972')
  const end = await rooms.post(`${at}/members/${rule?.id}/end`, { version: '1', ...dayFields('endsOn', '2026-07-01') }, 'lowe')
  assert.equal(end.status, 303)
  assert.equal(await months('2026-07-01', 'lga1972'), 12)
})
