import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { addPerson } from '#test/support/board.ts'
import { remindersHandler } from './pack/handlers.ts'
import { tellOfQuestion } from './pack/tell-of-question.ts'
import { findPaperQuestions } from './queries/paper-questions.ts'
import { as, doerAt, exemptInput, itemInput } from './testing/arrange.ts'
import { meetingsClient } from './testing/client.ts'
import { openPreparing } from './testing/preparing-scene.ts'
import { waitingFor } from './testing/waiting.ts'

const scene = await openPreparing()
const { needs, board, ownerDb } = scene
const at = '2014-02-20T10:00:00Z'
const stranger = await addPerson(ownerDb, 'Somebody Else')
const [clerk, author, member, other, visitor] = [board.clerk, board.author, board.member, stranger, undefined].map((person) =>
  meetingsClient(needs, person?.account, at),
) as [Client, Client, Client, Client, Client]
type Client = ReturnType<typeof meetingsClient>
const later = doerAt(board.clerk.account, at)
const { id: meeting, items } = await scene.meetingWith('2014-06-23', [itemInput('Readiness'), exemptInput('Contract price', 'A contract')])
const [open = '', exempt = ''] = items
const paper = await scene.clearedPaper(meeting, open, 'On readiness', '# A\n\nWords.')
const secret = await scene.clearedPaper(meeting, exempt, 'On the price', '# B\n\nWords.')
const draft = await member.get(`/papers/${paper}/questions/new`)
await scene.publish(meeting)

const ask = (of: string) => `/papers/${of}/questions/new`
const itemPage = (item: string) => `/meetings/${meeting}/items/${item}`
const questions = (of: string) => as(needs, later, (reader) => findPaperQuestions(reader, [of]))
const step = async (of: string, name: string): Promise<string> => `/papers/${of}/questions/${(await questions(of))[0]?.id}/${name}`
const mails = async () =>
  ownerDb.selectFrom('platform.mail_delivery').select(['recipient', 'about_id']).where('about_type', '=', 'paper').orderBy('id').execute()
const jobs = async () =>
  (await sql<{ data: object }>`select data from pgboss.job where name = 'reminders' order by created_on`.execute(ownerDb)).rows.map(
    ({ data }) => data,
  )

test('M4: a draft takes no question; a paper that is out takes one from members, and from nobody else', async () => {
  assert.equal(draft.status, 404)
  assert.equal((await other.post(ask(paper), { text: 'Why?' })).status, 403)
  for (const one of [clerk, author]) assert.equal((await one.post(ask(paper), { text: 'Why?' })).status, 403)
  assert.equal((await visitor.get(ask(paper))).status, 401)
  assert.match((await member.post(ask(paper), { text: ' ' })).text, /error-summary/)
  const asked = await member.post(ask(paper), { text: 'What does it cost?\nAnd who pays?' })
  assert.equal(asked.location, itemPage(open))
  await member.post(ask(paper), { text: 'What does it cost?\nAnd who pays?' }) // the second click
  assert.equal((await questions(paper)).length, 1)
  assert.match((await author.get('/papers')).text, /1 question to answer/)
  assert.match((await waitingFor(needs, board.author.account, at)).join(), /^answer-question 1 2014-\d\d-\d\d$/)
  for (const one of [member, clerk, author]) assert.match((await one.get(itemPage(open))).text, /What does it cost\?/)
  for (const one of [visitor, other]) assert.doesNotMatch((await one.get(itemPage(open))).text, /What does it cost|Questions to the author/)
})

test('M4: author or clerk answer, the answer can be changed before the meeting, and a stale one overwrites nothing', async () => {
  const answer = await step(paper, 'answer')
  assert.equal((await member.post(answer, { answer: 'Mine', version: '1' })).status, 403)
  assert.equal((await visitor.get(answer)).status, 404)
  assert.equal((await author.post(answer.replace(paper, secret), { answer: 'Elsewhere', version: '1' })).status, 404)
  assert.equal((await author.post(answer, { answer: 'It costs £10.', version: '1' })).location, itemPage(open))
  const stale = await clerk.post(answer, { answer: 'It costs £12.', version: '1' })
  assert.equal(stale.status, 409)
  assert.match(stale.text, /It costs £12\./)
  assert.equal((await author.post(answer, { answer: 'It costs £11.', version: '2' })).status, 303)
  const page = (await member.get(itemPage(open))).text
  assert.match(page, /It costs £11\./)
  assert.match(page, new RegExp(`${board.author.name} answered`))
  assert.doesNotMatch((await author.get('/papers')).text, /question to answer/)
  assert.deepEqual(await waitingFor(needs, board.author.account, at), [])
})

