import assert from 'node:assert/strict'
import { test } from 'node:test'
import ICAL from 'ical.js'
import { extractText, getDocumentProxy } from 'unpdf'
import { readAs } from '#platform/database/session.ts'
import { buildBoard, type TestBoard } from '#test/support/board.ts'
import { openHouse, type TestHouse } from '#test/support/house.ts'
import { addItem } from './commands/agenda/add-item.ts'
import { callMeeting } from './commands/meeting/call-meeting.ts'
import { createMeeting } from './commands/meeting/create-meeting.ts'
import { clearPaper, handIn } from './commands/paper/check-paper.ts'
import { startPaper } from './commands/paper/start-paper.ts'
import { openCorrection, writePaper } from './commands/paper/write-paper.ts'
import { publishCorrection, publishMeeting } from './commands/publish/publish-pack.ts'
import { withdrawPublication } from './commands/publish/withdraw-publication.ts'
import type { Doer } from './needs.ts'
import { makePack } from './pack/make-pack.ts'
import { asVisitor } from './pack/making.ts'
import { findPackFiles, findPublishedPapers } from './queries/publications.ts'
import type { ItemInput } from './rules/item.ts'
import { as, doerAt, draftOf, exemptInput, itemInput, meetingInput, paperInput, value, versionOf } from './testing/arrange.ts'
import { meetingsClient } from './testing/client.ts'

const MARKER = 'Kestrelhold'
const house: TestHouse = await openHouse(Temporal.Instant.from('2014-02-14T10:00:00Z'))
const { needs, ownerDb } = house
const board: TestBoard = await buildBoard(ownerDb, 'strategic-partnership')
const early = doerAt(board.clerk.account, '2014-01-20T10:00:00Z')
const onFriday = doerAt(board.clerk.account, '2014-02-14T10:00:00Z')

async function meetingWith(day: string, items: readonly ItemInput[]): Promise<{ id: string; items: string[] }> {
  const { id } = value(await createMeeting(needs, early, board.body, meetingInput(day)))
  const ids: string[] = []
  for (const item of items) ids.push(value(await addItem(needs, early, id, item)).id)
  value(await callMeeting(needs, early, id, 1))
  return { id, items: ids }
}

async function clearedPaper(meeting: string, item: string, title: string, body: string, doer: Doer = early): Promise<string> {
  const { id } = value(await startPaper(needs, doer, meeting, item, { title, author: board.author.person }))
  const author = { ...doer, actor: board.author.account }
  value(await writePaper(needs, author, id, paperInput(title, body, await draftOf(needs, author, id))))
  value(await handIn(needs, author, id))
  value(await clearPaper(needs, doer, id))
  return id
}

const publish = async (doer: Doer, meeting: string, more: object = {}) =>
  publishMeeting(needs, doer, meeting, {
    version: await versionOf(needs, doer, meeting),
    breachReason: undefined,
    breachApprover: undefined,
    ...more,
  })

async function textOf(sha256: string): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await needs.documents.open(sha256))), { mergePages: true })
  return text
}

const jobs = async (queue: string): Promise<readonly Record<string, unknown>[]> => {
  const rows = await ownerDb
    .selectFrom('pgboss.job' as never)
    .select('data' as never)
    .where('name' as never, '=', queue as never)
    .execute()
  return rows.map((row) => (row as { data: Record<string, unknown> }).data)
}

test('G10, M6: the pack of 24 February 2014, sent on 14 February, is one working day late; the last day allowed was 13 February', async () => {
  const { id, items } = await meetingWith('2014-02-24', [
    itemInput('Apologies for absence', { reportStatus: 'none' }),
    itemInput('Early help'),
    exemptInput(`Contract with ${MARKER}`, 'A contract'),
  ])
  await clearedPaper(id, items[1] ?? '', 'Early help and the team', '# What was found\n\nFamilies are helped earlier.')
  await clearedPaper(id, items[2] ?? '', `Price of ${MARKER}`, `# Price\n\nThe price of ${MARKER} is secret to all.`)
  const refused = await publish(onFriday, id)
  assert.deepEqual(!refused.ok && refused.problems.map(({ code }) => code), ['breach-reason-missing', 'breach-approver-missing'])
  const { publication } = value(await publish(onFriday, id, { breachReason: 'Two papers came late', breachApprover: 'Ben Chair' }))
  const certificate = await ownerDb
    .selectFrom('meetings.notice_certificate')
    .selectAll()
    .where('meeting', '=', id)
    .executeTakeFirstOrThrow()
  assert.deepEqual(certificate.verdict, { state: 'late', lastDay: '2014-02-13', daysLate: 1, unit: 'working' })
  assert.equal((certificate.inputs as { sentOn: string }).sentOn, '2014-02-14')
  const breach = await ownerDb.selectFrom('meetings.breach').selectAll().where('meeting', '=', id).executeTakeFirstOrThrow()
  assert.equal(breach.approver, 'Ben Chair')
  await makePack(needs, id, publication)
  const files = await as(needs, onFriday, (reader) => findPackFiles(reader, id))
  assert.deepEqual(files.map(({ edition, state, problem }) => [edition, state, problem]).toSorted(), [
    ['full', 'ready', ''],
    ['public', 'ready', ''],
  ])
  const documentOf = (edition: string): string => files.find((file) => file.edition === edition)?.document ?? ''
  const full = await textOf(documentOf('full'))
  assert.match(full, new RegExp(MARKER))
  const open = await textOf(documentOf('public'))
  assert.doesNotMatch(open, new RegExp(MARKER, 'i'))
  assert.match(open, /Families are helped earlier/)
  const papers = await as(needs, onFriday, (reader) => findPublishedPapers(reader, id))
  assert.deepEqual(papers.map(({ title, firstPage }) => [title, firstPage]).toSorted(), [
    ['Early help and the team', '2'],
    [`Price of ${MARKER}`, 'E1'],
  ])
  const visible = await readAs(needs.db, asVisitor(onFriday.now), (reader) => findPublishedPapers(reader, id))
  assert.deepEqual(
    visible.map(({ title }) => title),
    ['Early help and the team'],
  )
})

