import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { readAs, writeAs } from '#platform/database/session.ts'
import { htmlFaults } from '#test/support/html.ts'
import { findHeldByPerson, findScheme } from './queries/delegations.ts'
import { sampleDelegationId } from './sample/delegations.ts'
import { sampleId } from './sample/ids.ts'
import { dayFields, openRooms } from './testing/rooms.ts'

// The rooms stand on 10 March 2026. siddiqui is clerk of the partnership, mbeki of the commissioning board; lowe administers.
const rooms = await openRooms()
const slug = 'northbrook-childrens-partnership'
const page = `/boards/${slug}/delegations`
const director = `${sampleId('organisation', 'council')}:Director of Children’s Services`
const fields = {
  ...{
    functionKey: 'cooperation',
    to: '',
    toPost: '',
    toPerson: '',
    may: 'decide',
    limit: '',
    conditions: '',
    givenBy: 'Minute 4',
    decision: '',
  },
  ...dayFields('startsOn', '2026-03-01'),
}
const urgent = `${page}/${sampleDelegationId('urgent')}`

test('G14: the page says function by function who may decide what, as it was on any day, and names nobody before their time', async () => {
  const { text } = await rooms.get(page)
  assert.deepEqual(await htmlFaults(text), [])
  assert.match(text, /Director of Children’s Services, Northbrook County Council<\/a> \(Helen Marsh\) may decide, up to £25,000 each time/)
  assert.match(
    text,
    /Assistant director, early help, Northbrook County Council<\/a> \(Jonathan Pryce\) may decide, up to £5,000 each time, handed on by/,
  )
  assert.match(text, /Recommends: the decision is reserved to the lead commissioners/)
  assert.match(text, /Early Help Steering Group[\s\S]+Reports back[\s\S]+Early Help Steering Group/)
  const then = (await rooms.get(`${page}?on=2022-06-01`)).text
  assert.match(then, /Leila Haddad<\/a> may decide, until 31 March 2024/)
  assert.doesNotMatch(then, /Jonathan Pryce\) may decide, up to £5,000 each time, handed on by[\s\S]*In force/)
  assert.match((await rooms.get('/boards/early-help-steering-group/delegations')).text, /Received from other boards/)
  assert.match(
    (await rooms.get('/boards/safeguarding-children-partnership/delegations')).text,
    /lead safeguarding partner[\s\S]+handed on by Chief executive/,
  )
})

test('G14: nobody delegates what the terms reserve, do not name, or give to another; every reason is said in words', async () => {
  const wrong: readonly (readonly [Readonly<Record<string, string>>, RegExp])[] = [
    [{ functionKey: 'resources', toPerson: sampleId('person', 'haddad') }, /the decision is reserved to others/],
    [{ functionKey: 'no_such_function', toPerson: sampleId('person', 'haddad') }, /Choose one of the answers/],
    [{}, /Choose one: a board, a person or a post/],
    [{ toPerson: sampleId('person', 'haddad'), toPost: director }, /Choose only one of the three/],
    [{ to: sampleId('body', slug) }, /never round/],
    [{ toPost: director }, /hold this from the same giver already/],
    [{ toPerson: sampleId('person', 'nobody') }, /Choose one of the answers/],
    [{ toPerson: sampleId('person', 'haddad'), limit: 'lots' }, /Enter a sum/],
    [{ toPerson: sampleId('person', 'haddad'), ...dayFields('startsOn', '2012-01-01') }, /terms in force on that day do not give/],
  ]
  for (const [changed, words] of wrong) {
    const answer = await rooms.post(`${page}/new`, { ...fields, ...changed }, 'siddiqui')
    assert.equal(answer.status, 422, String(words))
    assert.match(answer.text, words)
  }
})

