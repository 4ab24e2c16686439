import type { Writer } from '#platform/database/session.ts'
import { forgetRecipients } from '#platform/mail/forget-recipients.ts'
import { forgetRequests } from './request-submission.ts'

/** Months after a meeting at which the mail addresses of those who brought something to it are forgotten, as the form promises. */
const KEPT_MONTHS = 6

/** Forgets what nobody confirmed, and the addresses that are no longer needed for an answer. Asked once a day, as the system. */
export async function forgetSubmitters(tx: Writer, now: Temporal.Instant, today: Temporal.PlainDate): Promise<void> {
  await forgetRequests(tx, now)
  const old = tx
    .selectFrom('meetings.submission as s')
    .innerJoin('meetings.meeting as m', 'm.id', 's.meeting')
    .select('s.id')
    .where('m.held_on', '<', today.subtract({ months: KEPT_MONTHS }))
  const forgotten = await tx
    .updateTable('meetings.submission_person')
    .set({ email: '' })
    .where('email', '<>', '')
    .where('submission', 'in', old)
    .returning('submission')
    .execute()
  await forgetRecipients(tx, { type: 'submission', ids: forgotten.map(({ submission }) => submission) })
}
