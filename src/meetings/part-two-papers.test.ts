import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { exemptInput, itemInput } from './testing/arrange.ts'
import { meetingsClient } from './testing/client.ts'
import { openPartTwoScene } from './testing/part-two-scene.ts'
import { openPreparing } from './testing/preparing-scene.ts'
import { MARKER } from './testing/record-scene.ts'

const { scene, room, publishedPaper } = await openPartTwoScene()
const { board, ownerDb } = scene
const reviewDay = Temporal.PlainDate.from('2014-06-02')
const doer = { actor: board.clerk.account, now: Temporal.Instant.from('2014-06-02T10:00:00Z'), today: reviewDay }

test('M3, X1: a release is of its own review and matter: no other publication of the meeting, live or withdrawn, opens anything by hand', async () => {
  const { id, items } = await room('2014-02-03')
  const [, contract = '', lease = ''] = items
  const paper = await publishedPaper(id, contract, 'The offer')
  const rent = await publishedPaper(id, lease, 'The rent')
  const as = <T>(work: (tx: Writer) => Promise<T>) => writeAs(scene.needs.db, doer, work)
  const event = async (kind: string): Promise<string> => {
    const made = { id: newId(), meeting: id, body: board.body, sight: 'public', kind, number: 9, reason: 'It is let' }
    await as((tx) =>
      tx
        .insertInto('meetings.publication')
        .values({ ...made, published_at: doer.now, published_on: reviewDay, actor: doer.actor })
        .execute(),
    )
    return made.id
  }
  const reviewed = (item: string, publication: string, number = 2) =>
    as((tx) =>
      tx
        .insertInto('meetings.public_interest_test')
        .values({
          ...{ id: newId(), item, meeting: id, body: board.body, sight: 'members', number, occasion: 'review', conclusion: 'open' },
          ...{ reason: 'It is let', decided_by: 'The clerk', decided_on: reviewDay, publication, actor: doer.actor, at: doer.now },
        })
        .execute(),
    )
  const open = (item: string, publication: string) =>
    as((tx) =>
      tx.updateTable('meetings.agenda_item').set({ category: 'public', released_by: publication }).where('id', '=', item).execute(),
    )
  const openPaper = (one: string, publication: string) =>
    as(async (tx) => {
      await tx.insertInto('meetings.released_paper').values({ publication, paper: one, meeting: id }).execute()
      await tx.updateTable('meetings.paper').set({ category: 'public', sight: 'public' }).where('id', '=', one).execute()
    })
  const pack = await event('supplement')
  await assert.rejects(reviewed(contract, pack), /rests on the review of the very matter/)
  await assert.rejects(openPaper(paper, pack), /by a recorded release|is in Part 2/)
  const release = await event('release')
  await assert.rejects(openPaper(paper, release), /by a recorded release|is in Part 2/, 'nobody reviewed it')
  await reviewed(contract, release)
  await assert.rejects(reviewed(lease, release), /rests on the review of the very matter/, 'it is another item’s')
  await assert.rejects(open(lease, release), /by a recorded release/)
  await assert.rejects(openPaper(rent, release), /by a recorded release|is in Part 2/)
  await as((tx) =>
    tx
      .updateTable('meetings.publication')
      .set({ withdrawn_at: doer.now, withdrawn_by: doer.actor, withdrawn_reason: 'Too early' })
      .where('id', '=', release)
      .execute(),
  )
  await assert.rejects(open(contract, release), /by a recorded release/, 'it is taken back')
  await assert.rejects(openPaper(paper, release), /by a recorded release|is in Part 2/)
  const seen = await ownerDb.selectFrom('meetings.paper').select('sight').distinct().where('meeting', '=', id).execute()
  assert.deepEqual(seen, [{ sight: 'members' }])
})

