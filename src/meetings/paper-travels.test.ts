import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeAs } from '#platform/database/session.ts'
import { buildBoard } from '#test/support/board.ts'
import { placePlanItem } from './commands/agenda/add-item.ts'
import { callMeeting } from './commands/meeting/call-meeting.ts'
import { createMeeting } from './commands/meeting/create-meeting.ts'
import { clearPaper } from './commands/paper/check-paper.ts'
import { commentOnSent, sendPaperOn, takePaperIn } from './commands/paper/send-on.ts'
import { keepTest } from './commands/part-two/keep-test.ts'
import { acceptPlanItem, movePlanItem, refusePlanItem } from './commands/plan/plan-item.ts'
import { publishMeeting } from './commands/publish/publish-pack.ts'
import { packInput } from './pack/pack-input.ts'
import { findPackSource } from './pack/pack-source.ts'
import { findMeeting } from './queries/meeting.ts'
import { findPapersOfItem } from './queries/papers.ts'
import { findSentOn, findWaitingPapers } from './queries/sent-papers.ts'
import { as, doerAt, exemptInput, itemInput, meetingInput, value } from './testing/arrange.ts'
import { meetingsClient } from './testing/client.ts'
import { openPreparing } from './testing/preparing-scene.ts'
import { waitingFor } from './testing/waiting.ts'

const scene = await openPreparing()
const { needs, board, ownerDb, later } = scene
const second = await buildBoard(ownerDb, 'strategic-partnership')
await ownerDb.updateTable('governance.body').set({ name: 'The cabinet' }).where('id', '=', second.body).execute()
const at = '2014-02-20T10:00:00Z'
const sender = doerAt(board.clerk.account, at)
const receiver = doerAt(second.clerk.account, at)
const client = (account: typeof board.clerk.account | undefined) => meetingsClient(needs, account, at)
const MARKER = 'Kestrelhold'
const { id: meeting, items } = await scene.meetingWith('2014-06-23', [
  itemInput('Readiness'),
  exemptInput(`The ${MARKER} contract`, 'A contract'),
  itemInput('Still written'),
])
const [open = '', exempt = '', unready = ''] = items
const paper = await scene.clearedPaper(meeting, open, 'On readiness', '# A\n\nThe words of the paper.')
const secret = await scene.clearedPaper(
  meeting,
  exempt,
  `On ${MARKER}`,
  `# B\n\n${MARKER} costs more than it did before anybody asked about it.`,
)
const why = 'The cabinet decides on it.'
const send = (of: string, doer = sender, to = second.body) => sendPaperOn(needs, doer, of, { board: to, why })
const sentOf = async (of: string) => as(needs, sender, (reader) => findSentOn(reader, of, sender.today))
const planOf = (id: string) => ownerDb.selectFrom('meetings.plan_item').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const codes = (result: { readonly ok: boolean; readonly problems?: readonly { readonly code: string }[] }) =>
  result.problems?.map(({ code }) => code)
const { id: cabinet } = value(
  await createMeeting(needs, { ...receiver, now: receiver.now.subtract({ hours: 24 }) }, second.body, meetingInput('2014-07-07')),
)

test('M4: a paper that is not cleared goes nowhere, nor does one to its own board or by anybody but its clerk', async () => {
  await assert.rejects(send(paper, receiver), /No such paper/)
  await assert.rejects(send(paper, doerAt(board.author.account, at)), /but not do that/)
  assert.deepEqual(codes(await send(paper, sender, board.body)), ['choice-unknown'])
  await ownerDb.updateTable('meetings.paper').set({ state: 'in_checking' }).where('id', '=', paper).execute()
  assert.deepEqual(codes(await send(paper)), ['paper-not-ready-to-send'])
  await ownerDb.updateTable('meetings.paper').set({ state: 'cleared' }).where('id', '=', paper).execute()
})

