import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { htmlFaults } from '#test/support/html.ts'
import { startPaper } from './commands/paper/start-paper.ts'
import { doerAt, itemInput, value } from './testing/arrange.ts'
import { MARKER, openScene } from './testing/record-scene.ts'

const { needs, ownerDb, board, meetingWith, at } = await openScene()
const exempt = {
  category: 'exempt',
  publicTitle: 'A matter',
  paragraphs: ['lga1972.3'],
  publicInterest: 'Business',
  exemptDecidedBy: 'The clerk',
} as const
const { id: meeting, items } = await meetingWith('2014-03-26', [itemInput('A new service'), itemInput(`About ${MARKER}`, exempt)])
const instant = '2014-03-01T10:00:00Z'
const doer = doerAt(board.clerk.account, instant)
const clerk = at(board.clerk.account, instant)
const author = at(board.author.account, instant)
const member = at(board.seats[0]?.account, instant)
const visitor = at(undefined, instant)
const list = `/boards/${board.slug}/key-questions`
const [item = '', secret = ''] = items
const paperOf = async (of: string) => value(await startPaper(needs, doer, meeting, of, { title: 'Paper', author: board.author.person })).id
const paper = await paperOf(item)
const kept = await paperOf(secret)
const from = { 'startsOn-day': '1', 'startsOn-month': '3', 'startsOn-year': '2014' }
const asked = { title: 'For a new service', kind: 'new-service', questions: 'Why are we doing this?\n\nWho asked for it?', ...from }
const fields = async () =>
  [...(await author.get(`/papers/${paper}/key-questions`)).text.matchAll(/name="(answer_[0-9a-f-]{36})"/g)].map(([, name = '']) => name)

test('S2: the clerk records what the board asks of a kind of item; once at a time, and it stays as it was asked', async () => {
  assert.equal((await member.post(`${list}/new`, asked)).status, 403)
  assert.equal((await clerk.post(`${list}/new`, { ...asked, questions: '\n ' })).status, 422)
  assert.equal((await clerk.post(`${list}/new`, asked)).status, 303)
  assert.match((await clerk.post(`${list}/new`, asked)).text, /End those first/)
  const { text } = await visitor.get(list)
  assert.deepEqual(await htmlFaults(text), [])
  assert.match(text, /Why are we doing this\?[\s\S]+Who asked for it\?/)
  const as = (statement: string) => writeAs(needs.db, doer, (tx) => sql.raw(statement).execute(tx))
  await assert.rejects(as("update meetings.question_set set title = 'Other'"), /stays as it was asked/)
  await assert.rejects(as("update meetings.key_question set words = 'Other'"), /permission denied/)
})

test('S2: attached to an item they are answered by the author before the paper is cleared; an answer given is no longer changed after', async () => {
  const [set] = await ownerDb.selectFrom('meetings.question_set').select('id').execute()
  assert.equal((await author.post(`/meetings/${meeting}/items/${item}/key-questions`, { questionSet: set?.id ?? '' })).status, 403)
  for (const of of [item, secret])
    assert.equal((await clerk.post(`/meetings/${meeting}/items/${of}/key-questions`, { questionSet: set?.id ?? '' })).status, 303)
  await ownerDb
    .updateTable('meetings.paper_version')
    .set({ fields: JSON.stringify({ summary: 'What it is' }) })
    .execute()
  const added = writeAs(needs.db, doer, (tx) =>
    sql`insert into meetings.key_question (id, question_set, position, words) values (${newId()}, ${set?.id}, 9, 'And who pays?')`.execute(
      tx,
    ),
  )
  await assert.rejects(added, /stays as it was asked/)
  assert.match((await clerk.post(`/papers/${paper}/clear`)).text, /2 key questions of this item are not answered yet/)
  const [why = '', who = ''] = await fields()
  assert.equal((await member.post(`/papers/${paper}/key-questions`, { [why]: 'Mine' })).status, 404)
  assert.equal((await author.post(`/papers/${paper}/key-questions`, { [why]: 'Families wait too long.' })).status, 303)
  await assert.rejects(
    writeAs(needs.db, doerAt(board.author.account, instant), (tx) =>
      sql`update meetings.key_answer set question = ${newId()}, answered_by = platform.actor()`.execute(tx),
    ),
    /permission denied/,
  )
  assert.match((await clerk.post(`/papers/${paper}/clear`)).text, /One key question of this item/)
  assert.equal(
    (await author.post(`/papers/${paper}/key-questions`, { [why]: 'Families wait too long.', [who]: 'The parents’ forum.' })).status,
    303,
  )
  assert.equal((await clerk.post(`/papers/${paper}/clear`)).status, 303)
  assert.equal((await author.post(`/papers/${paper}/key-questions`, { [why]: 'Other words.' })).status, 422)
  await assert.rejects(
    writeAs(needs.db, doerAt(board.author.account, instant), (tx) =>
      sql.raw(`update meetings.key_answer set words = 'Other', answered_by = platform.actor()`).execute(tx),
    ).then(({ numAffectedRows }) => {
      if (numAffectedRows === 0n) throw new Error('nothing was changed')
    }),
    /nothing was changed|row-level security/,
  )
})

