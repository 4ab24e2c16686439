import { findMembership, findOffices } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import type { Reader, Writer } from '#platform/database/session.ts'
import { sideBySide } from '#platform/database/side-by-side.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand, demandOf } from '../../permission.ts'
import { findCountedUntil, notBehind } from '../../queries/live/counted-until.ts'
import { findTimesTaken } from '../../queries/live/items.ts'
import { guardedMeeting, type Meeting } from '../../queries/meeting.ts'
import { findMeetingGround, findRecordedMeeting, findStays, type MeetingGround, type StayRow } from '../../queries/record.ts'
import { linesOf } from '../../queries/roll-lines.ts'
import { type Movement, moved, type StayChange } from '../../rules/come-and-go.ts'
import type { PartChange } from '../../rules/live-parts.ts'
import { type RollLine, rollOf } from '../../rules/roll.ts'
import { sightOfRecord } from '../attendance/record-attendance.ts'
import { type EntryHead, type Taken, takeEntry } from './take-entry.ts'

/** What depends on who is in the room. Nothing of it is for the public before the minutes are. */
export const attendanceChanges: readonly PartChange[] = (['meeting', 'attendance', 'motions'] as const).map((part) => ({
  part,
  category: 'public',
}))

/** Who comes or goes. */
export interface MovementInput {
  /** The line of the list, as `RollLine` names it. */
  readonly line: string
  readonly movement: Movement
}

/**
 * Records that somebody of the list has arrived, left, returned, or joined by remote link (M8). Members say it of themselves; the clerk of
 * everybody. Who arrives has no apologies any more.
 */
export async function comeAndGo(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  head: EntryHead,
  input: MovementInput,
): Promise<Result<string, FieldProblem>> {
  return takeEntry(needs, doer, meetingId, head, async (tx, meeting) => {
    const reader = await sideBySide(tx)
    // Sent together, and read before the permission is settled: nothing of it is shown.
    const [standing, roll, counted, times, stays] = await Promise.all([
      demand(reader, doer, guardedMeeting(meeting), 'attend'),
      findRoll(reader, meeting),
      findCountedUntil(reader, meeting.id),
      findTimesTaken(reader, meeting.id),
      findStays(reader, meeting.id),
    ])
    const asked = roll.find(({ field }) => field === input.line)
    // Whoever sits on two bodies comes and goes once, on the first of them.
    const line = roll.find(({ field }) => field === (asked?.also?.field ?? asked?.field))
    const isOwn = line?.person !== undefined && line.person.id === standing.person?.id
    const isSaidOfOneself = isOwn && ['arrive', 'arrive-remote', 'leave'].includes(input.movement)
    demandOf(standing, doer, guardedMeeting(meeting), isSaidOfOneself ? 'come-and-go' : 'record')
    if (!line?.person) return fail({ field: 'line', code: 'line-unknown' })
    const at = isSaidOfOneself ? notBehind(counted, head.happenedAt) : head.happenedAt
    const isFirst = counted === undefined && times.length === 0
    return move(tx, meeting, line, { ...input, at, isFirst, person: line.person, stays })
  })
}

/** Reads everything that coming and going is judged on. @throws NotFound */
export async function liveGround(
  tx: Writer,
  meetingId: string,
): Promise<{ readonly ground: MeetingGround; readonly lines: readonly RollLine[] }> {
  const recorded = await findRecordedMeeting(tx, meetingId)
  if (!recorded) throw new NotFound('No such meeting.')
  const ground = await findMeetingGround(tx, recorded)
  return { ground, lines: linesOf(ground) }
}

/** The list of those who are called, as it is on the day of a meeting; less is read for it than for a verdict. */
async function findRoll(reader: Reader, { id, body, heldOn, joint }: Meeting): Promise<readonly RollLine[]> {
  if (joint.length > 0) {
    const recorded = await findRecordedMeeting(reader, id)
    return recorded ? linesOf(await findMeetingGround(reader, recorded)) : []
  }
  const [{ seats }, offices] = await Promise.all([findMembership(reader, body, heldOn), findOffices(reader, body, heldOn)])
  return rollOf(id, seats, offices)
}

