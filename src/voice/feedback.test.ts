import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { findStanding } from '#governance/public-data.ts'
import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import { readAs, type Writer, writeAs } from '#platform/database/session.ts'
import { forgetFeedback } from './commands/feedback-told.ts'
import { findVoiceDuties } from './queries/duties.ts'
import { openVoice } from './testing/rooms.ts'

const rooms = await openVoice()
const { governance } = rooms
const slug = 'northbrook-childrens-partnership'
const board = `/boards/${slug}/voices/feedback`
const [clerk, chair, other] = ['siddiqui', 'clarke', 'mbeki']
const body = governance.sample.bodies.get(slug) ?? ''
const { ownerDb } = governance
const own = '018f0185-0000-7000-8000-000000000006'
const words = 'My son Jamie waited for a year'

const asSomebody = <Value>(who: string, work: (tx: Writer) => Promise<Value>): Promise<Value> =>
  writeAs(governance.db, governance.acting(who), work)
const versionIn = (text: string): string => /name="version" value="(\d+)"/.exec(text)?.[1] ?? ''
const person = async (who: string): Promise<string> =>
  (
    await ownerDb
      .selectFrom('governance.person')
      .select('id')
      .where('account', '=', governance.acting(who).actor ?? '')
      .executeTakeFirstOrThrow()
  ).id

async function sent(fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const done = await rooms.post(`${board}/send`, { kind: 'complaint', whose: 'families', words, ...fields })
  assert.equal(done.status, 303, done.text)
  assert.match((await rooms.get(done.location)).text, /Your reference is/)
  const reference = /F-[A-Z2-9]{4}-[A-Z2-9]{4}$/.exec(done.location)?.[0] ?? ''
  const { id } = await ownerDb.selectFrom('voice.feedback').select('id').where('reference', '=', reference).executeTakeFirstOrThrow()
  return `/voice-feedback/${id}`
}
async function take(at: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
  const version = versionIn((await rooms.get(`${at}/take`, clerk)).text)
  const base = { verdict: 'take', kind: 'complaint', service: 'Speech therapy', summary: 'A long wait', rule: own, version }
  const done = await rooms.post(`${at}/take`, { ...base, ...fields }, clerk)
  assert.equal(done.status, 303, done.text)
}

test('S3: anybody sends a complaint without an account; what was typed is kept, and nobody reads it but the clerk and whoever answers', async () => {
  const empty = await rooms.post(`${board}/send`, { kind: 'rating', words: 'Fine so far', whose: 'families', contact: 'nobody' })
  assert.equal(empty.status, 422)
  assert.match(empty.text, /Fine so far/)
  const at = await sent({ name: 'Ada Quill', contact: 'ada@quill.example' })
  for (const who of [undefined, 'lowe', other]) assert.ok([401, 403, 404].includes((await rooms.get(at, who)).status), `${who}`)
  assert.match((await rooms.get(at, clerk)).text, /Jamie[\s\S]*Ada Quill[\s\S]*ada@quill/)
  // The chair knows that something came, not what was written.
  assert.doesNotMatch((await rooms.get(at, chair)).text, /Jamie|Quill/)
  assert.doesNotMatch((await rooms.get(board)).text + (await rooms.get(`${board}/register`, chair)).text, /Jamie|Quill/)
  await take(at, { owner: await person(other) })
  assert.match((await rooms.get(at, other)).text, /Jamie/)
  const reads = await asSomebody(chair, (tx) => sql<{ n: number }>`select count(*)::int as n from voice.feedback_matter`.execute(tx))
  assert.equal(reads.rows[0]?.n, 0)
})

