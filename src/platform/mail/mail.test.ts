import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { writeAs } from '#platform/database/session.ts'
import { freshDatabase } from '#platform/database/testing/fresh.ts'
import { createOutbox } from '#platform/jobs/outbox.ts'
import type { Job } from '#platform/jobs/worker.ts'
import { fixedClock } from '#platform/time/clock.ts'
import { dayOf } from '#platform/time/london.ts'
import { deliverMail } from './deliver.ts'
import { type Mail, sendLater } from './mail.ts'
import { smtpTransport } from './transport.ts'

const { db, ownerDb } = await freshDatabase()
const outbox = createOutbox(db)
const now = Temporal.Instant.from('2026-03-02T09:00:00Z')
const clock = fixedClock(now)
const acting = { actor: SYSTEM_ACTOR, now, today: dayOf(now) }
const mail: Mail = {
  to: 'ada.thorne@council.example',
  subject: 'Papers for Monday – 24 February',
  text: 'The pack is ready.\nPlease read it.',
  html: '<p>The pack is ready.</p>',
  about: { type: 'meeting', id: '01890000-0000-7000-8000-000000000001' },
  attachments: [{ filename: 'note.txt', contentType: 'text/plain', content: Buffer.from('note inside') }],
  calendar: { method: 'REQUEST', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' },
}

async function queued(words: Mail): Promise<{ delivery: string; job: Job }> {
  const delivery = await writeAs(db, acting, (tx) => sendLater(outbox, tx, words))
  const rows = await ownerDb.selectFrom('pgboss.job').select(['id', 'data']).where('name', '=', 'mail').execute()
  const found = rows.find((row) => (row.data as { delivery: string }).delivery === delivery)
  return { delivery, job: { id: found?.id ?? '', data: found?.data } }
}

const row = (id: string) => ownerDb.selectFrom('platform.mail_delivery').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

/** A real mail server on a free port; refuses for ever whoever is called `gone`, and for now whoever is called `busy`. */
async function mailServer(): Promise<{ url: string; received: string[]; close: () => void }> {
  const received: string[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _session, answer) => {
      if (address.startsWith('gone')) return answer(Object.assign(new Error('no such mailbox'), { responseCode: 550 }))
      if (address.startsWith('busy')) return answer(Object.assign(new Error('try later'), { responseCode: 451 }))
      return answer()
    },
    onData: (stream, _session, answer) => {
      let text = ''
      stream.on('data', (chunk: Buffer) => {
        text += chunk
      })
      stream.on('end', () => {
        received.push(text)
        answer()
      })
    },
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, received, close: () => server.close() }
}

test('X3: mail leaves by a real mail server once, with attachment and calendar entry, and the despatch is recorded', async (t) => {
  const server = await mailServer()
  const transport = smtpTransport(server.url, 'Northbrook <no-reply@boards.example>')
  t.after(() => {
    transport.close()
    server.close()
  })
  const { delivery, job } = await queued(mail)
  await deliverMail(db, clock, transport)(job)
  await deliverMail(db, clock, transport)(job) // a job that came twice
  assert.equal(server.received.length, 1)
  const [text = ''] = server.received
  assert.match(text, /^To: ada\.thorne@council\.example/m)
  assert.match(text, new RegExp(`^Message-ID: <${delivery}@boards.example>`, 'm'))
  assert.match(text, /method=REQUEST/)
  assert.match(text, /filename=note\.txt/)
  const sent = await row(delivery)
  assert.deepEqual([String(sent.sent_at), sent.attempts, sent.error, sent.about_type], [String(now), 1, null, 'meeting'])
})

test('X3: what the mail server says no to is recorded; for now is tried again, for ever is not', async (t) => {
  const server = await mailServer()
  const transport = smtpTransport(server.url, 'no-reply@boards.example')
  t.after(() => {
    transport.close()
    server.close()
  })
  const busy = await queued({ ...mail, to: 'busy@council.example' })
  await assert.rejects(deliverMail(db, clock, transport)(busy.job), /try later/)
  const gone = await queued({ ...mail, to: 'gone@council.example' })
  await deliverMail(db, clock, transport)(gone.job)
  assert.deepEqual([(await row(busy.delivery)).sent_at, String((await row(busy.delivery)).failed_at)], [null, String(now)])
  assert.match((await row(gone.delivery)).error ?? '', /no such mailbox/)
  assert.equal(server.received.length, 0)
})

test('X3: without a mail server mail is kept, and only administrators read it', async () => {
  const { delivery, job } = await queued(mail)
  await deliverMail(db, clock, undefined)(job)
  await deliverMail(db, clock, undefined)(job)
  const kept = await ownerDb.selectFrom('platform.kept_mail').selectAll().execute()
  assert.deepEqual(
    kept.map(({ id, subject, body_text, attachments }) => [id, subject, body_text, (attachments as unknown[]).length]),
    [[delivery, mail.subject, mail.text, 2]],
  )
  assert.equal((await writeAs(db, acting, (tx) => tx.selectFrom('platform.kept_mail').selectAll().execute())).length, 0)
  assert.equal(String((await row(delivery)).kept_at), String(now))
})

test('X3: mail of a command that fails is never sent', async () => {
  const before = await ownerDb.selectFrom('platform.mail_delivery').select('id').execute()
  await assert.rejects(
    writeAs(db, acting, async (tx) => {
      await sendLater(outbox, tx, mail)
      throw new Error('no')
    }),
  )
  assert.equal((await ownerDb.selectFrom('platform.mail_delivery').select('id').execute()).length, before.length)
})