test('M7: members are mailed with a calendar entry that keeps its UID and counts its sequence, and nothing exempt is in it', async () => {
  const { id } = await meetingWith('2014-03-24', [
    itemInput('Work programme', { reportStatus: 'verbal' }),
    exemptInput(`Talks with ${MARKER}`, 'Talks'),
  ])
  value(await publish(onFriday, id))
  const mails = (await jobs('mail')).filter((mail) => JSON.stringify(mail).includes(id))
  assert.equal(mails.length, 8) // four people, called and published
  assert.doesNotMatch(JSON.stringify(mails), new RegExp(MARKER, 'i'))
  const entries = mails.map(({ calendar }) =>
    new ICAL.Component(ICAL.parse((calendar as { content: string }).content)).getFirstSubcomponent('vevent'),
  )
  assert.deepEqual([...new Set(entries.map((entry) => entry?.getFirstPropertyValue('uid')))].length, 1)
  assert.deepEqual([...new Set(entries.map((entry) => Number(entry?.getFirstPropertyValue('sequence'))))].toSorted(), [0, 1])
  const despatches = await ownerDb.selectFrom('meetings.despatch').selectAll().where('meeting', '=', id).execute()
  assert.equal(despatches.length, 16)
})

test('M6: a report to follow comes as a supplement that continues the page numbers and leaves the first pack untouched', async () => {
  const { id, items } = await meetingWith('2014-03-31', [itemInput('Now'), itemInput('Later', { reportStatus: 'to_follow' })])
  await clearedPaper(id, items[0] ?? '', 'A paper for now', '# Now\n\nText.')
  const first = value(await publish(onFriday, id)).publication
  await makePack(needs, id, first)
  const before = (await as(needs, onFriday, (reader) => findPackFiles(reader, id))).map(({ document }) => document)
  const nothing = await publish(onFriday, id)
  assert.equal(!nothing.ok && nothing.problems[0].code, 'nothing-new')
  await clearedPaper(id, items[1] ?? '', 'A paper for later', '# Later\n\nText.', onFriday)
  const second = value(await publish(onFriday, id)).publication
  await makePack(needs, id, second)
  const papers = await as(needs, onFriday, (reader) => findPublishedPapers(reader, id))
  assert.deepEqual(papers.map(({ title, firstPage }) => [title, firstPage]).toSorted(), [
    ['A paper for later', '4'],
    ['A paper for now', '2'],
  ])
  const after = (await as(needs, onFriday, (reader) => findPackFiles(reader, id)))
    .filter(({ publication }) => publication === first)
    .map(({ document }) => document)
  assert.deepEqual(after.toSorted(), before.toSorted())
})

test('M15: a corrected paper is a new version with a reason; the old one stays and is marked superseded', async () => {
  const { id, items } = await meetingWith('2014-04-28', [itemInput('Figures')])
  const paper = await clearedPaper(id, items[0] ?? '', 'The figures', 'Twelve.')
  value(await publish(onFriday, id))
  const author = { ...onFriday, actor: board.author.account }
  value(await openCorrection(needs, author, paper))
  const silent = await writePaper(needs, author, paper, paperInput('The figures', 'Thirteen.', await draftOf(needs, author, paper)))
  assert.equal(!silent.ok && silent.problems[0].code, 'correction-reason-missing')
  value(
    await writePaper(
      needs,
      author,
      paper,
      paperInput('The figures', 'Thirteen.', await draftOf(needs, author, paper), { reason: 'A sum was wrong' }),
    ),
  )
  value(await publishCorrection(needs, onFriday, paper))
  const versions = await ownerDb
    .selectFrom('meetings.paper_version')
    .select(['number', 'state', 'reason', 'sight'])
    .where('paper', '=', paper)
    .orderBy('number')
    .execute()
  assert.deepEqual(versions, [
    { number: 1, state: 'superseded', reason: '', sight: 'public' },
    { number: 2, state: 'published', reason: 'A sum was wrong', sight: 'public' },
  ])
})

