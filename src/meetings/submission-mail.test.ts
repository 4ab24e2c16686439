import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { writeAs } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import { forgetSubmitters } from './commands/submission/forget-submitters.ts'
import { exemptInput, itemInput } from './testing/arrange.ts'
import { openScene } from './testing/record-scene.ts'

const { needs, ownerDb, board, meetingWith, at } = await openScene()
const NAME = 'Zennor Trevose'
const ASKER = 'zt@example.org'

interface Sent {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** The mails to an address that the queue holds, the earliest first. */
async function mailsTo(address: string): Promise<readonly Sent[]> {
  const rows = await ownerDb.selectFrom('pgboss.job').select('data').where('name', '=', 'mail').orderBy('created_on').execute()
  return rows.map(({ data }) => data as never as Sent).filter(({ to }) => to === address)
}

/** Sends a question from outside and follows its link; returns its address. */
async function ask(meeting: string, text: string): Promise<string> {
  const visitor = at(undefined, '2014-06-01T10:00:00Z')
  const fields = { kind: 'public_question', text, name: NAME, email: ASKER, withheld: 'yes' }
  assert.equal((await visitor.post(`/meetings/${meeting}/questions/new`, fields)).status, 303)
  const links = (await mailsTo(ASKER)).flatMap((mail) => /token=([\w-]+)/.exec(mail.text)?.[1] ?? [])
  assert.equal((await visitor.post('/questions/confirm', { token: links.at(-1) ?? '' })).status, 303)
  const list = await at(board.clerk.account, '2014-06-02T10:00:00Z').get(`/meetings/${meeting}/questions`)
  return [...list.text.matchAll(/\/questions\/[0-9a-f-]{36}/g)].at(-1)?.[0] ?? ''
}

test('M13: the clerk hears of a confirmed question once, without its words or who asked', async () => {
  const { id } = await meetingWith('2014-06-12', [itemInput('Questions')])
  const before = (await mailsTo(board.clerk.email)).length
  const one = await ask(id, 'Who pays for the bus?')
  const told = (await mailsTo(board.clerk.email)).slice(before)
  assert.equal(told.length, 1)
  assert.match(told[0]?.subject ?? '', /^A question for the meeting on 12 June 2014/)
  assert.ok(told[0]?.text.includes(one))
  assert.doesNotMatch(JSON.stringify(told), new RegExp(`bus|${NAME}|${ASKER}`))
})

test('M13: who asked hears of acceptance, refusal and answer by mail, once each, and then the address is forgotten everywhere', async () => {
  const { id, items } = await meetingWith('2014-07-10', [itemInput('Questions')])
  const clerk = at(board.clerk.account, '2014-06-03T10:00:00Z')
  const one = await ask(id, 'When does the clinic open?')
  const accept = { verdict: 'accept', item: items[0] ?? '', version: '1' }
  const before = (await mailsTo(ASKER)).length
  const news = async () => (await mailsTo(ASKER)).slice(before)
  assert.equal((await clerk.post(`${one}/settle`, accept)).status, 303)
  assert.equal((await clerk.post(`${one}/settle`, accept)).status, 409)
  assert.equal((await clerk.post(`${one}/settle`, { ...accept, version: '2' })).status, 303)
  assert.equal((await news()).length, 1)
  assert.match((await news())[0]?.text ?? '', /was accepted\.\n\nYour name is not shown\.\n\nYou wrote:\nWhen does the clinic open\?/)
  const answer = { answerKind: 'written', answer: 'In September.', answeredBy: 'Fay Council', version: '3' }
  assert.equal((await clerk.post(`${one}/answer`, answer)).status, 303)
  assert.equal((await clerk.post(`${one}/answer`, { ...answer, version: '4' })).status, 303)
  assert.equal((await news()).length, 2)
  assert.match((await news())[1]?.text ?? '', /given in writing by Fay Council\.\n\nIn September\./)
  const refused = await ask(id, 'Why not?')
  const count = (await news()).length
  assert.equal((await clerk.post(`${refused}/settle`, { verdict: 'refuse', reason: 'It names a child.', version: '1' })).status, 303)
  const last = (await news()).slice(count)
  assert.equal(last.length, 1)
  assert.match(last[0]?.text ?? '', /was not accepted\.\n\nThe reason: It names a child\./)
  assert.doesNotMatch(last[0]?.text ?? '', /Its page/)
  const known = async () =>
    (await ownerDb.selectFrom('platform.mail_delivery').select('id').where('recipient', '=', ASKER).execute()).length
  assert.ok((await known()) > 0)
  const now = Temporal.Instant.from('2015-02-01T03:00:00Z')
  await writeAs(needs.db, { actor: SYSTEM_ACTOR, now, today: dayOf(now) }, (tx) => forgetSubmitters(tx, now, dayOf(now)))
  assert.equal(await known(), 0)
  const addresses = await ownerDb.selectFrom('meetings.submission_person').select('submission').where('email', '<>', '').execute()
  assert.deepEqual(addresses, [])
  const later = await news()
  assert.equal(
    (await at(board.clerk.account, '2015-02-02T10:00:00Z').post(`${one}/answer`, { ...answer, answer: 'In May.', version: '5' })).status,
    303,
  )
  assert.equal((await news()).length, later.length)
})

test('M13: an answer that stands in Part 2 is not mailed, and an address that only the clerk typed gets nothing', async () => {
  const { id, items } = await meetingWith('2014-09-18', [exemptInput('Price of Kestrelhold', 'A matter')])
  const clerk = at(board.clerk.account, '2014-06-03T10:00:00Z')
  const one = await ask(id, 'What does it cost?')
  assert.equal((await clerk.post(`${one}/settle`, { verdict: 'accept', item: items[0] ?? '', version: '1' })).status, 303)
  const answer = { answerKind: 'oral', answer: 'Kestrelhold asks for a million.', version: '2' }
  assert.equal((await clerk.post(`${one}/answer`, answer)).status, 303)
  const mails = await mailsTo(ASKER)
  assert.match(mails.at(-1)?.text ?? '', /Ask the clerk of the board for it/)
  assert.doesNotMatch(JSON.stringify(mails), /Kestrelhold|million/)
  const typed = { kind: 'public_question', text: 'By letter?', name: 'Bo', email: 'typed@example.org' }
  const brought = await clerk.post(`/meetings/${id}/questions/new`, typed)
  assert.equal((await clerk.post(`${brought.location}/settle`, { verdict: 'refuse', reason: 'Not ours.', version: '1' })).status, 303)
  assert.deepEqual(await mailsTo('typed@example.org'), [])
})
