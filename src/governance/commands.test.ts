import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAs } from '#platform/database/session.ts'
import { htmlFaults } from '#test/support/html.ts'
import { appointToSeat } from './commands/appointments.ts'
import { relateBodies } from './commands/bodies.ts'
import { findMembershipHistory } from './queries/history.ts'
import { findMailingList } from './queries/mailing-list.ts'
import { findMembership } from './queries/membership.ts'
import { findOrganisation } from './queries/organisations.ts'
import { findPartnershipName } from './queries/partnership.ts'
import { findTermsInForce } from './queries/terms.ts'
import { on, sampleId } from './sample/ids.ts'
import { dayFields, openRooms, roomsDay } from './testing/rooms.ts'

const rooms = await openRooms()
const slug = 'northbrook-childrens-partnership'
const board = `/boards/${slug}`
const body = sampleId('body', slug)
const clerk = rooms.acting('siddiqui')
const probation = sampleId('seat', `${slug} probation`)
const person = (key: string): string => sampleId('person', key)
const audited = async (act: string): Promise<number> =>
  (await rooms.ownerDb.selectFrom('platform.audit_entry').select('id').where('act', '=', act).execute()).length

test('G5: a clerk fills the vacant place; the page leads on, the place is filled, the act is audited', async () => {
  const fields = {
    place: '1',
    person: person('haddad'),
    onBehalfOf: sampleId('organisation', 'probation'),
    ...dayFields('startsOn', '2026-03-01'),
  }
  const answer = await rooms.post(`${board}/members/seats/${probation}/appoint`, fields, 'siddiqui')
  assert.equal(answer.status, 303)
  const { filled } = await readAs(rooms.db, clerk, (reader) => findMembership(reader, body, roomsDay))
  assert.equal(filled, 30)
  assert.equal(await audited('appointment.made'), 1)
})

test('G5: a filled place is refused with the name of who fills it, and nothing typed is lost', async () => {
  const fields = { place: '1', person: person('reid'), capacity: 'Children’s champion', ...dayFields('startsOn', '2026-03-05') }
  const answer = await rooms.post(`${board}/members/seats/${probation}/appoint`, fields, 'siddiqui')
  assert.equal(answer.status, 422)
  assert.match(answer.text, /already filled by Leila Haddad/)
  assert.match(answer.text, /Children’s champion/)
})

test('G5: two clerks who fill one place at the same moment: one succeeds, the other is told', async () => {
  const seat = sampleId('seat', 'joint-commissioning-board ccg_chiefs')
  const fill = (who: string) =>
    appointToSeat(rooms.db, rooms.acting('mbeki'), {
      ...{ seat, place: 4, person: person(who), onBehalfOf: undefined, capacity: '', mandate: [], startsOn: roomsDay, endsOn: undefined },
    })
  const outcomes = await Promise.all([fill('rahman'), fill('stokes')])
  assert.deepEqual(outcomes.map(({ ok }) => ok).toSorted(), [false, true])
})

test('G5: an ended appointment leaves a vacancy and stays in the history with its reason', async () => {
  const appointment = sampleId('appointment', `${slug} work_based 1 dacosta`)
  const fields = { version: '1', reason: 'resigned', ...dayFields('endsOn', '2026-03-09') }
  assert.equal((await rooms.post(`${board}/members/${appointment}/end`, fields, 'siddiqui')).status, 303)
  const { seats } = await readAs(rooms.db, clerk, (reader) => findMembership(reader, body, roomsDay))
  assert.equal(seats.find(({ key }) => key === 'work_based')?.places[0]?.holder, undefined)
  const history = await readAs(rooms.db, clerk, (reader) => findMembershipHistory(reader, body))
  assert.equal(history.find(({ id }) => id === appointment)?.endingReason, 'resigned')
})

test('X5: a stale form comes back with what the other person saved and what was typed', async () => {
  const organisation = sampleId('organisation', 'training')
  const path = `/organisations/${organisation}/change`
  const fields = { version: '1', sector: 'education' }
  assert.equal((await rooms.post(path, { ...fields, name: 'Northbrook Skills Group' }, 'siddiqui')).status, 303)
  const late = await rooms.post(path, { ...fields, name: 'Northbrook Apprentices' }, 'mbeki')
  assert.equal(late.status, 409)
  assert.match(late.text, /Northbrook Skills Group/)
  assert.match(late.text, /Northbrook Apprentices/)
  assert.match(late.text, /name="version" value="2"/)
  assert.deepEqual(await htmlFaults(late.text), [])
})