test('M4: what is not out yet, or exempt, puts no word of its own on the plan of the other board; its clerk reads the title', async () => {
  value(await send(paper))
  value(await send(secret))
  assert.deepEqual(codes(await send(paper)), ['paper-sent-already'], 'the second click')
  assert.deepEqual(await waitingFor(needs, second.clerk.account, at), ['take-in-papers 2'])
  for (const [of, title] of [
    [paper, 'On readiness'],
    [secret, `On ${MARKER}`],
  ] as const) {
    const [sent] = await sentOf(of)
    const plan = await planOf(sent?.planItem ?? '')
    assert.deepEqual([plan.title, plan.summary, plan.state, plan.sight], [`A paper sent on by ${board.name}`, '', 'nominated', 'draft'])
    value(await acceptPlanItem(needs, receiver, second.body, plan.id, plan.version))
    const address = `/boards/${second.slug}/plan/${plan.id}`
    assert.match((await client(second.clerk.account).get(address)).text, new RegExp(`${title}. Sent on by`))
    const seen = await client(second.member.account).get(address)
    assert.equal(seen.status, 200)
    assert.doesNotMatch(seen.text, new RegExp(`${title}|${why}`))
  }
  const waiting = await as(needs, receiver, (reader) => findWaitingPapers(reader, second.body, receiver.today))
  assert.equal(waiting.length, 2)
  for (const account of [second.member.account, board.member.account, undefined])
    assert.deepEqual(
      await as(needs, { ...receiver, actor: account as never }, (reader) => findWaitingPapers(reader, second.body, receiver.today)),
      [],
    )
})

test('M4: placed from the plan, an open paper comes with its words, to be checked here; the link leads back', async () => {
  const [sent] = await sentOf(paper)
  const plan = await planOf(sent?.planItem ?? '')
  value(await movePlanItem(needs, receiver, second.body, plan.id, { meeting: cabinet, reason: undefined, version: plan.version }))
  const { id: item } = value(await placePlanItem(needs, receiver, cabinet, plan.id))
  const [taken] = await as(needs, receiver, (reader) => findPapersOfItem(reader, item))
  assert.deepEqual(
    [taken?.title, taken?.state, taken?.category, taken?.author],
    ['On readiness', 'in_checking', 'public', board.author.person],
  )
  const page = (await client(second.clerk.account).get(`/papers/${taken?.id}`)).text
  assert.match(page, /Before this:/)
  assert.match(page, /The words of the paper/)
  assert.match((await client(board.clerk.account).get(`/papers/${paper}`)).text, /The cabinet, 20 February 2014: taken in/)
  assert.equal((await planOf(plan.id)).state, 'done')
  assert.deepEqual(codes(await takePaperIn(needs, receiver, cabinet, item, { sent: sent?.id ?? '' })), ['paper-not-waiting'])
})

test('M4: an exempt paper is taken into an exempt item only, by the clerk of the board that it was sent to', async () => {
  const [sent] = await sentOf(secret)
  const id = sent?.id ?? ''
  const plan = await planOf(sent?.planItem ?? '')
  value(await movePlanItem(needs, receiver, second.body, plan.id, { meeting: cabinet, reason: undefined, version: plan.version }))
  const { id: item } = value(await placePlanItem(needs, receiver, cabinet, plan.id))
  assert.deepEqual(codes(await takePaperIn(needs, receiver, cabinet, item, { sent: id })), ['item-not-exempt'])
  assert.deepEqual(codes(await takePaperIn(needs, sender, meeting, unready, { sent: id })), ['paper-not-sent'])
  const face = { category: 'exempt', paragraphs: ['lga1972.3'], public_title: 'A contract' }
  await ownerDb.updateTable('meetings.agenda_item').set(face).where('id', '=', item).execute()
  const tested = { id: item, meeting: cabinet, body: second.body, sight: 'draft' as const }
  await writeAs(needs.db, receiver, (tx) => keepTest(tx, receiver, tested, exemptInput('The contract', 'A contract')))
  const { id: taken } = value(await takePaperIn(needs, receiver, cabinet, item, { sent: id }))
  const [row] = await as(needs, receiver, (reader) => findPapersOfItem(reader, item))
  assert.deepEqual([row?.id, row?.category, row?.sight], [taken, 'exempt', 'draft'])
  assert.equal((await client(undefined).get(`/papers/${taken}`)).status, 404)
})

