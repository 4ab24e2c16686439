import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exemptInput, itemInput } from '#meetings/testing/arrange.ts'
import { openPreparing } from '#meetings/testing/preparing-scene.ts'
import { type ActorId, readAs, writeAs } from '#platform/database/session.ts'
import { chooseMail, findOwnMailChoice } from '#platform/mail/mail-choice.ts'
import { mailKey } from '#platform/mail/mail-key.ts'
import { stopNewsAddresses } from '#platform/mail/stop-news.ts'
import { htmlFaults } from '#test/support/html.ts'
import { digestHandler } from './send-digests.ts'

const scene = await openPreparing()
const { needs, ownerDb, board, later } = scene
const member = { ...later, actor: board.member.account }
interface Sent {
  readonly to: string
  readonly text: string
  readonly subject: string
  readonly unsubscribe?: string
}
const mails = async (about: string): Promise<readonly Sent[]> => {
  const rows = await ownerDb.selectFrom('pgboss.job').select('data').where('name', '=', 'mail').orderBy('created_on').execute()
  return rows.map(({ data }) => data as never as Sent).filter(({ subject }) => subject.includes(about))
}
const digests = () => mails('Your boards on')
const publicUrl = needs.config.publicUrl
const chosen = (account: ActorId) =>
  readAs(needs.db, { ...later, actor: account }, (reader) => findOwnMailChoice(reader, { ...later, actor: account }))

test('X3: whoever chose a summary gets one a day, with what is to be read and no word of Part 2; the job may run twice', async () => {
  const { id, items } = await scene.meetingWith('2014-03-31', [itemInput('Early help'), exemptInput('Sale of Kestrelhold', 'A matter')])
  const paper = await scene.clearedPaper(id, items[0] ?? '', 'Early help', '# Found\n\nMuch.')
  await scene.clearedPaper(id, items[1] ?? '', 'Price of Kestrelhold', '# Price\n\nSecret.')
  await writeAs(needs.db, member, (tx) => chooseMail(tx, member, { news: 'digest', calendar: true }))
  await scene.publish(id)
  await scene.correct(paper, 'Early help', '# Found\n\nMore.')
  const run = digestHandler({ ...needs, clock: { now: () => later.now.add({ hours: 12 }) } })
  await Promise.all([run({ id: 'a', data: {} }), run({ id: 'b', data: {} })])
  await run({ id: 'c', data: {} })
  const sent = await digests()
  assert.deepEqual(
    sent.map(({ to }) => to),
    [board.member.email],
  )
  const text = sent[0]?.text ?? ''
  assert.match(text, /2 papers to read: /)
  assert.match(text, /Corrected paper: /)
  assert.doesNotMatch(text, /Kestrelhold|Early help/)
  const next = digestHandler({ ...needs, clock: { now: () => later.now.add({ hours: 36 }) } })
  await next({ id: 'd', data: {} })
  const again = await digests()
  assert.equal(again.length, 2)
  assert.doesNotMatch(again.at(-1)?.text ?? '', /Corrected paper/)
})

test('X3, O3: a summary is stopped by one click of its mail program or by its link, whoever is signed in; notices still come', async () => {
  const { text = '', unsubscribe = '' } = (await digests()).at(-1) ?? {}
  const page = /Stop it in one click: (\S+)/.exec(text)?.[1] ?? ''
  const shown = await scene.app.request(page)
  assert.equal(shown.status, 200)
  assert.equal(shown.headers.get('set-cookie'), null)
  assert.deepEqual(await htmlFaults(await shown.text()), [])
  assert.equal((await chosen(board.member.account)).news, 'digest', 'opening the link stops nothing')
  const once = await scene.app.request(unsubscribe, { method: 'POST', body: 'List-Unsubscribe=One-Click' })
  assert.deepEqual([once.status, once.headers.get('set-cookie')], [200, null])
  assert.deepEqual(await chosen(board.member.account), { news: 'none', calendar: true })
  await writeAs(needs.db, member, (tx) => chooseMail(tx, member, { news: 'digest', calendar: false }))
  const key = new URL(page).searchParams.get('key') ?? ''
  const form = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', origin: publicUrl } }
  for (let time = 0; time < 2; time += 1) {
    const stopped = await scene.app.request('/mails/stop', { ...form, body: new URLSearchParams({ key }).toString() })
    assert.equal(stopped.headers.get('location'), '/mails/stopped')
  }
  assert.deepEqual(await chosen(board.member.account), { news: 'none', calendar: false }, 'nothing else is changed')
  const { id } = await scene.meetingWith('2014-04-28', [itemInput('A notice')])
  const notices = (await mails('')).filter(({ to, text: words }) => to === board.member.email && words.includes(id))
  assert.equal(notices.length, 1, 'the notice of a meeting comes whatever was chosen')
  assert.equal(notices[0]?.unsubscribe, undefined)
})

test('X3, X1: a key that was not made here, or for another purpose, stops nobody’s mails', async () => {
  await writeAs(needs.db, member, (tx) => chooseMail(tx, member, { news: 'digest', calendar: true }))
  const own = stopNewsAddresses({ publicUrl, secret: 'x'.repeat(40) }, board.member.account)
  assert.equal((await scene.app.request(own.page)).status, 404)
  assert.equal(
    (await scene.app.request(own.atOnce, { method: 'POST' })).status,
    200,
    'and nothing is told of whether there is such an account',
  )
  const other = mailKey(needs.secrets.feeds, 'follow-stop', board.member.account)
  await scene.app.request(`/mail/stop/${other}`, { method: 'POST' })
  assert.equal((await chosen(board.member.account)).news, 'digest')
})

test('X3: a single mail of news carries the same two addresses, below its words', async () => {
  await writeAs(needs.db, member, (tx) => chooseMail(tx, member, { news: 'immediate', calendar: true }))
  const { id, items } = await scene.meetingWith('2014-03-28', [itemInput('Play')])
  const paper = await scene.clearedPaper(id, items[0] ?? '', 'Play', '# Found\n\nMuch.')
  await scene.publish(id)
  await scene.correct(paper, 'Play', '# Found\n\nMore.')
  const news = (await mails('orrected')).findLast(({ to }) => to === board.member.email)
  const addresses = stopNewsAddresses({ publicUrl, secret: needs.secrets.feeds }, board.member.account)
  assert.equal(news?.unsubscribe, addresses.atOnce)
  assert.ok(news?.text.endsWith(`To stop mails like this one: ${addresses.page}\n`), news?.text)
})