test('G1: a new name keeps the old one with its dates', async () => {
  const id = sampleId('organisation', 'college')
  const fields = { version: '1', sector: 'education', name: 'Northbrook Colleges Group', ...dayFields('renamedOn', '2025-08-01') }
  assert.equal((await rooms.post(`/organisations/${id}/change`, fields, 'lowe')).status, 303)
  const organisation = await readAs(rooms.db, clerk, (reader) => findOrganisation(reader, id))
  assert.equal(organisation?.name, 'Northbrook Colleges Group')
  assert.deepEqual(
    organisation?.names.map(({ name, endsOn }) => [name, endsOn?.toString()]),
    [['Northbrook College', '2025-08-01']],
  )
})

test('G1: an administrator names the partnership, a clerk does not', async () => {
  assert.equal((await rooms.post('/admin/name', { name: 'Eastmere' }, 'siddiqui')).status, 403)
  assert.equal((await rooms.post('/admin/name', { name: ' ' }, 'lowe')).status, 422)
  assert.equal((await rooms.post('/admin/name', { name: 'Eastmere' }, 'lowe')).status, 303)
  assert.equal(await readAs(rooms.db, clerk, findPartnershipName), 'Eastmere')
})

test('X5: bad input has a sentence beside the field, and the page keeps what was typed', async () => {
  const answer = await rooms.post(
    '/organisations/new',
    { name: '', sector: 'health', 'startsOn-day': '31', 'startsOn-month': '2', 'startsOn-year': '2026' },
    'siddiqui',
  )
  assert.equal(answer.status, 422)
  assert.match(answer.text, /There is no such day/)
  assert.match(answer.text, /value="31"/)
  assert.match(answer.text, /<title>Error: /)
  assert.deepEqual(await htmlFaults(answer.text), [])
})

test('G3: a board never becomes a sub-group of itself by way of others', async () => {
  const relate = (from: string, to: string) =>
    relateBodies(rooms.db, rooms.acting('lowe'), {
      from: sampleId('body', from),
      to: sampleId('body', to),
      kind: 'sub-group-of',
      cadence: '',
      source: '',
      startsOn: roomsDay,
    })
  const circle = await relate('health-and-wellbeing-board', 'early-help-steering-group')
  assert.equal(circle.ok, false)
  assert.equal(circle.ok ? '' : circle.problems[0].code, 'circle')
})

test('G7: the terms decide who may be authorised as a deputy', async () => {
  const marsh = sampleId('appointment', `${slug} director_chair 1 marsh`)
  const path = `${board}/members/${marsh}/deputies/new`
  const deputy = { person: person('rigby'), ...dayFields('startsOn', '2026-03-10') }
  const refused = await rooms.post(path, { ...deputy, basis: 'nominated' }, 'siddiqui')
  assert.equal(refused.status, 422)
  assert.match(refused.text, /named substitutes only/)
  assert.equal((await rooms.post(path, { ...deputy, basis: 'named' }, 'siddiqui')).status, 303)
})

test('G8: one chair at a time, and a clerk does not end the own office', async () => {
  const second = await rooms.post(
    `${board}/members/offices/new`,
    { role: 'chair', person: person('marsh'), basis: 'by_post', ...dayFields('startsOn', '2026-03-10') },
    'siddiqui',
  )
  assert.equal(second.status, 422)
  assert.match(second.text, /Winston Clarke holds this office/)
  const own = sampleId('office', `${slug} clerk siddiqui`)
  const ended = await rooms.post(`${board}/members/offices/${own}/end`, { version: '1', ...dayFields('endsOn', '2026-04-01') }, 'siddiqui')
  assert.equal(ended.status, 422)
})