test('S3: a complaint has its last days by the rule of the day it came, is acknowledged, given more time, answered with an outcome, and then stays', async () => {
  const at = await sent()
  await take(at, { owner: await person(other) })
  const duties = () =>
    readAs(governance.db, governance.acting(other), async (reader) =>
      findVoiceDuties(reader, await findStanding(reader, governance.acting(other)), governance.acting(other)),
    )
  assert.ok((await duties()).some(({ text, href }) => href === at && /Acknowledge and answer complaint/.test(text)))
  const id = at.split('/').at(-1) ?? ''
  const row = () => ownerDb.selectFrom('voice.feedback').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  assert.equal((await rooms.post(`${at}/acknowledge`, { version: '2' }, other)).status, 303)
  const late = await rooms.post(`${at}/extend`, { because: 'Two agencies', version: '3', ...dayFields('to', '2027-01-01') }, clerk)
  assert.equal(late.status, 422)
  assert.match(late.text, /longer than the procedure allows/)
  const { due_on: due } = await row()
  const more = { because: 'Two agencies', version: '3', ...dayFields('to', due?.add({ days: 7 }).toString() ?? '') }
  assert.equal((await rooms.post(`${at}/extend`, more, other)).status, 403)
  assert.equal((await rooms.post(`${at}/extend`, more, clerk)).status, 303)
  await assert.rejects(
    asSomebody(other, (tx) => tx.updateTable('voice.feedback').set({ summary: 'Nothing' }).where('id', '=', id).execute()),
    /writes the answer alone/,
  )
  const today = governance.acting(clerk).today.toString()
  const answer = { outcome: 'part', answer: 'We are sorry', send: 'no', version: '4', ...dayFields('answeredOn', today) }
  assert.equal((await rooms.post(`${at}/answer`, { ...answer, outcome: '' }, other)).status, 422)
  assert.equal((await rooms.post(`${at}/answer`, answer, other)).status, 303)
  assert.match((await rooms.get(at, chair)).text, /Upheld in part/)
  assert.doesNotMatch((await rooms.get(at, chair)).text, /We are sorry/)
  assert.ok(!(await duties()).some(({ href }) => href === at))
  await assert.rejects(
    asSomebody(clerk, (tx) => tx.updateTable('voice.feedback').set({ outcome: 'not-upheld' }).where('id', '=', id).execute()),
    /what was answered stays/,
  )
})

test('S3: what was learned is public only once somebody says that nobody can be known by it, and stands on the golden thread', async () => {
  const at = await sent()
  await take(at)
  const today = governance.acting(clerk).today.toString()
  const answer = { outcome: 'upheld', answer: 'Yes', version: '2', ...dayFields('answeredOn', today) }
  assert.equal((await rooms.post(`${at}/answer`, answer, clerk)).status, 303)
  const learned = {
    from: at.split('/').at(-1) ?? '',
    service: 'Speech therapy',
    said: 'The wait is long',
    did: 'A letter',
    sight: 'public',
  }
  const first = await rooms.post(`${board}/learning`, { ...learned, ...dayFields('onDay', today) }, clerk)
  assert.equal(first.status, 422)
  assert.match(first.text, /nobody can be known by it/)
  const told = { ...learned, unknown: 'yes', ...dayFields('onDay', today) }
  for (const who of [undefined, chair, other])
    assert.ok([401, 403, 404].includes((await rooms.post(`${board}/learning`, told, who)).status))
  assert.equal((await rooms.post(`${board}/learning`, told, clerk)).status, 303)
  assert.equal((await rooms.post(`${board}/learning`, { ...told, said: 'Not yet told', sight: 'draft', from: '' }, clerk)).status, 303)
  const { text } = await rooms.get(board)
  assert.match(text, /Speech therapy[\s\S]*The wait is long[\s\S]*A letter/)
  assert.doesNotMatch(text, /Not yet told/)
  const seen = await asSomebody('lowe', (tx) =>
    sql<{ label: string }>`select label from voice.thread_node where kind = 'complaint'`.execute(tx),
  )
  assert.deepEqual(
    seen.rows.map(({ label }) => label),
    ['The wait is long'],
  )
})

