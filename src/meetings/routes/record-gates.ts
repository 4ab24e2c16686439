import { findStanding } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { Visit } from '#platform/web/visit.ts'
import { allows, demandOf } from '../permission.ts'
import { findAgenda, titleOf } from '../queries/agenda.ts'
import { type Decision, findDecision, guardedDecision } from '../queries/decisions.ts'
import { guardedMeeting } from '../queries/meeting.ts'
import { findMeetingGround, findRecordedMeeting, type MeetingGround } from '../queries/record.ts'

/** The meeting, and whether the visitor may record what happens at it. */
export async function meetingToShow(reader: Reader, visit: Visit, id: string) {
  const meeting = isUuid(id) ? await findRecordedMeeting(reader, id) : undefined
  if (!meeting) throw new NotFound('No such meeting.')
  return { meeting, mayRecord: allows(await findStanding(reader, visit), guardedMeeting({ ...meeting, body: meeting.body.id }), 'record') }
}

/** The ground of a meeting that the visitor may record. */
export async function groundToRecord(reader: Reader, visit: Visit, id: string): Promise<MeetingGround> {
  const meeting = isUuid(id) ? await findRecordedMeeting(reader, id) : undefined
  if (!meeting) throw new NotFound('No such meeting.')
  demandOf(await findStanding(reader, visit), visit, guardedMeeting({ ...meeting, body: meeting.body.id }), 'record')
  return findMeetingGround(reader, meeting)
}

/** The items of a meeting to choose from. */
export async function itemOffers(reader: Reader, meeting: string) {
  const items = await findAgenda(reader, meeting)
  return items
    .filter(({ withdrawnAt }) => withdrawnAt === undefined)
    .map((item) => ({ value: item.id, text: `${item.number} ${titleOf(item)}` }))
}

/** A decision that somebody may do something with. */
export async function decisionAsked(reader: Reader, visit: Visit, id: string, verb: string): Promise<Decision> {
  const decision = await findDecision(reader, id)
  if (!decision) throw new NotFound('No such decision.')
  demandOf(await findStanding(reader, visit), visit, guardedDecision(decision), verb)
  return decision
}
