import { sql } from 'kysely'
import { findAppointmentsBetween } from '#governance/public-data.ts'
import type { CountedSpan } from '#platform/counted/part.ts'
import type { CountedRow } from '#platform/counted/row.ts'
import type { Reader } from '#platform/database/session.ts'
import { dayInWords } from '#platform/time/words.ts'
import { meetingPaths, recordPaths } from '../paths.ts'
import { deadlineOf } from '../rules/deadlines.ts'
import { placeKey } from '../rules/presence.ts'
import { findMeetingRules } from './meeting-rules.ts'
import { findRegisteredMeetings } from './register.ts'

const isAfter = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(one, other) > 0

/** Meetings that were held, each with its filled places and those of them that somebody sat in. Away days and meetings that broke up are left out. */
export async function countAttendance(reader: Reader, { body, from, until }: CountedSpan): Promise<readonly CountedRow[]> {
  const [meetings, appointments] = [
    await findRegisteredMeetings(reader, body, from, until),
    await findAppointmentsBetween(reader, body, from, until),
  ]
  const members = appointments.filter(({ voting }) => voting === 'voting' || voting === 'non_voting')
  return meetings.flatMap(({ id, day, kind, state, sat, recorded }) => {
    if (kind !== 'meeting' || state !== 'held') return []
    const filled = members.filter(({ startsOn, endsOn }) => !isAfter(startsOn, day) && (endsOn == null || isAfter(endsOn, day)))
    const places = [...new Set(filled.map(({ seat, place }) => placeKey(seat.id, place)))]
    const met = places.filter((place) => sat.has(place)).length
    const row = { id, on: day, title: `Meeting of ${dayInWords(day)}`, href: meetingPaths.meeting(id) }
    if (!recorded) return [{ ...row, of: 0, met: 0, said: 'attendance is not recorded' }]
    if (places.length === 0) return [{ ...row, of: 0, met: 0, said: 'no seat is recorded as filled' }]
    return [{ ...row, of: places.length, met, said: `${met} of ${places.length} filled seats were attended` }]
  })
}

/** Meetings that were held. */
export async function countMeetings(reader: Reader, { body, from, until }: CountedSpan): Promise<readonly CountedRow[]> {
  const meetings = await findRegisteredMeetings(reader, body, from, until)
  return meetings.flatMap(({ id, day, kind, state }) =>
    kind === 'meeting' && state === 'held'
      ? [{ id, on: day, title: `Meeting of ${dayInWords(day)}`, href: meetingPaths.meeting(id), of: 1, met: 1, said: 'It was held' }]
      : [],
  )
}

/** Actions of a board by the day they were due; those without a day, those that return and those that were withdrawn are left out. */
export async function countActions(reader: Reader, { body, from, until }: CountedSpan): Promise<readonly CountedRow[]> {
  const rows = await reader
    .selectFrom('meetings.action')
    .select(['id', 'text', 'due_to as dueTo', 'done_on as doneOn', 'state'])
    .where(sql<string>`coalesce(kept_by, body)`, '=', body)
    .where('state', '<>', 'withdrawn')
    .where('returns_from', 'is', null)
    .where('due_to', '>=', from)
    .where('due_to', '<', until)
    .orderBy('due_to')
    .orderBy('id')
    .execute()
  return rows.flatMap(({ id, text, dueTo, doneOn, state }) => {
    if (dueTo === null) return []
    const done = state === 'done' ? doneOn : null
    const said = done === null ? 'not done yet' : `done on ${dayInWords(done)}`
    const isInTime = done !== null && !isAfter(done, dueTo)
    return [
      {
        ...{ id, on: dueTo, title: text, href: recordPaths.action(id), of: 1, met: isInTime ? 1 : 0 },
        said: `Due on ${dayInWords(dueTo)}, ${said}`,
      },
    ]
  })
}

/** Decisions that ask for something, each with whether an action carries it out; those that only note, and those taken back, are left out. */
export async function countDecisions(reader: Reader, { body, from, until }: CountedSpan): Promise<readonly CountedRow[]> {
  const rows = await reader
    .selectFrom('meetings.decision as d')
    .select(['d.id', 'd.number', 'd.text', 'd.decided_on as on'])
    .select(sql<number>`(select count(*) from meetings.action a where a.decision = d.id and a.state <> 'withdrawn')::int`.as('actions'))
    .where('d.body', '=', body)
    .where('d.withdrawn', '=', false)
    .where('d.type', '<>', 'note')
    .where('d.decided_on', '>=', from)
    .where('d.decided_on', '<', until)
    .orderBy('d.decided_on')
    .orderBy('d.id')
    .execute()
  return rows.map(({ id, number, text, on, actions }) => ({
    ...{ id, on, title: number === '' ? text : `${number}: ${text}`, href: recordPaths.decision(id), of: 1, met: actions > 0 ? 1 : 0 },
    said: actions === 0 ? 'No action carries it out' : actions === 1 ? 'One action carries it out' : `${actions} actions carry it out`,
  }))
}

/** Papers that went out for meetings that were held, each with whether it was out by the last day that the rules of its meeting name. */
export async function countPapers(reader: Reader, { body, from, until }: CountedSpan): Promise<readonly CountedRow[]> {
  const papers = await reader
    .selectFrom('meetings.published_paper as p')
    .innerJoin('meetings.publication as u', 'u.id', 'p.publication')
    .innerJoin('meetings.paper_version as v', 'v.id', 'p.paper_version')
    .innerJoin('meetings.paper as a', 'a.id', 'v.paper')
    .innerJoin('meetings.meeting as m', 'm.id', 'p.meeting')
    .select(['a.id', 'a.title', 'm.id as meeting', 'm.held_on as on', sql<Temporal.PlainDate>`min(u.published_on)`.as('out')])
    .where('m.body', '=', body)
    .where('m.state', '=', 'ended')
    .where('m.held_on', '>=', from)
    .where('m.held_on', '<', until)
    .where('u.withdrawn_at', 'is', null)
    .groupBy(['a.id', 'a.title', 'm.id', 'm.held_on'])
    .orderBy('m.held_on')
    .orderBy('a.id')
    .execute()
  const days = new Map<string, Temporal.PlainDate | undefined>()
  for (const { meeting, on } of papers) {
    if (days.has(meeting)) continue
    const { answer } = deadlineOf('agendaOut', await findMeetingRules(reader, body, on), on)
    days.set(meeting, answer?.state === 'known' ? answer.lastDay : undefined)
  }
  return papers.map(({ id, title, meeting, on, out }) => {
    const last = days.get(meeting)
    const row = { id, on, title, href: meetingPaths.paper(id) }
    if (last === undefined) return { ...row, of: 0, met: 0, said: 'the rules of the meeting name no last day' }
    const said = `Out on ${dayInWords(out)}, last day ${dayInWords(last)}`
    return { ...row, of: 1, met: isAfter(out, last) ? 0 : 1, said }
  })
}
