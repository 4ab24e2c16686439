import { appendAudit } from '#platform/database/audit.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { MeetingInput } from '../../forms/meeting.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findJoiningDetails, guardedMeeting, lockMeeting, type Meeting } from '../../queries/meeting.ts'
import { isAhead } from '../../rules/meeting.ts'
import { tellMembers, wasTold } from '../distribute.ts'
import { placeStandingItems } from '../plan/place-standing.ts'
import { columnsOf, dayProblems, jointProblems, leavingProblems, timesProblems, writeJointBodies, writePrivate } from './create-meeting.ts'

/** Changes the details of a meeting; whoever was told of it is told again when day, time, place or the way to join changed. */
export async function changeMeeting(
  needs: CommandNeeds,
  doer: Doer,
  id: string,
  input: MeetingInput & { readonly version: number },
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const meeting = await lockMeeting(tx, id)
    await demand(tx, doer, guardedMeeting(meeting), 'change')
    if (meeting.version !== input.version) throw new Conflict('Somebody else changed this meeting.')
    const moved = !meeting.heldOn.equals(input.heldOn)
    if (moved && !isAhead(meeting.state)) return fail({ field: 'heldOn', code: 'meeting-over' })
    const problems = [
      ...timesProblems(input),
      ...(moved ? await dayProblems(tx, doer, meeting.body, input) : []),
      ...(await jointProblems(tx, input)),
      ...(await leavingProblems(tx, id, input.jointBodies)),
    ]
    const [first, ...more] = problems
    if (first) return fail(first, ...more)
    const tell = isAhead(meeting.state) && (differs(meeting, input) || (await linkDiffers(tx, id, input))) && (await wasTold(tx, id))
    const sequence = meeting.sequence + (tell ? 1 : 0)
    await tx
      .updateTable('meetings.meeting')
      .set({ ...columnsOf(input), sequence, version: meeting.version + 1 })
      .where('id', '=', id)
      .execute()
    await writePrivate(tx, id, input)
    await writeJointBodies(tx, doer, id, meeting.body, input.jointBodies)
    if (tell) {
      const now: Meeting = {
        ...meeting,
        ...input,
        title: input.title ?? '',
        theme: input.theme ?? '',
        place: input.place ?? '',
        accessNotes: input.accessNotes ?? '',
        sequence,
      } as Meeting
      await tellMembers(needs, tx, doer, now, {
        method: 'request',
        publication: undefined,
        occasion: 'change',
        items: [],
      })
    }
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'meeting.changed',
      subjectType: 'meeting',
      subject: id,
      content: JSON.stringify(input),
    })
    if (moved || meeting.kind !== input.kind) await placeStandingItems(tx, doer, meeting.body)
    return succeed({ id })
  })
}

function differs(meeting: Meeting, input: MeetingInput): boolean {
  const times = [meeting.heldOn, meeting.startsAt, meeting.endsAt ?? '', meeting.place].join('|')
  return times !== [input.heldOn, input.startsAt, input.endsAt ?? '', input.place ?? ''].join('|')
}

/** The link is not in the calendar entry, which travels far: the mail leads to the page, where members find it. */
async function linkDiffers(tx: Writer, id: string, { onlineLink }: MeetingInput): Promise<boolean> {
  return ((await findJoiningDetails(tx, id))?.onlineLink ?? '') !== (onlineLink ?? '')
}
