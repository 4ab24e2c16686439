import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { CANARY, openPartTwoScene } from './testing/part-two-scene.ts'
import { MARKER } from './testing/record-scene.ts'

const { scene, room, publishedPaper } = await openPartTwoScene()
const { board, ownerDb } = scene
const [council, districts] = board.seats
const visitor = (instant: string) => scene.at(undefined, instant)

const resolution = (item: string) => ({ items: item, mover: council?.person ?? '', seconder: districts?.person ?? '', method: 'agreed' })

test('M3: an exempt item waits for the resolution to exclude the public; confidential needs none; what the public sees says no more', async () => {
  const { id, items, send, time, live } = await room('2014-02-24')
  const [opening = '', contract = '', lease = '', child = ''] = items
  assert.equal((await send('14:02', 'item', { item: opening })).status, 303)
  const warned = await send('14:05', 'item', { item: contract })
  assert.equal(warned.status, 422)
  assert.match(warned.text, /no resolution to exclude the press and the public covers it/)
  assert.match(warned.text, /Take item 2 without a resolution/)
  // Two who are there, another one to second it, a vote that is carried, an exempt item of this meeting.
  const wrong = [
    { ...resolution(contract), seconder: council?.person ?? '' },
    { ...resolution(contract), mover: board.clerk.person },
    { ...resolution(contract), method: 'vote', votesFor: '2', votesAgainst: '2' },
    resolution(opening),
    resolution(child),
    resolution(newId()),
  ]
  for (const fields of wrong) assert.equal((await send('14:06', 'exclude', fields)).status, 422)
  assert.doesNotMatch((await visitor(time('14:06')).get(live)).text, /private session/)
  // Ten clicks are one resolution.
  const entry = newId()
  const clicks = await Promise.all(Array.from({ length: 10 }, () => send('14:07', 'exclude', { ...resolution(contract), entry })))
  assert.deepEqual([...new Set(clicks.map(({ status }) => status))], [303])
  assert.equal((await send('14:07', 'exclude', resolution(lease))).status, 422, 'the public is out already')
  const seen = (await visitor(time('14:08')).get(live)).text
  assert.match(seen, /The meeting is in private session/)
  assert.doesNotMatch(seen, new RegExp(`${MARKER}|${council?.name}|paragraph`))
  assert.equal((await send('14:10', 'item', { item: contract })).status, 303)
  assert.equal((await send('14:11', 'item', { item: lease })).status, 422, 'it covers the contract alone')
  assert.equal((await send('14:12', 'return')).status, 422, 'an item of Part 2 is on')
  assert.equal((await send('14:20', 'item', { item: child })).status, 303)
  assert.equal((await send('14:25', 'item', { item: opening })).status, 303)
  assert.equal((await send('14:30', 'return')).status, 303)
  assert.doesNotMatch((await visitor(time('14:31')).get(live)).text, /private session/)
  assert.equal((await send('14:35', 'item', { item: lease, withoutResolution: 'Nobody of the public had come.' })).status, 303)
  assert.equal((await send('14:40', 'end')).status, 303)
  const page = `/meetings/${id}/exclusions`
  const clerk = (await scene.at(board.clerk.account, time('15:00')).get(page)).text
  assert.match(
    clerk,
    /That the press and public be excluded from the meeting for item 2 \(A contract\), because it involves the likely disclosure/,
  )
  assert.match(clerk, /of the kind described in paragraph 3 of Schedule 12A/)
  assert.match(clerk, /left at 2\.07pm and came back at 2\.30pm/)
  assert.match(clerk, /Item 3, A lease: Nobody of the public had come\./)
  assert.doesNotMatch((await visitor(time('15:00')).get(page)).text, /2\.07pm|Nobody of the public/, 'before the minutes are public')
  const [kept] = await ownerDb.selectFrom('meetings.exclusion').selectAll().where('meeting', '=', id).execute()
  assert.deepEqual([kept?.mover, kept?.seconder_name, kept?.sight], [council?.person, districts?.name, 'members'])
  await recordedAfterwards(id, time('15:10'), lease, kept?.id ?? '')
})