test('S2: answers go as far as their paper: the public reads those of a public one, and of an exempt one not even that anything is asked', async () => {
  await ownerDb
    .insertInto('meetings.key_answer')
    .columns(['paper', 'question', 'words', 'answered_by', 'answered_at'])
    .expression(
      ownerDb
        .selectFrom('meetings.key_question')
        .select([sql<string>`${kept}::uuid`.as('paper'), 'id', sql<string>`${`Because of ${MARKER}`}`.as('words')])
        .select([sql<string>`${board.author.account}::uuid`.as('by'), sql<Temporal.Instant>`${instant}::timestamptz`.as('at')]),
    )
    .execute()
  for (const [id, sight] of [
    [paper, 'public'],
    [kept, 'members'],
  ] as const) {
    await ownerDb.updateTable('meetings.paper_version').set({ sight, state: 'published' }).where('paper', '=', id).execute()
    await ownerDb.updateTable('meetings.paper').set({ sight, state: 'published' }).where('id', '=', id).execute()
  }
  const open = (await visitor.get(`/meetings/${meeting}/items/${item}`)).text
  assert.deepEqual(await htmlFaults(open), [])
  assert.match(open, /Key questions[\s\S]+Why are we doing this\?[\s\S]+Families wait too long\./)
  const closed = (await visitor.get(`/meetings/${meeting}/items/${secret}`)).text
  assert.doesNotMatch(closed, /Kestrelhold|Key questions|Why are we doing this/)
  assert.match((await member.get(`/meetings/${meeting}/items/${secret}`)).text, /Because of Kestrelhold/)
})

test('M4: a check that nobody needs any more is taken back with a reason, and no longer stops the paper', async () => {
  const other = value(await startPaper(needs, doer, meeting, item, { title: 'Another', author: board.author.person })).id
  assert.equal((await clerk.post(`/papers/${other}/ask`, { discipline: 'legal', checker: 'Lee Law', overrides: 'yes' })).status, 303)
  assert.equal(
    (await clerk.post(`/papers/${other}/answer`, { discipline: 'legal', verdict: 'returned', note: 'No power to do this' })).status,
    303,
  )
  assert.match((await clerk.post(`/papers/${other}/clear`)).text, /its advice overrides/)
  assert.match((await clerk.post(`/papers/${other}/answer`, { discipline: 'legal', verdict: 'withdrawn' })).text, /taken back/)
  assert.equal(
    (await clerk.post(`/papers/${other}/answer`, { discipline: 'legal', verdict: 'withdrawn', note: 'The Act was found' })).status,
    303,
  )
  assert.doesNotMatch((await clerk.post(`/papers/${other}/clear`)).text, /overrides/)
  assert.match((await clerk.get(`/papers/${other}`)).text, /Taken back[\s\S]+The Act was found/)
})

test('S2: questions that are ended are asked of no further item, and stay where they were asked', async () => {
  const [set] = await ownerDb.selectFrom('meetings.question_set').select('id').execute()
  const end = { version: '1', 'endsOn-day': '1', 'endsOn-month': '3', 'endsOn-year': '2014' }
  assert.equal((await member.post(`${list}/${set?.id}/end`, end)).status, 403)
  assert.match((await clerk.post(`${list}/${set?.id}/end`, end)).text, /after the beginning/)
  assert.equal((await clerk.post(`${list}/${set?.id}/end`, { ...end, 'endsOn-day': '2' })).status, 303)
  assert.equal((await clerk.post(`${list}/${set?.id}/end`, { ...end, 'endsOn-day': '3' })).status, 409)
  assert.match((await visitor.get(`/meetings/${meeting}/items/${item}`)).text, /Why are we doing this\?/)
})