test('M6: a public pack that holds words of Part 2 is kept back, and the clerk is told without the words', async () => {
  const { id, items } = await meetingWith('2014-05-12', [itemInput('Open'), exemptInput(`Purchase of the ${MARKER} estate`, 'A purchase')])
  await clearedPaper(id, items[0] ?? '', 'Open paper', `We should speak of the Purchase of the ${MARKER} estate here.`)
  const { publication } = value(await publish(onFriday, id))
  await makePack(needs, id, publication)
  const seen = await readAs(needs.db, asVisitor(onFriday.now), (reader) => findPackFiles(reader, id))
  assert.deepEqual(
    seen.map(({ edition, state, document }) => [edition, state, document]),
    [['public', 'failed', '']],
  )
  assert.doesNotMatch(JSON.stringify(seen), new RegExp(MARKER, 'i'))
  assert.ok((await jobs('mail')).some((mail) => mail.to === board.clerk.email && String(mail.subject).startsWith('A pack needs you')))
})

test('M15: what is withdrawn is gone at once for everybody but those who prepare, and says why', async () => {
  const { id, items } = await meetingWith('2014-06-23', [itemInput('Open')])
  await clearedPaper(id, items[0] ?? '', 'Open paper', 'Words.')
  const { publication } = value(await publish(onFriday, id))
  await makePack(needs, id, publication)
  value(await withdrawPublication(needs, onFriday, id, publication, { reason: 'A name was in it' }))
  await readAs(needs.db, asVisitor(onFriday.now), async (reader) => {
    assert.deepEqual(await reader.selectFrom('meetings.agenda_item').selectAll().where('meeting', '=', id).execute(), [])
    assert.deepEqual(await reader.selectFrom('meetings.paper_version').selectAll().where('meeting', '=', id).execute(), [])
    assert.deepEqual(await findPackFiles(reader, id), [])
    const [event] = await reader.selectFrom('meetings.publication').selectAll().where('meeting', '=', id).execute()
    assert.equal(event?.withdrawn_reason, 'A name was in it')
  })
})

test('M6: while a pack is made its page says how far it is, and a kept-back pack still says what was found once the full one is ready', async () => {
  const { id, items } = await meetingWith('2014-07-14', [itemInput('Open'), exemptInput(`Purchase of the ${MARKER} park`, 'A purchase')])
  await clearedPaper(id, items[0] ?? '', 'Open paper', `They speak of the Purchase of the ${MARKER} park here.`)
  const { publication } = value(await publish(onFriday, id))
  const clerk = meetingsClient(needs, board.clerk.account, '2014-02-14T10:05:00Z')
  const page = `/meetings/${id}/publications/${publication}`
  const said = new Set<string>()
  const look = async () => {
    const { text } = await clerk.get(page)
    for (const word of ['Waiting to be made', 'Being set', 'Being searched for exempt words', 'Ready'])
      if (text.includes(word)) said.add(word)
    return text
  }
  await look()
  let making = true
  const made = makePack(needs, id, publication).finally(() => {
    making = false
  })
  while (making) await look()
  await made
  assert.match(await look(), new RegExp(`In the public pack was found: .*${MARKER}`, 'i'))
  assert.deepEqual([...said].toSorted(), ['Being searched for exempt words', 'Being set', 'Ready', 'Waiting to be made'])
})

test('G10: where other rules held when notice fell due, the certificate judges by those of the meeting’s day and shows the others beside it', async () => {
  const { id } = await meetingWith('2014-04-07', [itemInput('Progress')])
  const law = { legal_regime: 'partnership', mode: 'working', days: 45, source: 'The Act, section 9' }
  const dates = { starts_on: Temporal.PlainDate.from('2014-03-01'), ends_on: Temporal.PlainDate.from('2014-04-01') }
  await ownerDb
    .insertInto('governance.notice_law')
    .values({ ...law, ...dates })
    .execute()
  value(await publish(onFriday, id))
  await ownerDb.deleteFrom('governance.notice_law').where('legal_regime', '=', 'partnership').execute()
  const { inputs, verdict } = await ownerDb
    .selectFrom('meetings.notice_certificate')
    .select(['inputs', 'verdict'])
    .where('meeting', '=', id)
    .executeTakeFirstOrThrow()
  assert.equal((verdict as { state: string }).state, 'met')
  assert.deepEqual((inputs as { reading: string }).reading, 'meeting-day')
  assert.match(JSON.stringify((inputs as { beside: unknown }).beside), /"days":45.*"The Act, section 9[^"]*".*"state":"late"/)
  const page = (await meetingsClient(needs, board.clerk.account, '2014-04-08T10:00:00Z').get(`/meetings/${id}/notice`)).text
  assert.match(page, /Judged by[\s\S]*The rules in force on the day of the meeting/)
  assert.match(page, /Other rules when notice fell due[\s\S]*out[^<]*45 working days[^<]*By these: rule broken/)
})