test('S3: numbers of a period are told once, small ones never, whoever writes them', async () => {
  const line = {
    body,
    starts_on: '2025-07-01',
    ends_on: '2025-10-01',
    position: 1,
    kind: 'complaint',
    part: 'all',
    published_at: governance.acting(clerk).now,
  }
  const write = (more: object) =>
    asSomebody(clerk, (tx) =>
      tx
        .insertInto('voice.feedback_line')
        .values({
          ...line,
          starts_on: Temporal.PlainDate.from('2025-07-01'),
          ends_on: Temporal.PlainDate.from('2025-10-01'),
          n: 9,
          told: 'count',
          ...more,
        })
        .execute(),
    )
  await assert.rejects(write({ n: 3 }), /too few to be told/)
  const period = (from: string, to: string) => ({ ...dayFields('startsOn', from), ...dayFields('lastDay', to) })
  assert.equal((await rooms.post(`${board}/numbers`, period('2025-04-01', '2025-06-30'), clerk)).status, 303)
  for (const [from, to] of [
    ['2025-06-01', '2025-08-31'],
    ['2030-01-01', '2030-03-31'],
    ['2025-09-01', '2025-08-01'],
  ] as const)
    assert.equal((await rooms.post(`${board}/numbers`, period(from, to), clerk)).status, 422)
  await assert.rejects(write({ starts_on: Temporal.PlainDate.from('2025-06-30') }), /told already/)
  assert.match((await rooms.get(board)).text, /1 April 2025 to 30 June 2025[\s\S]*Complaints[\s\S]*None/)
})

test('S3: what was sent and by whom is forgotten when its rule says so; the register keeps what it was about', async () => {
  const at = await sent({ name: 'Ada Quill' })
  await take(at)
  const today = governance.acting(clerk).today.toString()
  await rooms.post(`${at}/answer`, { outcome: 'upheld', answer: 'Yes', version: '2', ...dayFields('answeredOn', today) }, clerk)
  const { now } = governance.acting(clerk)
  assert.equal(await forgetFeedback({ db: governance.db }, now.add({ hours: 24 * 360 })), 0)
  assert.ok((await forgetFeedback({ db: governance.db }, now.add({ hours: 24 * 370 }))) > 0)
  const { text } = await rooms.get(at, clerk)
  assert.match(text, /A long wait[\s\S]*It was forgotten, as its rule says/)
  assert.doesNotMatch(text, /Jamie|Quill/)
})

test('S3: what is sent aside, twice or to nobody is refused in words, and nobody sends to a board that there is not', async () => {
  const at = await sent({ kind: 'compliment' })
  const base = { verdict: 'set-aside', kind: 'compliment', version: '1' }
  assert.equal((await rooms.post(`${at}/take`, base, clerk)).status, 422)
  assert.equal((await rooms.post(`${at}/take`, { ...base, reason: 'Sent twice' }, clerk)).status, 303)
  assert.equal((await rooms.post(`${at}/take`, { ...base, reason: 'Again' }, clerk)).status, 409)
  assert.equal((await rooms.post('/boards/no-such-board/voices/feedback/send', { kind: 'complaint', whose: 'staff', words })).status, 404)
  assert.equal(
    (await rooms.post(`${at}/answer`, { outcome: 'upheld', answer: 'x', version: '2', ...dayFields('answeredOn', '2026-01-01') }, clerk))
      .status,
    422,
  )
  assert.equal((await rooms.get(`/voice-feedback/${newId()}`, clerk)).status, 404)
})

