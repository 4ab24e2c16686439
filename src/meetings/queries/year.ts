import type { NoticeBefore, Terms } from '#governance/public.ts'
import {
  findAppointmentsBetween,
  findBodyById,
  findCalendar,
  findTermsVersionInForce,
  listAreas,
  listBodies,
} from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { deadlinesOf, lastDayOf, type MeetingRules } from '../rules/deadlines.ts'
import type { NamedDays, SharedMeeting, YearFacts } from '../rules/year-builder.ts'
import type { UsualDay } from '../rules/year-pace.ts'
import { findCalendarMeetings, type Span } from './calendar.ts'
import { type Consultation, findConsultations } from './consultations.ts'
import { findSchoolHolidays } from './school-holidays.ts'

/** What a year of a board is built from, and what is said beside it. */
export interface YearGround {
  readonly facts: YearFacts
  /** The last ordinary meeting before the span; undefined where there is none. */
  readonly lastBefore: Temporal.PlainDate | undefined
  /** The terms in force when the year begins; undefined where there are none. */
  readonly terms: Terms | undefined
  /** First day of those terms. */
  readonly termsFrom: Temporal.PlainDate
  readonly windows: readonly Consultation[]
  /** Names of the board's areas for which no school holidays are entered in the span. */
  readonly areasWithoutHolidays: readonly string[]
}

interface Asked {
  readonly body: string
  readonly span: Span
  readonly usual: UsualDay
  readonly roomDays: number
  readonly today: Temporal.PlainDate
}

/** Reads what stands for and against the days of a year, as far as the clerk may know of it. */
export async function findYearGround(reader: Reader, asked: Asked): Promise<YearGround> {
  const { body, span, usual, roomDays, today } = asked
  const record = await findBodyById(reader, body, today)
  const version = await findTermsVersionInForce(reader, body, span.from)
  const calendar = await findCalendar(reader, record?.settings?.holidayDivision ?? 'england-and-wales')
  const areas = await areasOf(reader, record?.areas ?? [], today)
  const schoolHolidays = await findSchoolHolidays(
    reader,
    span,
    areas.map(({ id }) => id),
  )
  const meetings = (await findCalendarMeetings(reader, [body], { from: span.from.subtract({ months: 24 }), until: span.until })).filter(
    ({ state }) => state !== 'cancelled',
  )
  const own = meetings.filter((meeting) => meeting.body === body && meeting.kind === 'ordinary').map(({ heldOn }) => heldOn)
  const besides = meetings
    .filter((meeting) => meeting.body !== body || meeting.kind !== 'ordinary')
    .map(({ heldOn }) => ({ board: '', heldOn, shared: 1 }))
  return {
    facts: {
      ...{ calendar, schoolHolidays, usual, roomDays, today },
      own: own.filter((day) => Temporal.PlainDate.compare(day, span.from) >= 0),
      others: [...besides, ...(await findSharedMeetings(reader, body, span))],
      notice: longestNotice({ terms: version?.terms, calendar }, span.from),
    },
    lastBefore: own.filter((day) => Temporal.PlainDate.compare(day, span.from) < 0).at(-1),
    terms: version?.terms,
    termsFrom: version?.startsOn ?? span.from,
    windows: (await findConsultations(reader, [body], span)).filter(({ withdrawnReason }) => withdrawnReason === ''),
    areasWithoutHolidays: areas.filter(({ isOwn }) => isOwn && schoolHolidays.length === 0).map(({ name }) => name),
  }
}

