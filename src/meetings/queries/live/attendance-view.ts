import { listPeople } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import type { LiveLine, Whereabouts } from '../../rules/live-roll.ts'
import type { MeetingState } from '../../rules/meeting.ts'
import { comingAndGoing } from '../../rules/presence.ts'
import { countsRemote } from '../../rules/quorum-at.ts'
import { stayTimes } from '../attendance.ts'
import { judgeDeputies, type MeetingGround } from '../record.ts'
import { bodiesOf, liveLines } from '../roll-lines.ts'
import { findOutNow, type OutNow } from './out-now.ts'
import { sharedRead } from './shared.ts'

/** Something to choose. */
interface Offer {
  readonly value: string
  readonly text: string
}

/** A place of the list as the part of attendance shows it. */
export interface PlaceView {
  /** Names the line in forms. */
  readonly field: string
  /** '' for a vacant place. */
  readonly name: string
  readonly seat: string
  readonly voting: boolean
  readonly whereabouts: Whereabouts
  /** Here, and not counted for the quorum: by remote link where the law or the terms want members in the room. */
  readonly uncounted: boolean
  /** 'arrived at 2.10pm', 'left at 3pm'; empty for somebody there throughout. */
  readonly times: readonly string[]
  readonly deputy: { readonly name: string; readonly counts: boolean; readonly outFor: string | undefined } | undefined
  /** Number of the item that is on, for which an interest keeps this person out; undefined where none does or one may not know. */
  readonly outFor: string | undefined
  /** Whoever looks is this person. */
  readonly isOwn: boolean
  /** The body whose place it is, at a joint meeting. */
  readonly body: { readonly id: string; readonly name: string } | undefined
  /** Name of the other body under which this person is recorded; undefined for whoever is recorded here. */
  readonly also: string | undefined
}

/** Who is where. */
export interface PeopleView {
  readonly state: MeetingState
  readonly places: readonly PlaceView[]
  /** How many of the list nobody has said anything of. */
  readonly unmarked: number
  /** People without a seat who are there. */
  readonly others: readonly string[]
  /** Lines that a deputy could come for, and people who could come; for the clerk only. */
  readonly deputyLines: readonly Offer[]
  readonly deputyPeople: readonly Offer[]
  /** Members of the public: counted, and those who gave a name. Names are never public. */
  readonly audience: { readonly number: number; readonly names: readonly string[] }
}

/** Reads who is where at a meeting. */
export async function findPeopleView(
  reader: Reader,
  ground: MeetingGround,
  own: string | undefined,
  keeps: boolean,
  now: Temporal.Instant,
): Promise<PeopleView> {
  const { meeting, attendance } = ground
  const lines = liveLines(ground)
  const verdicts = new Map(
    bodiesOf(ground).map((own) => [
      own.meeting.body.id,
      {
        deputies: judgeDeputies(meeting, own.terms, own.membership, own.attendance.stays),
        remoteCounts: countsRemote(own.quorum),
      },
    ]),
  )
  const here = new Set(attendance.stays.filter(({ to }) => to === null).map(({ person }) => person))
  const [out, audience, deputyPeople] = await Promise.all([
    findOutNow(reader, ground, now),
    sharedRead(reader, 'audience', () => findAudience(reader, meeting.id)),
    keeps ? peopleToCome(reader, lines, here) : [],
  ])
  return {
    state: meeting.state,
    places: lines.map((line) => placeOf(line, own, verdicts.get(line.line.body?.id ?? meeting.body.id), out)),
    unmarked: lines.filter(
      ({ line, whereabouts, deputy }) => line.also === undefined && whereabouts === 'not-marked' && deputy === undefined,
    ).length,
    others: attendance.stays
      .filter(
        ({ place, person, to }) =>
          place === null && to === null && !lines.some(({ line }) => line.seat === null && line.person?.id === person),
      )
      .map(({ name, capacity }) => (capacity === '' ? name : `${name}, ${capacity}`)),
    deputyLines: keeps
      ? lines.filter(mayTakeDeputy).map(({ line }) => ({
          value: line.field,
          text: `${line.person?.name ?? 'Vacant'}: ${line.seatName}${line.body ? `, ${line.body.name}` : ''}`,
        }))
      : [],
    deputyPeople,
    audience,
  }
}

const mayTakeDeputy = ({ line, whereabouts, deputy }: LiveLine): boolean =>
  line.seat !== null && deputy === undefined && whereabouts !== 'here' && whereabouts !== 'remote'

function placeOf(
  { line, whereabouts, stays, deputy }: LiveLine,
  own: string | undefined,
  at: { readonly deputies: ReturnType<typeof judgeDeputies>; readonly remoteCounts: boolean } | undefined,
  out: OutNow | undefined,
): PlaceView {
  const outFor = (person: string | null | undefined) => (out && person && out.people.has(person) ? out.item : undefined)
  return {
    field: line.field,
    name: line.person?.name ?? '',
    seat: line.capacity === '' || line.capacity === line.seatName ? line.seatName : `${line.seatName}, ${line.capacity}`,
    voting: line.voting === 'voting',
    whereabouts,
    uncounted: whereabouts === 'remote' && at?.remoteCounts === false,
    times: comingAndGoing(stays.map(stayTimes)),
    deputy: deputy && {
      name: deputy.name,
      counts: (at?.deputies.get(deputy.person ?? '')?.accepted ?? false) && !(deputy.mode === 'remote' && at?.remoteCounts === false),
      outFor: outFor(deputy.person),
    },
    outFor: whereabouts === 'here' || whereabouts === 'remote' ? outFor(line.person?.id) : undefined,
    isOwn: own !== undefined && line.person?.id === own,
    body: line.body,
    also: line.also?.body,
  }
}

/** Those authorised for a place come first, then everybody in the directory who is not on the list and not there. */
async function peopleToCome(reader: Reader, lines: readonly LiveLine[], here: ReadonlySet<string | null>): Promise<readonly Offer[]> {
  const named = new Map(
    lines.flatMap(({ line }) => line.deputies.map((person) => [person.id, `${person.name} (authorised for ${line.seatName})`] as const)),
  )
  const seated = new Set(lines.map(({ line }) => line.person?.id))
  const others = (await listPeople(reader)).filter(({ id }) => !named.has(id) && !seated.has(id) && !here.has(id))
  const known = [...named].filter(([id]) => !here.has(id)).map(([value, text]) => ({ value, text }))
  return [...known, ...others.map(({ id, name }) => ({ value: id, text: name }))]
}

async function findAudience(reader: Reader, meeting: string): Promise<PeopleView['audience']> {
  const rows = await reader
    .selectFrom('meetings.public_attendance')
    .select(['name', 'number'])
    .where('meeting', '=', meeting)
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .execute()
  const names = rows.filter(({ name }) => name !== '').map(({ name }) => name)
  return { names, number: rows.find(({ name }) => name === '')?.number ?? names.length }
}
