import { sql } from 'kysely'
import { financialYearOf, isAttendancePublished, type Standing, type Terms } from '#governance/public.ts'
import { type Body, findAppointmentsBetween, findAttendancePeriods, findTermsInForce } from '#governance/public-data.ts'
import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import { allows } from '../permission.ts'
import {
  attendanceRegister,
  type RegisterEntry,
  type RegisteredMeeting,
  type RegisterSum,
  sumByAgency,
} from '../rules/attendance-register.ts'
import { isWorkshop } from '../rules/meeting.ts'
import { placeKey, type Stay } from '../rules/presence.ts'
import { findJointAttendance } from './joint-attendance.ts'
import { findPastAttendance } from './past-attendance.ts'
import { type AbsenceRow, absenceOf, type RecordedAttendance } from './record.ts'

/** The register of a body over a financial year, from what the reader may see. */
export interface Register {
  readonly year: { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate }
  readonly rule: Terms['attendance']['value']
  readonly entries: readonly RegisterEntry[]
  readonly agencies: readonly RegisterSum[]
  /** Meetings that count, and those that were held and whose attendance is not recorded or not for this reader. */
  readonly counted: number
  readonly missing: number
}

/**
 * The register as far as whoever asks may read it: members all of it, everybody else the meetings of days for which the board publishes who attended.
 * Undefined where that is not published on the last day of the register, by settings or by terms (G12).
 */