test('G14: what is handed on stays within what is held and never comes back, not even by way of a post', async () => {
  const to = { ...fields, toPerson: sampleId('person', 'haddad') }
  const refused: readonly (readonly [Readonly<Record<string, string>>, RegExp])[] = [
    [{ ...to, limit: '£25,000.01' }, /may commit £25,000 at the most/],
    [{ ...fields, toPerson: sampleId('person', 'marsh') }, /never round/],
    [{ ...fields, toPost: director }, /never round/],
    [{ ...to, ...dayFields('startsOn', '2021-03-31') }, /What this rests on is not in force on that day/],
  ]
  for (const [sent, words] of refused) {
    const answer = await rooms.post(`${urgent}/hand-on`, sent, 'siddiqui')
    assert.equal(answer.status, 422, String(words))
    assert.match(answer.text, words)
  }
  const below = `${page}/${sampleDelegationId('urgent-early-help')}/hand-on`
  assert.match((await rooms.post(below, to, 'siddiqui')).text, /given without leave to hand it on/)
  assert.equal((await rooms.post(`${page}/${sampleDelegationId('risks')}/hand-on`, to, 'siddiqui')).status, 404, 'of another board')
})

test('G14: revoked, it and what rests on it no longer hold from that day; the past stays, and it is revoked once', async () => {
  const revoke = { because: 'Minute 5: no longer needed', version: '1', ...dayFields('revokedOn', '2026-03-10') }
  assert.match(
    (await rooms.post(`${urgent}/revoke`, { ...revoke, ...dayFields('revokedOn', '2020-01-01') }, 'siddiqui')).text,
    /before it began/,
  )
  assert.equal((await rooms.post(`${urgent}/revoke`, { ...revoke, version: '7' }, 'siddiqui')).status, 409)
  assert.equal((await rooms.post(`${urgent}/revoke`, revoke, 'siddiqui')).status, 303)
  assert.match((await rooms.post(`${urgent}/revoke`, revoke, 'siddiqui')).text, /revoked already/)
  const acting = rooms.acting(undefined)
  const states = async (day: string) =>
    readAs(rooms.db, acting, async (reader) => {
      const scheme = await findScheme(reader, sampleId('body', slug), Temporal.PlainDate.from(day))
      return ['urgent', 'urgent-early-help'].map((key) => scheme.find(({ id }) => id === sampleDelegationId(key))?.state)
    })
  assert.deepEqual(await states('2026-03-09'), ['in-force', 'in-force'])
  assert.deepEqual(await states('2026-03-10'), ['revoked', 'rests-on-nothing'])
  const held = await readAs(rooms.db, acting, (reader) => findHeldByPerson(reader, sampleId('person', 'marsh'), acting.today))
  assert.deepEqual(
    held.map(({ id, state }) => [id, state]),
    [
      [sampleDelegationId('delegated'), 'in-force'],
      [sampleDelegationId('urgent'), 'revoked'],
    ],
  )
  assert.deepEqual(await htmlFaults((await rooms.get(urgent, 'siddiqui')).text), [])
})

test('G14: in the database, too, a delegation stays as given and rests on the same function; only its board’s clerk writes it', async () => {
  const run = (who: string, statement: string) => writeAs(rooms.db, rooms.acting(who), (tx) => sql.raw(statement).execute(tx))
  const risks = sampleDelegationId('risks')
  const values = (body: string, parent: string, key: string) =>
    `insert into governance.delegation (id, body, origin, function_key, function_name, parent, to_person, may, starts_on, given_by) values
     (gen_random_uuid(), '${sampleId('body', body)}', 'terms', '${key}', 'x', ${parent}, '${sampleId('person', 'haddad')}', 'decide', '2026-01-01', 'x')`
  await assert.rejects(run('mbeki', `update governance.delegation set limit_pence = 1 where id = '${risks}'`), /stays as it was given/)
  await assert.rejects(run('siddiqui', values(slug, `'${risks}'`, 'risk_register')), /rests on something else/)
  await assert.rejects(run('mbeki', values(slug, 'null', 'cooperation')), /row-level security/)
  await assert.rejects(run('marsh', values(slug, 'null', 'cooperation')), /row-level security/)
  await assert.rejects(run('siddiqui', `delete from governance.delegation where id = '${risks}'`), /permission denied/)
})
