import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import { readAs } from '#platform/database/session.ts'
import { recordReport } from '#platform/mail/bounces.ts'
import { deliverMail } from '#platform/mail/deliver.ts'
import { smtpTransport } from '#platform/mail/transport.ts'
import { openHouse } from '#test/support/house.ts'
import { type ReceivedMail, startMailServer } from '#test/support/mail-server.ts'
import { tellFollowers } from './commands/tell-followers.ts'
import { isDue, newsFor } from './rules/following.ts'

// A Tuesday.
const start = Temporal.Instant.from('2026-03-03T10:00:00Z')
const { app, needs, clock, ownerDb } = await openHouse(start)
const [body, other, meeting, topic] = [newId(), newId(), newId(), newId()]
const secret = 'Kestrelhold'

before(async () => {
  for (const [id, slug, name] of [
    [body, 'early-help', 'Early Help Board'],
    [other, 'other-board', 'Other Board'],
  ] as const) {
    await sql`insert into governance.body (id, slug, name, kind) values (${id}, ${slug}, ${name}, 'delivery-board')`.execute(ownerDb)
    await sql`insert into governance.body_status (body, status, starts_on) values (${id}, 'live', '2020-01-01')`.execute(ownerDb)
  }
  await sql`insert into meetings.meeting (id, body, sight, kind, held_on, starts_at, access, state, called_at)
    values (${meeting}, ${body}, 'public', 'ordinary', '2026-03-12', '14:00', 'public', 'called', ${start.toString()})`.execute(ownerDb)
  await sql`insert into meetings.topic (id, slug, name, starts_on) values (${topic}, 'nurseries', 'Nurseries', '2020-01-01')`.execute(
    ownerDb,
  )
})

async function publish(kind: string, number = 1): Promise<string> {
  const id = newId()
  await sql`insert into meetings.publication (id, meeting, body, sight, kind, number, published_at, published_on, actor)
    values (${id}, ${meeting}, ${body}, 'public', ${kind}, ${number}, ${clock.now().toString()}, '2026-03-03', ${newId()})`.execute(ownerDb)
  return id
}
const later = (minutes: number): void => clock.set(clock.now().add({ minutes }))

/** Sends what waits by a real mail server; hands back what arrived. */
async function arrived(refusing?: string): Promise<readonly ReceivedMail[]> {
  const server = await startMailServer()
  if (refusing) server.answer(refusing, 550)
  const transport = smtpTransport(server.url, 'Northbrook <no-reply@boards.example>')
  const { rows } = await sql<{ id: string; data: object }>`delete from pgboss.job where name = 'mail' returning id, data`.execute(ownerDb)
  for (const job of rows) await deliverMail(needs.db, clock, transport)(job)
  transport.close()
  await server.close()
  return server.mails
}
const post = (path: string, fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) =>
  app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers })
const linkIn = (mail: ReceivedMail | undefined, page: string): string =>
  new RegExp(`${page}\\?key=([\\w.-]+)`).exec(mail?.text ?? '')?.[1] ?? ''
const followers = async (): Promise<number> => (await ownerDb.selectFrom('publicsite.follower').select('id').execute()).length

/** Asks, confirms, and hands back nothing but that it worked. */
async function follow(email: string, what: Readonly<Record<string, string>>, pace = 'at-once'): Promise<void> {
  assert.equal((await post('/follow', { ...what, email, pace })).headers.get('location'), '/follow/asked')
  const [mail, more] = await arrived()
  assert.equal(more, undefined)
  const key = linkIn(mail, '/follow/confirm')
  assert.equal((await post('/follow/confirm', { key })).headers.get('location'), '/follow/confirmed')
}
const tell = async (): Promise<readonly ReceivedMail[]> => {
  await tellFollowers(needs)
  return arrived()
}

