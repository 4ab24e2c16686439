import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { readAs, writeAs } from '#platform/database/session.ts'
import { htmlFaults } from '#test/support/html.ts'
import { findAccessNeeds } from './queries/access-needs.ts'
import { sampleId } from './sample/ids.ts'
import { dayFields, openRooms } from './testing/rooms.ts'

// Clerk of the partnership: siddiqui; who approve: akhtar and clarke; members: marsh, eze, sutton. mbeki is the clerk of other boards, lowe administers.
const rooms = await openRooms()
const slug = 'northbrook-childrens-partnership'
const board = `/boards/${slug}/expenses`
const claimId = (who: string): string => sampleId('expense-claim', who)
const person = (who: string): string => sampleId('person', who)
const typed = { kind: 'fare', words: 'Bus to the meeting', vehicle: '', miles: '', sum: '4.60', ...dayFields('spentOn', '2026-03-04') }
const as = (who: string | undefined, query: string) =>
  writeAs(rooms.db, rooms.acting(who), async (tx) => {
    const result = await sql.raw(query).execute(tx)
    return Number(result.numAffectedRows ?? result.rows.length)
  })
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

test('G16: a member claims with a receipt, the approver returns it with a reason, it is mended, approved and paid; the budget counts it once', async () => {
  const sent = await rooms.send(`${board}/new`, typed, { name: 'bus.png', bytes: png }, 'eze')
  assert.equal(sent.status, 303, sent.text.slice(0, 300))
  const path = sent.location
  assert.equal((await rooms.get(`${path}/receipt`, 'eze')).status, 200)
  const twice = await rooms.post(`${board}/new`, typed, 'eze')
  assert.match(twice.text, /claimed this already/)
  const returned = { outcome: 'returned', reason: '', version: '1' }
  assert.match((await rooms.post(`${path}/settle`, returned, 'akhtar')).text, /Say why/)
  assert.equal((await rooms.post(`${path}/settle`, { ...returned, reason: 'Which bus?' }, 'akhtar')).status, 303)
  assert.match((await rooms.get(path, 'eze')).text, /Which bus\?/)
  assert.equal((await rooms.post(`${path}/change`, { ...typed, words: 'Bus 12', version: '1' }, 'eze')).status, 409)
  assert.equal((await rooms.post(`${path}/change`, { ...typed, words: 'Bus 12', version: '2' }, 'eze')).status, 303)
  assert.equal((await rooms.get(`${path}/receipt`, 'akhtar')).status, 200, 'the receipt stays')
  assert.equal(
    (await rooms.post(`${path}/paid`, { ...dayFields('paidOn', '2026-03-10'), reference: 'R1', version: '3' }, 'siddiqui')).status,
    422,
  )
  assert.equal((await rooms.post(`${path}/settle`, { outcome: 'approved', reason: '', version: '3' }, 'akhtar')).status, 303)
  assert.equal(
    (await rooms.post(`${path}/paid`, { ...dayFields('paidOn', '2026-03-10'), reference: '=1+1', version: '4' }, 'siddiqui')).status,
    303,
  )
  const page = await rooms.get(board, 'siddiqui')
  assert.match(page.text, /£1,200/)
  assert.match(page.text, /£1,150\.00|£1,150/)
  assert.deepEqual(await htmlFaults(page.text), [])
  const csv = await rooms.get(`${board}.csv`, 'akhtar')
  assert.match(csv.text, /'=1\+1/)
  assert.match(csv.text, /,4\.60,Paid,/)
})

test('G16: miles are paid by the rate of their day, and what is wrong comes back with everything typed', async () => {
  const miles = { ...typed, kind: 'mileage', sum: '', vehicle: 'bicycle', miles: '7.5', words: 'By bicycle' }
  const sent = await rooms.post(`${board}/new`, miles, 'eze')
  assert.match((await rooms.get(sent.location, 'eze')).text, /£1\.50/)
  for (const [change, words] of [
    [{ miles: '7.55' }, /miles like 12/],
    [{ vehicle: '' }, /Choose|choice/],
    [{ kind: 'fare', sum: '12,5,0x' }, /sum like/],
    [{ kind: 'fare', sum: '' }, /what you paid/],
    [dayFields('spentOn', '2026-03-11'), /today or in the past/],
    [dayFields('spentOn', '2015-03-11'), /did not belong/],
  ] as const) {
    const refused = await rooms.post(`${board}/new`, { ...miles, ...change, words: 'Kept as typed' }, 'eze')
    assert.equal(refused.status, 422, JSON.stringify(change))
    assert.match(refused.text, words)
    assert.match(refused.text, /Kept as typed/)
  }
  const hostile = await rooms.send(
    `${board}/new`,
    { ...typed, words: 'Hostile' },
    { name: 'a.png', bytes: Buffer.from('<svg onload="x">') },
    'eze',
  )
  assert.match(hostile.text, /cannot be read as a receipt/)
})

test('G16: nobody settles or pays their own claim, nothing goes above the budget, and two approvals at once cannot share its last pounds', async () => {
  const own = `${board}/${claimId('akhtar')}`
  assert.equal((await rooms.post(`${own}/settle`, { outcome: 'approved', reason: '', version: '1' }, 'akhtar')).status, 422)
  await assert.rejects(
    as(
      'akhtar',
      `update governance.expense_claim set state = 'approved', settled_by = '${person('clarke')}', settled_on = '2026-03-10' where id = '${claimId('akhtar')}'`,
    ),
    /own claim/,
  )
  const large = async (words: string) => (await rooms.post(`${board}/new`, { ...typed, kind: 'other', sum: '700', words }, 'eze')).location
  const [first, second] = [await large('A hall'), await large('A bus for all')]
  const approve = (path: string, who: string) => rooms.post(`${path}/settle`, { outcome: 'approved', reason: '', version: '1' }, who)
  const answers = await Promise.all([approve(first, 'akhtar'), approve(second, 'clarke')])
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, 422])
  assert.match(answers.find(({ status }) => status === 422)?.text ?? '', /more than the budget/)
  assert.match((await rooms.post(`${board}/budget/2025`, { sum: '100', version: '1' }, 'siddiqui')).text, /approved already/)
  const naming = { person: person('siddiqui'), namedIn: 'Nowhere', ...dayFields('startsOn', '2026-03-10') }
  assert.match((await rooms.post(`${board}/approvers/new`, naming, 'siddiqui')).text, /names themselves/)
})

