import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { ExclusionForm } from '../../forms/public-exclusion.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { guardedMeeting } from '../../queries/meeting.ts'
import { findCoverable, findPublicExclusions } from '../../queries/public-exclusions.ts'
import { findMeetingGround, findRecordedMeeting } from '../../queries/record.ts'
import type { PartChange } from '../../rules/live-parts.ts'
import { peopleHere } from '../../rules/live-roll.ts'
import { refuseExclusion } from '../../rules/public-exclusion.ts'
import { insertExclusion } from '../part-two/keep-exclusion.ts'
import { type EntryHead, type Taken, takeEntry } from './take-entry.ts'

/** What everybody sees changes: the public is out, or back. */
const changed: readonly PartChange[] = (['meeting', 'items', 'public'] as const).map((part) => ({ part, category: 'public' }))

/** Records the resolution to exclude the press and the public, by two people in the room; the public leaves at that moment (M3). */
export async function excludePublic(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  head: EntryHead,
  input: ExclusionForm,
): Promise<Result<string, FieldProblem>> {
  return takeEntry(needs, doer, meetingId, head, async (tx, meeting) => {
    await demand(tx, doer, guardedMeeting(meeting), 'record')
    const { items, papers } = await findCoverable(tx, meetingId)
    const [first, ...more] = refuseExclusion(input, {
      items: new Set(items.map(({ id }) => id)),
      papers: new Set(papers.map(({ id }) => id)),
    })
    if (first) return fail(first, ...more)
    const before = await findPublicExclusions(tx, meetingId)
    if (before.some(({ returnedAt }) => returnedAt === null)) return fail({ field: '', code: 'public-out-already' })
    const recorded = await findRecordedMeeting(tx, meetingId)
    const here = peopleHere(recorded ? (await findMeetingGround(tx, recorded)).attendance.stays : [])
    const [mover, seconder] = [here.get(input.mover), here.get(input.seconder)]
    if (mover === undefined) return fail({ field: 'mover', code: 'mover-not-here' })
    if (seconder === undefined) return fail({ field: 'seconder', code: 'mover-not-here' })
    const movers = { mover: { id: input.mover, name: mover }, seconder: { id: input.seconder, name: seconder } }
    const last = before.at(-1)?.returnedAt ?? undefined
    const leftAt = last && Temporal.Instant.compare(head.happenedAt, last) < 0 ? last : head.happenedAt
    const id = await insertExclusion(tx, doer, meeting, input, movers, { leftAt, returnedAt: null })
    return succeed<Taken>({ outcome: id, changed })
  })
}

/** Records that the public has come back. An exempt item that is still on ends first, or the public would hear it. */
export async function returnPublic(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  head: EntryHead,
): Promise<Result<string, FieldProblem>> {
  return takeEntry(needs, doer, meetingId, head, async (tx, meeting) => {
    await demand(tx, doer, guardedMeeting(meeting), 'record')
    const out = (await findPublicExclusions(tx, meetingId)).find(({ returnedAt }) => returnedAt === null)
    if (!out) return fail({ field: '', code: 'public-is-in' })
    const on = await tx
      .selectFrom('meetings.item_time')
      .select('id')
      .where('meeting', '=', meetingId)
      .where('to_at', 'is', null)
      .where('category', '<>', 'public')
      .executeTakeFirst()
    if (on) return fail({ field: '', code: 'private-item-on' })
    const returned = Temporal.Instant.compare(head.happenedAt, out.leftAt) < 0 ? out.leftAt : head.happenedAt
    await tx
      .updateTable('meetings.exclusion')
      .set({ returned_at: returned, version: out.version + 1 })
      .where('id', '=', out.id)
      .execute()
    return succeed<Taken>({ outcome: out.id, changed })
  })
}