test('M4: the clerk publishes question and answer of a public paper; a changed answer is taken back', async () => {
  const publish = await step(paper, 'publish')
  for (const one of [member, author]) assert.equal((await one.post(publish, { version: '3' })).status, 403)
  assert.equal((await clerk.post(publish, { version: '3' })).status, 303)
  assert.match((await visitor.get(itemPage(open))).text, /It costs £11\./)
  assert.equal((await author.post(await step(paper, 'answer'), { answer: 'It costs £13.', version: '4' })).status, 303)
  assert.doesNotMatch((await visitor.get(itemPage(open))).text, /It costs/)
  assert.equal((await clerk.post(publish, { version: '5' })).status, 303)
})

test('M6: a question about Part 2 stays with those who read it, and so does one whose item turns exempt', async () => {
  assert.equal((await member.post(ask(secret), { text: 'Which bidder?' })).status, 303)
  assert.equal((await author.post(await step(secret, 'answer'), { answer: 'The second.', version: '1' })).status, 303)
  assert.equal((await clerk.post(await step(secret, 'publish'), { version: '2' })).status, 422)
  await assert.rejects(sql`update meetings.paper_question set category = 'public' where paper = ${secret}::uuid`.execute(ownerDb), /Part 2/)
  for (const one of [visitor, other]) assert.doesNotMatch((await one.get(itemPage(exempt))).text, /bidder|The second/)
  await sql`update meetings.agenda_item set category = 'exempt', paragraphs = '{lga1972.3}' where id = ${open}::uuid`.execute(ownerDb)
  const [question] = await questions(paper)
  assert.deepEqual([question?.category, question?.sight], ['exempt', 'members'])
  assert.doesNotMatch((await visitor.get(itemPage(open))).text, /It costs/)
})

test('M4: author and asker are told by mail, which repeats no word', async () => {
  const waiting = await jobs()
  assert.equal(waiting.length, 6) // two asked, one of them answered three times, one once
  const [first] = await questions(paper)
  assert.deepEqual(waiting[0], { question: first?.id, news: 'asked' })
  const before = (await mails()).length
  const handle = remindersHandler({ ...needs, clock: { now: () => later.now } } as never)
  await handle({ id: newId(), data: waiting[0] ?? {} } as never)
  await tellOfQuestion(needs, later.now, first?.id ?? '', 'answered')
  assert.equal((await mails()).length, before + 2)
  const { rows } = await sql<{
    data: { subject: string; text: string }
  }>`select data from pgboss.job where name = 'mail' order by created_on desc limit 2`.execute(ownerDb)
  for (const { data } of rows) assert.doesNotMatch(`${data.subject} ${data.text}`, /cost|Readiness|readiness|price/)
})

test('M4, X1: past every command nobody asks in another name, rewrites a question or answers for somebody', async () => {
  const own = { ...later, actor: board.member.account }
  const [question] = await questions(paper)
  const put = (person: string, more: { sight?: string; category?: string; answer?: string }) =>
    writeAs(needs.db, own, (tx) =>
      sql`insert into meetings.paper_question (id, paper, item, meeting, body, person, name, text, category, sight, answer, asked_at, actor) values
        (${newId()}, ${secret}, ${exempt}, ${meeting}, ${board.body}, ${person}, 'x', ${newId()}, ${more.category ?? 'exempt'}, ${more.sight ?? 'members'},
         ${more.answer ?? ''}, now(), ${board.member.account})`.execute(tx),
    )
  await assert.rejects(put(board.author.person, {}), /row-level security/)
  await assert.rejects(put(board.member.person, { category: 'public' }), /Part 2/)
  await assert.rejects(put(board.member.person, { answer: 'Mine' }))
  await put(board.member.person, {})
  const change = (actor: typeof own, columns: ReturnType<typeof sql>) =>
    writeAs(needs.db, actor, (tx) => sql`update meetings.paper_question set ${columns} where id = ${question?.id ?? ''}::uuid`.execute(tx))
  await assert.rejects(change(later, sql`text = 'Softer'`), /permission denied/)
  assert.equal((await change(own, sql`answer = 'Mine', answered_at = now()`)).numAffectedRows ?? 0n, 0n)
  await change({ ...later, actor: board.author.account }, sql`answer = 'Mine', answered_by = 'The chair', answered_at = now()`)
  assert.equal((await questions(paper))[0]?.answeredBy, board.author.name)
})

test('M4: once the meeting has begun nothing is asked or answered any more', async () => {
  await sql`update meetings.meeting set state = 'in_progress' where id = ${meeting}::uuid`.execute(ownerDb)
  assert.match((await member.post(ask(secret), { text: 'Too late?' })).text, /beginning of the meeting/)
  const [question] = await questions(secret)
  const late = await author.post(await step(secret, 'answer'), { answer: 'Changed', version: String(question?.version) })
  assert.equal(late.status, 422)
  assert.doesNotMatch((await member.get(itemPage(exempt))).text, /Ask the author/)
  await assert.rejects(
    sql`update meetings.paper_question set answer = 'Changed' where id = ${question?.id ?? ''}::uuid`.execute(ownerDb),
    /has begun/,
  )
})