test('G16: an approver who keeps the budget ends being one, and never goes on for longer than the board said', async () => {
  const id = 'aaaaaaaa-0000-7000-8000-000000000001'
  await sql`insert into governance.expense_approver (id, body, person, named_in, starts_on, ends_on)
    values (${id}, ${sampleId('body', slug)}, ${person('siddiqui')}, 'Minute 3', '2026-01-01', '2026-04-01')`.execute(rooms.ownerDb)
  const end = (day: string) => rooms.post(`${board}/approvers/${id}/end`, { ...dayFields('endsOn', day), version: '1' }, 'siddiqui')
  assert.match((await end('2099-01-01')).text, /as it is\. Choose an earlier day/)
  await assert.rejects(as('siddiqui', `update governance.expense_approver set ends_on = null where id = '${id}'`), /only ends/)
  assert.equal((await end('2026-03-10')).status, 303)
})

test('X1: other members, other clerks, administrators and visitors find no claim, neither by page nor in the database', async () => {
  const path = `${board}/${claimId('sutton')}`
  for (const who of ['sutton', 'akhtar', 'siddiqui']) assert.equal((await rooms.get(path, who)).status, 200, `${who}`)
  for (const who of [undefined, 'eze', 'mbeki', 'lowe', 'marsh']) {
    assert.notEqual((await rooms.get(path, who)).status, 200, `${who}`)
    assert.notEqual((await rooms.get(`${path}/receipt`, who)).status, 200, `${who}`)
    assert.notEqual((await rooms.get(board, who)).status, 200, `${who}`)
    assert.notEqual((await rooms.get(`${board}.csv`, who)).status, 200, `${who}`)
    const others = who === undefined ? '' : `where person <> '${person(who)}'`
    assert.equal(await as(who, `select from governance.expense_claim ${others}`), 0, `${who} reads claims`)
    assert.equal(await as(who, 'select from governance.expense_budget'), 0, `${who} reads budgets`)
  }
  const forged = `insert into governance.expense_claim (id, body, person, kind, spent_on, words, pence, submitted_at) values (gen_random_uuid(), '${sampleId('body', slug)}', '${person('sutton')}', 'fare', '2026-03-01', 'w', 100, now())`
  await assert.rejects(as('eze', forged), /row-level security/)
  await assert.rejects(
    as('siddiqui', `update governance.expense_claim set pence = 1 where id = '${claimId('sutton')}'`),
    /only the claimant/,
  )
  await assert.rejects(
    as(
      'siddiqui',
      `update governance.expense_claim set state = 'approved', settled_by = '${person('siddiqui')}', settled_on = '2026-03-10' where id = '${claimId('adeyinka')}'`,
    ),
    /whom the body names/,
  )
  assert.equal(await as('siddiqui', 'update governance.mile_rate set pence = 500 returning id'), 0, 'rates are the administrators’')
})

test('G16: what somebody needs is written by them alone and read by them and the clerks of their boards, and the audit keeps no digest of it', async () => {
  const page = await rooms.get('/me/needs', 'eze')
  assert.deepEqual(await htmlFaults(page.text), [])
  const needs = { needs: 'hearing-loop', words: 'I sit near the door' }
  assert.equal((await rooms.post('/me/needs', needs, 'eze')).status, 303)
  assert.equal((await rooms.post('/me/needs', needs, 'eze')).status, 409, 'from a form that knows nothing of the first')
  assert.equal((await rooms.post('/me/needs', { ...needs, version: '1', needs: 'a-throne' }, 'eze')).status, 422)
  const seen = async (who: string | undefined) =>
    (await readAs(rooms.db, rooms.acting(who), (reader) => findAccessNeeds(reader, [person('eze'), person('sutton')]))).length
  assert.deepEqual([await seen('siddiqui'), await seen('mbeki'), await seen('eze')], [2, 1, 1], 'mbeki clerks a board of eze’s')
  for (const who of [undefined, 'marsh', 'lowe', 'clarke']) assert.equal(await seen(who), 0, who ?? 'a visitor')
  assert.equal(await as('siddiqui', `update governance.access_need set words = 'x' where person = '${person('eze')}'`), 0)
  const profile = await rooms.get(`/people/${person('sutton')}`, 'siddiqui')
  assert.doesNotMatch(profile.text, /Easy read|youth worker/)
  const audits = await sql<{
    entry: string
  }>`select to_jsonb(a)::text as entry from platform.audit_entry a where act = 'access-needs.written'`.execute(rooms.ownerDb)
  assert.ok(audits.rows.length > 0 && audits.rows.every(({ entry }) => !/hearing-loop|near the door/.test(entry)))
})
