import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findAgenda } from '../../queries/agenda.ts'
import { findCopies, findDestructionCertificates } from '../../queries/exempt-copies.ts'
import { guardedMeeting, lockMeeting } from '../../queries/meeting.ts'
import { findMeetingRules } from '../../queries/meeting-rules.ts'
import { certificateOf } from '../../words/destruction.ts'

/**
 * Draws up a certificate of destruction with everything that it rests on, outstanding copies by name. Members no longer open the exempt papers of the
 * meeting; the record copy stays with the clerk. Drawn up again later, it is a further certificate: none is changed (M16).
 */
export async function certifyDestruction(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  board: string,
): Promise<Result<number, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    const { person } = await demand(tx, doer, guardedMeeting(meeting), 'record')
    if (meeting.state !== 'ended' && meeting.state !== 'abandoned') return fail({ field: '', code: 'copies-after-meeting' })
    const copies = await findCopies(tx, meetingId)
    if (copies.length === 0) return fail({ field: '', code: 'no-copies' })
    const { terms } = await findMeetingRules(tx, meeting.body, meeting.heldOn)
    const items = (await findAgenda(tx, meetingId)).filter(({ category }) => category !== 'public')
    const number = ((await findDestructionCertificates(tx, meetingId)).at(-1)?.number ?? 0) + 1
    const inputs = JSON.stringify(certificateOf({ board, heldOn: meeting.heldOn, confidentiality: terms?.confidentiality, items, copies }))
    const base = {
      id: newId(),
      meeting: meetingId,
      body: meeting.body,
      number,
      made_by: person?.name ?? '',
      made_at: doer.now,
      actor: doer.actor,
    }
    await tx
      .insertInto('meetings.destruction_certificate')
      .values({ ...base, inputs })
      .execute()
    await appendAudit(tx, { actor: doer.actor, act: 'copies.certified', subjectType: 'meeting', subject: meetingId, content: inputs })
    return succeed(number)
  })
}