export async function findRegisterFor(
  reader: Reader,
  standing: Standing,
  body: Pick<Body, 'id'>,
  inYear: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Promise<Register | undefined> {
  const ties = { body: body.id }
  if (allows(standing, { record: 'attendance', state: 'members', ties }, 'read')) return findRegister(reader, body, inYear, today)
  const periods = await findAttendancePeriods(reader, body.id)
  const isPublished = (day: Temporal.PlainDate): boolean => isAttendancePublished(body.id, day, periods)
  const last = financialYearOf(inYear).until.subtract({ days: 1 })
  if (!isPublished(Temporal.PlainDate.compare(today, last) < 0 ? today : last)) return undefined
  return findRegister(reader, body, inYear, today, isPublished)
}

/** Reads the register of the financial year that a day belongs to; meetings after `today` are not due yet, those of days not shown are left out. */
export async function findRegister(
  reader: Reader,
  body: Pick<Body, 'id'>,
  inYear: Temporal.PlainDate,
  today: Temporal.PlainDate,
  isShown: (day: Temporal.PlainDate) => boolean = () => true,
): Promise<Register> {
  const year = financialYearOf(inYear)
  const terms = await findTermsInForce(
    reader,
    body.id,
    Temporal.PlainDate.compare(today, year.until) < 0 ? today : year.until.subtract({ days: 1 }),
  )
  const meetings = (await findRegisteredMeetings(reader, body.id, year.from, year.until)).filter(({ day }) => isShown(day))
  const appointments = await findAppointmentsBetween(reader, body.id, year.from, year.until)
  const members = appointments
    .filter(({ voting }) => voting === 'voting' || voting === 'non_voting')
    .map((one) => ({
      appointment: one.id,
      person: one.person,
      seatName: one.seat.name,
      place: placeKey(one.seat.id, one.place),
      agency: one.onBehalfOf?.name ?? '',
      term: { from: one.startsOn, until: one.endsOn ?? null },
    }))
  const rule = terms?.attendance.value ?? null
  const seen = meetings.filter(({ recorded, state }) => recorded || state !== 'held')
  const entries = attendanceRegister(rule, year, members, seen)
  return {
    year,
    rule,
    entries,
    agencies: sumByAgency(entries),
    counted: meetings.filter(({ recorded, state }) => recorded && state === 'held').length,
    missing: meetings.filter(({ recorded, state }) => !recorded && state === 'held').length,
  }
}

const stateOf = (state: string): RegisteredMeeting['state'] => {
  if (state === 'ended') return 'held'
  if (state === 'abandoned') return 'abandoned-inquorate'
  return state === 'cancelled' || state === 'rescheduled' ? 'cancelled' : 'planned'
}

/** The meetings of a body in a span of days, its own and those at whose table it met, as the register takes them. */
export async function findRegisteredMeetings(reader: Reader, body: string, from: Temporal.PlainDate, until: Temporal.PlainDate) {
  const meetings = await reader
    .selectFrom('meetings.meeting')
    .select(['id', 'body', 'held_on as heldOn', 'kind', 'state', 'joint'])
    // Its own, and those of others at whose table it met.
    .where((where) => where.or([where('body', '=', body), where('joint', '@>', sql<string[]>`array[${body}::uuid]`)]))
    .where('held_on', '>=', from)
    .where('held_on', '<', until)
    .orderBy('held_on')
    .orderBy('id')
    .execute()
  if (meetings.length === 0) return []
  const ids = meetings.map(({ id }) => id)
  const [stays, absences, jointAt] = await Promise.all([
    reader.selectFrom('meetings.attendance').select(['meeting', 'seat', 'place', 'deputy']).where(among('meeting', ids)).execute(),
    findAbsencesAt(reader, ids),
    findJointAttendance(reader, meetings, { recorded: (joint) => findRecordedAt(reader, joint) }),
  ])
  const staysAt = Map.groupBy(stays, ({ meeting }) => meeting)
  const sat = (meeting: string) =>
    jointAt(meeting, body)?.stays ?? (staysAt.get(meeting) ?? []).map((stay) => ({ place: placeOf(stay), deputy: stay.deputy }))
  return registeredMeetings(meetings, sat, (meeting) => jointAt(meeting, body)?.absences ?? absences.get(meeting) ?? [])
}

interface Placed {
  readonly seat: string | null
  readonly place: number | null
}

const placeOf = ({ seat, place }: Placed): string | null => (seat === null ? null : placeKey(seat, place ?? 1))

/** Who was missing from which place; null: an officer without one. */
interface Missing {
  readonly place: string | null
  readonly kind: string
}

/** Who was missing at some meetings, by meeting, as far as one may see. */
export async function findAbsencesAt(reader: Reader, meetings: readonly string[]): Promise<ReadonlyMap<string, readonly AbsenceRow[]>> {
  const rows = await reader.selectFrom('meetings.absence').selectAll().where(among('meeting', meetings)).orderBy('id').execute()
  return new Map([...Map.groupBy(rows, ({ meeting }) => meeting)].map(([meeting, own]) => [meeting, own.map(absenceOf)]))
}

/** Everything recorded of who was at some meetings, and who was not. */
async function findRecordedAt(reader: Reader, meetings: readonly string[]): Promise<(meeting: string) => RecordedAttendance> {
  const [pastAt, absences] = await Promise.all([findPastAttendance(reader, meetings), findAbsencesAt(reader, meetings)])
  return (meeting) => ({ ...pastAt(meeting).attendance, absences: absences.get(meeting) ?? [] })
}

/** Meetings as the register takes them, out of what is recorded of them. */
export function registeredMeetings(
  meetings: readonly { readonly id: string; readonly heldOn: Temporal.PlainDate; readonly kind: string; readonly state: string }[],
  staysAt: (meeting: string) => readonly Pick<Stay, 'place' | 'deputy'>[],
  absencesAt: (meeting: string) => readonly Missing[],
): readonly (RegisteredMeeting & { readonly id: string; readonly recorded: boolean })[] {
  return meetings.map(({ id, heldOn, kind, state }) => {
    const stays = staysAt(id)
    const sat = new Map<string, 'member' | 'deputy'>()
    for (const { place, deputy } of stays) if (place !== null && (!deputy || !sat.has(place))) sat.set(place, deputy ? 'deputy' : 'member')
    const apologies = absencesAt(id)
      .filter((one) => one.kind === 'apologies')
      .flatMap((one) => one.place ?? [])
    return {
      id,
      day: heldOn,
      kind: isWorkshop(kind) ? 'development-day' : 'meeting',
      state: stateOf(state),
      sat,
      apologies: new Set(apologies),
      recorded: stays.length > 0,
    }
  })
}