test('O3: nothing but one link is sent before it is followed; then what comes out, once, and what is taken back', async () => {
  const asked = await app.request('/follow?board=early-help')
  assert.equal(asked.headers.get('set-cookie'), null)
  assert.doesNotMatch(await asked.text(), /name="csrf"/)
  const wrong = await post('/follow', { board: 'early-help', email: 'ann', pace: 'soon' })
  assert.equal(wrong.status, 422)
  assert.match(await wrong.text(), /Enter an email address, like name@example\.com[\s\S]*value="ann"/)
  for (let time = 0; time < 3; time += 1) await post('/follow', { board: 'early-help', email: 'ann@example.org', pace: 'at-once' })
  const pack = await publish('pack')
  await tellFollowers(needs)
  const [link, ...more] = await arrived()
  assert.equal(more.length, 0, 'one link, however often it was asked for, and no news')
  assert.match(link?.subject ?? '', /Confirm/)
  const confirmed = await post('/follow/confirm', { key: linkIn(link, '/follow/confirm') })
  assert.equal(confirmed.headers.get('set-cookie'), null)
  assert.deepEqual(await tell(), [], 'what was out already is no news')
  later(30)
  await publish('supplement', 2)
  const [news, none] = await tell()
  assert.equal(none, undefined)
  assert.match(news?.text ?? '', /Supplement 2, meeting of .*12 March 2026/)
  assert.ok(news?.text.includes(`/meetings/${meeting}`))
  assert.match(news?.raw ?? '', /^List-Unsubscribe:\s+<[^>]+\/mail\/follow\/[^>]+>/m)
  assert.match(news?.raw ?? '', /^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m)
  assert.deepEqual(await tell(), [])
  later(30)
  await sql`update meetings.publication set withdrawn_at = ${clock.now().toString()}, withdrawn_reason = 'A name stood in it' where id = ${pack}`.execute(
    ownerDb,
  )
  assert.match((await tell())[0]?.text ?? '', /Withdrawn: Pack[\s\S]*The reason: A name stood in it/)
  later(30)
  const short = await publish('correction')
  await sql`update meetings.publication set withdrawn_at = ${clock.now().toString()}, withdrawn_reason = 'Wrong file' where id = ${short}`.execute(
    ownerDb,
  )
  assert.deepEqual(await tell(), [], 'what was withdrawn before it was mailed is not mailed')
  const key = linkIn(news, '/follow/stop')
  assert.match(await (await app.request(`/follow/stop?key=${key}`)).text(), /Stop the mails/)
  assert.equal(await followers(), 1, 'opening the link stops nothing')
  assert.equal((await app.request(`/mail/follow/${key}`, { method: 'POST', body: 'List-Unsubscribe=One-Click' })).status, 200)
  assert.equal(await followers(), 0)
  const kept = await ownerDb.selectFrom('platform.mail_delivery').select('id').where('recipient', '=', 'ann@example.org').execute()
  assert.deepEqual(kept, [], 'the address is nowhere any more')
  assert.equal((await post('/follow/stop', { key })).headers.get('location'), '/follow/stopped')
})

test('O3: a topic and a search are followed; nothing exempt is named, nothing is told twice', async () => {
  await follow('topic@example.org', { topic: 'nurseries' })
  await follow('search@example.org', { search: `q=${secret}+or+nursery&page=3` })
  later(30)
  const exempt = newId()
  await sql`insert into meetings.agenda_item (id, meeting, body, sight, position, number, public_title, purpose, report_status, category, paragraphs)
    values (${exempt}, ${meeting}, ${body}, 'public', 9, '9', 'A private matter', 'decision', 'none', 'exempt', '{lga1972.3}')`.execute(
    ownerDb,
  )
  await sql`insert into meetings.item_content (item, meeting, body, sight, category, title)
    values (${exempt}, ${meeting}, ${body}, 'members', 'exempt', ${`${secret} nursery`})`.execute(ownerDb)
  assert.deepEqual(await tell(), [])
  const decision = newId()
  await sql`insert into meetings.decision (id, meeting, body, sight, number, type, text, method, category, decided_on, recorded_at)
    values (${decision}, ${meeting}, ${body}, 'members', '26/1', 'approve', 'That the nursery stay open.', 'consensus', 'public', '2026-03-03', now())`.execute(
    ownerDb,
  )
  await sql`insert into meetings.decision_topic (decision, topic, meeting, body) values (${decision}, ${topic}, ${meeting}, ${body})`.execute(
    ownerDb,
  )
  assert.deepEqual(await tell(), [], 'what members alone see is nobody’s news')
  await sql`update meetings.decision set sight = 'public' where id = ${decision}`.execute(ownerDb)
  await publish('minutes')
  const mails = await tell()
  const search = mails.find(({ to }) => to === 'search@example.org')
  assert.match(search?.text ?? '', new RegExp(`Decision: Decision 26/1\\. Early Help Board\\s+\\S+/decisions/${decision}`))
  assert.ok(mails.every(({ raw }) => !raw.includes(secret) || raw.includes('search for')))
  assert.deepEqual(await tell(), [])
  for (const mail of mails) await post('/follow/stop', { key: linkIn(mail, '/follow/stop') })
  await sql`delete from publicsite.follower`.execute(ownerDb)
})

