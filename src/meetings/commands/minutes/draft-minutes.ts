import { firstMinuteNumber } from '#governance/public.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { guardedMeeting, lockMeeting } from '../../queries/meeting.ts'
import { findMinutes } from '../../queries/minutes.ts'
import { findMinutesRecord } from '../../queries/minutes-source.ts'
import { findMeetingGround, findRecordedMeeting, type MeetingGround } from '../../queries/record.ts'
import { numberMinutes } from '../../rules/minutes.ts'
import { bringIn, draftSections, type MinutesRecord } from '../../rules/minutes-record.ts'
import { holdMinutes } from './hold-minutes.ts'
import { insertSections, keepVersion, updateSection } from './sections.ts'

async function groundOf(tx: Writer, doer: Doer, meetingId: string): Promise<MeetingGround> {
  const locked = await lockMeeting(tx, meetingId)
  await demand(tx, doer, guardedMeeting(locked), 'record')
  const meeting = await findRecordedMeeting(tx, meetingId)
  if (!meeting) throw new NotFound('No such meeting.')
  return findMeetingGround(tx, meeting)
}

/** Writes the first draft of the minutes from what was recorded, and takes the next minute numbers of the body (M12). */
export async function draftMinutes(needs: Pick<CommandNeeds, 'db'>, doer: Doer, meetingId: string): Promise<void> {
  await writeAs(needs.db, doer, async (tx) => {
    const ground = await groundOf(tx, doer, meetingId)
    const { meeting } = ground
    if (meeting.state !== 'in_progress' && meeting.state !== 'ended' && meeting.state !== 'abandoned')
      throw new Conflict('The meeting has not begun.')
    if (await findMinutes(tx, meetingId)) throw new Conflict('The minutes have been begun already.')
    const record = await findMinutesRecord(tx, ground)
    const sections = draftSections(record, await takeNumbers(tx, ground, record))
    const minutes = { id: newId(), meeting: meetingId, body: meeting.body.id }
    await tx
      .insertInto('meetings.minutes')
      .values({ ...minutes, sight: 'draft', state: 'draft' })
      .execute()
    await keepVersion(tx, doer, minutes, sections, { sight: 'draft', reason: '', after: 0 })
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'minutes.drafted',
      subjectType: 'meeting',
      subject: meetingId,
      content: JSON.stringify(sections),
    })
  })
}

/** The next minute numbers for the items at the top, kept as taken. Without a scheme in the terms nothing is numbered. */
async function takeNumbers(tx: Writer, { meeting, terms }: MeetingGround, { items }: MinutesRecord): Promise<ReadonlyMap<string, string>> {
  const rule = terms?.minuteNumbers.value ?? null
  const series = await tx
    .selectFrom('meetings.number_series')
    .select('next')
    .where('body', '=', meeting.body.id)
    .where('series', '=', 'minute')
    .forUpdate()
    .executeTakeFirst()
  const first = firstMinuteNumber(rule, series === undefined ? null : series.next - 1)
  const { numbers, next } = numberMinutes(items, first)
  if (rule?.runsOn && next !== null)
    await tx
      .insertInto('meetings.number_series')
      .values({ body: meeting.body.id, series: 'minute', next })
      .onConflict((conflict) => conflict.columns(['body', 'series']).doUpdateSet({ next }))
      .execute()
  return numbers
}

/** Adds to a draft what was recorded since it was written: below the text of its item, new items at the end (M12). */
export async function bringInRecorded(needs: Pick<CommandNeeds, 'db'>, doer: Doer, meetingId: string): Promise<void> {
  await writeAs(needs.db, doer, async (tx) => {
    // The minutes are asked first: an observer reads the meeting, and must not learn that minutes are being written.
    const { minutes, version } = await holdMinutes(tx, doer, meetingId, 'write')
    const ground = await groundOf(tx, doer, meetingId)
    if (minutes.state !== 'draft') throw new Conflict('These minutes are no longer a draft.')
    const { sections, added } = bringIn(await findMinutesRecord(tx, ground), version.sections)
    for (const section of sections) await updateSection(tx, section.id, section)
    await insertSections(tx, version.id, minutes, added, version.sight, sections.length)
    await tx
      .updateTable('meetings.minutes')
      .set((set) => ({ version: set('version', '+', 1) }))
      .where('id', '=', minutes.id)
      .execute()
    await appendAudit(tx, { actor: doer.actor, act: 'minutes.brought-in', subjectType: 'meeting', subject: meetingId, content: '' })
  })
}
