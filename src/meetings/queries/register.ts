import { financialYearOf, isAttendancePublished, type Standing, type Terms } from '#governance/public.ts'
import { type Body, findAppointmentsBetween, findAttendancePeriods, findTermsInForce } from '#governance/public-data.ts'
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
import { placeKey } from '../rules/presence.ts'

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
  const meetings = (await findMeetings(reader, body.id, year.from, year.until)).filter(({ day }) => isShown(day))
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

async function findMeetings(reader: Reader, body: string, from: Temporal.PlainDate, until: Temporal.PlainDate) {
  const meetings = await reader
    .selectFrom('meetings.meeting')
    .select(['id', 'held_on as heldOn', 'kind', 'state'])
    .where('body', '=', body)
    .where('held_on', '>=', from)
    .where('held_on', '<', until)
    .orderBy('held_on')
    .orderBy('id')
    .execute()
  if (meetings.length === 0) return []
  const ids = meetings.map(({ id }) => id)
  const stays = await reader
    .selectFrom('meetings.attendance')
    .select(['meeting', 'seat', 'place', 'deputy'])
    .where('meeting', 'in', ids)
    .execute()
  const absences = await reader
    .selectFrom('meetings.absence')
    .select(['meeting', 'seat', 'place', 'kind'])
    .where('meeting', 'in', ids)
    .execute()
  return meetings.map(({ id, heldOn, kind, state }) => {
    const sat = new Map<string, 'member' | 'deputy'>()
    for (const stay of stays.filter(({ meeting, seat }) => meeting === id && seat !== null)) {
      const place = placeKey(stay.seat ?? '', stay.place ?? 1)
      if (!stay.deputy || !sat.has(place)) sat.set(place, stay.deputy ? 'deputy' : 'member')
    }
    const apologies = absences
      .filter((one) => one.meeting === id && one.seat !== null && one.kind === 'apologies')
      .map(({ seat, place }) => placeKey(seat ?? '', place ?? 1))
    return {
      day: heldOn,
      kind: isWorkshop(kind) ? ('development-day' as const) : ('meeting' as const),
      state: stateOf(state),
      sat,
      apologies: new Set(apologies),
      recorded: stays.some(({ meeting }) => meeting === id),
    }
  })
}