interface Move {
  readonly movement: Movement
  readonly at: Temporal.Instant
  /** No item was taken yet, and nobody counted. */
  readonly isFirst: boolean
  readonly person: { readonly id: string; readonly name: string }
  /** Everybody's at the meeting. */
  readonly stays: readonly StayRow[]
}

async function move(
  tx: Writer,
  meeting: Meeting,
  line: RollLine,
  { movement, at, isFirst, person, stays }: Move,
): Promise<Result<Taken, FieldProblem>> {
  const own = stays.filter((stay) => stay.person === person.id)
  const elsewhere = own.find((stay) => stay.to === null && (stay.deputy || stay.place !== keyOf(line)))
  // A member of one body of a joint meeting who sits in for a member of another is recorded there, and goes from there.
  const goes = meeting.joint.length > 0 && !movement.startsWith('arrive')
  if (elsewhere && !goes) return fail({ field: 'line', code: 'sits-elsewhere', details: { name: person.name } })
  const change = moved(own, movement, at, isFirst)
  if (change.kind === 'refused') return fail({ field: 'line', code: change.code, details: { name: person.name } })
  if (change.kind === 'nothing') return succeed({ outcome: '', changed: [] })
  const outcome = await applyChange(tx, meeting, change, own, {
    person: person.id,
    name: person.name,
    seat: line.seat,
    place: line.place,
    deputy: false,
    capacity: line.seat === null ? line.seatName : line.capacity,
  })
  if (movement === 'arrive' || movement === 'arrive-remote')
    await tx.deleteFrom('meetings.absence').where('meeting', '=', meeting.id).where('person', '=', person.id).execute()
  return succeed({ outcome, changed: attendanceChanges })
}

/** The key of a line's place; null for an officer without a seat. */
export function keyOf({ seat, place }: Pick<RollLine, 'seat' | 'place'>): string | null {
  return seat === null ? null : `${seat}/${place ?? 1}`
}

/** Until the first item is taken, or the first decision, whoever arrives was there from the start. */
export async function isBeforeFirstItem(tx: Writer, meeting: string): Promise<boolean> {
  return (await findTimesTaken(tx, meeting)).length === 0 && (await findCountedUntil(tx, meeting)) === undefined
}

/** Who a stay is of. */
export interface Attends {
  readonly person: string | null
  readonly name: string
  readonly seat: string | null
  readonly place: number | null
  readonly deputy: boolean
  readonly capacity: string
}

/** Writes what a movement does; hands back the id of the stay. */
export async function applyChange(
  tx: Writer,
  meeting: Meeting,
  change: Exclude<StayChange, { readonly kind: 'refused' | 'nothing' }>,
  own: readonly StayRow[],
  who: Attends,
): Promise<string> {
  switch (change.kind) {
    case 'open':
      return addStay(tx, meeting, who, change.mode, change.from)
    case 'close':
      await setEnd(tx, change.stay, change.to)
      return change.stay
    case 'change-mode': {
      await setEnd(tx, change.stay, change.at)
      return addStay(tx, meeting, who, change.mode, change.at)
    }
    case 'reopen':
      await setEnd(tx, change.stay, null)
      return change.stay
    case 'remove':
      await tx.deleteFrom('meetings.attendance').where('id', '=', change.stay).execute()
      return own.find(({ id }) => id === change.stay)?.id ?? ''
  }
}

async function setEnd(tx: Writer, stay: string, at: Temporal.Instant | null): Promise<void> {
  await tx
    .updateTable('meetings.attendance')
    .set((set) => ({ left_at: at, version: set('version', '+', 1) }))
    .where('id', '=', stay)
    .execute()
}

/** Adds a stay. */
export async function addStay(
  tx: Writer,
  meeting: Meeting,
  who: Attends,
  mode: 'in_room' | 'remote',
  from: Temporal.Instant | null,
): Promise<string> {
  const id = newId()
  const base = { id, meeting: meeting.id, body: meeting.body, sight: await sightOfRecord(tx, meeting.id) }
  await tx
    .insertInto('meetings.attendance')
    .values({ ...base, ...who, mode, arrived_at: from })
    .execute()
  return id
}
