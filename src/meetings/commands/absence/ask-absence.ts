import { findContact } from '#governance/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { sendLater } from '#platform/mail/mail.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { recordPaths } from '../../paths.ts'
import { demand } from '../../permission.ts'
import { guardedMeeting, lockMeeting } from '../../queries/meeting.ts'
import { findAbsenceQuestion, guardedAbsence } from '../../queries/misses.ts'
import { findMeetingGround, findRecordedMeeting } from '../../queries/record.ts'
import { placeKey } from '../../rules/presence.ts'
import { absenceMail } from '../../words/absence.ts'

/** Asks whoever held a place why they missed a meeting without apology or deputy, by mail where there is an address (G12). Asking twice is asking once. */
export async function askAbsence(needs: CommandNeeds, doer: Doer, meetingId: string, place: string): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const locked = await lockMeeting(tx, meetingId)
    await demand(tx, doer, guardedMeeting(locked), 'record')
    const meeting = await findRecordedMeeting(tx, meetingId)
    if (!meeting) throw new NotFound('No such meeting.')
    if (meeting.state !== 'ended') return fail({ field: '', code: 'absence-not-held' })
    const { membership, attendance } = await findMeetingGround(tx, meeting)
    const places = membership.seats.flatMap((seat) =>
      seat.places.map((one) => ({ ...one, seat: seat.id, key: placeKey(seat.id, one.place) })),
    )
    const found = places.find(({ key }) => key === place)
    if (!found?.holder) throw new NotFound('No such place.')
    const apologised = attendance.absences.some((absence) => absence.place === place && absence.kind === 'apologies')
    const sat = attendance.stays.some((stay) => stay.place === place)
    if (attendance.stays.length === 0 || sat || apologised) return fail({ field: '', code: 'absence-none' })
    const { person } = found.holder
    const id = newId()
    const email = (await findContact(tx, person.id))?.email ?? ''
    const words = absenceMail(meeting.body.name, meeting.heldOn, needs.config.publicUrl + recordPaths.absence(id))
    const base = {
      id,
      meeting: meetingId,
      body: meeting.body.id,
      seat: found.seat,
      place: found.place,
      person: person.id,
      name: person.name,
    }
    const asked = await tx
      .insertInto('meetings.absence_question')
      .values({ ...base, asked_at: doer.now, actor: doer.actor })
      .onConflict((conflict) => conflict.columns(['meeting', 'seat', 'place']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!asked) return succeed(meetingId)
    if (email !== '') {
      const mail = await sendLater(needs.outbox, tx, { to: email, ...words, about: { type: 'meeting', id: meetingId } })
      await tx.updateTable('meetings.absence_question').set({ mail }).where('id', '=', id).execute()
    }
    await appendAudit(tx, { actor: doer.actor, act: 'absence.asked', subjectType: 'absence', subject: id, content: place })
    return succeed(meetingId)
  })
}

/** Whoever was asked explains, once. @throws NotFound, Conflict where it was explained already */
export async function explainAbsence(needs: Pick<CommandNeeds, 'db'>, doer: Doer, id: string, explanation: string): Promise<void> {
  await writeAs(needs.db, doer, async (tx) => {
    const question = await findAbsenceQuestion(tx, id)
    if (!question) throw new NotFound('No such question.')
    await demand(tx, doer, guardedAbsence(question), 'explain')
    const kept = await tx
      .updateTable('meetings.absence_question')
      .set({ explanation, explained_at: doer.now, version: question.version + 1 })
      .where('id', '=', id)
      .where('explained_at', 'is', null)
      .executeTakeFirst()
    if (kept.numUpdatedRows === 0n) throw new Conflict('This was explained already.')
    await appendAudit(tx, { actor: doer.actor, act: 'absence.explained', subjectType: 'absence', subject: id, content: explanation })
  })
}