/** Another resolution is recorded after the meeting, the first one put right; the minutes tell both to everybody, without a word of Part 2. */
async function recordedAfterwards(id: string, at: string, lease: string, first: string): Promise<void> {
  const clerk = scene.at(board.clerk.account, at)
  const typed = {
    items: lease,
    mover: 'Ana Field',
    seconder: 'Ben Cole',
    method: 'vote',
    votesFor: '4',
    votesAgainst: '1',
    leftAt: '14:20',
  }
  assert.match((await clerk.post(`/meetings/${id}/exclusions/new`, typed)).text, /Another resolution has the public out/)
  assert.equal((await clerk.post(`/meetings/${id}/exclusions/new`, { ...typed, leftAt: '14:33', returnedAt: '14:32' })).status, 422)
  assert.equal((await scene.at(council?.account, at).post(`/meetings/${id}/exclusions/new`, typed)).status, 403)
  assert.equal((await clerk.post(`/meetings/${id}/exclusions/new`, { ...typed, leftAt: '14:33', returnedAt: '14:39' })).status, 303)
  const edit = `/meetings/${id}/exclusions/${first}/edit`
  const changed = { ...typed, items: lease, method: 'agreed', leftAt: '14:08', returnedAt: '14:29', version: '2' }
  assert.equal((await clerk.post(edit, { ...changed, version: '1' })).status, 409)
  assert.equal((await clerk.post(edit, changed)).status, 303)
  assert.equal((await clerk.post(`/meetings/${id}/minutes/draft`)).status, 303)
  const sections = await ownerDb
    .selectFrom('meetings.minutes_section')
    .select(['heading', 'category', 'tree'])
    .where('meeting', '=', id)
    .orderBy('position')
    .execute()
  const told = sections.filter(({ heading }) => heading === 'Exclusion of the press and public')
  assert.deepEqual(
    told.map(({ category }) => category),
    ['public', 'public'],
  )
  assert.match(JSON.stringify(told), /Carried: for 4, against 1, abstained 0/)
  assert.doesNotMatch(JSON.stringify(told), new RegExp(MARKER))
  const places = sections.map(({ heading }) => heading)
  assert.equal(places.indexOf('Exclusion of the press and public') < places.indexOf(`Rent of ${MARKER}`), true)
}

/** What everybody outside can be told of a meeting, as one text: its pages, its open data and what a visitor's own reads find. */
async function toldOutside(meeting: string, items: readonly string[], at: string): Promise<string> {
  const visits = [visitor(at), scene.at(board.observer?.account, at)]
  const paths = [`/meetings/${meeting}`, ...items.map((item) => `/meetings/${meeting}/items/${item}`), `/meetings/${meeting}/minutes`]
  const more = [
    ...items.map((item) => `/meetings/${meeting}/items/${item}/exempt`),
    `/boards/${board.slug}/exempt`,
    `/meetings/${meeting}/copies`,
  ]
  const pages = await Promise.all(visits.flatMap((one) => [...paths, ...more].map((path) => one.get(path))))
  return pages.map(({ text, location }) => text + location).join('\n')
}

test('M3: exempt matter is looked at again, and released item by item, paper by paper; nothing else comes with it', async () => {
  const { id, items, send, time } = await room('2014-04-07')
  const [opening = '', contract = '', lease = ''] = items
  assert.ok(opening)
  const [offer, price] = [await publishedPaper(id, contract, 'The offer'), await publishedPaper(id, contract, 'The price')]
  const rent = await publishedPaper(id, lease, 'The rent')
  assert.equal((await send('14:05', 'exclude', { ...resolution(contract), items: contract })).status, 303)
  for (const item of [contract, lease]) await declare(id, item)
  assert.equal((await send('15:00', 'end')).status, 303)
  const clerk = scene.at(board.clerk.account, '2014-06-02T10:00:00Z')
  const path = `/meetings/${id}/items/${contract}/exempt`
  const day = (name: string, iso: string) => {
    const [year = '', month = '', date = ''] = iso.split('-')
    return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
  }
  const tested = {
    ...{ reasonsFor: 'People ask.', reasonsAgainst: `${CANARY} would raise its price`, decidedBy: 'The monitoring officer' },
    ...day('decidedOn', '2014-06-02'),
  }
  assert.match((await clerk.get(`/boards/${board.slug}/exempt`)).text, /2 A contract/)
  assert.equal((await visitor(time('15:00')).get(path)).status, 404)
  assert.equal((await scene.at(council?.account, time('15:00')).get(path)).status, 200)
  assert.equal((await scene.at(council?.account, time('15:00')).post(`${path}/release`, tested)).status, 403)
  // Kept exempt: with a reason, until a day to come.
  const version = async () => ({ version: /name="version" value="(\d+)"/.exec((await clerk.get(`${path}/keep`)).text)?.[1] ?? '' })
  const keep = { ...tested, reason: 'The price is not agreed.', ...day('reviewOn', '2014-09-01') }
  assert.match(
    (await clerk.post(`${path}/keep`, { ...keep, ...day('reviewOn', '2014-06-02'), ...(await version()) })).text,
    /a day to come/,
  )
  assert.equal((await clerk.post(`${path}/keep`, { ...keep, ...(await version()) })).status, 303)
  assert.match((await clerk.get(path)).text, /Test 2: looked at again, stays exempt/)
  assert.equal((await clerk.post(`${path}/keep`, { ...keep, version: '2' })).status, 409)
  // Released: the offer alone. A paper of another item, a confidential item and a day to come are refused.
  const release = { ...tested, reason: 'The contract is let.', publicNote: 'The contract was let on 30 May.', record: 'yes' }
  const send2 = async (fields: Record<string, string>, to = path) =>
    clerk.post(`${to}/release`, { ...release, ...(await version()), ...fields })
  assert.equal((await send2({ papers: rent, ...day('reviewOn', '2014-09-01') })).status, 422)
  assert.match((await send2({ papers: offer })).text, /Some papers stay exempt/)
  assert.equal((await send2({ papers: offer, ...day('decidedOn', '2014-06-03') })).status, 422)
  assert.doesNotMatch(await toldOutside(id, items, '2014-06-02T10:00:00Z'), new RegExp(`${MARKER}|${CANARY}|The offer|The rent`))
  const out = await send2({ papers: offer, ...day('reviewOn', '2014-09-01') })
  assert.equal(out.status, 303)
  const after = await toldOutside(id, items, '2014-06-02T10:00:00Z')
  assert.match(after, new RegExp(`The price of ${MARKER}`))
  assert.match(after, /The offer/)
  assert.match(after, /Released on 2 June 2014\. The contract was let on 30 May\./)
  assert.doesNotMatch(after, new RegExp(`${CANARY}|The price<|The rent|Rent of|A child of|Hidden interest`), 'nothing else')
  await nothingElseIsOpen(id, { contract, lease, price, rent })
  // Taken back, with a reason: at once exempt again, everywhere.
  const event = await ownerDb
    .selectFrom('meetings.publication')
    .select('id')
    .where('meeting', '=', id)
    .where('kind', '=', 'release')
    .executeTakeFirstOrThrow()
  assert.equal((await clerk.post(`/meetings/${id}/publications/${event.id}/withdraw`, { reason: 'A name stood in it.' })).status, 303)
  assert.doesNotMatch(await toldOutside(id, items, '2014-06-02T10:05:00Z'), new RegExp(`${MARKER}|${CANARY}|The offer`))
  const open = await ownerDb.selectFrom('meetings.paper').select('id').where('meeting', '=', id).where('sight', '=', 'public').execute()
  assert.deepEqual(open, [])
})

