import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#platform/database/ids.ts'
import { openPartTwoScene } from './testing/part-two-scene.ts'
import { recordRules } from './testing/record-board.ts'
import { MARKER } from './testing/record-scene.ts'
import { waitingFor } from './testing/waiting.ts'

const destroyed = { status: 'stated', value: { marked: true, destroyed: 'within-days', days: 5 }, source: null }
const { scene, room, publishedPaper } = await openPartTwoScene({ ...recordRules, confidentiality: destroyed })
const { board, ownerDb } = scene
const [council, districts] = board.seats
const visitor = (instant: string) => scene.at(undefined, instant)

test('M16: who has copies is known by evidence; each confirms in exact words and reads them no more; the certificate names what is outstanding', async () => {
  const { id, items, send, time } = await room('2014-05-12')
  const contract = items[1] ?? ''
  const offer = await publishedPaper(id, contract, 'The tender')
  const [publication, at] = [newId(), Temporal.Instant.from('2014-05-02T10:00:00Z')]
  const base = { meeting: id, body: board.body, sight: 'members' }
  await ownerDb
    .insertInto('meetings.publication')
    .values({
      ...base,
      id: publication,
      kind: 'pack',
      number: 1,
      published_at: at,
      published_on: Temporal.PlainDate.from('2014-05-02'),
      actor: newId(),
    })
    .execute()
  const version = await ownerDb
    .selectFrom('meetings.paper_version')
    .select('id')
    .where('paper', '=', offer)
    .where('state', '=', 'published')
    .executeTakeFirstOrThrow()
  await ownerDb
    .insertInto('meetings.published_paper')
    .values({ ...base, publication, paper_version: version.id, item: contract, category: 'exempt' })
    .execute()
  for (const one of [council, districts, board.clerk, board.observer])
    await ownerDb
      .insertInto('meetings.despatch')
      .values({ id: newId(), meeting: id, publication, person: one?.person ?? '', email: 'a@b.example', channel: 'email', at })
      .execute()
  const copies = `/meetings/${id}/copies`
  const clerk = scene.at(board.clerk.account, '2014-05-13T10:00:00Z')
  assert.match((await clerk.post(`${copies}/ask`)).text, /once the meeting is over/)
  assert.equal((await send('15:00', 'end')).status, 303)
  for (let click = 0; click < 2; click++) assert.equal((await clerk.post(`${copies}/ask`)).status, 303)
  const listed = await ownerDb.selectFrom('meetings.exempt_copy').select(['id', 'person']).where('meeting', '=', id).execute()
  assert.deepEqual(
    listed.map(({ person }) => person).toSorted(),
    [council?.person, districts?.person].toSorted(),
    'neither observer nor clerk',
  )
  assert.equal((await clerk.post(`${copies}/printed`, { name: 'Guest of Honour', number: '7' })).status, 303)
  assert.equal((await clerk.post(`${copies}/printed`, { name: 'Another', number: '7' })).status, 422)
  const own = listed.find(({ person }) => person === council?.person)?.id ?? ''
  const member = scene.at(council?.account, '2014-05-13T11:00:00Z')
  const other = scene.at(districts?.account, '2014-05-13T11:00:00Z')
  const reads = async (who: typeof member) => (await who.get(`/meetings/${id}/items/${contract}`)).text.includes('The tender in full')
  assert.equal(await reads(member), true)
  assert.notEqual((await other.post(`/exempt-copies/${own}/confirm`)).status, 303, 'another’s copy')
  assert.notEqual((await visitor(time('16:00')).get(`/exempt-copies/${own}`)).status, 200)
  assert.equal((await member.get(copies)).status, 404)
  assert.match((await member.get(`/exempt-copies/${own}`)).text, /I have destroyed every copy of the exempt papers of this meeting/)
  for (let click = 0; click < 2; click++) assert.equal((await member.post(`/exempt-copies/${own}/confirm`)).status, 303)
  assert.equal(await reads(member), false)
  assert.equal(await reads(other), true)
  const waits = () => waitingFor(scene.needs, board.clerk.account, '2014-05-14T10:00:00Z')
  assert.deepEqual(await waits(), ['destroy-copies 2 2014-05-17'], 'a member’s and a guest’s')
  assert.deepEqual(await waitingFor(scene.needs, districts?.account, '2014-05-14T10:00:00Z'), [], 'it is the clerk’s')
  const certified = await clerk.post(`${copies}/certify`)
  assert.equal(certified.status, 303)
  const page = (await clerk.get(`${copies}/certificates/1`)).text
  for (const words of [
    /Guest of Honour/,
    new RegExp(`Outstanding[\\s\\S]*${districts?.name}`),
    /I have destroyed every copy/,
    /2 A contract/,
  ])
    assert.match(page, words)
  assert.doesNotMatch(page, new RegExp(`${MARKER}|The tender`))
  assert.equal(await reads(other), false, 'access to the distributed copy ends')
  assert.equal(await reads(clerk), true, 'the record copy stays')
  const paper = await ownerDb.selectFrom('meetings.paper').select('state').where('id', '=', offer).executeTakeFirst()
  assert.equal(paper?.state, 'published')
})

