import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { writeAs } from '#platform/database/session.ts'
import { htmlFaults } from '#test/support/html.ts'
import { on, sampleId } from './sample/ids.ts'
import { dayFields, openRooms } from './testing/rooms.ts'

const rooms = await openRooms()
const organisation = (key: string): string => sampleId('organisation', key)
const page = (key: string): string => `/organisations/${organisation(key)}`
const versionOf = (text: string): string => /name="version" value="(\d+)"/.exec(text)?.[1] ?? ''

/** Everything that an act may change, as it stands. */
async function picture(key: string): Promise<unknown> {
  const { rows } = await sql`select
    (select row_to_json(o) from (select name, ends_on from governance.organisation where id = ${organisation(key)}) o) as organisation,
    (select json_agg(a order by a.id) from (select id, person, seat, place, on_behalf_of, starts_on, ends_on, ending_reason from governance.appointment) a) as appointments,
    (select json_agg(p order by p.id) from (select id, person, organisation, title, starts_on, ends_on from governance.post) p) as posts,
    (select json_agg(s order by s.former, s.successor) from governance.organisation_succession s) as line,
    (select count(*) from governance.organisation) as organisations`.execute(rooms.ownerDb)
  return rows
}

/** Records that a new one takes its place, and that everybody goes on for it. */
async function replace(key: string, name: string): Promise<string> {
  const asked = await rooms.post(
    `${page(key)}/succession/replace`,
    { ...dayFields('onDay', '2026-04-01'), created: name, successor: '' },
    'lowe',
  )
  assert.equal(asked.status, 303, asked.text)
  const shown = (await rooms.get(asked.location, 'lowe')).text
  const goes = Object.fromEntries([...shown.matchAll(/name="(goes-[0-9a-f-]+)"/g)].map(([, field]) => [field, 'new-0']))
  const done = await rooms.post(asked.location, { source: '', reason: 'A mistake.', version: versionOf(shown), ...goes }, 'lowe')
  assert.equal(done.status, 303, done.text)
  return /href="(\/organisations\/[^"]+\/take-back)"/.exec((await rooms.get(page(key), 'lowe')).text)?.[1] ?? ''
}

test('G1: what became of an organisation is taken back whole: what ended goes on, what was begun is undone, the history is as it was', async () => {
  const before = await picture('community-health')
  const at = await replace('community-health', 'Northbrook Health Trust')
  assert.notDeepEqual(await picture('community-health'), before)
  const form = await rooms.get(at, 'lowe')
  assert.deepEqual(await htmlFaults(form.text), [])
  assert.match(
    form.text,
    /exists on, with no end[\s\S]*Northbrook Health Trust, which was set up with it, is removed[\s\S]*go(es)? on as before/,
  )
  const fields = { reason: 'It was the wrong organisation.', version: versionOf(form.text) }
  assert.equal((await rooms.post(at, fields, 'siddiqui')).status, 403, 'a clerk')
  assert.equal((await rooms.post(at, { ...fields, reason: '' }, 'lowe')).status, 422)
  assert.equal((await rooms.post(at, { ...fields, version: '7' }, 'lowe')).status, 409)
  const done = await rooms.post(at, fields, 'lowe')
  assert.equal(done.status, 303, done.text)
  assert.deepEqual(await picture('community-health'), before)
  const shown = (await rooms.get(page('community-health'))).text
  assert.match(shown, /Taken back[\s\S]*was replaced by Northbrook Health Trust on 1 April 2026[\s\S]*It was the wrong organisation/)
  assert.equal((await rooms.post(at, fields, 'lowe')).status, 409, 'once')
  const audited = await rooms.ownerDb
    .selectFrom('platform.audit_entry')
    .select('subject')
    .where('act', '=', 'organisation.succession-taken-back')
    .execute()
  assert.deepEqual(
    audited.map(({ subject }) => subject),
    [organisation('community-health')],
  )
  assert.match(await replace('community-health', 'Northbrook Health Trust'), /take-back/, 'it can be said again')
})

test('G1: later facts that rest on it keep it: a place filled since, a change by hand, a seat that names the new one; each in words', async () => {
  const at = await replace('families-first', 'Families Together')
  const form = await rooms.get(at, 'lowe')
  const refused = async (words: RegExp): Promise<void> => {
    assert.match((await rooms.get(at, 'lowe')).text, words)
    const answer = await rooms.post(at, { reason: 'Wrong, all the same', version: versionOf(form.text) }, 'lowe')
    assert.equal(answer.status, 422)
    assert.match(answer.text, words)
    assert.match(answer.text, /Wrong, all the same/)
  }
  const made = await rooms.ownerDb
    .selectFrom('governance.organisation')
    .select('id')
    .where('name', '=', 'Families Together')
    .executeTakeFirstOrThrow()
  const seat = rooms.ownerDb.updateTable('governance.seat')
  const named = await rooms.ownerDb.selectFrom('governance.seat').select(['id', 'organisation']).limit(1).executeTakeFirstOrThrow()
  await seat.set({ organisation: made.id }).where('id', '=', named.id).execute()
  await refused(/Something else rests on it since: Families Together: seats that name it/)
  const byHand = writeAs(rooms.db, rooms.acting('lowe'), (tx) =>
    sql`select governance.take_back_succession(${at.split('/').at(-2) ?? ''}, 'By hand')`.execute(tx),
  )
  await assert.rejects(byHand, { constraint: 'succession_rested_upon' })
  await seat.set({ organisation: named.organisation }).where('id', '=', named.id).execute()
  const next = await rooms.ownerDb
    .selectFrom('governance.appointment')
    .selectAll()
    .where('on_behalf_of', '=', made.id)
    .executeTakeFirstOrThrow()
  await rooms.ownerDb
    .updateTable('governance.appointment')
    .set({ ends_on: on('2026-08-01') })
    .where('id', '=', next.id)
    .execute()
  await refused(/Somebody has changed what it left/)
  const another = {
    ...next,
    id: sampleId('appointment', 'since'),
    starts_on: on('2026-08-01'),
    person: sampleId('person', 'lowe'),
    on_behalf_of: null,
  }
  await rooms.ownerDb.insertInto('governance.appointment').values(another).execute()
  await refused(/filled by somebody else since/)
})

test('G1: an act of before is taken back too, and its page says what is not known of it; the database lets administrators alone do it', async () => {
  const at = /href="(\/organisations\/[^"]+\/take-back)"/.exec((await rooms.get(page('ccg-west'), 'lowe')).text)?.[1] ?? ''
  assert.equal((await rooms.get(at)).status, 401)
  assert.doesNotMatch((await rooms.get(page('ccg-west'))).text, /take-back/)
  const form = await rooms.get(at, 'lowe')
  assert.match(form.text, /was not kept at the time: they stay ended/)
  const clerk = writeAs(rooms.db, rooms.acting('siddiqui'), (tx) =>
    sql`select governance.take_back_succession(${at.split('/').at(-2) ?? ''}, 'No')`.execute(tx),
  )
  await assert.rejects(clerk, /for administrators/)
  const row = writeAs(rooms.db, rooms.acting('lowe'), (tx) => tx.deleteFrom('governance.organisation_succession').execute())
  await assert.rejects(row, /permission denied/)
  assert.equal((await rooms.post(at, { reason: 'It goes on.', version: versionOf(form.text) }, 'lowe')).status, 303)
  const { text } = await rooms.get(page('ccg-west'))
  assert.match(text, /Taken back[\s\S]*It goes on/)
  assert.doesNotMatch(text, /No longer exists/)
})
