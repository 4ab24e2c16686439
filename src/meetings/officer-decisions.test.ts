import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import { readAs, writeAs } from '#platform/database/session.ts'
import { htmlFaults } from '#test/support/html.ts'
import { findPublicEvents } from './queries/public-events.ts'
import { recordRules } from './testing/record-board.ts'
import { openScene } from './testing/record-scene.ts'

const functions = [
  { key: 'plan', name: 'Agree the plan', may: 'decide', reservedTo: [], binding: false },
  { key: 'money', name: 'Spend money', may: 'recommend', reservedTo: ['The council'], binding: false },
]
const { needs, ownerDb, board, at } = await openScene({ ...recordRules, functions: { status: 'stated', value: functions, source: null } })
const [officer, other] = board.seats
const day = (iso: string) => Temporal.PlainDate.from(iso)
const instant = '2014-03-10T10:00:00Z'
const clerk = at(board.clerk.account, instant)
const holder = at(officer?.account, instant)
const visitor = at(undefined, instant)
const list = `/boards/${board.slug}/officer-decisions`

async function delegate(columns: Readonly<Record<string, unknown>>): Promise<string> {
  const id = newId()
  await ownerDb
    .insertInto('governance.delegation')
    .values({
      ...{
        id,
        body: board.body,
        origin: 'terms',
        function_key: 'plan',
        function_name: 'Agree the plan',
        may: 'decide',
        given_by: 'Minute 4',
      },
      ...{ to_person: officer?.person ?? '', limit_pence: 5_000_00n, starts_on: day('2014-01-01') },
      ...columns,
    })
    .execute()
  return id
}
const used = await delegate({})
const ended = await delegate({ starts_on: day('2013-01-01'), ends_on: day('2014-01-01') })
const reserved = await delegate({ function_key: 'money', function_name: 'Spend money' })
const fields = {
  ...{ delegation: used, decidedBy: officer?.person ?? '', 'decidedOn-day': '4', 'decidedOn-month': '3', 'decidedOn-year': '2014' },
  ...{
    title: 'Places at two nurseries',
    resolved: 'To pay for ten places.',
    reasons: 'The hub is closed.',
    options: 'To wait.',
    consulted: '',
  },
  ...{
    interests: '',
    pence: '£5,000',
    background: 'Report on the hub: https://example.org/report\nLetter of the head',
    category: 'public',
  },
  ...{ privateReason: '' },
}
const exempt = {
  ...fields,
  title: 'Support for a provider',
  category: 'exempt',
  paragraphs: 'lga1972.3',
  privateReason: 'Business of others',
}
const secret = 'Kestrelhold is short of money'

test('G14: a decision under delegation is refused in words where its holder, day, sum or function do not allow it', async () => {
  const refused: readonly (readonly [Readonly<Record<string, string>>, RegExp])[] = [
    [{ pence: '£5,000.01' }, /allows £5,000 at the most/],
    [{ delegation: ended }, /had ended by that day/],
    [{ delegation: reserved }, /no longer held on that day/],
    [{ decidedBy: other?.person ?? '' }, /did not hold that delegation/],
    [{ 'decidedOn-year': '2015' }, /must be today or in the past/],
    [{ category: 'exempt' }, /at least one paragraph/],
    [{ category: 'exempt', paragraphs: 'lga1972.3' }, /Say why keeping it private/],
    [{ category: 'exempt', paragraphs: 'lga1972.99', privateReason: 'x' }, /does not have that paragraph/],
    [{ paragraphs: 'lga1972.3' }, /Paragraphs are for an exempt decision/],
    [{ reasons: '' }, /Enter an answer: Reasons/],
  ]
  for (const [changed, words] of refused) {
    const answer = await clerk.post(`${list}/new`, { ...fields, ...changed })
    assert.equal(answer.status, 422, `${words} ${answer.status}`)
    assert.match(answer.text, words)
    assert.match(answer.text, /Places at two nurseries/, 'what was typed is kept')
  }
  assert.equal((await clerk.post(`${list}/new`, { ...fields, delegation: newId() })).status, 404)
  assert.equal((await at(other?.account, instant).post(`${list}/new`, fields)).status, 403)
  assert.equal((await ownerDb.selectFrom('meetings.officer_decision').select('id').execute()).length, 0)
})

