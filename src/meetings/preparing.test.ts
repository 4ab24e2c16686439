import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#platform/database/ids.ts'
import { readAs } from '#platform/database/session.ts'
import type { Answer } from '#platform/web/testing/room-client.ts'
import { buildBoard, type TestBoard } from '#test/support/board.ts'
import { openHouse } from '#test/support/house.ts'
import { htmlFaults } from '#test/support/html.ts'
import { makePack } from './pack/make-pack.ts'
import { remindAuthors } from './pack/remind-authors.ts'
import { findAgenda } from './queries/agenda.ts'
import { findClerkDuties } from './queries/clerk-duties.ts'
import { doerAt } from './testing/arrange.ts'
import { meetingsClient } from './testing/client.ts'
import { waitingFor } from './testing/waiting.ts'

const MARKER = 'Kestrelhold'
const { needs, ownerDb } = await openHouse(Temporal.Instant.from('2014-05-01T10:00:00Z'))
const board: TestBoard = await buildBoard(ownerDb, 'women-and-childrens-board')
const NOW = '2014-05-01T10:00:00Z'
const clerk = meetingsClient(needs, board.clerk.account, NOW)
const member = meetingsClient(needs, board.member.account, NOW)
const author = meetingsClient(needs, board.author.account, NOW)
const visitor = meetingsClient(needs, undefined, NOW)
const clerkDoer = doerAt(board.clerk.account, NOW)

const meetingForm = {
  kind: 'ordinary',
  'heldOn-day': '23',
  'heldOn-month': '6',
  'heldOn-year': '2014',
  startsAt: '2pm',
  endsAt: '4pm',
  place: 'The Exchange',
  access: 'public',
}
const itemForm = { purpose: 'decision', reportStatus: 'attached', category: 'public' }

function led(answer: Answer): string {
  assert.equal(
    answer.status,
    303,
    answer.text
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .slice(0, 900),
  )
  return answer.location
}
const idIn = (location: string): string => /\/(?:meetings|papers|publications|plan)\/([0-9a-f-]{36})(?:\/|$)/.exec(location)?.[1] ?? ''
const versionIn = (page: Answer): string => /name="version" value="(\d+)"/.exec(page.text)?.[1] ?? ''

const budget = {
  ...{ budgetSum: '40000', budgetName: 'Early help', budgetKind: 'single', budgetSource: 'Core budget', budgetPayer: 'The council' },
  budgetSavings: 'None',
}

test('M2: a day in the past is confirmed as history, and a meeting before its notice is questioned in words', async () => {
  const past = await clerk.post(`/boards/${board.slug}/meetings/new`, { ...meetingForm, 'heldOn-month': '4' })
  assert.equal(past.status, 422)
  assert.match(past.text, /in the past/)
  const near = await clerk.post(`/boards/${board.slug}/meetings/new`, { ...meetingForm, 'heldOn-day': '2', 'heldOn-month': '5' })
  assert.match(near.text, /Its notice would have been due on Monday 28 April 2014/)
  const visitorTries = await visitor.post(`/boards/${board.slug}/meetings/new`, meetingForm)
  assert.equal(visitorTries.status, 401)
  const memberTries = await member.post(`/boards/${board.slug}/meetings/new`, meetingForm)
  assert.equal(memberTries.status, 404)
})