test('M3, M6: a paper is judged for itself: the report is public, its appendix exempt by its own paragraph, and everybody reads which and why', async () => {
  const { board, needs, ownerDb, meetingWith, clearedPaper, publish, files, early, later } = await openPreparing()
  const [canary, named] = ['Wintergreen', 'Kestrelhold']
  const { id, items } = await meetingWith('2014-04-28', [itemInput('Waiting times'), exemptInput(`Rent of ${named}`, 'Premises')])
  const [waits = '', premises = ''] = items
  const report = await clearedPaper(id, waits, 'Report on waiting times', '# What was found\n\nFamilies wait for 31 days.')
  const cases = await clearedPaper(
    id,
    waits,
    `Two children called ${canary}`,
    `# Cases\n\nThe child ${canary} waited for a year and a day.`,
  )
  await clearedPaper(id, premises, `The rent of ${named}`, `# Rent\n\nThe rent of ${named} is not agreed.`)
  const client = (account: typeof early.actor | undefined, { now } = early) => meetingsClient(needs, account, now.toString())
  const clerk = client(board.clerk.account)
  const version = async () => /name="version" value="(\d+)"/.exec((await clerk.get(`/papers/${cases}/exempt`)).text)?.[1] ?? ''
  const judged = {
    ...{
      secrecy: 'exempt',
      paragraphs: 'lga1972.2',
      reasonsAgainst: `${canary} could be known by it`,
      decidedBy: 'The monitoring officer',
    },
    ...{ publicConclusion: 'Two children could be known by their stories.', reasonsFor: '' },
  }
  const post = async (more: object, as = clerk) => as.post(`/papers/${cases}/exempt`, { ...judged, version: await version(), ...more })
  assert.equal((await post({}, client(board.author.account))).status, 403, 'its author does not judge it')
  assert.equal((await post({}, client(board.member.account))).status, 404)
  assert.match((await post({ paragraphs: '' })).text, /paragraph/i)
  assert.equal((await post({ version: '99' })).status, 409)
  assert.equal((await post({})).status, 303)
  assert.match((await clerk.get(`/papers/${cases}`)).text, /Exempt for itself: paragraph 2 of Schedule 12A/)
  // It does not go out before its own test is whole; the item, which is public, needs none.
  assert.match((await clerk.get(`/meetings/${id}/check`)).text, /exempt for itself, and its public-interest test is not complete/)
  const whole = { reasonsFor: 'Stories tell more.', 'decidedOn-day': '20', 'decidedOn-month': '1', 'decidedOn-year': '2014' }
  assert.equal((await post(whole)).status, 303)
  // However its item is changed, it stays what it is.
  await ownerDb
    .updateTable('meetings.agenda_item')
    .set({ category: 'exempt', paragraphs: ['lga1972.3'] })
    .where('id', '=', waits)
    .execute()
  await ownerDb.updateTable('meetings.agenda_item').set({ category: 'public', paragraphs: [] }).where('id', '=', waits).execute()
  for (const paper of [report, cases]) {
    await ownerDb.updateTable('meetings.paper').set({ category: 'public' }).where('id', '=', paper).execute()
    const { category } = await ownerDb.selectFrom('meetings.paper').select('category').where('id', '=', paper).executeTakeFirstOrThrow()
    await ownerDb.updateTable('meetings.paper_version').set({ category }).where('paper', '=', paper).execute()
    assert.equal(category, paper === report ? 'public' : 'exempt')
  }
  await publish(id)
  assert.equal((await post({ secrecy: 'item' })).status, 403, 'it is out')
  const text = async (edition: string): Promise<string> => {
    const file = (await files(id)).find((one) => one.edition === edition)
    assert.equal(file?.state, 'ready', file?.problem ?? 'no file')
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(await needs.documents.open(file?.document ?? ''))), {
      mergePages: true,
    })
    return text.replaceAll(/\s+/g, ' ')
  }
  const [open, full] = [await text('public'), await text('full')]
  const told = /A paper of this item.{0,20}Two children could be known by their stories/
  for (const words of [told, /Families wait for 31 days/]) assert.match(open, words)
  assert.doesNotMatch(open, new RegExp(`${canary}|${named}`))
  assert.match(full, told)
  for (const words of [open, full]) assert.match(words, /Not for publication: paragraph 2 of Schedule 12A/)
  assert.match(full, new RegExp(`${canary} waited for a year`))
  const pages = await ownerDb
    .selectFrom('meetings.published_paper as u')
    .innerJoin('meetings.paper_version as v', 'v.id', 'u.paper_version')
    .select(['v.paper', 'u.first_page as page', 'u.sight'])
    .where('u.meeting', '=', id)
    .execute()
  const of = (paper: string) => pages.find((one) => one.paper === paper)
  assert.match(of(report)?.page ?? '', /^\d/)
  assert.deepEqual([of(cases)?.page.startsWith('E'), of(cases)?.sight], [true, 'members'])
  const page = `/meetings/${id}/items/${waits}`
  for (const who of [undefined, board.observer?.account]) {
    const seen = (await client(who, later).get(page)).text
    assert.match(seen, /Families wait for 31 days/)
    assert.match(seen, /A paper of this item is not for publication: paragraph 2 of Schedule 12A\. Two children could be known/)
    assert.doesNotMatch(seen, new RegExp(canary))
    assert.equal((await client(who, later).get(`/papers/${cases}`)).status, 404)
  }
  assert.match((await client(board.member.account, later).get(page)).text, new RegExp(`${canary} waited for a year`))
  const matter = (await client(board.member.account, later).get(`${page}/exempt`)).text
  assert.match(matter, /exempt for itself, paragraph 2 of Schedule 12A/)
  assert.match(matter, /Stories tell more/)
  assert.match((await client(board.clerk.account, later).get(`/boards/${board.slug}/exempt`)).text, /Waiting times/)
})

