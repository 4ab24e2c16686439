import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { readAs, writeAs } from '#platform/database/session.ts'
import { freshDatabase } from '#platform/database/testing/fresh.ts'
import { createOutbox } from '#platform/jobs/outbox.ts'
import { openLog } from '#platform/log.ts'
import { fixedClock } from '#platform/time/clock.ts'
import { dayOf } from '#platform/time/london.ts'
import { startMailServer, statusReport } from '#test/support/mail-server.ts'
import { bounceAddress, deliveryOf } from './bounce-address.ts'
import { bounceRoutes } from './bounces.ts'
import { deliverMail } from './deliver.ts'
import { deliveryState, findDeliveryReports } from './delivery-reports.ts'
import { readDeliveryStatus } from './delivery-status.ts'
import { sendLater } from './mail.ts'
import { smtpTransport } from './transport.ts'

const { db, ownerDb } = await freshDatabase()
const outbox = createOutbox(db)
const now = Temporal.Instant.from('2026-03-02T09:00:00Z')
const clock = fixedClock(now)
const acting = { actor: SYSTEM_ACTOR, now, today: dayOf(now) }
const address = 'bounces@boards.example'
const secret = 'a secret of the mail server'
const app = bounceRoutes({ db, clock, log: openLog('silent'), config: { bounces: { address, secret } } })
const post = (body: string | Uint8Array, authorization = `Bearer ${secret}`) =>
  app.request('/mail/bounces', { method: 'POST', body: body as never, headers: { authorization } })
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1')

async function send(to: string): Promise<{ delivery: string; run: () => Promise<void>; stop: () => Promise<void>; mails: () => number }> {
  const server = await startMailServer()
  const transport = smtpTransport(server.url, 'Northbrook <no-reply@boards.example>', address)
  const delivery = await writeAs(db, acting, (tx) =>
    sendLater(outbox, tx, { to, subject: 'Papers', text: 'Ready.', unsubscribe: 'https://boards.example/mail/leave/1' }),
  )
  const rows = await ownerDb.selectFrom('pgboss.job').select(['id', 'data']).where('name', '=', 'mail').execute()
  const job = rows.find((row) => (row.data as { delivery: string }).delivery === delivery)
  if (to.startsWith('gone')) server.answer(to, 550)
  if (to.startsWith('busy')) server.answer(to, 451)
  const run = async (): Promise<void> => deliverMail(db, clock, transport)({ id: job?.id ?? '', data: job?.data })
  const stop = async (): Promise<void> => {
    transport.close()
    await server.close()
  }
  return { delivery, run, stop, mails: () => server.mails.length }
}

const stateOf = async (delivery: string) => {
  const reports = await readAs(db, acting, (reader) => findDeliveryReports(reader, [delivery]))
  return { state: deliveryState(reports.get(delivery)), report: reports.get(delivery) }
}

test('M7: a mail leaves with a sender of its own, and who took it is kept with its words', async () => {
  const { delivery, run, stop } = await send('ada@council.example')
  await run()
  const { state, report } = await stateOf(delivery)
  assert.equal(state, 'sent')
  assert.match(report?.server ?? '', /^127\.0\.0\.1:\d+$/)
  assert.match(report?.response ?? '', /^250 /)
  const row = await ownerDb.selectFrom('platform.mail_delivery').select('sender').where('id', '=', delivery).executeTakeFirstOrThrow()
  assert.equal(row.sender, `bounces+${delivery}@boards.example`)
  await stop()
})

test('M7: a report that a mail failed is recorded once; a wrong secret, an odd mail and an unknown number change nothing', async () => {
  const { delivery, run, stop } = await send('ada@council.example')
  await run()
  const report = statusReport({ from: bounceAddress(address, delivery), to: 'ada@council.example' }, 'failed')
  assert.equal((await post(report, 'Bearer something else')).status, 401)
  assert.equal((await stateOf(delivery)).state, 'sent')
  assert.equal((await post(statusReport({ from: bounceAddress(address, delivery), to: '' }, 'delivered'))).status, 202)
  assert.equal((await post('Subject: I am on holiday\r\n\r\nBack soon.')).status, 202)
  assert.equal((await post(statusReport({ from: address, to: '' }, 'failed'))).status, 202)
  assert.equal((await stateOf(delivery)).state, 'sent')
  await post(statusReport({ from: bounceAddress(address, delivery), to: '' }, 'delayed', '4.4.1', 'no answer from host'))
  assert.equal((await stateOf(delivery)).state, 'delayed')
  const answer = await post(report)
  assert.equal(await answer.text(), 'recorded\n')
  const { state, report: kept } = await stateOf(delivery)
  assert.deepEqual([state, kept?.bounceStatus, kept?.bounceReason], ['bounced', '5.1.1', '550 5.1.1 no such mailbox'])
  await post(statusReport({ from: bounceAddress(address, delivery), to: '' }, 'failed', '5.2.2', 'another word'))
  assert.equal((await stateOf(delivery)).report?.bounceStatus, '5.1.1')
  await stop()
})

test('M7: what is refused at the door for ever is not tried again; what is refused for now is', async () => {
  const gone = await send('gone@council.example')
  await gone.run()
  assert.equal((await stateOf(gone.delivery)).state, 'refused')
  await gone.run()
  assert.equal((await stateOf(gone.delivery)).report?.attempts, 1)
  const busy = await send('busy@council.example')
  await assert.rejects(busy.run())
  assert.equal((await stateOf(busy.delivery)).state, 'delayed')
  await gone.stop()
  await busy.stop()
})

test('M7: where no address is set, nothing is taken', async () => {
  const closed = bounceRoutes({ db, clock, log: openLog('silent'), config: { bounces: undefined } })
  assert.equal((await closed.request('/mail/bounces', { method: 'POST', body: 'x' })).status, 404)
})

test('M7: the sender of a mail names it, whatever its address and letters', () => {
  fc.assert(
    fc.property(fc.uuid({ version: 7 }), (id) => {
      assert.equal(deliveryOf(address, bounceAddress(address, id)), id)
      assert.equal(deliveryOf(address, bounceAddress(address, id).toUpperCase()), id)
      assert.equal(deliveryOf('other@boards.example', bounceAddress(address, id)), undefined)
    }),
  )
})

test('M7: no report, however broken or large, throws or takes long', () => {
  const report = statusReport({ from: bounceAddress(address, '019283aa-0000-7000-8000-000000000001'), to: 'a@b.example' }, 'failed')
  const read = (text: string): unknown => {
    const from = performance.now()
    const found = readDeliveryStatus(bytesOf(text))
    assert.ok(performance.now() - from < 1_000)
    return found
  }
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void read(text)))
  fc.assert(
    fc.property(fc.nat(report.length), fc.string({ unit: 'binary', maxLength: 40 }), (at, noise) => {
      read(report.slice(0, at) + noise + report.slice(at))
      read(report.slice(0, at))
    }),
  )
  for (const block of ['a: b\r\n', ' ', '\n--4F2A.1700000000/relay.example\n', ';boundary=', 'To: <x@y>,', '=?utf-8?Q?'])
    read(`Content-Type: multipart/report; boundary=x\r\n${block.repeat(1_000_000 / block.length)}`)
  const odd = report.replace('no such mailbox', `no\u0007 such   ${'x'.repeat(3_000)}`)
  const found = readDeliveryStatus(bytesOf(odd))
  assert.ok(found && found.reason.length <= 500 && !found.reason.includes('\u0007'))
})