test('M1 to M7: a clerk builds a meeting from an empty agenda to a published pack, by plain forms', async () => {
  const meeting = idIn(led(await clerk.post(`/boards/${board.slug}/meetings/new`, meetingForm)))
  // Forward plan: a member nominates, the clerk accepts and places.
  const nominated = led(
    await member.post(`/boards/${board.slug}/plan/new`, { title: 'Young carers', purpose: 'discussion', lead: 'Cora Member' }),
  )
  const plan = idIn(nominated)
  assert.deepEqual(await waitingFor(needs, board.clerk.account, NOW), ['settle-nominations 1'])
  assert.deepEqual(await waitingFor(needs, board.member.account, NOW), [])
  led(await clerk.post(`/boards/${board.slug}/plan/${plan}/accept`, { version: '1' }))
  // The board reads who put it forward and who accepted it, and when.
  const answered = (await member.get(`/boards/${board.slug}/plan/${plan}`)).text
  assert.match(answered, new RegExp(`Put forward[\\s\\S]*? by ${board.member.name}[\\s\\S]*Accepted<[\\s\\S]*? by ${board.clerk.name}`))
  led(await clerk.post(`/boards/${board.slug}/plan/${plan}/move`, { version: '2', meeting, reason: 'Room in June' }))
  assert.deepEqual(await waitingFor(needs, board.clerk.account, NOW), [])
  assert.match((await clerk.get(`/boards/${board.slug}/plan`)).text, /Young carers/)
  // Agenda.
  led(await clerk.post(`/meetings/${meeting}/agenda/openers`, { openers: ['apologies', 'interests'] }))
  led(await clerk.post(`/meetings/${meeting}/agenda/place`, { planItem: plan }))
  const timed = { ...itemForm, title: 'Short breaks', commitsMoney: 'yes' }
  assert.equal((await clerk.post(`/meetings/${meeting}/agenda/new`, { ...timed, plannedMinutes: '601' })).status, 422)
  led(await clerk.post(`/meetings/${meeting}/agenda/new`, { ...timed, plannedMinutes: '20' }))
  const wrong = await clerk.post(`/meetings/${meeting}/agenda/new`, { ...itemForm, title: `Settlement with ${MARKER}`, category: 'exempt' })
  assert.equal(wrong.status, 422)
  for (const words of ['title that the public will read', 'at least one paragraph', 'public interest', 'who decided'])
    assert.match(wrong.text, new RegExp(words))
  const exempt = {
    category: 'exempt',
    publicTitle: 'A settlement',
    paragraphs: ['lga1972.3', 'lga1972.5'],
    publicInterest: 'Costs',
    exemptDecidedBy: 'The monitoring officer',
    interestFor: 'People ask what is spent',
    ...{ 'exemptDecidedOn-day': '1', 'exemptDecidedOn-month': '1', 'exemptDecidedOn-year': '2014' },
  }
  led(
    await clerk.post(`/meetings/${meeting}/agenda/new`, {
      ...itemForm,
      title: `Settlement with ${MARKER}`,
      ...exempt,
      reportStatus: 'none',
    }),
  )
  const agenda = await readAs(needs.db, clerkDoer, (reader) => findAgenda(reader, meeting))
  assert.deepEqual(
    agenda.map(({ number, publicTitle }) => [number, publicTitle]),
    [
      ['1', 'Apologies for absence'],
      ['2', 'Declarations of interest'],
      ['3', 'Young carers'],
      ['4', 'Short breaks'],
      ['5', 'A settlement'],
    ],
  )
  const item = agenda[3]?.id ?? ''
  led(await clerk.post(`/meetings/${meeting}/items/${item}/up`))
  const moved = await readAs(needs.db, clerkDoer, (reader) => findAgenda(reader, meeting))
  assert.deepEqual(moved.map(({ publicTitle }) => publicTitle)[2], 'Short breaks')
  // Paper.
  const paper = idIn(
    led(await clerk.post(`/meetings/${meeting}/items/${item}/paper`, { title: 'Short breaks for families', author: board.author.person })),
  )
  assert.match((await author.get('/papers')).text, /Short breaks for families/)
  const edit = await author.get(`/papers/${paper}/edit`)
  assert.equal(edit.status, 200)
  const typed = {
    title: 'Short breaks for families',
    summary: 'Families wait too long.',
    body: '# Background\n\n#. They wait 12 weeks.',
    recommendations: 'Agree the plan',
    version: versionIn(edit),
  }
  const preview = await author.post(`/papers/${paper}/edit`, { ...typed, act: 'preview' })
  assert.match(preview.text, /They wait 12 weeks/)
  led(await author.post(`/papers/${paper}/edit`, typed))
  const stale = await author.post(`/papers/${paper}/edit`, { ...typed, summary: 'My own words.' })
  assert.equal(stale.status, 409)
  assert.match(stale.text, /My own words\./)
  assert.match(stale.text, /Families wait too long\./)
  led(await author.post(`/papers/${paper}/hand-in`))
  const duties = await readAs(needs.db, clerkDoer, (reader) =>
    findClerkDuties(reader, [board.body], { since: clerkDoer.today.subtract({ years: 1 }), today: clerkDoer.today }),
  )
  assert.ok(duties.some(({ kind, id }) => kind === 'clear-paper' && id === paper))
  // C16: money needs its section.
  const unclear = await clerk.post(`/papers/${paper}/clear`)
  assert.equal(unclear.status, 422)
  assert.match(unclear.text, /commits money/)
  const again = versionIn(await author.get(`/papers/${paper}/edit`))
  led(await author.post(`/papers/${paper}/edit`, { ...typed, ...budget, version: again }))
  led(await clerk.post(`/papers/${paper}/ask`, { discipline: 'finance', checker: 'Fay Finance', overrides: 'yes' }))
  assert.match((await clerk.post(`/papers/${paper}/clear`)).text, /finance check is not answered/)
  led(await clerk.post(`/papers/${paper}/answer`, { discipline: 'finance', verdict: 'returned', note: 'Say which budget' }))
  assert.match((await clerk.post(`/papers/${paper}/clear`)).text, /its advice overrides/)
  led(await clerk.post(`/papers/${paper}/answer`, { discipline: 'finance', verdict: 'cleared' }))
  // C16: the money comes out of a budget with a holder, and somebody confirmed that it is there.
  assert.match((await clerk.post(`/papers/${paper}/clear`)).text, /Name the budget that pays/)
  const own = `/papers/${paper}/own-budgets`
  const organisation = { id: newId(), name: 'The county council', sector: 'council', starts_on: clerkDoer.today }
  await ownerDb.insertInto('governance.organisation').values(organisation).execute()
  const named = { organisation: organisation.id, title: 'Early help', year: '2014', amount: '£39,999', holder: 'Head of early help' }
  const confirmed = { confirmedBy: 'Head of finance', ...{ 'confirmedOn-day': '1', 'confirmedOn-month': '5', 'confirmedOn-year': '2014' } }
  assert.equal((await member.post(own, named)).status, 404)
  assert.match((await author.post(own, { ...named, ...confirmed, 'confirmedOn-year': '2034' })).text, /id="confirmedOn-error"/)
  led(await author.post(own, named))
  assert.match((await clerk.post(`/papers/${paper}/clear`)).text, /Nobody has confirmed yet that the money is there/)
  led(await author.post(own, { ...named, ...confirmed }))
  assert.match((await clerk.post(`/papers/${paper}/clear`)).text, /do not add up to its sum/)
  led(await clerk.post(own, { ...named, ...confirmed, amount: '40000' }))
  led(await clerk.post(`/papers/${paper}/clear`))
  assert.match((await clerk.post(own, { ...named, amount: '1' })).text, /cannot be changed as it stands/)
  assert.match(
    (await author.get(`/papers/${paper}`)).text,
    /£40,000 out of “Early help” of The county council, 2014-15, held by: Head of early help. Head of finance confirmed/,
  )
  // Announce, check, publish.
  assert.equal((await visitor.get(`/meetings/${meeting}`)).status, 404)
  led(await clerk.post(`/meetings/${meeting}/call`, { version: versionIn(await clerk.get(`/meetings/${meeting}/prepare`)) }))
  const check = await clerk.get(`/meetings/${meeting}/check`)
  assert.ok(check.text.indexOf('What the public will see') < check.text.indexOf('What only members will see'))
  const published = led(await clerk.post(`/meetings/${meeting}/publish`, { version: versionIn(check) }))
  await makePack(needs, meeting, idIn(published.replace(/^\/meetings\/[^/]+/, '')))
  // What everybody sees.
  const page = await visitor.get(`/meetings/${meeting}`)
  assert.match(page.text, /Page 2|Pages 2 - /)
  assert.match(page.text, /paragraphs 3 and 5 of Schedule 12A/)
  const items = [...page.text.matchAll(/\/meetings\/[0-9a-f-]{36}\/items\/[0-9a-f-]{36}/g)].map(([href]) => href)
  const seen = [
    page,
    await visitor.get(`/meetings/${meeting}/notice`),
    await visitor.get(`/meetings/${meeting}/calendar.ics`),
    await visitor.get(`/boards/${board.slug}/meetings`),
  ]
  for (const href of items) seen.push(await visitor.get(href))
  for (const answer of seen) {
    assert.equal(answer.status, 200)
    assert.doesNotMatch(answer.text, new RegExp(MARKER, 'i'))
  }
  assert.match((await member.get(`/meetings/${meeting}`)).text, new RegExp(MARKER))
  const file = await visitor.get(`/meetings/${meeting}/pack/public.pdf`)
  assert.equal(file.status, 200)
  assert.match(file.headers.get('content-disposition') ?? '', new RegExp(`filename="${board.slug}-2014-06-23-public.pdf"`))
  assert.equal((await visitor.get(`/meetings/${meeting}/pack/full.pdf`)).status, 404)
  const full = await member.get(`/meetings/${meeting}/pack/full.pdf`)
  assert.equal(full.headers.get('cache-control'), 'private, no-store')
  const opened = await ownerDb.selectFrom('platform.audit_entry').selectAll().where('act', '=', 'pack.opened').execute()
  assert.deepEqual(
    opened.map(({ actor }) => actor),
    [board.member.account],
  )
  assert.equal(
    (await clerk.post(`/meetings/${meeting}/items/${item}/edit`, { ...itemForm, title: 'Silent change', version: '9' })).status === 303,
    false,
  )
  const planned = await ownerDb.selectFrom('meetings.agenda_item').select('planned_minutes').where('meeting', '=', meeting).execute()
  assert.deepEqual(
    planned.map((one) => one.planned_minutes).filter((minutes) => minutes !== null),
    [20],
  )
  // Who is told of a published item can still be changed, from the agenda.
  const audience = `/meetings/${meeting}/items/${item}/audience`
  assert.ok((await clerk.get(`/meetings/${meeting}/agenda`)).text.includes(`href="${audience}"`))
  assert.match((await clerk.get(audience)).text, /The item is published\. They are told of what is published under it from now on/)
  assert.equal(led(await clerk.post(audience, {})), `/meetings/${meeting}/agenda`)
})

