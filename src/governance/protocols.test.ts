import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { readAs, writeAs } from '#platform/database/session.ts'
import { htmlFaults } from '#test/support/html.ts'
import { addProtocol } from './commands/protocols.ts'
import { findOwnTasks } from './queries/own-tasks.ts'
import { findReportsDue } from './queries/reports.ts'
import { findStanding } from './queries/standing.ts'
import { findProtocolDutiesDue, findWorkProgramme } from './queries/work-programme.ts'
import { sampleId } from './sample/ids.ts'
import { openRooms } from './testing/rooms.ts'

// The rooms stand on 10 March 2026. Clerks: siddiqui of the partnership, mbeki of the commissioning board; lowe administers.
const rooms = await openRooms()
const partnership = 'northbrook-childrens-partnership'
const safeguarding = 'safeguarding-children-partnership'
const board = `/boards/${partnership}`
const bodyId = (slug: string): string => sampleId('body', slug)
const title = 'How the partnership and the safeguarding partnership work together'
const plan = sampleId('duty', `${title} Business plan sent for comment`)
const report = sampleId('duty', `${title} Annual report brought to the partnership`)
const met = { outcome: 'met', note: 'Sent', 'onDay-day': '9', 'onDay-month': '3', 'onDay-year': '2026' }

async function statesOf(slug: string): Promise<readonly string[]> {
  const acting = rooms.acting(undefined)
  const lines = await readAs(rooms.db, acting, (reader) => findWorkProgramme(reader, bodyId(slug), acting.today))
  return lines.map(({ duty, window, state }) => `${duty.title}, ${window.year}: ${state}`)
}

test('G15: duties appear in the work programmes of both parties, the overdue first, and a missed one is flagged', async () => {
  assert.deepEqual(await statesOf(partnership), await statesOf(safeguarding))
  assert.deepEqual((await statesOf(partnership)).slice(0, 2), [
    'Business plan sent for comment, 2025: overdue',
    'Business plan sent for comment, 2026: due',
  ])
  for (const slug of [partnership, safeguarding]) {
    const { text } = await rooms.get(`/boards/${slug}/protocols`)
    assert.match(text, /Business plan sent for comment/)
    assert.match(text, /Overdue/)
    assert.deepEqual(await htmlFaults(text), [])
  }
  assert.match((await rooms.get(`${board}/protocols`)).text, /One duty overdue/)
})

test('G15: the clerk’s work names duties that are overdue, and reports that were not made in time', async () => {
  const acting = rooms.acting('siddiqui')
  const due = await readAs(rooms.db, acting, (reader) => findProtocolDutiesDue(reader, [bodyId(partnership)], acting.today))
  assert.deepEqual(
    due.map(({ title: duty, year, isLate }) => [duty, year, isLate]),
    [['Business plan sent for comment', 2025, true]],
  )
  const reports = await readAs(rooms.db, acting, (reader) => findReportsDue(reader, [bodyId('joint-commissioning-board')], acting.today))
  assert.deepEqual(
    reports.map(({ to }) => to),
    ['Northbrook Health and Wellbeing Board'],
  )
  assert.deepEqual(await readAs(rooms.db, acting, (reader) => findProtocolDutiesDue(reader, [], acting.today)), [])
})

test('G15: the clerk of the board that owes a duty records that it was met or waived; a stale form writes nothing', async () => {
  const path = `${board}/protocols/${plan}/2025`
  assert.equal((await rooms.post(path, { ...met, outcome: 'waived', note: '', version: '0' }, 'siddiqui')).status, 422)
  assert.equal((await rooms.post(path, { ...met, 'onDay-day': '11', version: '0' }, 'siddiqui')).status, 422)
  assert.equal((await rooms.post(path, { ...met, version: '0' }, 'siddiqui')).status, 303)
  assert.equal((await rooms.post(path, { ...met, version: '0' }, 'siddiqui')).status, 409)
  assert.equal((await rooms.post(path, { ...met, outcome: 'waived', note: 'Agreed', version: '1' }, 'siddiqui')).status, 303)
  assert.ok((await statesOf(partnership)).includes('Business plan sent for comment, 2025: waived'))
  assert.equal((await rooms.get(`${board}/protocols/${plan}/1999`, 'siddiqui')).status, 404)
})

test('G15: for a party without a clerk here the clerk of another party records it; nobody else does', async () => {
  assert.equal((await rooms.post(`${board}/protocols/${report}/2025`, { ...met, version: '1' }, 'siddiqui')).status, 303)
  assert.equal(
    (await rooms.post(`/boards/joint-commissioning-board/protocols/${report}/2025`, { ...met, version: '2' }, 'mbeki')).status,
    404,
  )
  for (const who of ['mbeki', 'marsh', 'lowe'])
    assert.equal((await rooms.post(`${board}/protocols/${plan}/2026`, { ...met, version: '0' }, who)).status, 403)
  for (const who of [undefined, 'mbeki', 'marsh', 'lowe'])
    await assert.rejects(
      writeAs(rooms.db, rooms.acting(who), (tx) =>
        sql
          .raw(`insert into governance.duty_outcome (duty, cycle_year, outcome, on_day) values ('${plan}', 2026, 'met', '2026-03-09')`)
          .execute(tx),
      ),
      /row-level security/,
      who,
    )
})

