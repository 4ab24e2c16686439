import { newId } from '#platform/database/ids.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { guardedMeeting } from '../../queries/meeting.ts'
import { liveLines } from '../../queries/roll-lines.ts'
import { sightOfRecord } from '../attendance/record-attendance.ts'
import { addStay, attendanceChanges, isBeforeFirstItem, liveGround } from './come-and-go.ts'
import { type EntryHead, takeEntry } from './take-entry.ts'

/** Records the apologies of somebody who is not there, or takes them back. */
export async function markApologies(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  head: EntryHead,
  input: { readonly line: string; readonly sent: boolean },
): Promise<Result<string, FieldProblem>> {
  return takeEntry(needs, doer, meetingId, head, async (tx, meeting) => {
    await demand(tx, doer, guardedMeeting(meeting), 'record')
    const lines = liveLines((await liveGround(tx, meetingId)).ground)
    const asked = lines.find(({ line }) => line.field === input.line)?.line
    const found = lines.find(({ line }) => line.field === (asked?.also?.field ?? asked?.field))
    const person = found?.line.person
    if (!found || !person) return fail({ field: 'line', code: 'line-unknown' })
    if (found.stays.length > 0) return fail({ field: 'line', code: 'was-there', details: { name: person.name } })
    await tx.deleteFrom('meetings.absence').where('meeting', '=', meetingId).where('person', '=', person.id).execute()
    if (!input.sent) return succeed({ outcome: '', changed: attendanceChanges })
    const id = newId()
    const { seat, place } = found.line
    const base = { id, meeting: meetingId, body: meeting.body, sight: await sightOfRecord(tx, meetingId), seat, place }
    await tx
      .insertInto('meetings.absence')
      .values({ ...base, person: person.id, name: person.name, kind: 'apologies' })
      .execute()
    return succeed({ outcome: id, changed: attendanceChanges })
  })
}

/** Marks everybody as present of whom nobody has said anything yet, and for whom nobody sits in. */
export async function markTheRest(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  head: EntryHead,
): Promise<Result<string, FieldProblem>> {
  return takeEntry(needs, doer, meetingId, head, async (tx, meeting) => {
    await demand(tx, doer, guardedMeeting(meeting), 'record')
    const { ground } = await liveGround(tx, meetingId)
    const known = new Set(ground.attendance.stays.map(({ person }) => person))
    const from = (await isBeforeFirstItem(tx, meetingId)) ? null : head.happenedAt
    for (const { line, whereabouts, deputy } of liveLines(ground)) {
      const { person } = line
      if (whereabouts !== 'not-marked' || deputy !== undefined || !person || known.has(person.id)) continue
      known.add(person.id)
      const capacity = line.seat === null ? line.seatName : line.capacity
      const who = { person: person.id, name: person.name, seat: line.seat, place: line.place, deputy: false, capacity }
      await addStay(tx, meeting, who, 'in_room', from)
    }
    return succeed({ outcome: '', changed: attendanceChanges })
  })
}
