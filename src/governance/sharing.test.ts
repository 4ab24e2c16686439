import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { readAs, writeAs } from '#platform/database/session.ts'
import { htmlFaults } from '#test/support/html.ts'
import { findOwnTasks } from './queries/own-tasks.ts'
import { findSharingAgreement } from './queries/sharing-agreements.ts'
import { findStanding } from './queries/standing.ts'
import { refuseCiting } from './rules/sharing-agreement.ts'
import { sampleId } from './sample/ids.ts'
import { dayFields, openRooms } from './testing/rooms.ts'

// The rooms stand on 10 March 2026. siddiqui is clerk of the partnership, mbeki of other boards; haddad owns the overdue one; lowe administers.
const rooms = await openRooms()
const list = '/boards/northbrook-childrens-partnership/sharing-agreements'
const idOf = (title: string): string => sampleId('sharing', title)
const pageOf = (title: string): string => `${list}/${idOf(title)}`
const secret = 'Places known for exploitation'
const open = 'Figures of the local area groups'
const late = 'Attendance at school of children with a plan'
const one = {
  ...{
    title: 'On short breaks',
    data: 'Which breaks a family uses',
    purpose: 'To plan',
    lawfulBasis: 'Consent',
    sight: 'public',
    endsOn: '',
  },
  ...{ owner: sampleId('person', 'pryce'), ...dayFields('startsOn', '2026-03-01'), ...dayFields('reviewOn', '2027-03-01') },
}

test('G19: the public register shows what may be public and not a word of the rest; its members and its owner read that too', async () => {
  for (const path of ['/sharing-agreements', list]) {
    const { text } = await rooms.get(path)
    assert.deepEqual(await htmlFaults(text), [])
    for (const words of ['Early help: who supports which family', 'In force', 'Review overdue', 'Not signed by all', 'Expired'])
      assert.ok(text.includes(words), words)
    assert.doesNotMatch(text, /exploitation/)
  }
  for (const who of [undefined, 'mbeki']) assert.equal((await rooms.get(pageOf(secret), who)).status, 404)
  for (const who of ['siddiqui', 'marsh', 'webb', 'lowe']) assert.match((await rooms.get(pageOf(secret), who)).text, /Places known/, who)
  assert.deepEqual(await htmlFaults((await rooms.get(pageOf(late), 'siddiqui')).text), [])
})

test('G19: an agreement is recorded by the clerk, signed party by party, and then its words stay', async () => {
  assert.equal((await rooms.post(`${list}/new`, one, 'mbeki')).status, 403)
  assert.match(
    (await rooms.post(`${list}/new`, { ...one, parties: sampleId('organisation', 'council') }, 'siddiqui')).text,
    /two organisations or more/,
  )
  const sign = { signedBy: 'Chief officer', ...dayFields('signedOn', '2026-03-02') }
  const party = `${pageOf(open)}/parties/${sampleId('organisation', 'icb')}/sign`
  assert.match((await rooms.post(party, { ...sign, ...dayFields('signedOn', '2026-03-11') }, 'siddiqui')).text, /today or in the past/)
  assert.equal((await rooms.post(party, sign, 'siddiqui')).status, 303)
  assert.match((await rooms.post(party, sign, 'siddiqui')).text, /recorded already/)
  assert.match((await rooms.get(pageOf(open))).text, /In force/)
  const changed = { ...one, title: open, version: '1' }
  assert.match((await rooms.post(`${pageOf(open)}/change`, changed, 'siddiqui')).text, /another agreement/)
  assert.equal((await rooms.post(`${pageOf(open)}/change`, { ...changed, version: '9' }, 'siddiqui')).status, 409)
  await assert.rejects(
    writeAs(rooms.db, rooms.acting('siddiqui'), (tx) =>
      sql.raw(`update governance.sharing_agreement set purpose = 'Other' where id = '${idOf(open)}'`).execute(tx),
    ),
    /what was signed stays/,
  )
})

