import { findPeopleNames } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findItem } from '../../queries/agenda.ts'
import { findTimesTaken, type ItemTime } from '../../queries/live/items.ts'
import { guardedMeeting } from '../../queries/meeting.ts'
import { absentMembers } from '../../rules/absent-members.ts'
import { liveGround } from './come-and-go.ts'
import { type EntryHead, takeEntry } from './take-entry.ts'

/** What is said under an item, typed while it is said. */
export interface NoteInput {
  /** Undefined: the item that was on when it was written. */
  readonly item: string | undefined
  readonly text: string
}

/**
 * Keeps a note of what is said under an item: the beginning of its minute, for those who prepare it. A page that has not heard yet which item is on
 * names none. Problems: 'choice-missing' where none was on.
 */
export async function noteDown(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  head: EntryHead,
  input: NoteInput,
): Promise<Result<string, FieldProblem>> {
  return takeEntry(needs, doer, meetingId, head, async (tx, meeting) => {
    await demand(tx, doer, guardedMeeting(meeting), 'record')
    const itemId = input.item ?? (await findTimesTaken(tx, meetingId)).find((time) => wasOn(time, head.happenedAt))?.item
    if (itemId === undefined) return fail({ field: 'item', code: 'choice-missing' })
    const item = await findItem(tx, meetingId, itemId)
    const base = { id: head.id, meeting: meetingId, body: meeting.body, item: item.id }
    await tx
      .insertInto('meetings.item_note')
      .values({ ...base, text: input.text, at: head.happenedAt, actor: doer.actor })
      .execute()
    return succeed({ outcome: head.id, changed: [{ part: 'record', category: item.category }] })
  })
}

const wasOn = ({ from, to }: ItemTime, at: Temporal.Instant): boolean =>
  Temporal.Instant.compare(from, at) <= 0 && (to === null || Temporal.Instant.compare(at, to) < 0)

/** Takes a note back; it stays in the list of entries and out of the minutes. */
export async function withdrawNote(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  head: EntryHead,
  note: string,
): Promise<Result<string, FieldProblem>> {
  return takeEntry(needs, doer, meetingId, head, async (tx, meeting) => {
    await demand(tx, doer, guardedMeeting(meeting), 'record')
    await tx
      .updateTable('meetings.item_note')
      .set({ withdrawn_at: doer.now })
      .where('id', '=', note)
      .where('meeting', '=', meetingId)
      .where('withdrawn_at', 'is', null)
      .execute()
    return succeed({ outcome: note, changed: [{ part: 'record', category: 'public' }] })
  })
}

/** The view of a member who cannot come. */
export interface AbsentViewInput {
  readonly item: string
  readonly person: string
  readonly sent: 'in_writing' | 'by_phone'
  readonly text: string
}

/** Attaches the view of an absent member to an item (M8): of somebody who holds a seat of the board on its day and is not in the room. */
export async function keepAbsentView(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  head: EntryHead,
  input: AbsentViewInput,
): Promise<Result<string, FieldProblem>> {
  return takeEntry(needs, doer, meetingId, head, async (tx, meeting) => {
    await demand(tx, doer, guardedMeeting(meeting), 'record')
    const item = await findItem(tx, meetingId, input.item)
    const name = (await findPeopleNames(tx, [input.person])).get(input.person)
    const { ground } = await liveGround(tx, meetingId)
    if (name === undefined || !absentMembers(ground).some(({ id }) => id === input.person))
      return { ok: false, problems: [{ field: 'person', code: 'choice-unknown' }] }
    const id = newId()
    const base = { id, meeting: meetingId, body: meeting.body, item: item.id, category: item.category, sight: 'members' }
    const said = { person: input.person, name, sent: input.sent, text: input.text, received_at: head.happenedAt }
    await tx
      .insertInto('meetings.absent_view')
      .values({ ...base, ...said })
      .execute()
    return succeed({ outcome: id, changed: [{ part: 'record', category: item.category }] })
  })
}

/** Members of the public in the room: a name, or a number where it is ''. */
export interface PublicInput {
  readonly name: string
  readonly number: number
}

/** Notes that members of the public have come; a number replaces the number before it (M8). Names are never public. */
export async function notePublic(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  head: EntryHead,
  input: PublicInput,
): Promise<Result<string, FieldProblem>> {
  return takeEntry(needs, doer, meetingId, head, async (tx, meeting) => {
    await demand(tx, doer, guardedMeeting(meeting), 'record')
    if (input.name === '')
      await tx
        .updateTable('meetings.public_attendance')
        .set({ withdrawn_at: doer.now })
        .where('meeting', '=', meetingId)
        .where('name', '=', '')
        .where('withdrawn_at', 'is', null)
        .execute()
    const id = newId()
    const row = { id, meeting: meetingId, body: meeting.body, ...input, at: head.happenedAt }
    await tx.insertInto('meetings.public_attendance').values(row).execute()
    return succeed({ outcome: id, changed: [{ part: 'attendance', category: 'public' }] })
  })
}
