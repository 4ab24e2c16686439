import { z } from 'zod'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import type { Job, JobHandler } from '#platform/jobs/worker.ts'
import type { Clock } from '#platform/time/clock.ts'
import { dayOf } from '#platform/time/london.ts'
import type { QueuedMail } from './mail.ts'
import type { Taken, Transport } from './transport.ts'

const queuedMail = z.object({
  delivery: z.uuid(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string().optional(),
  attachments: z.array(z.object({ filename: z.string(), contentType: z.string(), content: z.string() })),
  calendar: z.object({ method: z.enum(['PUBLISH', 'REQUEST', 'CANCEL']), content: z.string() }).optional(),
  unsubscribe: z.string().optional(),
})

/** Handler of the queue `mail`: sends by the transport, or keeps the mail for administrators where there is none. */
export function deliverMail(db: Database, clock: Clock, transport: Transport | undefined): JobHandler {
  return async (job: Job) => {
    const mail: QueuedMail = queuedMail.parse(job.data)
    const record = <T>(work: (tx: Writer, now: Temporal.Instant) => Promise<T>): Promise<T> => {
      const now = clock.now()
      return writeAs(db, { actor: SYSTEM_ACTOR, now, today: dayOf(now) }, (tx) => work(tx, now))
    }
    if (await record((tx) => isSettled(tx, mail.delivery))) return
    if (transport === undefined) return record((tx, now) => keep(tx, mail, now))
    let taken: Taken
    try {
      taken = await transport.send(mail)
    } catch (error) {
      const words = (error as Error).message.slice(0, 500)
      const final = isFinal(error)
      await record((tx, now) => note(tx, mail.delivery, { failed_at: now, error: words, ...(final && { refused_at: now }) }))
      if (final) return
      throw error
    }
    await record((tx, now) => note(tx, mail.delivery, { sent_at: now, failed_at: null, error: null, ...taken }))
  }
}

/** The mail server said no for ever (5xx of RFC 5321): trying again would only annoy it. */
function isFinal(error: unknown): boolean {
  const code = (error as { responseCode?: number }).responseCode ?? 0
  return code >= 500 && code < 600
}

/** A job whose outcome was noted, but not its own end, comes a second time: the mail must not. */
async function isSettled(tx: Writer, delivery: string): Promise<boolean> {
  const row = await tx
    .selectFrom('platform.mail_delivery')
    .select(['sent_at', 'kept_at', 'refused_at'])
    .where('id', '=', delivery)
    .executeTakeFirst()
  return row === undefined || row.sent_at !== null || row.kept_at !== null || row.refused_at !== null
}

interface Outcome {
  readonly sent_at?: Temporal.Instant
  readonly kept_at?: Temporal.Instant
  readonly failed_at?: Temporal.Instant | null
  readonly error?: string | null
  readonly refused_at?: Temporal.Instant
  readonly server?: string
  readonly response?: string
  readonly sender?: string
}

async function note(tx: Writer, delivery: string, outcome: Outcome): Promise<void> {
  await tx
    .updateTable('platform.mail_delivery')
    .set((row) => ({ ...outcome, attempts: row('attempts', '+', 1) }))
    .where('id', '=', delivery)
    .execute()
}

async function keep(tx: Writer, mail: QueuedMail, now: Temporal.Instant): Promise<void> {
  const calendar = mail.calendar && {
    filename: 'entry.ics',
    contentType: `text/calendar; method=${mail.calendar.method}`,
    content: Buffer.from(mail.calendar.content).toString('base64'),
  }
  const attachments = JSON.stringify([...mail.attachments, ...(calendar ? [calendar] : [])])
  const row = { id: mail.delivery, subject: mail.subject, body_text: mail.text, body_html: mail.html ?? null, attachments }
  await tx.insertInto('platform.kept_mail').values(row).execute()
  await note(tx, mail.delivery, { kept_at: now })
}
