import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { dayFields } from '#governance/testing/rooms.ts'
import { readAs, writeAs } from '#platform/database/session.ts'
import { findPlanDuties } from './queries/duties.ts'
import { loadPlansSample } from './sample/load.ts'
import { openPlans } from './testing/rooms.ts'

const rooms = await openPlans()
const { governance } = rooms
const clerk = 'siddiqui'
const { now, today } = governance.acting(clerk)
await loadPlansSample(rooms.needs, governance.ownerDb, {
  ...governance.sample,
  accounts: { clerk: rooms.doer(clerk).actor, otherClerk: rooms.doer('mbeki').actor, member: rooms.doer('marsh').actor },
  ...{ now, today },
})
const board = '/boards/northbrook-childrens-partnership'
const body = governance.sample.bodies.get('northbrook-childrens-partnership') ?? ''
const person = (key: string): string => governance.sample.people.get(key) ?? ''
const begun = (more: Readonly<Record<string, string>>) =>
  rooms.post(
    `${board}/procedures/new`,
    { kind: 'procedure', audience: 'public', owner: '', ownerPost: '', ownerOrganisation: '', ...more },
    clerk,
  )
const made = await begun({ title: 'Sharing what we know', owner: person('haddad'), themes: 'Sharing\nSharing, Records' })
const page = made.location
const dutiesOf = async (who: string, clerkOf: readonly string[] = []) =>
  (await readAs(governance.db, governance.acting(who), (reader) => findPlanDuties(reader, { person: person(who), clerkOf }, today))).map(
    ({ text }) => text,
  )

test('P12: a procedure is its preparers’ until it is issued, and its owner writes it', async () => {
  assert.equal(made.status, 303, made.text)
  assert.match((await begun({ title: 'Nobody’s' })).text, /Choose a person, or write the post/)
  assert.equal((await rooms.post(`${board}/procedures/new`, {}, 'marsh')).status, 403)
  for (const who of [undefined, 'marsh', 'mbeki']) assert.equal((await rooms.get(page, who)).status, 404, who ?? 'visitor')
  assert.match((await rooms.get(page, 'haddad')).text, /Sharing, Records/)
  const text = '# Say it early\n\nAsk <b>first</b> where you can.'
  assert.equal((await rooms.post(`${page}/write`, { text, version: '1' }, 'haddad')).status, 303)
  assert.equal((await rooms.post(`${page}/write`, { text: 'stale', version: '1' }, clerk)).status, 409)
  assert.equal((await rooms.post(`${page}/issue`, {}, 'haddad')).status, 403)
  assert.equal(
    (await rooms.post(`${page}/ask`, { consultees: 'Schools\nSchools\nParents', ...dayFields('dueOn', today.toString()) }, 'haddad'))
      .status,
    303,
  )
  assert.match((await rooms.get(page, 'marsh')).text, /Out for consultation/)
  assert.equal((await rooms.get(page)).status, 404)
  const opinion = /\/procedure-opinions\/[0-9a-f-]+/.exec((await rooms.get(page, 'haddad')).text)?.[0] ?? ''
  const said = { said: 'Too long', changed: 'Halved', version: '1', ...dayFields('saidOn', today.toString()) }
  assert.equal((await rooms.post(opinion, said, 'marsh')).status, 403)
  assert.equal((await rooms.post(opinion, said, 'haddad')).status, 303)
  assert.match((await rooms.get(page, clerk)).text, /Halved/)
})

test('P12: versions of a procedure never overlap, and the one in force is what the address means', async () => {
  const issue = async (from: string, version: string) =>
    rooms.post(
      `${page}/issue`,
      { ...dayFields('startsOn', from), ...dayFields('reviewOn', today.add({ years: 1 }).toString()), version },
      clerk,
    )
  const first = today.subtract({ days: 30 }).toString()
  assert.equal((await issue(first, '3')).status, 303)
  assert.match((await rooms.get(page)).text, /In force/)
  assert.match((await rooms.get(page)).text, /Ask &lt;b&gt;first/)
  assert.equal((await rooms.post(`${page}/revise`, { changes: 'Shorter' }, clerk)).status, 303)
  assert.equal((await rooms.post(`${page}/revise`, { changes: 'Again' }, clerk)).status, 422)
  assert.doesNotMatch((await rooms.get(page)).text, /Shorter/)
  assert.match((await issue(first, '1')).text, /Choose a later day/)
  assert.equal((await issue(today.add({ days: 5 }).toString(), '1')).status, 303)
  assert.match((await rooms.get(page)).text, /Version 1, shown above/)
  assert.match((await rooms.get(`${page}/versions/2`)).text, /To come into force/)
  // Past the pages, too: the table itself takes no second version for the same days, and changes nothing that was issued.
  const id = page.split('/')[2] ?? ''
  const overlap = sql`insert into plans.procedure_version (id, procedure, body, sight, number, state, changes, text, issued_on, starts_on)
    values (gen_random_uuid(), ${id}, ${body}, 'public', 9, 'issued', 'x', '{"version": 1, "blocks": []}', ${today}, ${today})`
  await assert.rejects(overlap.execute(governance.ownerDb), /procedure_version_once/)
  await assert.rejects(
    writeAs(governance.db, rooms.doer(clerk), (tx) =>
      tx.updateTable('plans.procedure_version').set({ changes: 'other' }).where('procedure', '=', id).where('number', '=', 1).execute(),
    ),
    /what was issued stays/,
  )
})