test('M16, M3: the public is asked to leave for a single paper: named as the agenda names it, and what is noted meanwhile is not for the public', async () => {
  const { id, items, send, time, live } = await room('2014-03-10')
  const [opening = '', contract = ''] = items
  const cases = await publishedPaper(id, opening, `Two children called ${MARKER}`)
  const offer = await publishedPaper(id, contract, 'The offer')
  const said = { item: opening, meeting: id, body: board.body, paragraphs: ['lga1972.2'] }
  await ownerDb
    .insertInto('meetings.paper_secrecy')
    .values({ ...said, paper: cases })
    .execute()
  const [council, districts] = board.seats
  const resolved = { mover: council?.person ?? '', seconder: districts?.person ?? '', method: 'agreed' }
  const clerk = scene.at(board.clerk.account, time('14:05'))
  assert.match((await clerk.get(live)).text, /For which papers alone\?[\s\S]*A paper of item 1/)
  assert.equal((await send('14:02', 'item', { item: opening })).status, 303)
  for (const papers of [offer, newId(), '']) assert.equal((await send('14:06', 'exclude', { ...resolved, papers })).status, 422, papers)
  assert.equal((await send('14:07', 'note', { item: opening, text: 'Families wait.' })).status, 303)
  assert.equal((await send('14:10', 'exclude', { ...resolved, papers: cases })).status, 303)
  assert.match((await scene.at(undefined, time('14:11')).get(live)).text, /The meeting is in private session/)
  assert.match((await clerk.get(live)).text, /by resolution for\s+a paper of item 1\./)
  assert.equal((await send('14:12', 'item', { item: contract })).status, 422, 'it covers the paper alone')
  assert.equal((await send('14:13', 'note', { item: opening, text: `The child ${MARKER} waited.` })).status, 303)
  assert.equal((await send('14:20', 'return')).status, 303)
  assert.equal((await send('14:30', 'end')).status, 303)
  const page = `/meetings/${id}/exclusions`
  const words =
    /That the press and public be excluded from the meeting for a paper of item 1, because it involves the likely disclosure of exempt information of the kind described in paragraph 2 of Schedule 12A/
  assert.match((await clerk.get(page)).text, words)
  assert.doesNotMatch((await scene.at(undefined, time('15:00')).get(page)).text, /2\.10pm/, 'before the minutes are public')
  assert.equal((await scene.at(board.clerk.account, time('15:00')).post(`/meetings/${id}/minutes/draft`)).status, 303)
  const sections = await ownerDb
    .selectFrom('meetings.minutes_section')
    .select(['heading', 'category', 'tree'])
    .where('meeting', '=', id)
    .execute()
  const open = JSON.stringify(sections.filter(({ category, heading }) => category === 'public' && !heading.includes(MARKER)))
  assert.match(open, words)
  assert.match(open, /Families wait/)
  assert.doesNotMatch(open, new RegExp(`${MARKER} waited`))
  const closed = JSON.stringify(sections.filter(({ category }) => category === 'exempt'))
  assert.match(closed, new RegExp(`Of item 1, while the public was out: The child ${MARKER} waited`))
  // By hand neither a paper of an exempt item nor another meeting’s is named; and nobody but the clerk names one.
  const [kept] = await ownerDb.selectFrom('meetings.exclusion').select('id').where('meeting', '=', id).execute()
  const by = (actor: typeof board.clerk.account, paper: string) =>
    writeAs(scene.needs.db, { ...doer, actor }, (tx) =>
      tx
        .insertInto('meetings.exclusion_paper')
        .values({ exclusion: kept?.id ?? '', meeting: id, paper })
        .execute(),
    )
  await assert.rejects(by(board.clerk.account, offer), /not exempt for itself/)
  if (council) await assert.rejects(by(council.account, cases), /row-level security|not exempt/)
})
