import { writeAs } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import { tellClerks } from '../commands/submission/write-to-submitter.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { findMeeting } from '../queries/meeting.ts'
import { findSubmission } from '../queries/submissions.ts'
import { asSystem } from './making.ts'

/** Tells the clerks that a member brought something to a meeting; what was settled or taken back meanwhile is told to nobody (M13). */
export async function tellOfSubmission(needs: MeetingsNeeds, now: Temporal.Instant, id: string): Promise<void> {
  await writeAs(needs.db, asSystem(now), async (tx) => {
    const submission = await findSubmission(tx, id)
    if (submission?.state !== 'received') return
    const meeting = await findMeeting(tx, submission.meeting)
    await tellClerks(needs, tx, { id, kind: submission.kind, from: 'member' }, meeting, dayOf(now))
  })
}
