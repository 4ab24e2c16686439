import { newId } from '#platform/database/ids.ts'
import { type FieldProblem, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { guardedMeeting } from '../../queries/meeting.ts'
import type { MeetingGround } from '../../queries/record.ts'
import { refuseChair } from '../../rules/live-chair.ts'
import { peopleHere } from '../../rules/live-roll.ts'
import type { Chairing } from '../../rules/presence.ts'
import { sightOfRecord } from '../attendance/record-attendance.ts'
import { attendanceChanges, isBeforeFirstItem, liveGround } from './come-and-go.ts'
import { type EntryHead, takeEntry } from './take-entry.ts'

/** Whoever has the chair now, there or not; undefined where nobody took it. */
export function currentChair({ attendance }: MeetingGround): Chairing | undefined {
  return attendance.chairs.find(({ to }) => to === null)
}

/**
 * Records who takes the chair: the chair, the deputy chair, or somebody elected for the meeting where the terms provide for it (G8). Whoever chaired
 * hands over at that instant.
 */
export async function takeChair(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  head: EntryHead,
  person: string,
): Promise<Result<string, FieldProblem>> {
  return takeEntry(needs, doer, meetingId, head, async (tx, meeting) => {
    await demand(tx, doer, guardedMeeting(meeting), 'record')
    const { ground } = await liveGround(tx, meetingId)
    const here = peopleHere(ground.attendance.stays)
    const officers = ground.offices.map(({ role, person: holder }) => ({ role, person: holder.id }))
    const settled = refuseChair(person, officers, new Set(here.keys()), ground.terms?.absenceOfBoth.value?.remedy ?? null)
    if (!settled.ok) return settled
    const before = currentChair(ground)
    if (before?.person === person) return succeed({ outcome: '', changed: [] })
    const isFirst = ground.attendance.chairs.length === 0 && (await isBeforeFirstItem(tx, meetingId))
    const at =
      before?.from && Temporal.Instant.compare(head.happenedAt, before.from) <= 0 ? before.from.add({ seconds: 1 }) : head.happenedAt
    await tx.updateTable('meetings.meeting_chair').set({ to_at: at }).where('meeting', '=', meetingId).where('to_at', 'is', null).execute()
    const id = newId()
    const base = { id, meeting: meetingId, body: meeting.body, sight: await sightOfRecord(tx, meetingId) }
    await tx
      .insertInto('meetings.meeting_chair')
      .values({ ...base, person, name: here.get(person) ?? '', basis: settled.value, from_at: isFirst ? null : at })
      .execute()
    return succeed({ outcome: id, changed: attendanceChanges })
  })
}