test('O3: weekly mails come on Monday morning; a new pace takes the place of the old', async () => {
  await follow('week@example.org', { board: 'early-help' })
  await follow('week@example.org', { board: 'early-help' }, 'weekly')
  assert.equal(await followers(), 1)
  later(30)
  await publish('pack', 2)
  assert.deepEqual(await tell(), [])
  clock.set(Temporal.Instant.from('2026-03-09T07:05:00Z'))
  assert.equal((await tell()).length, 1)
  assert.deepEqual(await tell(), [])
  await sql`delete from publicsite.follower`.execute(ownerDb)
})

test('O3: a mail that comes back, or is refused for ever, ends it', async () => {
  await follow('gone@example.org', { board: 'early-help' })
  await follow('back@example.org', { board: 'early-help' })
  later(30)
  await publish('supplement', 3)
  await tellFollowers(needs)
  await arrived('gone@example.org')
  const back = await ownerDb
    .selectFrom('platform.mail_delivery')
    .select('id')
    .where('recipient', '=', 'back@example.org')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  await recordReport(needs, back.id, { action: 'failed', status: '5.1.1', reason: 'no such mailbox' })
  await tellFollowers(needs)
  assert.equal(await followers(), 0)
})

test('O3, X1: a letter box gets three links at a time, a network twenty; unconfirmed addresses go after three days; keys are made here', async () => {
  const ask = async (email: string, what: string): Promise<number> =>
    (await post('/follow', { search: `q=${what}`, email, pace: 'weekly' })).status
  const statuses: number[] = []
  for (const [index, email] of ['a@b.org', 'A@b.org', 'a+1@b.org', 'a+2@B.org'].entries()) statuses.push(await ask(email, `w${index}`))
  assert.deepEqual(statuses, [303, 303, 303, 422])
  const key = linkIn((await arrived())[0], '/follow/confirm')
  assert.equal((await post('/follow/confirm', { key: key.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) })).status, 404)
  assert.equal((await post('/follow/stop', { key })).headers.get('location'), '/follow/stopped')
  assert.equal(await followers(), 3, 'the key of one purpose is none for another')
  clock.set(clock.now().add({ hours: 73 }))
  assert.equal((await post('/follow/confirm', { key })).status, 404)
  await tellFollowers(needs)
  assert.equal(await followers(), 0)
  assert.deepEqual(await ownerDb.selectFrom('platform.mail_delivery').select('id').where('recipient', 'ilike', '%@b.org').execute(), [])
  assert.equal(
    (await post('/follow', { board: 'early-help', email: 'x@y.org', pace: 'weekly' }, { 'sec-fetch-site': 'cross-site' })).status,
    403,
  )
  assert.equal((await app.request('/follow?board=no-such')).status, 404)
  assert.equal((await app.request('/follow?search=q%3D')).status, 404)
})

test('O3, X5: links that wait fill up from a few hundred networks, and whoever else asks still gets one', async () => {
  const from = (sender: string, first: number, last: number, at: string) =>
    sql`insert into publicsite.follower (id, email, kind, body, pace, sender, asked_at, expires_at, told_until)
      select gen_random_uuid(), ${sender} || n || '@many.example', 'board', ${body}, 'weekly', ${sender} || (n % 250), ${at}, '2027-01-01', now()
      from generate_series(${first}::int, ${last}::int) n`.execute(ownerDb)
  await from('lone', 1, 1, '2026-01-01')
  await from('crowd', 2, 5000, '2026-02-01')
  assert.equal((await post('/follow', { board: 'early-help', email: 'honest@person.org', pace: 'weekly' })).status, 303)
  const waiting = await ownerDb.selectFrom('publicsite.follower').select('email').where('expires_at', 'is not', null).execute()
  assert.equal(waiting.length, 5000)
  assert.ok(waiting.some(({ email }) => email === 'honest@person.org'))
  assert.ok(
    waiting.some(({ email }) => email === 'lone1@many.example'),
    'the oldest of all stays: its network has one',
  )
  await sql`delete from publicsite.follower`.execute(ownerDb)
  await arrived()
})

test('O3: nobody reads an address: neither visitors nor anybody signed in', async () => {
  await sql`insert into publicsite.follower (id, email, kind, body, pace, asked_at, told_until) values (${newId()}, 'x@y.org', 'board', ${body}, 'weekly', now(), now())`.execute(
    ownerDb,
  )
  const visitor = { actor: undefined, now: start, today: Temporal.PlainDate.from('2026-03-03') }
  assert.deepEqual(await readAs(needs.db, visitor, (reader) => reader.selectFrom('publicsite.follower').select('email').execute()), [])
  assert.equal((await app.request('/admin/followers')).status, 303)
})