test('G4: export, import and export again give the same bytes; adopting ends the version before', async () => {
  const exported = (await rooms.get(`${board}/terms/1.json`)).text
  const imported = await rooms.post(`${board}/terms/import`, { document: exported }, 'siddiqui')
  assert.equal(imported.location, `${board}/terms/2`)
  assert.equal((await rooms.get(`${board}/terms/2`)).status, 404)
  assert.equal((await rooms.get(`${board}/terms/2.json`, 'siddiqui')).text, exported)
  const fields = { version: '1', adoptedBy: 'The partnership', ...dayFields('startsOn', '2026-04-01') }
  const silent = await rooms.post(`${board}/terms/2/adopt`, fields, 'siddiqui')
  assert.equal(silent.status, 422)
  assert.match(silent.text, /Say what is to hold/)
  assert.deepEqual(await htmlFaults(silent.text), [])
  const adopted = await rooms.post(`${board}/terms/2/adopt`, { ...fields, answer: 'The chair is independent.' }, 'siddiqui')
  assert.equal(adopted.status, 303)
  const before = await readAs(rooms.db, clerk, (reader) => findTermsInForce(reader, body, on('2026-03-31')))
  const after = await readAs(rooms.db, clerk, (reader) => findTermsInForce(reader, body, on('2026-04-01')))
  assert.equal(before?.from, '2013-04-01')
  assert.equal(after?.from, '2026-04-01')
})

test('G6: terms with a quorum that no meeting can reach are not adopted', async () => {
  const path = '/boards/women-and-childrens-delivery-board/terms'
  const terms = JSON.parse((await rooms.get(`${path}/1.json`)).text) as { quorum: unknown }
  const [source] = (terms as unknown as { sources: { id: string }[] }).sources
  const quorum = {
    status: 'stated',
    value: { kind: 'at-least', n: 500, counts: 'people', of: { kind: 'members' } },
    source: { id: source?.id },
  }
  const imported = await rooms.post(`${path}/import`, { document: JSON.stringify({ ...terms, quorum }) }, 'mbeki')
  assert.equal(imported.status, 303)
  const fields = { version: '1', adoptedBy: 'Nobody', answer: 'So be it.', ...dayFields('startsOn', '2026-05-01') }
  const adopted = await rooms.post(`${imported.location}/adopt`, fields, 'mbeki')
  assert.equal(adopted.status, 422)
  assert.match(adopted.text, /put the draft right first/)
})

test('G10: a draft that asks for less notice than the law is questioned, and adopted only with an answer', async () => {
  const path = '/boards/women-and-childrens-delivery-board/terms'
  const terms = JSON.parse((await rooms.get(`${path}/1.json`)).text) as object
  const agendaOut = { status: 'stated', value: { mode: 'working', days: 2, cutOff: null }, source: null }
  const imported = await rooms.post(`${path}/import`, { document: JSON.stringify({ ...terms, agendaOut }) }, 'mbeki')
  const page = async () => (await rooms.get(imported.location, 'mbeki')).text
  assert.doesNotMatch(await page(), /the law asks for more/)
  await rooms.ownerDb.updateTable('governance.body_setting').set({ legal_regime: 'lga1972' }).execute()
  assert.match(await page(), /the law asks for more: at least 5 clear working days/)
  const fields = { version: '1', adoptedBy: 'The board', ...dayFields('startsOn', '2026-05-01') }
  const silent = await rooms.post(`${imported.location}/adopt`, fields, 'mbeki')
  assert.equal(silent.status, 422)
  assert.match(silent.text, /the law asks for more[\s\S]*Say what is to hold|Say what is to hold[\s\S]*the law asks for more/)
})

test('G11: terms by which disputes go round in a circle are shown as such and not adopted; what was typed stays', async () => {
  const terms = JSON.parse((await rooms.get(`${board}/terms/1.json`)).text) as { sources: { id: string }[] }
  const source = { id: terms.sources[0]?.id }
  const disputes = { status: 'stated', value: ['The chair', 'Northbrook East Local Area Group'], source }
  const imported = await rooms.post(`${board}/terms/import`, { document: JSON.stringify({ ...terms, disputes }) }, 'siddiqui')
  assert.equal(imported.status, 303)
  const circle = /A dispute is sent to the Northbrook East Local Area Group, whose terms send it back here: nobody can ever decide\./
  assert.match((await rooms.get(imported.location, 'siddiqui')).text, circle)
  const number = imported.location.split('/').at(-1) ?? ''
  assert.match((await rooms.get(`${board}/terms/${number}/guide/disputes`, 'siddiqui')).text, circle)
  const fields = { version: '1', adoptedBy: 'The partnership', answer: 'So be it.', ...dayFields('startsOn', '2026-05-01') }
  const refused = await rooms.post(`${imported.location}/adopt`, fields, 'siddiqui')
  assert.equal(refused.status, 422)
  assert.match(refused.text, circle)
  assert.match(refused.text, /So be it\./)
})

