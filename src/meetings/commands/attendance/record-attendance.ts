import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { instantOf } from '#platform/time/london.ts'
import type { AttendanceInput } from '../../forms/attendance.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { attendanceForm, fieldOfRow } from '../../queries/attendance.ts'
import { guardedMeeting, lockMeeting } from '../../queries/meeting.ts'
import { attendanceMark, findMeetingGround, findRecordedMeeting, type MeetingGround } from '../../queries/record.ts'
import { linesOf } from '../../queries/roll-lines.ts'
import type { Sight } from '../../rules/meeting.ts'
import { type RollEntry, type RollLine, rollProblems, staysOf } from '../../rules/roll.ts'
import { isSameChair, isUntouched, shownEntry } from '../../rules/roll-shown.ts'
import { tellParts } from '../live/tell-parts.ts'

/**
 * Keeps who was at a meeting, when, and who chaired (M8, G7, G8). What was changed replaces what stood there; the rest keeps its times to the second.
 * @throws Conflict when somebody else saved in between
 */
export async function recordAttendance(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  read: (lines: readonly RollLine[]) => Result<AttendanceInput, FieldProblem>,
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const locked = await lockMeeting(tx, meetingId)
    await demand(tx, doer, guardedMeeting(locked), 'record')
    const meeting = await findRecordedMeeting(tx, meetingId)
    if (!meeting) throw new NotFound('No such meeting.')
    const ground = await findMeetingGround(tx, meeting)
    const lines = linesOf(ground)
    const parsed = read(lines)
    if (!parsed.ok) return parsed
    const input = parsed.value
    if (input.mark !== attendanceMark(ground.attendance)) throw new Conflict('Somebody else has saved the attendance.')
    const [first, ...more] = rollProblems(
      lines,
      input.entries,
      input.chair,
      ground.offices,
      ground.terms?.absenceOfBoth.value?.remedy ?? null,
    )
    if (first) return fail(first, ...more)
    const untouched = untouchedOf(ground, input)
    const tooMany = refuseTooMany(ground, untouched)
    if (tooMany) return fail(tooMany)
    await write(tx, ground, lines, input, untouched)
    await tellParts(tx, meetingId, attendanceTold)
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'attendance.recorded',
      subjectType: 'meeting',
      subject: meetingId,
      content: JSON.stringify(input),
    })
    return succeed(meetingId)
  })
}

/** What a save leaves alone: whatever the form showed and nobody changed keeps its rows, to the second and with every stay. */
interface Untouched {
  readonly lines: ReadonlySet<string>
  readonly chairs: boolean
  readonly others: boolean
}

function untouchedOf(ground: MeetingGround, input: AttendanceInput): Untouched {
  const { stays, absences } = ground.attendance
  const shown = attendanceForm(ground)
  const entries = input.entries.filter((entry) => {
    const line = shown.lines.find(({ field }) => field === entry.field)
    if (!line) return false
    const own = stays.filter((stay) => fieldOfRow(shown.lines, stay) === entry.field)
    const absence = absences.find((row) => fieldOfRow(shown.lines, row) === entry.field)
    return isUntouched(entry, shownEntry(entry.field, own, own.length > 0 ? undefined : absence?.kind))
  })
  return {
    lines: new Set(entries.map(({ field }) => field)),
    chairs: isSameChair(input.chair, shown.chairs),
    others: sameOthers(shown.values.others, input.others),
  }
}

function sameOthers(shown: unknown, others: AttendanceInput['others']): boolean {
  return shown === others.map(({ name, capacity }) => (capacity === '' ? name : `${name}, ${capacity}`)).join('\n')
}

/** Three stays or more do not fit the form: such a line is kept as it is, or not at all. */
function refuseTooMany(ground: MeetingGround, untouched: Untouched): FieldProblem | undefined {
  const { lines } = attendanceForm(ground)
  const many = lines.find(
    ({ field }) => !untouched.lines.has(field) && ground.attendance.stays.filter((stay) => fieldOfRow(lines, stay) === field).length > 2,
  )
  return many && { field: `status_${many.field}`, code: 'more-stays-than-shown', details: { name: many.person?.name ?? many.seatName } }
}