async function declare(meeting: string, item: string): Promise<void> {
  const said = {
    kind: 'pecuniary',
    source: 'declared',
    consequence: 'leave',
    decided_from: 'terms',
    declared_at: Temporal.Instant.from('2014-04-07T13:10:00Z'),
  }
  const base = { meeting, body: board.body, item, category: 'exempt', person: council?.person ?? '', name: 'Ann Council' }
  await ownerDb
    .insertInto('meetings.declared_interest')
    .values({ ...base, ...said, id: newId(), nature: 'Hidden interest', sensitive: true })
    .execute()
}

/** What a release may never take along, row by row. */
async function nothingElseIsOpen(meeting: string, of: Record<'contract' | 'lease' | 'price' | 'rent', string>): Promise<void> {
  const seen = await ownerDb
    .selectFrom('meetings.paper')
    .select(['id', 'category', 'sight'])
    .where('id', 'in', [of.price, of.rent])
    .execute()
  assert.deepEqual([...new Set(seen.map(({ category, sight }) => `${category} ${sight}`))], ['exempt members'])
  const others = await ownerDb.selectFrom('meetings.item_content').select(['item', 'sight']).where('meeting', '=', meeting).execute()
  assert.deepEqual(others.filter(({ sight }) => sight === 'public').length, 2, 'the opening and what was released')
  const secret = await ownerDb.selectFrom('meetings.declared_interest').select('sight').where('meeting', '=', meeting).execute()
  assert.deepEqual([...new Set(secret.map(({ sight }) => sight))], ['members'])
  const drafts = await ownerDb
    .selectFrom('meetings.paper_version')
    .select('sight')
    .where('meeting', '=', meeting)
    .where('state', '=', 'draft')
    .execute()
  assert.deepEqual([...new Set(drafts.map(({ sight }) => sight))], ['draft'])
  // Nobody makes exempt matter public behind the record’s back, not even the clerk by hand.
  const clerkDoer = {
    actor: board.clerk.account,
    now: Temporal.Instant.from('2014-06-02T10:00:00Z'),
    today: Temporal.PlainDate.from('2014-06-02'),
  }
  const flip = (table: 'meetings.agenda_item' | 'meetings.paper', id: string) =>
    writeAs(scene.needs.db, clerkDoer, (tx) =>
      tx.updateTable(table).set({ category: 'public', sight: 'public' }).where('id', '=', id).execute(),
    )
  await assert.rejects(flip('meetings.agenda_item', of.lease), /by a recorded release/)
  await assert.rejects(flip('meetings.paper', of.price), /by a recorded release/)
}