test('M4: comments are written once the meeting has begun, drafted from its decision, and stand with the paper on the page and in the pack', async () => {
  const [sent] = await sentOf(paper)
  const [id, version] = [sent?.id ?? '', sent?.version ?? 0]
  const comment = (comments: string, from: number, doer = sender) => commentOnSent(needs, doer, paper, id, { comments, version: from })
  assert.deepEqual(codes(await comment('Early.', version)), ['comments-before-meeting'])
  await scene.publish(meeting)
  await ownerDb.updateTable('meetings.meeting').set({ state: 'ended' }).where('id', '=', meeting).execute()
  const decided = { item: open, type: 'resolve', text: 'That it be supported in full.', method: 'consensus', category: 'public' }
  await ownerDb
    .insertInto('meetings.decision')
    .values({ ...decided, id: sent?.planItem ?? '', meeting, body: board.body, decided_on: sender.today, recorded_at: sender.now })
    .execute()
  const form = `/papers/${paper}/sent/${id}/comments`
  assert.match((await client(board.clerk.account).get(form)).text, /That it be supported in full\./)
  assert.equal((await client(second.clerk.account).get(form)).status, 404)
  value(await comment('Supported in full.\nOne member asked about cost.', version))
  await assert.rejects(comment('Over it.', version), /Somebody else wrote/)
  const toPaper = (await sentOf(paper))[0]?.toPaper ?? ''
  const { item, meeting: theirs } = await as(needs, receiver, async (reader) =>
    reader.selectFrom('meetings.paper').select(['item', 'meeting']).where('id', '=', toPaper).executeTakeFirstOrThrow(),
  )
  const visitor = client(undefined)
  assert.doesNotMatch((await visitor.get(`/meetings/${meeting}/items/${open}`)).text, /went on to|Supported in full/)
  const { publication } = await publishCabinet(theirs)
  const shown = (await visitor.get(`/meetings/${theirs}/items/${item}`)).text
  assert.match(shown, /Considered by .*? on 23 June 2014<\/a>\. The words are the same\./)
  assert.match(shown, new RegExp(`Comments of ${board.name}[\\s\\S]*Supported in full\\.[\\s\\S]*One member asked about cost\\.`))
  assert.match((await visitor.get(`/meetings/${meeting}/items/${open}`)).text, /This paper went on to[\s\S]*The cabinet, 7 July 2014/)
  const source = await as(needs, { ...receiver, actor: undefined as never }, (reader) => findPackSource(reader, theirs, publication))
  const printed = JSON.stringify(packInput(source, 'public', { page: 1, exemptPage: 1 }, 'https://example.org').entries)
  assert.match(printed, /Before this","Considered by [^"]+ on 23 June 2014/)
  assert.match(printed, /Comments of [^"]+"[\s\S]*Supported in full/)
  assert.doesNotMatch(printed, new RegExp(MARKER))
})

async function publishCabinet(id: string) {
  const version = async () => (await as(needs, receiver, (reader) => findMeeting(reader, id))).version
  value(await callMeeting(needs, receiver, id, await version()))
  for (const of of [paper, secret]) value(await clearPaper(needs, receiver, (await sentOf(of))[0]?.toPaper ?? ''))
  return value(await publishMeeting(needs, receiver, id, { version: await version(), breachReason: undefined, breachApprover: undefined }))
}

test('M4: nothing of an exempt paper that travelled reaches a visitor, nor a member of the board that does not hold it', async () => {
  const toPaper = (await sentOf(secret))[0]?.toPaper ?? ''
  const { item, meeting: theirs } = await ownerDb
    .selectFrom('meetings.paper')
    .select(['item', 'meeting'])
    .where('id', '=', toPaper)
    .executeTakeFirstOrThrow()
  for (const account of [undefined, board.member.account]) {
    const page = await client(account).get(`/meetings/${theirs}/items/${item}`)
    assert.equal(page.status, 200)
    assert.doesNotMatch(page.text, new RegExp(`${MARKER}|Considered by`))
  }
  const member = (await client(second.member.account).get(`/meetings/${theirs}/items/${item}`)).text
  assert.match(member, new RegExp(MARKER))
  // A member of the second board may not read the version that the first one had: nothing is said of differences.
  assert.match(member, /Considered by/)
  assert.doesNotMatch(member, /The words are the same|See what has changed/)
})

test('M4: what the receiving clerk refuses, the sender reads with its reason and may send again', async () => {
  const { id: next, items: more } = await scene.meetingWith('2014-07-14', [itemInput('Another')])
  const again = await scene.clearedPaper(next, more[0] ?? '', 'On another matter', '# C\n\nWords.')
  value(await send(again))
  const plan = await planOf((await sentOf(again))[0]?.planItem ?? '')
  value(await refusePlanItem(needs, receiver, second.body, plan.id, { reason: 'It is for the council.', version: plan.version }))
  const [refused] = await sentOf(again)
  assert.deepEqual([refused?.state, refused?.reason], ['refused', 'It is for the council.'])
  assert.match((await client(board.clerk.account).get(`/papers/${again}`)).text, /refused\. It is for the council\./)
  value(await send(again))
  assert.equal((await sentOf(again)).length, 2)
  assert.ok(later)
})