test('M5: authors are reminded once a stage, and a late paper needs the consents that the terms name', async () => {
  const meeting = idIn(
    led(await clerk.post(`/boards/${board.slug}/meetings/new`, { ...meetingForm, 'heldOn-day': '15', 'heldOn-month': '5' })),
  )
  const added = led(await clerk.post(`/meetings/${meeting}/agenda/new`, { ...itemForm, title: 'Health visiting' }))
  const item = /#item-(.+)$/.exec(added)?.[1] ?? ''
  const paper = idIn(
    led(await clerk.post(`/meetings/${meeting}/items/${item}/paper`, { title: 'Health visiting', author: board.author.person })),
  )
  // Six working days before Thursday 15 May 2014, over the bank holiday of 5 May: Wednesday 7 May.
  assert.equal(await remindAuthors(needs, Temporal.Instant.from('2014-05-01T06:30:00Z')), 1)
  assert.equal(await remindAuthors(needs, Temporal.Instant.from('2014-05-02T06:30:00Z')), 0)
  assert.equal(await remindAuthors(needs, Temporal.Instant.from('2014-05-08T06:30:00Z')), 1)
  const late = '2014-05-08T10:00:00Z'
  const [lateAuthor, lateClerk] = [meetingsClient(needs, board.author.account, late), meetingsClient(needs, board.clerk.account, late)]
  led(
    await lateAuthor.post(`/papers/${paper}/edit`, {
      title: 'Health visiting',
      body: 'Late but here.',
      version: versionIn(await lateAuthor.get(`/papers/${paper}/edit`)),
    }),
  )
  led(await lateAuthor.post(`/papers/${paper}/hand-in`))
  led(await lateClerk.post(`/papers/${paper}/clear`))
  led(await lateClerk.post(`/meetings/${meeting}/call`, { version: '1' }))
  const refused = await lateClerk.post(`/meetings/${meeting}/publish`, { version: '2' })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /still needs the consent of: Assistant director or deputy, Chair or deputy chair/)
  for (const consenter of ['Assistant director or deputy', 'Chair or deputy chair']) {
    assert.deepEqual(await waitingFor(needs, board.chair.account, late), ['consent-to-late-paper 1 2014-05-15'])
    led(await lateClerk.post(`/papers/${paper}/consent`, { consenter, person: 'Ben Chair', reason: 'Figures came on Wednesday' }))
  }
  assert.deepEqual(await waitingFor(needs, board.chair.account, late), [])
  led(await lateClerk.post(`/meetings/${meeting}/publish`, { version: '2' }))
})