async function write(
  tx: Writer,
  ground: MeetingGround,
  lines: readonly RollLine[],
  input: AttendanceInput,
  untouched: Untouched,
): Promise<void> {
  const { meeting } = ground
  await removeTouched(tx, ground, lines, untouched)
  const base = { meeting: meeting.id, body: meeting.body.id, sight: await sightOfRecord(tx, meeting.id) }
  const rows = input.entries.flatMap((entry) => {
    const line = lines.find(({ field }) => field === entry.field)
    return line && !untouched.lines.has(entry.field) ? [{ entry, line }] : []
  })
  const at = (time: Temporal.PlainTime | undefined): Temporal.Instant | null =>
    time === undefined ? null : instantOf(meeting.heldOn, time)
  const stays = rows.flatMap(({ entry, line }) => {
    const person = attender(entry, line)
    if (!person) return []
    const deputy = entry.status === 'deputy'
    const seat = { seat: line.seat, place: line.place, deputy, capacity: line.seat === null ? line.seatName : line.capacity }
    const mode = entry.remote ? 'remote' : 'in_room'
    const who = { person: person.id, name: person.name }
    return staysOf(entry).map(({ from, to }) => ({ id: newId(), ...base, ...seat, ...who, mode, arrived_at: at(from), left_at: at(to) }))
  })
  const others = untouched.others
    ? []
    : input.others.map(({ name, capacity }) => ({ id: newId(), ...base, person: null, name, capacity, mode: 'in_room' }))
  const absent = rows.flatMap(({ entry, line }) => {
    const kind = entry.status === 'apologies' ? 'apologies' : entry.status === 'no_apology' ? 'no_show' : undefined
    if (!kind || !line.person) return []
    return [{ id: newId(), ...base, seat: line.seat, place: line.place, person: line.person.id, name: line.person.name, kind }]
  })
  if (stays.length > 0) await tx.insertInto('meetings.attendance').values(stays).execute()
  if (others.length > 0) await tx.insertInto('meetings.attendance').values(others).execute()
  if (absent.length > 0) await tx.insertInto('meetings.absence').values(absent).execute()
  if (untouched.chairs) return
  const kept = ground.attendance.stays.flatMap(({ person, name }) => (person === null ? [] : [{ person, name }]))
  const chairs = chairRows(ground, input, [...stays, ...kept], at)
  if (chairs.length > 0)
    await tx
      .insertInto('meetings.meeting_chair')
      .values(chairs.map((row) => ({ id: newId(), ...base, ...row })))
      .execute()
}

async function removeTouched(
  tx: Writer,
  { meeting, attendance }: MeetingGround,
  lines: readonly RollLine[],
  untouched: Untouched,
): Promise<void> {
  const isKept = (row: { readonly place: string | null; readonly person: string | null }): boolean => {
    const field = fieldOfRow(lines, row)
    return field === undefined ? untouched.others : untouched.lines.has(field)
  }
  const gone = (rows: readonly { readonly id: string; readonly place: string | null; readonly person: string | null }[]) =>
    rows.filter((row) => !isKept(row)).map(({ id }) => id)
  for (const [table, ids] of [
    ['meetings.attendance', gone(attendance.stays)],
    ['meetings.absence', gone(attendance.absences)],
  ] as const)
    if (ids.length > 0) await tx.deleteFrom(table).where('meeting', '=', meeting.id).where('id', 'in', ids).execute()
  if (!untouched.chairs) await tx.deleteFrom('meetings.meeting_chair').where('meeting', '=', meeting.id).execute()
}

function attender({ status, deputy }: RollEntry, line: RollLine): RollLine['person'] {
  if (status === 'present') return line.person
  return status === 'deputy' ? line.deputies.find(({ id }) => id === deputy) : undefined
}

function chairRows(
  ground: MeetingGround,
  { chair }: AttendanceInput,
  stays: readonly { readonly person: string; readonly name: string }[],
  at: (time: Temporal.PlainTime | undefined) => Temporal.Instant | null,
) {
  const officer = chair.who === 'other' ? undefined : ground.offices.find(({ role }) => role === chair.who)
  const first = chair.who === 'other' ? chair.other : officer?.person.id
  const nameOf = (id: string): string => stays.find(({ person }) => person === id)?.name ?? ''
  const handedOver = chair.next === undefined ? null : at(chair.nextFrom)
  const basis = chair.who === 'other' ? 'elected_for_meeting' : (chair.who ?? 'as_recorded')
  const rows = first === undefined ? [] : [{ person: first, name: nameOf(first), basis, from_at: null, to_at: handedOver }]
  if (chair.next === undefined || nameOf(chair.next) === '') return rows
  const role = ground.offices.find(({ person, role: held }) => person.id === chair.next && held !== 'clerk')?.role
  const next = { person: chair.next, name: nameOf(chair.next), basis: role ?? 'elected_for_meeting', from_at: handedOver, to_at: null }
  return [...rows, next]
}

/** The parts of the live page that show who is there. */
const attendanceTold = (['meeting', 'attendance', 'motions'] as const).map((part) => ({ part, category: 'public' as const }))

/** Who may see what is recorded of a meeting: its members, and everybody once its minutes are out. */
export async function sightOfRecord(tx: Writer, meeting: string): Promise<Sight> {
  const minutes = await tx
    .selectFrom('meetings.minutes')
    .select(['sight', 'withdrawn_at'])
    .where('meeting', '=', meeting)
    .executeTakeFirst()
  return minutes?.sight === 'public' && minutes.withdrawn_at === null ? 'public' : 'members'
}