test('G4: a file that is no terms document is refused and stays in the form', async () => {
  const answer = await rooms.post(`${board}/terms/import`, { document: '{"format": "another"}' }, 'siddiqui')
  assert.equal(answer.status, 422)
  assert.match(answer.text, /another/)
})

test('G13: a member declares, amends, reviews and ends an interest; nobody else can', async () => {
  const declared = { kind: 'personal', nature: 'Trustee of a playgroup', ...dayFields('startsOn', '2025-01-01') }
  assert.equal((await rooms.post('/me/interests/new', declared, 'webb')).status, 303)
  const row = await rooms.ownerDb
    .selectFrom('governance.interest')
    .selectAll()
    .where('nature', '=', declared.nature)
    .executeTakeFirstOrThrow()
  assert.equal(row.person, person('webb'))
  const amended = { ...declared, nature: 'Chair of a playgroup', version: '1' }
  assert.equal((await rooms.post(`/me/interests/${row.id}/change`, amended, 'siddiqui')).status, 404)
  assert.equal((await rooms.post(`/me/interests/${row.id}/change`, amended, 'webb')).status, 303)
  assert.equal((await rooms.post('/me/interests/review', {}, 'webb')).status, 303)
  const end = { version: '3', ...dayFields('endsOn', '2026-03-10') }
  assert.equal((await rooms.post(`/me/interests/${row.id}/end`, end, 'webb')).status, 303)
  assert.doesNotMatch((await rooms.get(`${board}/interests`)).text, /Chair of a playgroup/)
})

test('G5: an import shows what would happen, then saves all of it or nothing', async () => {
  const path = '/boards/safeguarding-children-partnership/members'
  const rows =
    'seat,category,voting,name,organisation,from\nPartners,police,voting,Marcus Example,Northbrook Police,01/09/2025\nPartners,police,voting,,,\n'
  const preview = await rooms.post(`${path}/import`, { rows }, 'lowe')
  assert.equal(preview.status, 200)
  assert.match(preview.text, /Nothing has been saved yet/)
  assert.deepEqual(await htmlFaults(preview.text), [])
  const wrong = await rooms.post(`${path}/import`, { confirmed: 'yes', rows: `${rows}Partners,nothing,voting,=cmd(),,\n` }, 'lowe')
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Line 4, name: “=cmd\(\)” looks like a formula/)
  const bodyId = sampleId('body', 'safeguarding-children-partnership')
  const members = () => readAs(rooms.db, clerk, (reader) => findMembership(reader, bodyId, roomsDay))
  assert.equal((await members()).places, 0)
  assert.equal((await rooms.post(`${path}/import`, { confirmed: 'yes', rows }, 'lowe')).status, 303)
  assert.deepEqual([(await members()).places, (await members()).filled], [2, 1])
  const again = await rooms.post(`${path}/import`, { confirmed: 'yes', rows }, 'lowe')
  assert.equal(again.status, 422)
  assert.match(again.text, /fills this seat already/)
})

test('X1: a mailing list has addresses for the clerk, and none for a member', async () => {
  const list = await readAs(rooms.db, clerk, (reader) => findMailingList(reader, body, roomsDay))
  assert.equal(new Set(list.map(({ person: who }) => who)).size, list.length)
  assert.ok(list.filter(({ email }) => email !== '').length >= 30)
  assert.equal(list.find(({ name }) => name === 'Winston Clarke')?.role, 'chair')
  assert.equal(list.find(({ name }) => name === 'Dr Ruth Abrahams')?.role, 'observer')
  const seen = await readAs(rooms.db, rooms.acting('webb'), (reader) => findMailingList(reader, body, roomsDay))
  assert.deepEqual(
    seen.filter(({ email }) => email !== '').map(({ name }) => name),
    ['Superintendent Marcus Webb'],
  )
})

test('G2: a task and finish group must have an end and say what happens to its actions', async () => {
  const fields = {
    ...{ name: 'Missing children group', slug: 'missing-children', kind: 'task-and-finish', status: 'live', legalRegime: 'partnership' },
    ...{ holidayDivision: 'england-and-wales', publicAccess: 'private', ...dayFields('startsOn', '2026-03-10') },
  }
  const open = await rooms.post('/boards/new', fields, 'lowe')
  assert.equal(open.status, 422)
  assert.match(open.text, /must have an end/)
  const ended = { ...fields, ...dayFields('endsOn', '2026-09-01'), endsRule: 'They pass to the partnership' }
  assert.equal((await rooms.post('/boards/new', ended, 'lowe')).status, 303)
})
