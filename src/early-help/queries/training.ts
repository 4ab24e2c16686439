import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { Attended } from '../rules/training.ts'
import { changedParts, sessionState } from '../rules/training.ts'
import { findNames } from './names.ts'

/** What the partnership decided for a day: how long an offered place is kept, and of how few people no average is shown. */
export async function findTrainingRule(reader: Reader, today: Temporal.PlainDate) {
  return reader
    .selectFrom('casework.training_rule')
    .select(['offer_hours as offerHours', 'smallest_group as smallestGroup', 'later_months as laterMonths', 'source'])
    .where('starts_on', '<=', today)
    .orderBy('starts_on', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** What was decided for training, the latest first, with who set it. */
export async function listTrainingRules(reader: Reader) {
  const rows = await reader
    .selectFrom('casework.training_rule')
    .select(['id', 'offer_hours as offerHours', 'smallest_group as smallestGroup', 'later_months as laterMonths', 'source'])
    .select(['starts_on as startsOn', 'set_by as setBy', 'set_on as setOn'])
    .orderBy('starts_on', 'desc')
    .execute()
  const names = await findNames(
    reader,
    rows.map(({ setBy }) => setBy),
  )
  return rows.map((row) => ({ ...row, setBy: row.setBy === null ? undefined : names.get(row.setBy) }))
}

/** Schedules, the drafts first, then by name. */
export async function listSchedules(reader: Reader) {
  return reader
    .selectFrom('casework.training_schedule')
    .select(['id', 'name', 'source', 'agreed_on as agreedOn', 'agreed_by as agreedBy', 'version'])
    .orderBy('agreed_on', (order) => order.desc().nullsFirst())
    .orderBy('name')
    .execute()
}

/** Sessions with how many places are taken: of one schedule, one of them, or those that are still to come. */
export async function listSessions(
  reader: Reader,
  of: { readonly schedule: string } | { readonly id: string } | { readonly from: Temporal.PlainDate },
  today: Temporal.PlainDate,
) {
  const rows = await reader
    .selectFrom('casework.training_session as s')
    .innerJoin('casework.training_course as c', 'c.id', 's.course')
    .innerJoin('casework.training_schedule as p', 'p.id', 's.schedule')
    .leftJoin(sql<{ session: string; taken: number; waiting: number }>`casework.places()`.as('b'), (join) =>
      join.onRef('b.session', '=', 's.id'),
    )
    .select(['s.id', 's.schedule', 's.course', 'c.name as courseName', 'c.summary', 's.district', 's.venue', 's.held_on as heldOn'])
    .select(['s.starts_at as startsAt', 's.ends_at as endsAt', 's.capacity', 's.administrator', 's.is_public as isPublic'])
    .select(['s.cancelled_because as cancelledBecause', 's.version', 'p.name as scheduleName', 'p.agreed_on as agreedOn'])
    .select(['b.taken', 'b.waiting'])
    .$if('schedule' in of, (query) => query.where('s.schedule', '=', 'schedule' in of ? of.schedule : ''))
    .$if('id' in of, (query) => query.where('s.id', '=', 'id' in of ? of.id : ''))
    .$if('from' in of, (query) => query.where('s.held_on', '>=', 'from' in of ? of.from : today).where('p.agreed_on', 'is not', null))
    .orderBy('s.held_on', (order) => order.asc().nullsLast())
    .orderBy('s.starts_at')
    .orderBy('s.id')
    .execute()
  return rows.map(({ taken, waiting, ...row }) => {
    const places = { taken: taken ?? 0, waiting: waiting ?? 0 }
    const facts = { heldOn: row.heldOn ?? undefined, capacity: row.capacity ?? undefined, ...places }
    const state = sessionState({ ...facts, isAgreed: row.agreedOn !== null, isCancelled: row.cancelledBecause !== null }, today)
    return { ...row, ...places, state, startsAt: timeOf(row.startsAt), endsAt: timeOf(row.endsAt) }
  })
}
const timeOf = (time: string | null): Temporal.PlainTime | null => (time === null ? null : Temporal.PlainTime.from(time))

/** A session as a list has it. */
export type SessionLine = Awaited<ReturnType<typeof listSessions>>[number]

/** One session. @throws NotFound */
export async function findSession(reader: Reader, id: string, today: Temporal.PlainDate): Promise<SessionLine> {
  const [found] = isUuid(id) ? await listSessions(reader, { id }, today) : []
  if (!found) throw new NotFound('No such session.')
  return found
}

/** Bookings that one may read, in the order in which they were asked for: of one session, or of one person. */
export async function listBookings(
  reader: Reader,
  of: { readonly session: string } | { readonly person: string } | { readonly id: string },
) {
  const rows = await reader
    .selectFrom('casework.booking as b')
    .innerJoin('casework.training_session as s', 's.id', 'b.session')
    .innerJoin('casework.training_course as c', 'c.id', 's.course')
    .leftJoin('casework.training_evaluation as e', (join) => join.onRef('e.booking', '=', 'b.id').on('e.stage', '=', 'day'))
    .leftJoin('casework.training_evaluation as l', (join) => join.onRef('l.booking', '=', 'b.id').on('l.stage', '=', 'later'))
    .select(['b.id', 'b.session', 'b.person', 'b.organisation', 'b.state', 'b.asked_at as askedAt', 'b.offered_until as offeredUntil'])
    .leftJoin(sql<{ booking: string; before: number }>`casework.my_waits()`.as('w'), (join) => join.onRef('w.booking', '=', 'b.id'))
    .select(['b.attended', 'b.freed', 's.course', 'c.name as courseName', 's.held_on as heldOn', 's.district', 's.venue'])
    .select(['s.starts_at as startsAt', 's.ends_at as endsAt', 's.cancelled_because as cancelledBecause', 's.version as sessionVersion'])
    .select(['b.known_held_on', 'b.known_starts_at', 'b.known_ends_at', 'b.known_venue', 'b.known_district', 'w.before as waitBefore'])
    .select(
      sql<Temporal.PlainDate | null>`(s.held_on + make_interval(months => (select r.later_months from casework.training_rule r
      where r.starts_on <= platform.today() order by r.starts_on desc limit 1)))::date`.as('laterFrom'),
    )
    .select(['e.sure_before as before', 'e.sure_now as now', 'l.used', 'l.sure_now as later'])
    .$if('session' in of, (query) => query.where('b.session', '=', 'session' in of ? of.session : ''))
    .$if('person' in of, (query) => query.where('b.person', '=', 'person' in of ? of.person : ''))
    .$if('id' in of, (query) => query.where('b.id', '=', 'id' in of && isUuid(of.id) ? of.id : '00000000-0000-0000-0000-000000000000'))
    .orderBy('b.asked_at')
    .orderBy('b.id')
    .execute()
  const names = await findNames(
    reader,
    rows.flatMap(({ person, organisation }) => [person, organisation]),
  )
  return rows.map((row) => {
    const now = { heldOn: row.heldOn, startsAt: timeOf(row.startsAt), endsAt: timeOf(row.endsAt), venue: row.venue, district: row.district }
    const known = {
      ...{ heldOn: row.known_held_on, startsAt: timeOf(row.known_starts_at), endsAt: timeOf(row.known_ends_at) },
      ...{ venue: row.known_venue, district: row.known_district },
    }
    const stands = standing.has(row.state) && row.attended === null && row.cancelledBecause === null
    return {
      ...{ ...row, ...now, known, name: names.get(row.person) ?? '', organisationName: names.get(row.organisation) ?? '' },
      // What changed since whoever booked last saw it; empty where the booking or the session stands no more.
      changed: stands ? changedParts(known, now) : [],
    }
  })
}
const standing: ReadonlySet<string> = new Set(['booked', 'waiting', 'offered'])
/** A booking with its session. */
export type BookingLine = Awaited<ReturnType<typeof listBookings>>[number]

/** Who attended which course when, of what one may read. */
export async function listAttended(reader: Reader, person?: string): Promise<readonly (Attended & { readonly organisation: string })[]> {
  const rows = await reader
    .selectFrom('casework.booking as b')
    .innerJoin('casework.training_session as s', 's.id', 'b.session')
    .select(['b.person', 'b.organisation', 's.course', 's.held_on as on'])
    .where('b.attended', '=', true)
    .where('s.held_on', 'is not', null)
    .$if(person !== undefined, (query) => query.where('b.person', '=', person ?? ''))
    .execute()
  return rows.flatMap(({ on, ...row }) => (on === null ? [] : [{ ...row, on }]))
}

/** Courses and what one can do after them, competencies, and which course is mandatory for whom on a day or will be; apart from those, which ones were before. */
export async function findFramework(reader: Reader, today: Temporal.PlainDate) {
  const [courses, competencies, ties, mandatory] = [
    await reader.selectFrom('casework.training_course').select(['id', 'name', 'kind', 'summary', 'version']).orderBy('name').execute(),
    await reader.selectFrom('casework.competency').select(['id', 'name', 'words', 'version']).orderBy('name').execute(),
    await reader.selectFrom('casework.course_competency').select(['course', 'competency']).execute(),
    await reader
      .selectFrom('casework.mandatory_course')
      .select(['id', 'course', 'role', 'refresh_months as refreshMonths', 'source', 'starts_on as startsOn'])
      .select(['ends_on as endsOn', 'end_source as endSource'])
      .orderBy('role')
      .orderBy('starts_on')
      .execute(),
  ]
  const isOver = ({ endsOn }: (typeof mandatory)[number]) => endsOn !== null && Temporal.PlainDate.compare(endsOn, today) <= 0
  return { courses, competencies, ties, mandatory: mandatory.filter((one) => !isOver(one)), over: mandatory.filter(isOver) }
}
/** All of it. */
export type Framework = Awaited<ReturnType<typeof findFramework>>

/** What agencies lack, the latest first. */
export async function listNeeds(reader: Reader) {
  const rows = await reader
    .selectFrom('casework.training_need as n')
    .innerJoin('casework.competency as c', 'c.id', 'n.competency')
    .leftJoin('casework.training_course as k', 'k.id', 'n.course')
    .select(['n.id', 'n.organisation', 'c.name as competency', 'n.people', 'n.evidence', 'n.found_on as foundOn', 'k.name as course'])
    .orderBy('n.found_on', 'desc')
    .orderBy('c.name')
    .execute()
  const names = await findNames(
    reader,
    rows.map(({ organisation }) => organisation),
  )
  return rows.map((row) => ({ ...row, organisationName: names.get(row.organisation) ?? '' }))
}

/** Leads with an open family and how many are trained, by agency; nothing for whoever has no post. */
export async function listTrainedLeads(reader: Reader, today: Temporal.PlainDate) {
  return reader
    .selectFrom(sql<{ organisation: string; leads: number; trained: number }>`casework.trained_leads(${today.toString()}::date)`.as('t'))
    .select(['t.organisation', 't.leads', 't.trained'])
    .execute()
}

/** Whether somebody leads an open family now. */
export async function leadsNow(reader: Reader, person: string): Promise<boolean> {
  const row = await reader
    .selectFrom('casework.lead_period')
    .select('id')
    .where('person', '=', person)
    .where('accepted_at', 'is not', null)
    .where('ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Sessions that are told to everybody. */
export async function listPublicSessions(reader: Reader) {
  type Row = {
    id: string
    course: string
    name: string
    summary: string
    district: string
    venue: string | null
    held_on: Temporal.PlainDate
  }
  type Times = { starts_at: string | null; ends_at: string | null; capacity: number | null; organiser: string }
  return reader.selectFrom(sql<Row & Times>`casework.public_sessions()`.as('p')).selectAll().execute()
}

/** Every course by name. */
export async function listCourses(reader: Reader) {
  return reader.selectFrom('casework.training_course').select(['id', 'name']).orderBy('name').execute()
}