test('G19: what would rest on an agreement asks at the door: in force, signed by all, between its parties', async () => {
  const asked = async (title: string, ...between: string[]) => {
    const acting = rooms.acting(undefined)
    const agreement = await readAs(rooms.db, acting, (reader) => findSharingAgreement(reader, idOf(title), acting.today))
    const organisations = between.map((key) => sampleId('organisation', key))
    return agreement && refuseCiting(agreement, organisations, acting.today).map(({ code }) => code)
  }
  assert.deepEqual(await asked('Early help: who supports which family', 'council', 'families-first'), [])
  assert.deepEqual(await asked('Early help: who supports which family', 'police'), ['not-a-party'])
  assert.deepEqual(await asked('Moves between the former health groups', 'ccg-west'), ['agreement-not-in-force'])
  assert.equal(await asked(secret), undefined, 'a visitor’s door knows nothing of it')
})

test('G19: an overdue review presses in the work of its owner and of the clerk; the owner records it, nobody else', async () => {
  const tasksOf = async (who: string) => {
    const acting = rooms.acting(who)
    const tasks = await readAs(rooms.db, acting, async (reader) => findOwnTasks(reader, await findStanding(reader, acting), acting.today))
    return tasks.filter(({ kind }) => kind === 'review-sharing').map(({ number, dueOn }) => [number, dueOn?.toString()])
  }
  assert.deepEqual(await tasksOf('haddad'), [[1, '2026-02-14']])
  assert.deepEqual(await tasksOf('siddiqui'), [[1, '2026-02-14']])
  assert.deepEqual(await tasksOf('marsh'), [])
  const review = { outcome: 'Still needed', version: '1', ...dayFields('reviewedOn', '2026-03-09'), ...dayFields('nextOn', '2027-03-01') }
  assert.equal((await rooms.post(`${pageOf(late)}/review`, review, 'marsh')).status, 403)
  assert.equal((await rooms.post(`${pageOf(late)}/review`, review)).status, 401)
  assert.match(
    (await rooms.post(`${pageOf(late)}/review`, { ...review, ...dayFields('nextOn', '2026-03-10') }, 'haddad')).text,
    /after today/,
  )
  assert.equal((await rooms.post(`${pageOf(late)}/review`, review, 'haddad')).status, 303)
  assert.deepEqual(await tasksOf('haddad'), [])
  assert.match((await rooms.get(pageOf(late))).text, /Still needed/)
})

test('G19: the signed paper is a PDF written anew, for whoever it was said for; withdrawn, an agreement changes no more', async () => {
  const paper = pageOf('Early help: who supports which family')
  const bytes = new TextEncoder().encode('<!doctype html><p>Not a PDF')
  const sent = await rooms.send(`${paper}/paper`, { sight: 'members', version: '1' }, { name: 'signed.pdf', bytes }, 'siddiqui')
  assert.equal(sent.status, 422)
  const document = 'a'.repeat(64)
  await rooms.ownerDb
    .insertInto('governance.sharing_paper')
    .values({ agreement: idOf('Early help: who supports which family'), document, sight: 'members' })
    .execute()
  assert.equal((await rooms.get(`${paper}/signed.pdf`)).status, 404)
  assert.doesNotMatch((await rooms.get(paper)).text, /signed\.pdf/)
  assert.match((await rooms.get(paper, 'marsh')).text, /signed\.pdf/)
  const withdraw = { because: 'Nobody uses it', version: '1', ...dayFields('withdrawnOn', '2026-03-10') }
  assert.equal((await rooms.post(`${paper}/withdraw`, withdraw, 'haddad')).status, 403)
  assert.equal((await rooms.post(`${paper}/withdraw`, withdraw, 'siddiqui')).status, 303)
  assert.equal((await rooms.post(`${paper}/withdraw`, { ...withdraw, version: '2' }, 'siddiqui')).status, 409)
  assert.match((await rooms.get(paper)).text, /Nobody uses it/)
})

test('G19: whoever owns an agreement sees to its review, and opens it to nobody else', async () => {
  const as = (who: string, query: string) => writeAs(rooms.db, rooms.acting(who), (tx) => sql.raw(query).execute(tx))
  for (const set of [
    `sight = 'public'`,
    `owner = '${sampleId('person', 'pryce')}'`,
    "withdrawn_on = '2026-03-10', withdrawn_because = 'x'",
  ])
    await assert.rejects(
      as('webb', `update governance.sharing_agreement set ${set} where id = '${idOf(secret)}'`),
      /owner only sees to its review|row-level security/,
    )
})