test('P12: whoever must read a version finds it in My work until they say they have; counts are for members, names for the owner, clerk and chair', async () => {
  const before = await rooms.get(page, 'marsh')
  assert.match(before.text, /I have read this version/)
  assert.equal((await dutiesOf('marsh')).includes('Read, and say that you have: Sharing what we know'), false)
  assert.equal((await rooms.post(`${page}/audience`, { bodies: body, version: '2' }, clerk)).status, 409)
  assert.equal((await rooms.post(`${page}/audience`, { bodies: body, version: '3' }, clerk)).status, 303)
  assert.ok((await dutiesOf('marsh')).includes('Read, and say that you have: Sharing what we know'))
  assert.equal((await rooms.post(`${page}/read`, {}, 'marsh')).status, 303)
  assert.equal((await rooms.post(`${page}/read`, {}, 'marsh')).status, 303)
  assert.equal((await rooms.post(`${page}/read`, {})).status, 401)
  assert.equal((await dutiesOf('marsh')).includes('Read, and say that you have: Sharing what we know'), false)
  assert.match((await rooms.get(page, 'akhtar')).text, /Of \d+ people who must read it, 1 has said so/)
  for (const who of [undefined, 'mbeki', 'abrahams'])
    assert.doesNotMatch((await rooms.get(page, who)).text, /who must read it, 1 has/, who ?? 'visitor')
  for (const who of ['akhtar', 'marsh', 'mbeki']) assert.equal((await rooms.get(`${page}/readers`, who)).status, 403, who)
  for (const who of [clerk, 'clarke', 'haddad']) assert.match((await rooms.get(`${page}/readers`, who)).text, /Marsh/, who)
  // Nobody says so in another's name.
  const { id } = await governance.ownerDb
    .selectFrom('plans.procedure_version')
    .select('id')
    .where('number', '=', 1)
    .where('procedure', '=', page.split('/')[2] ?? '')
    .executeTakeFirstOrThrow()
  const forged = { of_version: id, procedure: page.split('/')[2] ?? '', body, person: person('akhtar'), read_on: today }
  await assert.rejects(
    writeAs(governance.db, rooms.doer('marsh'), (tx) => tx.insertInto('plans.procedure_reading').values(forged).execute()),
  )
})

test('P12: anybody signed in says what does not work, the owner answers, and nobody else reads it', async () => {
  assert.equal((await rooms.post(`${page}/feedback`, { text: 'The form is missing' }, 'mbeki')).status, 303)
  assert.ok((await dutiesOf('haddad')).includes('Answer what people say of Sharing what we know'))
  const reply = /\/procedure-feedback\/[0-9a-f-]+/.exec((await rooms.get(page, 'haddad')).text)?.[0] ?? ''
  for (const who of ['akhtar', undefined]) assert.doesNotMatch((await rooms.get(page, who)).text, /The form is missing/)
  assert.equal((await rooms.post(reply, { answer: 'It is here now', version: '1' }, 'akhtar')).status, 404)
  assert.equal((await rooms.post(reply, { answer: 'It is here now', version: '1' }, 'haddad')).status, 303)
  assert.match((await rooms.get(page, 'mbeki')).text, /It is here now/)
})

test('P12: a review that is overdue stands in My work of whoever owns it, and what was withdrawn stays in the library', async () => {
  assert.ok((await dutiesOf(clerk, [body])).includes('Review When a child is missing from home or care'))
  const library = await rooms.get(`${board}/procedures`)
  assert.match(library.text, /Sending referrals by fax/)
  assert.doesNotMatch(library.text, /First contact with a family/)
  assert.match((await rooms.get('/procedures')).text, /Settling disagreements between agencies/)
  const withdraw = { because: 'Merged with another', version: '4', ...dayFields('withdrawnOn', today.add({ days: 6 }).toString()) }
  const gone = await rooms.post(`${page}/withdraw`, withdraw, clerk)
  assert.equal(gone.status, 303, gone.text)
  assert.match((await rooms.get(page)).text, /Withdrawn from/)
  assert.equal((await rooms.get(`${page}/revise`, clerk)).status, 404)
})