test('S3: an answer is mailed to the address that was left, word for word, and to nobody else', async () => {
  const at = await sent({ contact: 'jamie@home.example' })
  await take(at, { owner: await person(other) })
  const id = at.split('/').at(-1) ?? ''
  const form = await rooms.get(`${at}/answer`, other)
  const { contact } = await ownerDb
    .selectFrom('voice.feedback_matter')
    .select('contact')
    .where('feedback', '=', id)
    .executeTakeFirstOrThrow()
  assert.match(form.text, new RegExp(`It is mailed to ${contact}`))
  const today = governance.acting(clerk).today.toString()
  const answer = { outcome: 'upheld', answer: 'We are sorry.\n\nWe rang late.', version: '2', ...dayFields('answeredOn', today) }
  assert.equal((await rooms.post(`${at}/answer`, answer, other)).status, 422)
  const before = rooms.sent.length
  assert.equal(
    (await rooms.post(`${at}/answer`, { ...answer, send: 'mail', to: 'somebody@else.example', contact: 'somebody@else.example' }, other))
      .status,
    303,
  )
  const mails = rooms.sent.slice(before).map(({ data }) => data as { readonly to: string; readonly text: string; readonly subject: string })
  assert.deepEqual(
    mails.map(({ to }) => to),
    [contact],
  )
  const kept = await ownerDb.selectFrom('voice.feedback_mail').selectAll().where('feedback', '=', id).executeTakeFirstOrThrow()
  assert.deepEqual([kept.recipient, kept.subject, kept.text], [mails[0]?.to, mails[0]?.subject, mails[0]?.text])
  assert.match(kept.text, /We are sorry\.\n\nWe rang late\./)
  assert.match((await rooms.get(at, other)).text, /Mailed to/)
  for (const who of [chair, undefined]) assert.doesNotMatch((await rooms.get(at, who)).text, /Mailed to/)
  assert.equal(
    (await asSomebody(chair, (tx) => sql<{ n: number }>`select count(*)::int as n from voice.feedback_mail`.execute(tx))).rows[0]?.n,
    0,
  )
  // Past the pages, too: no other address, and nothing once it was answered.
  const elsewhere = { ...kept, recipient: 'somebody@else.example' }
  await ownerDb.deleteFrom('voice.feedback_mail').where('feedback', '=', id).execute()
  await assert.rejects(
    asSomebody(clerk, (tx) => tx.insertInto('voice.feedback_mail').values(elsewhere).execute()),
    /goes to whoever complained/,
  )
})

test('S3: a complaint that came after its time is asked about: taken with a reason or set aside with words, never refused in silence, by the table too', async () => {
  const rule = '018f0185-0000-7000-8000-000000000001'
  const at = await sent()
  const version = versionIn((await rooms.get(`${at}/take`, clerk)).text)
  assert.match((await rooms.get(`${at}/take`, clerk)).text, /Children Act complaint: within 12 months/)
  const { received_on } = await ownerDb
    .selectFrom('voice.feedback')
    .select('received_on')
    .where('id', '=', at.slice(-36))
    .executeTakeFirstOrThrow()
  const base = { verdict: 'take', kind: 'complaint', service: 'Speech therapy', summary: 'A long wait', rule, version }
  const happened = dayFields('happenedOn', received_on.subtract({ months: 12, days: 1 }).toString())
  const asked = await rooms.post(`${at}/take`, { ...base, ...happened }, clerk)
  assert.equal(asked.status, 422)
  assert.match(asked.text, /It came late: [\s\S]*regulation 9\)\. Say why it is taken all the same, or set it aside/)
  assert.match(asked.text, /A long wait/)
  assert.equal(
    (await rooms.post(`${at}/take`, { ...base, ...dayFields('happenedOn', received_on.add({ days: 1 }).toString()) }, clerk)).status,
    422,
  )
  const past = () =>
    asSomebody(clerk, (tx) =>
      tx
        .updateTable('voice.feedback')
        .set({ state: 'open', service: 'S', summary: 'S', rule, due_on: received_on, happened_on: received_on.subtract({ years: 2 }) })
        .where('id', '=', at.slice(-36))
        .execute(),
    )
  await assert.rejects(past(), /taken with a reason/)
  const taken = await rooms.post(`${at}/take`, { ...base, ...happened, lateBecause: 'They were in hospital' }, clerk)
  assert.equal(taken.status, 303, taken.text)
  assert.match((await rooms.get(at, clerk)).text, /Came late, and was taken because[\s\S]*They were in hospital/)
  // On its last day it is in time, and of a later stage nobody asks.
  for (const more of [
    { rule, days: 0 },
    { rule: '018f0185-0000-7000-8000-000000000002', days: 400 },
  ]) {
    const other = await sent()
    await take(other, { rule: more.rule, ...dayFields('happenedOn', received_on.subtract({ months: 12, days: more.days }).toString()) })
  }
})
