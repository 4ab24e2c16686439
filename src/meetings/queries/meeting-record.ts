import type { QuorumVerdict } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import { boardsOf } from '../rules/joint.ts'
import type { TakenHome } from '../rules/taken-home.ts'
import { type Action, findActionsOf, findMattersArising } from './actions.ts'
import { findAttendanceView, firstVerdict } from './attendance.ts'
import { type Decision, findDecisionsOf } from './decisions.ts'
import { findMinutes, type Minutes } from './minutes.ts'
import { findMotions, type MotionRow } from './motions.ts'
import { findPublicExclusions } from './public-exclusions.ts'
import { findTakenHome } from './ratifications.ts'
import { findRecordedMeeting, type RecordedMeeting } from './record.ts'

/** What a meeting left behind, as far as the reader may see it: for the meeting's own page. */
export interface MeetingRecordView {
  readonly meeting: string
  readonly slug: string
  /** Undefined: nobody's attendance is recorded, or none that the reader may see. */
  readonly attendance:
    | {
        readonly present: number
        readonly apologies: number
        readonly chair: string | undefined
        readonly quorum: QuorumVerdict | undefined
        /** The verdict of each body of a joint meeting, by name; empty for a meeting of one body. */
        readonly bodies: readonly { readonly name: string; readonly quorum: QuorumVerdict | undefined }[]
      }
    | undefined
  /** Boards at the table of a joint meeting; empty for a meeting of one board. */
  readonly boards: readonly { readonly id: string; readonly name: string }[]
  readonly decisions: readonly Decision[]
  /** Those that partners were asked about, by decision. */
  readonly homes: ReadonlyMap<string, TakenHome>
  /** Motions that fell, in the order put; an amendment is among them. */
  readonly lost: readonly MotionRow[]
  readonly actions: readonly Action[]
  /** Open actions of earlier meetings: matters arising. */
  readonly arising: readonly Action[]
  readonly minutes: Pick<Minutes, 'state' | 'publishedAt' | 'withdrawnAt'> | undefined
  /** How often the press and public were excluded, as far as one may see. */
  readonly excluded: number
  readonly today: Temporal.PlainDate
}

/** Reads what a meeting left behind; undefined where there is no such meeting for the reader. */
export async function findMeetingRecord(
  reader: Reader,
  meetingId: string,
  today: Temporal.PlainDate,
): Promise<MeetingRecordView | undefined> {
  const meeting = await findRecordedMeeting(reader, meetingId)
  if (!meeting) return undefined
  const decisions = await findDecisionsOf(reader, meeting.id)
  const ids = decisions.map(({ id }) => id)
  return {
    meeting: meeting.id,
    slug: meeting.body.slug,
    attendance: await attendanceSummary(reader, meeting),
    boards: boardsOf(meeting),
    decisions,
    homes: await findTakenHome(reader, ids, today),
    lost: (await findMotions(reader, meeting.id)).filter(({ state }) => state === 'lost'),
    actions: await findActionsOf(reader, meeting.id),
    arising: await findMattersArising(reader, meeting.body.id, meeting.heldOn),
    minutes: await findMinutes(reader, meeting.id),
    excluded: (await findPublicExclusions(reader, meeting.id)).length,
    today,
  }
}

/** Terms and membership are read only where somebody's attendance can be seen: most meetings are still ahead. */
async function attendanceSummary(reader: Reader, meeting: RecordedMeeting): Promise<MeetingRecordView['attendance']> {
  const seen = await reader.selectFrom('meetings.attendance').select('id').where('meeting', '=', meeting.id).limit(1).executeTakeFirst()
  if (!seen) return undefined
  const view = await findAttendanceView(reader, meeting)
  const bodies = view.bodies.map((own) => ({ name: own.body.name, quorum: firstVerdict(own) }))
  const counts = { present: view.present.length, apologies: view.apologies.length }
  return { ...counts, chair: view.chairs[0]?.name, quorum: firstVerdict(view), bodies }
}
