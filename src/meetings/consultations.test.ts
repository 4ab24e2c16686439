import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#platform/database/ids.ts'
import { readAs } from '#platform/database/session.ts'
import { buildBoard } from '#test/support/board.ts'
import { openHouse } from '#test/support/house.ts'
import { htmlFaults } from '#test/support/html.ts'
import { createMeeting } from './commands/meeting/create-meeting.ts'
import { findPublicEvents } from './queries/public-events.ts'
import { doerAt, meetingInput } from './testing/arrange.ts'
import { meetingsClient } from './testing/client.ts'

const NOW = '2026-04-01T10:00:00Z'
const { app, needs, ownerDb } = await openHouse(Temporal.Instant.from(NOW))
const board = await buildBoard(ownerDb, 'women-and-childrens-board')
const clerk = meetingsClient(needs, board.clerk.account, NOW)
const member = meetingsClient(needs, board.member.account, NOW)
const doer = doerAt(board.clerk.account, NOW)

async function meetingOn(day: string): Promise<string> {
  const made = await createMeeting(needs, doer, board.body, meetingInput(day, { endsAt: Temporal.PlainTime.from('16:00') }))
  assert.ok(made.ok, JSON.stringify(made))
  return made.value.id
}

const anyDay = Temporal.PlainDate.from('2026-07-05')

const day = (name: string, iso: string): Record<string, string> => {
  const [year = '', month = '', dayOfMonth = ''] = iso.split('-')
  return { [`${name}-day`]: dayOfMonth, [`${name}-month`]: month, [`${name}-year`]: year }
}

test('G11: a consultation says what is asked, from when to when and which meeting decides after it; bad windows are refused in words', async () => {
  const [june, november] = [await meetingOn('2026-06-23'), await meetingOn('2026-11-10')]
  const at = `/boards/${board.slug}/consultations/new`
  const typed = { title: 'Opening hours of hubs', summary: 'Online and on paper', sight: 'public', ...day('startsOn', '2026-07-01') }
  const backward = await clerk.post(at, { ...typed, ...day('lastDay', '2026-06-30') })
  assert.equal(backward.status, 422)
  assert.match(backward.text, /The last day must not be before the first/)
  assert.match(backward.text, /value="Opening hours of hubs"/)
  const early = await clerk.post(at, { ...typed, ...day('lastDay', '2026-09-30'), meeting: june })
  assert.match(early.text, /decides before everybody was heard/)
  assert.match((await clerk.post(at, { ...typed, ...day('lastDay', '2028-09-30') })).text, /a year at most/)
  const other = await buildBoard(ownerDb, 'local-area-group')
  const strange = await createMeeting(needs, doerAt(other.clerk.account, NOW), other.body, meetingInput('2026-12-01'))
  assert.ok(strange.ok)
  assert.equal((await clerk.post(at, { ...typed, ...day('lastDay', '2026-09-30'), meeting: strange.value.id })).status, 422)
  assert.equal((await member.post(at, {})).status, 403)
  assert.equal((await clerk.post(at, { ...typed, ...day('lastDay', '2026-09-30'), meeting: november })).status, 303)
  const visitor = meetingsClient(needs, undefined, NOW)
  const plan = await visitor.get(`/boards/${board.slug}/plan`)
  assert.match(plan.text, /1 July 2026 to 30 September 2026/)
  assert.match(plan.text, /A meeting that is not announced yet decides after it/)
  const window = await ownerDb.selectFrom('meetings.consultation').select('id').where('body', '=', board.body).executeTakeFirstOrThrow()
  const step = (name: string) => `/boards/${board.slug}/consultations/${window.id}/${name}`
  assert.equal((await clerk.post(step('edit'), { ...typed, ...day('lastDay', '2026-10-30'), version: '1' })).status, 303)
  const stale = await clerk.post(step('edit'), { ...typed, title: 'Mine', ...day('lastDay', '2026-10-30'), version: '1' })
  assert.equal(stale.status, 409)
  assert.match(stale.text, /value="Mine"/)
  assert.equal((await clerk.post(step('withdraw'), { reason: 'The hubs stay as they are', version: '2' })).status, 303)
  assert.equal((await clerk.post(step('withdraw'), { reason: 'Again', version: '3' })).status, 422)
  assert.match((await visitor.get(`/boards/${board.slug}/plan`)).text, /Not held: The hubs stay as they are/)
  assert.match((await visitor.get(`/boards/${board.slug}/consultations/${window.id}`)).text, /not held: The hubs stay as they are/)
})

