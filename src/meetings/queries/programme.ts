import { findAdoptedTerms } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import type { CalendarMeeting } from '../rules/calendar-months.ts'
import { type FreeTime, freeTime } from '../rules/free-time.ts'
import { findPlannedTime } from './planned-time.ts'

/** An item of a meeting's programme: on its agenda, or placed there and not on it yet. */
export interface ProgrammeItem {
  readonly id: string
  readonly title: string
  /** Printed number; '' where it is not on the agenda yet. */
  readonly number: string
  readonly isStanding: boolean
  /** The item of the forward plan that it is; undefined where it was put on the agenda directly. */
  readonly planItem: string | undefined
}

/** What a meeting is to deal with, and the time that is left. */
export interface Programme {
  readonly items: readonly ProgrammeItem[]
  readonly time: FreeTime
}

/** The programmes of meetings, by meeting, as far as the reader may see them; procedure such as apologies is left out. */
export async function findProgrammes(reader: Reader, meetings: readonly CalendarMeeting[]): Promise<ReadonlyMap<string, Programme>> {
  const ids = meetings.map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const onAgenda = await reader
    .selectFrom('meetings.agenda_item as i')
    .leftJoin('meetings.item_content as c', 'c.item', 'i.id')
    .leftJoin('meetings.plan_item as p', 'p.id', 'c.plan_item')
    .select([
      'i.id',
      'i.meeting',
      'i.number',
      'i.public_title as publicTitle',
      'c.title',
      'c.plan_item as planItem',
      'p.standing_key as key',
    ])
    .where('i.meeting', 'in', ids)
    .where('i.parent', 'is', null)
    .where('i.withdrawn_at', 'is', null)
    .where('i.purpose', '<>', 'procedure')
    .orderBy('i.position')
    .execute()
  const placed = await reader
    .selectFrom('meetings.plan_item')
    .select(['id', 'meeting', 'title', 'standing_key as key'])
    .where('meeting', 'in', ids)
    .where('state', '=', 'accepted')
    .orderBy('nominated_at')
    .execute()
  const times = await findPlannedTime(reader, ids)
  const longest = await findLongest(reader, meetings)
  return new Map(
    meetings.map(({ id }) => [
      id,
      {
        items: [
          ...onAgenda
            .filter(({ meeting }) => meeting === id)
            .map((row) => ({
              ...{ id: row.id, title: row.title ?? row.publicTitle, number: row.number },
              ...{ isStanding: (row.key ?? '') !== '', planItem: row.planItem ?? undefined },
            })),
          ...placed
            .filter(({ meeting }) => meeting === id)
            .map((row) => ({ id: row.id, title: row.title, number: '', isStanding: row.key !== '', planItem: row.id })),
        ],
        time: freeTime(longest.get(id), times.get(id) ?? []),
      },
    ]),
  )
}

/** How long each meeting may last by the terms in force on its day. */
async function findLongest(reader: Reader, meetings: readonly CalendarMeeting[]): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>()
  for (const body of new Set(meetings.map((meeting) => meeting.body))) {
    const versions = await findAdoptedTerms(reader, body)
    for (const { id, heldOn } of meetings.filter((meeting) => meeting.body === body)) {
      const inForce = versions.find(
        ({ startsOn, endsOn }) =>
          Temporal.PlainDate.compare(startsOn, heldOn) <= 0 && (!endsOn || Temporal.PlainDate.compare(heldOn, endsOn) < 0),
      )
      const minutes = inForce?.terms.longestMinutes.value
      if (typeof minutes === 'number') found.set(id, minutes)
    }
  }
  return found
}