/** Bank holidays and school holidays of boards in a span, the earliest first; half-open. */
export async function findDaysOff(
  reader: Reader,
  boards: readonly string[],
  span: Span,
  today: Temporal.PlainDate,
): Promise<readonly NamedDays[]> {
  const named = new Map<string, NamedDays>()
  for (const id of boards) {
    const board = await findBodyById(reader, id, today)
    const areas = await areasOf(reader, board?.areas ?? [], today)
    const schools = await findSchoolHolidays(
      reader,
      span,
      areas.map((area) => area.id),
    )
    const { holidays } = await findCalendar(reader, board?.settings?.holidayDivision ?? 'england-and-wales')
    const bank = [...holidays].map(([iso, title]) => ({ title, startsOn: Temporal.PlainDate.from(iso) }))
    for (const { title, startsOn, endsOn, areaName } of schools)
      named.set(`${title} ${areaName} ${startsOn.toString()}`, { title: `${title}, schools in ${areaName}`, startsOn, endsOn })
    for (const { title, startsOn } of bank)
      if (startsOn.toString() >= span.from.toString() && startsOn.toString() < span.until.toString())
        named.set(`${title} ${startsOn.toString()}`, { title, startsOn, endsOn: startsOn.add({ days: 1 }) })
  }
  return [...named.values()].toSorted((a, b) => Temporal.PlainDate.compare(a.startsOn, b.startsOn))
}

/** The areas of a board, and those that they lie within: the county's holidays are its districts' as well. */
async function areasOf(
  reader: Reader,
  own: readonly { readonly id: string; readonly name: string }[],
  today: Temporal.PlainDate,
): Promise<readonly { readonly id: string; readonly name: string; readonly isOwn: boolean }[]> {
  const all = await listAreas(reader, today)
  const ids = new Set(own.map(({ id }) => id))
  const around = new Set(all.filter(({ id }) => ids.has(id)).flatMap(({ within }) => within))
  return all.filter(({ id, name }) => ids.has(id) || around.has(name)).map(({ id, name }) => ({ id, name, isOwn: ids.has(id) }))
}

/** Meetings of other boards in a span, with how many people sit on both. */
async function findSharedMeetings(reader: Reader, body: string, span: Span): Promise<readonly SharedMeeting[]> {
  const boards = (await listBodies(reader, span.from)).filter(({ id, status }) => id !== body && status !== 'outside')
  const meetings = await findCalendarMeetings(
    reader,
    boards.map(({ id }) => id),
    span,
  )
  const calling = meetings.filter(
    (meeting) => meeting.body !== body && meeting.state !== 'cancelled' && !meeting.jointBodies.includes(body),
  )
  if (calling.length === 0) return []
  const members = await findAppointmentsBetween(reader, body, span.from, span.until)
  const shared: SharedMeeting[] = []
  for (const board of boards) {
    const theirs = calling.filter((meeting) => meeting.body === board.id)
    if (theirs.length === 0) continue
    const others = await findAppointmentsBetween(reader, board.id, span.from, span.until)
    for (const { heldOn } of theirs)
      shared.push({
        board: board.name,
        heldOn,
        shared: [...peopleOn(members, heldOn)].filter((person) => peopleOn(others, heldOn).has(person)).length,
      })
  }
  return shared.filter((one) => one.shared > 0)
}

type Appointments = Awaited<ReturnType<typeof findAppointmentsBetween>>

function peopleOn(appointments: Appointments, day: Temporal.PlainDate): ReadonlySet<string> {
  const sits = appointments.filter(
    ({ startsOn, endsOn }) => Temporal.PlainDate.compare(startsOn, day) <= 0 && (!endsOn || Temporal.PlainDate.compare(day, endsOn) < 0),
  )
  return new Set(sits.map(({ person }) => person.id))
}

/** The rule whose last day comes first: nominating items, handing in papers or sending out the agenda. */
function longestNotice(rules: MeetingRules, day: Temporal.PlainDate): NoticeBefore | undefined {
  const stated = deadlinesOf(rules, day).filter(({ rule }) => rule !== undefined)
  const known = stated
    .flatMap((deadline) => {
      const last = lastDayOf(deadline)
      return last ? [{ deadline, last }] : []
    })
    .toSorted((a, b) => Temporal.PlainDate.compare(a.last, b.last))
  return (known[0]?.deadline ?? stated[0])?.rule
}
