import { findMailingList } from '#governance/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { sendLater } from '#platform/mail/mail.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { recordPaths } from '../../paths.ts'
import { findClearance } from '../../queries/clearance.ts'
import { findRecordedMeeting } from '../../queries/record.ts'
import { circulatedMail, type MinutesMail } from '../../words/minutes.ts'
import { keepClearance } from './clear-minutes.ts'
import { holdMinutes } from './hold-minutes.ts'
import { showVersion } from './sections.ts'

/**
 * Sends the draft to the members once the chair has cleared it (M12).
 * @param saidCleared - the clerk says that the chair has cleared it; not needed where the chair pressed the button for this very text
 */
export async function circulateMinutes(
  needs: CommandNeeds,
  doer: Doer,
  meeting: string,
  saidCleared: boolean,
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const { minutes, version } = await holdMinutes(tx, doer, meeting, 'circulate', 'circulate')
    if (!(await findClearance(tx, minutes))) {
      if (!saidCleared) return fail({ field: 'cleared', code: 'not-cleared' })
      await keepClearance(tx, doer, minutes, false)
    }
    await tx
      .updateTable('meetings.minutes')
      .set({ state: 'circulated', sight: 'members', circulated_at: doer.now, version: minutes.version + 1 })
      .where('id', '=', minutes.id)
      .execute()
    await showVersion(tx, version, 'members')
    await mailMembers(needs, tx, doer, meeting, circulatedMail, { publication: null, observers: false })
    await appendAudit(tx, { actor: doer.actor, act: 'minutes.circulated', subjectType: 'meeting', subject: meeting, content: version.id })
    return succeed(meeting)
  })
}

/** Mails the list of a body about minutes and keeps the evidence. The mail names no item, so that nothing exempt can be in it. */
export async function mailMembers(
  needs: CommandNeeds,
  tx: Writer,
  doer: Doer,
  meetingId: string,
  words: (board: string, heldOn: Temporal.PlainDate, address: string) => MinutesMail,
  { publication, observers }: { readonly publication: string | null; readonly observers: boolean },
): Promise<void> {
  const meeting = await findRecordedMeeting(tx, meetingId)
  if (!meeting) return
  const recipients = await findMailingList(tx, meeting.body.id, doer.today)
  const mail = words(meeting.body.name, meeting.heldOn, needs.config.publicUrl + recordPaths.minutes(meetingId))
  for (const { person, email, role } of recipients) {
    if (email === '' || (role === 'observer' && !observers)) continue
    const id = await sendLater(needs.outbox, tx, { to: email, ...mail, about: { type: 'meeting', id: meetingId } })
    await tx
      .insertInto('meetings.despatch')
      .values({ id: newId(), publication, meeting: meetingId, person, email, channel: 'email', mail: id, at: doer.now })
      .execute()
  }
}