test('G11: a consultation has a page: by whom, of whom, how, what it feeds, what was changed and why, and what came of it', async () => {
  const at = `/boards/${board.slug}/consultations`
  const visitor = meetingsClient(needs, undefined, NOW)
  const plan = await clerk.post(`/boards/${board.slug}/plan/new`, {
    title: 'Play strategy',
    lead: 'Play team',
    purpose: 'decision',
    summary: '',
    minutes: '',
  })
  const planItem = plan.location.split('/').at(-1) ?? ''
  const typed = {
    ...{
      title: 'Where to play',
      summary: 'Where do you play?',
      audience: 'Children',
      how: 'At school',
      askedBy: 'The youth assembly',
      planItem,
    },
    ...{ sight: 'public', ...day('startsOn', '2026-03-01'), ...day('lastDay', '2026-05-31') },
  }
  assert.match((await clerk.post(`${at}/new`, { ...typed, planItem: newId() })).text, /Choose/)
  const added = await clerk.post(`${at}/new`, typed)
  assert.equal(added.status, 303, added.text)
  const open = await visitor.get(added.location)
  assert.deepEqual(await htmlFaults(open.text), [])
  assert.match(
    open.text,
    /Open[\s\S]*Where do you play\?[\s\S]*The youth assembly[\s\S]*Children[\s\S]*At school[\s\S]*At the end of Sunday 31 May 2026/,
  )
  assert.doesNotMatch(open.text, /Play strategy/, 'a matter that nobody may know of yet')
  assert.match((await clerk.get(added.location)).text, /Play strategy/)
  assert.match((await clerk.get(plan.location)).text, /Where to play/)
  const silent = await clerk.post(`${added.location}/edit`, { ...typed, ...day('lastDay', '2026-06-14'), version: '1' })
  assert.equal(silent.status, 422, 'people are asked already')
  const said = { ...typed, ...day('lastDay', '2026-06-14'), reason: 'Schools were closed.', version: '1' }
  assert.equal((await clerk.post(`${added.location}/edit`, said)).status, 303)
  assert.match((await visitor.get(added.location)).text, /What was changed[\s\S]*Schools were closed[\s\S]*1 March 2026 to 31 May 2026/)
  const outcome = { outcome: '80 answered.', ...day('outcomeOn', '2026-06-30'), version: '2' }
  assert.match((await clerk.post(`${added.location}/outcome`, outcome)).text, /People are still asked/)
  const later = meetingsClient(needs, board.clerk.account, '2026-07-05T10:00:00Z')
  assert.match(
    (await later.post(`${added.location}/outcome`, { ...outcome, ...day('outcomeOn', '2026-06-10') })).text,
    /settled after it closed/,
  )
  assert.equal((await later.post(`${added.location}/outcome`, outcome)).status, 303)
  assert.equal((await later.post(`${added.location}/outcome`, outcome)).status, 409)
  assert.match((await later.post(`${added.location}/withdraw`, { reason: 'No', version: '3' })).text, /What came of it is recorded already/)
  const july = meetingsClient(needs, undefined, '2026-07-05T10:00:00Z')
  assert.match((await july.get(added.location)).text, /Closed[\s\S]*What came of it[\s\S]*80 answered/)
  const list = await july.get('/consultations')
  assert.deepEqual(await htmlFaults(list.text), [])
  assert.match(list.text, /Closed[\s\S]*Where to play[\s\S]*What came of it is published/)
  const hidden = await clerk.post(`${at}/new`, { ...typed, title: 'Among ourselves', sight: 'members' })
  assert.equal((await visitor.get(hidden.location)).status, 404)
  assert.doesNotMatch((await visitor.get('/consultations')).text, /Among ourselves/)
  assert.match((await member.get(at)).text, /Among ourselves/)
})

test('G11, O2: feeds tell of a consultation when it comes out, when it is called off with the reason, and of what came of it; nothing of one among members', async () => {
  const found = await readAs(needs.db, { actor: undefined, now: Temporal.Instant.from('2026-07-05T10:00:00Z'), today: anyDay }, (reader) =>
    findPublicEvents(reader, { bodies: [board.body], limit: 50 }),
  )
  const told = found.map(({ kind, change, words, reason, at, asked }) => [kind, change, words, reason, String(at), asked?.outcome])
  assert.deepEqual(told, [
    ['consultation', 'outcome', 'Where to play', '', '2026-07-05T10:00:00Z', '80 answered.'],
    ['consultation', 'withdrawn', 'Opening hours of hubs', 'The hubs stay as they are', '2026-04-01T10:00:00Z', ''],
  ])
  const feed = await (await app.request(`/feeds/${board.slug}.atom`)).text()
  assert.match(feed, /What came of the consultation: Where to play[\s\S]*\/boards\/women-and-childrens-board[^/]*\/consultations\//)
  assert.doesNotMatch(feed, /Among ourselves/)
  const searched = await (await app.request('/search?q=play&kind=consultation')).text()
  assert.match(searched, /Where to play/)
  assert.doesNotMatch(await (await app.request('/search?q=ourselves')).text(), /Among ourselves/)
})