test('M2: a moved meeting stays on the list and links to its successor; those who were told are told', async () => {
  const meeting = idIn(led(await clerk.post(`/boards/${board.slug}/meetings/new`, { ...meetingForm, 'heldOn-month': '9' })))
  led(await clerk.post(`/meetings/${meeting}/call`, { version: '1' }))
  const form = {
    version: '2',
    'heldOn-day': '30',
    'heldOn-month': '9',
    'heldOn-year': '2014',
    startsAt: '2pm',
    place: 'The Exchange',
    reason: 'The hall is closed',
    decidedBy: 'The chair',
  }
  const successor = idIn(led(await clerk.post(`/meetings/${meeting}/reschedule`, form)))
  const page = await visitor.get(`/meetings/${meeting}`)
  assert.match(page.text, /Moved to another day/)
  assert.match(page.text, new RegExp(`/meetings/${successor}`))
  const event = (text: string, name: string) => new RegExp(`itemprop="${name}" (?:content|href)="([^"]*)"`).exec(text)?.[1]
  assert.equal(event(page.text, 'eventStatus'), 'https://schema.org/EventPostponed')
  led(await clerk.post(`/meetings/${successor}/call`, { version: '1' }))
  for (const { text } of [await visitor.get(`/meetings/${meeting}`), await visitor.get(`/meetings/${successor}`)]) {
    assert.deepEqual(await htmlFaults(text), [])
    assert.equal(event(text, 'startDate'), '2014-09-30T14:00:00+01:00')
    assert.match(event(text, 'previousStartDate') ?? '', /^2014-09-\d\dT/)
    assert.equal(event(text, 'eventStatus'), 'https://schema.org/EventRescheduled')
  }
  const mails = await ownerDb.selectFrom('meetings.despatch').selectAll().where('meeting', '=', meeting).execute()
  assert.equal(mails.length, 16)
})
