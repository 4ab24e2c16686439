import { findMailingList } from '#governance/public-data.ts'
import type { Writer } from '#platform/database/session.ts'
import { sendLater } from '#platform/mail/mail.ts'
import { dayOf } from '#platform/time/london.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { meetingPaths } from '../paths.ts'
import { findMeeting } from '../queries/meeting.ts'
import { packFailedMail } from '../words/mails.ts'

/** Tells the clerks of a meeting's body that a file was kept back or could not be made. The mail says where to look, not what was found. */
export async function tellClerksOfFailure(
  needs: MeetingsNeeds,
  tx: Writer,
  now: Temporal.Instant,
  meetingId: string,
  publication: string,
): Promise<void> {
  const meeting = await findMeeting(tx, meetingId)
  const clerks = (await findMailingList(tx, meeting.body, dayOf(now))).filter(({ role, email }) => role === 'clerk' && email !== '')
  const address = needs.config.publicUrl + meetingPaths.publication(meetingId, publication)
  for (const { email } of clerks) {
    await sendLater(needs.outbox, tx, { to: email, ...packFailedMail(meeting.heldOn, address), about: { type: 'meeting', id: meetingId } })
  }
}