test('M16: the record copy is kept by a class with its source; what is due is decided by somebody, with a reason, and nothing is deleted by it', async () => {
  const { id, items, send } = await room('2014-06-09')
  const paper = await publishedPaper(id, items[1] ?? '', 'The lease')
  assert.equal((await send('15:00', 'end')).status, 303)
  const made = { id: newId(), meeting: id, body: board.body, sight: 'public', kind: 'pack', number: 1, actor: newId() }
  const on = { published_at: Temporal.Instant.from('2014-06-01T10:00:00Z'), published_on: Temporal.PlainDate.from('2014-06-01') }
  await ownerDb
    .insertInto('meetings.publication')
    .values({ ...made, ...on })
    .execute()
  const [ofBoard, ofMeeting] = [`/boards/${board.slug}/retention`, `/meetings/${id}/retention`]
  const clerk = scene.at(board.clerk.account, '2020-06-08T10:00:00Z')
  assert.match((await visitor('2020-06-08T10:00:00Z').get(ofMeeting)).text, /Kept for 6 years[\s\S]*section 100C[\s\S]*Until 9 June 2020/)
  assert.doesNotMatch((await visitor('2020-06-09T10:00:00Z').get(ofBoard)).text, /Due to be looked at/)
  const day = (name: string, iso: string) => {
    const [year = '', month = '', date = ''] = iso.split('-')
    return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
  }
  const decided = { reason: 'Nobody asks for them.', decidedBy: 'The board', ...day('decidedOn', '2020-06-08'), version: '1' }
  const early = await clerk.post(`${ofMeeting}/papers`, { ...decided, outcome: 'to_be_destroyed' })
  assert.equal(early.status, 422)
  assert.match(early.text, /It is not due yet/)
  // The board's own class, from a day on, holds for this meeting too.
  const own = { kind: 'papers', action: 'transfer', years: '4', source: 'Our retention schedule', setBy: 'The board' }
  assert.equal((await clerk.post(`${ofBoard}/new`, { ...own, ...day('startsOn', '2020-06-08') })).status, 303)
  assert.match((await clerk.get(ofBoard)).text, /Our retention schedule[\s\S]*9 June 2014[\s\S]*Agenda and reports[\s\S]*9 June 2018/)
  const waits = async () =>
    (await waitingFor(scene.needs, board.clerk.account, '2020-06-08T10:00:00Z')).filter((one) => one.startsWith('look'))
  const before = await waits()
  assert.match(before[0] ?? '', /^look-at-records \d+$/, 'a period that is over has no last day')
  assert.equal((await clerk.post(`${ofMeeting}/papers`, { ...decided, outcome: 'transferred' })).status, 422, 'no archive is named')
  assert.equal((await clerk.post(`${ofMeeting}/papers`, { ...decided, outcome: 'to_be_destroyed' })).status, 303)
  assert.equal((await clerk.post(`${ofMeeting}/papers`, { ...decided, outcome: 'kept_for_good' })).status, 409, 'decided already')
  assert.notDeepEqual(await waits(), before, 'what is decided waits no more')
  assert.match((await clerk.get(ofMeeting)).text, /To be destroyed, decided by The board on 8 June 2020: Nobody asks for them/)
  assert.doesNotMatch((await visitor('2020-06-09T10:00:00Z').get(ofMeeting)).text, /Nobody asks for them/)
  const kept = await ownerDb.selectFrom('meetings.paper').select('id').where('id', '=', paper).execute()
  assert.equal(kept.length, 1, 'it is still there')
})