test('G15: a protocol that is due to be reviewed, or not signed, waits in the work of the clerks of its parties alone', async () => {
  const tasks = async (who: string) => {
    const acting = rooms.acting(who)
    const own = await readAs(rooms.db, acting, async (reader) => findOwnTasks(reader, await findStanding(reader, acting), acting.today))
    return own.flatMap(({ kind, board: name, number, dueOn }) =>
      kind.endsWith('-protocols') ? [[kind, name, number, dueOn?.toString()]] : [],
    )
  }
  const before = await tasks('siddiqui')
  const words = { title: 'A protocol on schools', purpose: 'Schools', source: 'Annex' }
  const reviewOn = Temporal.PlainDate.from('2026-03-05')
  const parties = [bodyId(partnership), bodyId(safeguarding)]
  const added = await addProtocol(rooms.db, rooms.acting('lowe'), { ...words, reviewOn, startsOn: reviewOn, parties })
  assert.ok(added.ok)
  const after = (await tasks('siddiqui')).filter((one) => !before.some((other) => other.join() === one.join()))
  assert.deepEqual(
    after.map(([kind, , number, day]) => [kind, number, day]),
    [
      ['review-protocols', 1, '2026-03-05'],
      ['sign-protocols', 1, undefined],
    ],
  )
  assert.deepEqual(await tasks('mbeki'), [], 'no party of hers')
  await sql`update governance.protocol set ends_on = '2026-03-10' where id = ${added.value.id}`.execute(rooms.ownerDb)
  assert.deepEqual(await tasks('siddiqui'), before)
})

test('G15: a protocol binds when every party has signed; then its duties are counted from the next whole window', async () => {
  const fields = {
    ...{
      title: 'On short breaks',
      purpose: 'We share what we buy.',
      source: '',
      'startsOn-day': '1',
      'startsOn-month': '1',
      'startsOn-year': '2026',
    },
  }
  assert.equal((await rooms.post('/protocols/new', { ...fields, parties: bodyId(partnership) }, 'lowe')).status, 422)
  const id = await addWithTwo(fields)
  const duty = {
    ...{ title: 'Joint review', body: bodyId(partnership), opensMonth: '10', closesMonth: '2' },
    ...{ 'startsOn-day': '1', 'startsOn-month': '1', 'startsOn-year': '2025' },
  }
  assert.equal((await rooms.post(`/protocols/${id}/duties/new`, { ...duty, body: bodyId(safeguarding) }, 'lowe')).status, 422, 'no party')
  assert.equal((await rooms.post(`/protocols/${id}/duties/new`, duty, 'lowe')).status, 303)
  assert.equal((await rooms.post(`/protocols/${id}/duties/new`, duty, 'lowe')).status, 422, 'sent twice')
  const counted = async () => (await statesOf('joint-commissioning-board')).filter((line) => line.startsWith('Joint review'))
  const sign = { signedBy: 'The chair', 'signedOn-day': '2', 'signedOn-month': '2', 'signedOn-year': '2026' }
  const paths = [partnership, 'joint-commissioning-board'].map((slug) => `/protocols/${id}/parties/${bodyId(slug)}/sign`)
  assert.equal((await rooms.post(paths[0] ?? '', sign, 'lowe')).status, 303)
  assert.deepEqual(await counted(), [])
  assert.equal((await rooms.post(paths[1] ?? '', sign, 'siddiqui')).status, 403)
  assert.equal((await rooms.post(paths[1] ?? '', sign, 'lowe')).status, 303)
  assert.equal((await rooms.post(paths[1] ?? '', sign, 'lowe')).status, 422, 'signed already')
  assert.deepEqual(await counted(), ['Joint review, 2026: coming'])
  assert.deepEqual(await htmlFaults((await rooms.get(`/protocols/${id}`, 'lowe')).text), [])
})

/** A form posts check boxes of one name several times; the rooms post one value a name, so the second party is added by the owner. */
async function addWithTwo(fields: Readonly<Record<string, string>>): Promise<string> {
  const startsOn = Temporal.PlainDate.from('2026-01-01')
  const parties = [bodyId(partnership), bodyId('joint-commissioning-board')]
  const words = { title: fields.title ?? '', purpose: fields.purpose ?? '', source: '' }
  const added = await addProtocol(rooms.db, rooms.acting('lowe'), { ...words, reviewOn: undefined, startsOn, parties })
  assert.ok(added.ok)
  return added.value.id
}

test('G3: a report that its cadence asks for is overdue until one is recorded by the board that reports', async () => {
  const quarterly = sampleId('relation', 'joint-commissioning-board accountable-to health-and-wellbeing-board 2014-04-01')
  const page = '/boards/joint-commissioning-board/protocols'
  assert.match((await rooms.get(page)).text, /report overdue/i)
  const path = `/boards/joint-commissioning-board/reports/${quarterly}/new`
  const made = { note: 'Report on pooled funds', 'madeOn-day': '9', 'madeOn-month': '3', 'madeOn-year': '2026' }
  assert.equal((await rooms.post(path, made, 'siddiqui')).status, 403)
  assert.equal((await rooms.post(path, { ...made, 'madeOn-year': '2012' }, 'mbeki')).status, 422)
  assert.equal((await rooms.post(path, made, 'mbeki')).status, 303)
  assert.equal((await rooms.post(path, made, 'mbeki')).status, 422, 'recorded twice')
  const challenge = sampleId('relation', `${safeguarding} challenges ${partnership} 2013-04-01`)
  assert.equal((await rooms.get(`${board}/reports/${challenge}/new`, 'siddiqui')).status, 404, 'no report follows from a challenge')
  await assert.rejects(
    writeAs(rooms.db, rooms.acting('siddiqui'), (tx) =>
      sql
        .raw(
          `insert into governance.report_made (id, relation, made_on, note) values (gen_random_uuid(), '${quarterly}', '2026-03-01', 'n')`,
        )
        .execute(tx),
    ),
    /row-level security/,
  )
})