test('G14: whoever holds the delegation records, everybody reads it at once, numbered, with its reasons and for how long it is kept', async () => {
  const { status, location } = await holder.post(`${list}/new`, fields)
  assert.equal(status, 303)
  const { text } = await visitor.get(location)
  assert.deepEqual(await htmlFaults(text), [])
  assert.match(text, /OD 2014\/1/)
  for (const words of [
    'To pay for ten places.',
    'The hub is closed.',
    'To wait.',
    '£5,000',
    'https://example.org/report',
    'Letter of the head',
  ])
    assert.ok(text.includes(words), words)
  // The regulations that say for how long came into force in August 2014.
  assert.match(text, /Kept<\/dt><dd><span class="gt-missing">Not recorded/)
  assert.match((await visitor.get(list)).text, /OD 2014\/1: Places at two nurseries/)
  assert.match((await visitor.get(`/boards/${board.slug}/decisions`)).text, /Decisions by officers, between meetings/)
  const events = await readAs(needs.db, { actor: undefined, now: Temporal.Instant.from(instant), today: day('2014-03-10') }, (reader) =>
    findPublicEvents(reader, { bodies: [board.body], limit: 5 }),
  )
  assert.deepEqual(
    events.map(({ kind, number, change }) => [kind, number, change]),
    [['officer-decision', 'OD 2014/1', 'published']],
  )
})

test('G14: of an exempt one the public reads that it was taken, by whom, and why it is private; members and its officer read what it says', async () => {
  const made = await clerk.post(`${list}/new`, { ...exempt, resolved: secret, reasons: secret, options: secret, background: secret })
  assert.equal(made.status, 303)
  for (const path of [made.location, list, `${list}?delegation=${used}`]) {
    const { text } = await visitor.get(path)
    assert.match(text, /Support for a provider/)
    assert.doesNotMatch(text, /Kestrelhold/)
  }
  assert.match((await visitor.get(made.location)).text, /exempt, paragraph 3 of[\s\S]+Business of others/)
  for (const who of [officer?.account, other?.account, board.clerk.account])
    assert.match((await at(who, instant).get(made.location)).text, /Kestrelhold/)
  assert.equal((await visitor.post(`${made.location}/withdraw`)).status, 401)
})

test('G14: recorded anew, the earlier record is withdrawn with the reason and leads to the new one; twice or from a stale form it is refused', async () => {
  const [first] = await ownerDb.selectFrom('meetings.officer_decision').select('id').where('serial', '=', 1).execute()
  const page = `/officer-decisions/${first?.id}`
  const anew = { ...fields, pence: '4000', reason: 'The sum was wrong', version: '1' }
  assert.equal((await clerk.post(`${page}/correct`, { ...anew, version: '3' })).status, 409)
  const made = await clerk.post(`${page}/correct`, anew)
  assert.equal(made.status, 303)
  assert.match((await clerk.post(`${page}/correct`, anew)).text, /withdrawn already|already withdrawn/i)
  const { text } = await visitor.get(page)
  assert.match(text, /Recorded anew as OD 2014\/3: The sum was wrong/)
  assert.ok(text.includes(made.location))
  const withdrawn = await holder.post(`${made.location}/withdraw`, { reason: 'Published in error', hide: 'yes', version: '1' })
  assert.equal(withdrawn.status, 303)
  const hidden = (await visitor.get(made.location)).text
  assert.match(hidden, /Published in error/)
  assert.doesNotMatch(hidden, /To pay for ten places/)
  assert.match((await at(other?.account, instant).get(made.location)).text, /To pay for ten places/)
})

test('G14: in the database, too, nobody decides in another’s name, under another board’s delegation, or changes what was recorded', async () => {
  const as = (account: typeof board.clerk.account | undefined, statement: string) =>
    writeAs(needs.db, { actor: account, now: Temporal.Instant.from(instant), today: day('2014-03-10') }, (tx) =>
      sql.raw(statement).execute(tx),
    )
  const insert = (by: string | undefined, delegation: string, actor: string | undefined) =>
    `insert into meetings.officer_decision (id, body, delegation, year, serial, decided_by, decided_on, title, category, recorded_at, recorded_by)
     values (gen_random_uuid(), '${board.body}', '${delegation}', 2014, 99, '${by}', '2014-03-01', 'x', 'public', now(), '${actor}')`
  await assert.rejects(as(other?.account, insert(other?.person, used, other?.account)), /row-level security/)
  await assert.rejects(as(officer?.account, insert(officer?.person, used, other?.account)), /row-level security/)
  await assert.rejects(as(officer?.account, insert(officer?.person, newId(), officer?.account)), /row-level security|rests on a delegation/)
  const passed = await delegate({ function_key: 'care', function_name: 'Care', revoked_on: day('2014-02-01'), revoked_because: 'Minute 9' })
  for (const past of [ended, passed])
    await assert.rejects(
      as(officer?.account, insert(officer?.person, past, officer?.account)),
      /rests on a delegation/,
      'a power that has ended',
    )
  await assert.rejects(as(board.clerk.account, "update meetings.officer_decision set title = 'Other'"), /permission denied/)
  await assert.rejects(as(board.clerk.account, "update meetings.officer_decision_content set sight = 'public'"), /row-level security/)
  await assert.rejects(
    as(board.clerk.account, "update meetings.officer_decision set withdrawn_reason = 'Other' where withdrawn_at is not null"),
    /stays as it was/,
  )
})
