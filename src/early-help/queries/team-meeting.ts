import type { Reader } from '#platform/database/session.ts'
import { findNames } from './names.ts'
import { findMeetings } from './plan.ts'

/** A meeting with who is asked, its items and its notes; undefined where there is none. */
export async function findTeamMeeting(reader: Reader, episode: string, id: string) {
  const meeting = (await findMeetings(reader, episode)).find((one) => one.id === id)
  if (!meeting) return undefined
  const people = await reader
    .selectFrom('casework.meeting_person')
    .select(['id', 'member', 'relative', 'presence', 'has_report as hasReport', 'version'])
    .where('meeting', '=', id)
    .orderBy('id')
    .execute()
  const items = await reader
    .selectFrom('casework.meeting_item')
    .select(['id', 'position', 'title', 'version'])
    .where('meeting', '=', id)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const notes = await reader
    .selectFrom('casework.meeting_note')
    .select(['id', 'item', 'words', 'entered_by as enteredBy', 'entered_at as enteredAt', 'version'])
    .where('meeting', '=', id)
    .orderBy('entered_at')
    .orderBy('id')
    .execute()
  const names = await findNames(
    reader,
    notes.map(({ enteredBy }) => enteredBy),
  )
  return { ...meeting, people, items, notes: notes.map((note) => ({ ...note, by: names.get(note.enteredBy) ?? '' })) }
}
/** A meeting with all that stands in it. */
export type TeamMeeting = NonNullable<Awaited<ReturnType<typeof findTeamMeeting>>>