test('O3: Monday at seven in London, whatever the clocks do; and what is new is told once', () => {
  const at = (text: string): Temporal.Instant => Temporal.Instant.from(text)
  assert.equal(isDue('weekly', at('2026-03-23T07:00:00Z'), at('2026-03-30T05:59:00Z')), false)
  assert.equal(isDue('weekly', at('2026-03-23T07:00:00Z'), at('2026-03-30T06:00:00Z')), true, 'summer time has begun')
  assert.equal(isDue('weekly', at('2026-03-25T12:00:00Z'), at('2026-03-29T12:00:00Z')), false)
  const event = { id: '1', change: 'published', at: at('2026-03-25T12:00:00Z'), publishedAt: at('2026-03-25T12:00:00Z') } as const
  assert.equal(newsFor([event], { toldUntil: at('2026-03-25T12:05:00Z'), told: [] }).length, 1, 'it came to light late')
  assert.equal(newsFor([event], { toldUntil: at('2026-03-25T12:05:00Z'), told: ['1 published'] }).length, 0)
  assert.equal(newsFor([event], { toldUntil: at('2026-03-25T12:11:00Z'), told: [] }).length, 0)
})

test('O3: nobody has a stranger’s words sent to them: the mail with the link names the search, and leads nowhere else', async () => {
  await post('/follow', {
    search: `q=${encodeURIComponent('"Refund ready" https://evil.example/pay?id=1 www.evil.example')}`,
    email: 'victim@example.org',
    pace: 'weekly',
  })
  const [mail] = await arrived()
  assert.match(mail?.text ?? '', /Refund ready/)
  assert.doesNotMatch(mail?.text ?? '', /evil\.example|:\/\/evil/)
  await sql`delete from publicsite.follower`.execute(ownerDb)
})

test('O3, P2, S3: whoever follows a board is told of a plan that is published and of what was done about what people said, once, and never of what is hidden', async () => {
  await follow('plans@example.org', { board: 'early-help' })
  const [made, today] = [clock.now().toString(), '2026-03-03']
  const plans = { open: newId(), hidden: newId() }
  for (const [sight, plan] of [['public', plans.open] as const, ['members', plans.hidden] as const]) {
    await sql`insert into plans.plan (id, body, type, shape, shape_number, made_at) values (${plan}, ${body}, 'work-plan', 'work-plan', 1, ${made})`.execute(
      ownerDb,
    )
    await sql`insert into plans.plan_version (id, plan, body, sight, number, title, made_at)
      values (${newId()}, ${plan}, ${body}, ${sight}, 1, ${`${secret} plan for ${sight}`}, ${made})`.execute(ownerDb)
  }
  const event = newId()
  await sql`insert into voice.event (id, body, sight, title, held_on, whose) values (${event}, ${body}, 'public', 'The youth parliament', ${today}, '{children}')`.execute(
    ownerDb,
  )
  for (const sight of ['draft', 'members', 'public'])
    await sql`insert into voice.answer (id, body, event, sight, said, did, on_day) values (${newId()}, ${body}, ${event}, ${sight}, 'Too far', ${`${secret} ${sight}`}, ${today})`.execute(
      ownerDb,
    )
  const [before] = await tell()
  assert.match(before?.text ?? '', /You said, we did: The youth parliament\n[^\n]*\/voice-events\//)
  assert.doesNotMatch(before?.text ?? '', new RegExp(`Plan published|${secret}`))
  assert.equal(before?.text.match(/You said/g)?.length, 1, 'neither a draft nor what is for members is told of, nor counted')
  await sql`update plans.plan_version set state = 'published', published_on = ${today} where plan in (${plans.open}, ${plans.hidden})`.execute(
    ownerDb,
  )
  const [told, none] = await tell()
  assert.equal(none, undefined)
  assert.match(told?.text ?? '', new RegExp(`Plan published: ${secret} plan for public\\n[^\\n]*/plans/${plans.open}`))
  assert.doesNotMatch(told?.text ?? '', new RegExp(`for members|${plans.hidden}|You said`))
  assert.deepEqual(await tell(), [])
  const feed = await (await app.request('/feeds/early-help.atom')).text()
  assert.match(feed, /Plan published: Kestrelhold plan for public/)
  assert.match(feed, /You said, we did: The youth parliament/)
  assert.doesNotMatch(feed, new RegExp(`for members|${plans.hidden}`))
  await sql`delete from publicsite.follower`.execute(ownerDb)
})
