import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import { type DeputyVerdict, judgeDeputy, type Terms } from '#governance/public.ts'
import {
  type BodySettings,
  findBodiesById,
  findBodySettings,
  findMembership,
  findOffices,
  findPresenceLaw,
  findTermsInForce,
  type Membership,
  type OfficeRecord,
  type SeatedOnDay,
} from '#governance/public-data.ts'
import type { MeetingsAbsence, MeetingsAttendance, MeetingsMeetingChair } from '#platform/database/generated/tables.ts'
import type { Reader } from '#platform/database/session.ts'
import { instantOf } from '#platform/time/london.ts'
import { type DeclaredInterest, exclusionsOf } from '../rules/declared-interest.ts'
import { deputyFacts } from '../rules/deputy-facts.ts'
import { type MeetingBody, tablesOf } from '../rules/joint.ts'
import type { MeetingKind, MeetingState, Sight } from '../rules/meeting.ts'
import { type Chairing, overlap, placeKey, type Stay, whoIs } from '../rules/presence.ts'
import type { Exclusion, PresenceLaw, QuorumBasis } from '../rules/quorum-at.ts'
import { consultationOf } from '../rules/waiver.ts'
import { findDeclaredInterests, findItemTimes } from './declared-interests.ts'
import { findEnteredLate } from './entered-late.ts'

/** A meeting as those who record it see it. */
export interface RecordedMeeting {
  readonly id: string
  readonly body: { readonly id: string; readonly slug: string; readonly name: string; readonly settings: BodySettings | undefined }
  /** The other bodies of a joint meeting that have agreed to meet there, in the order of their names; empty for a meeting of one body. */
  readonly joint: readonly MeetingBody[]
  readonly title: string
  readonly kind: MeetingKind
  readonly heldOn: Temporal.PlainDate
  /** By London's clocks; undefined where the record does not say. */
  readonly startsAt: Temporal.PlainTime | undefined
  readonly endsAt: Temporal.PlainTime | undefined
  readonly state: MeetingState
  readonly sight: Sight
}

/** The meeting, or undefined where there is none that the reader may know of. */
export async function findRecordedMeeting(reader: Reader, id: string): Promise<RecordedMeeting | undefined> {
  const row = await reader
    .selectFrom('meetings.meeting')
    .select(['id', 'body', 'title', 'kind', 'held_on as heldOn', 'starts_at as startsAt', 'ends_at as endsAt', 'state', 'sight', 'joint'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const [bodies, settings] = await Promise.all([
    findBodiesById(reader, [row.body, ...row.joint], row.heldOn),
    findBodySettings(reader, row.body, row.heldOn),
  ])
  const body = bodies.find(({ id: one }) => one === row.body)
  if (!body) return undefined
  const others = bodies.filter(({ id: one }) => one !== row.body).map(({ id: one, slug, name }) => ({ id: one, slug, name }))
  return {
    ...row,
    body: { id: body.id, slug: body.slug, name: body.name, settings },
    joint: others.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
    kind: row.kind as MeetingKind,
    state: row.state as MeetingState,
    sight: row.sight as Sight,
    startsAt: row.startsAt === null ? undefined : Temporal.PlainTime.from(row.startsAt),
    endsAt: row.endsAt === null ? undefined : Temporal.PlainTime.from(row.endsAt),
  }
}

/** The instant a meeting began as far as is known: its stated time, else the beginning of its day. */
export function startOf(meeting: Pick<RecordedMeeting, 'heldOn' | 'startsAt'>): Temporal.Instant {
  return instantOf(meeting.heldOn, meeting.startsAt ?? new Temporal.PlainTime())
}

/** A stay as it is kept. */
export interface StayRow extends Stay {
  readonly id: string
  readonly capacity: string
  /** When it was entered, where that was long after it happened. */
  readonly enteredAt?: Temporal.Instant | undefined
}

/** An absence as it is kept: a fact about a place, not an interval. */
export interface AbsenceRow {
  readonly id: string
  readonly place: string | null
  readonly person: string | null
  readonly name: string
  readonly kind: 'apologies' | 'no_show'
}

/** Who was at a meeting, as recorded. */
export interface RecordedAttendance {
  readonly stays: readonly StayRow[]
  readonly absences: readonly AbsenceRow[]
  readonly chairs: readonly (Chairing & { readonly id: string })[]
  readonly waiver: Waiver | undefined
  /** The same for the other bodies of a joint meeting, by body. */
  readonly waiversOfOthers?: ReadonlyMap<string, Waiver> | undefined
}

interface Waiver {
  readonly consulted: string
  readonly views: string
}

const placeOf = (row: { seat: string | null; place: number | null }): string | null =>
  row.seat === null ? null : placeKey(row.seat, row.place ?? 1)

/** A stay out of its row. */
export function stayOf(row: Selectable<MeetingsAttendance>): StayRow {
  return {
    id: row.id,
    person: row.person,
    name: row.name,
    place: placeOf(row),
    deputy: row.deputy,
    mode: row.mode as Stay['mode'],
    capacity: row.capacity,
    from: row.arrived_at,
    to: row.left_at,
  }
}

/** Somebody in the chair, out of the row. */
export function chairingOf(row: Selectable<MeetingsMeetingChair>): Chairing & { readonly id: string } {
  return { id: row.id, person: row.person, name: row.name, basis: row.basis as Chairing['basis'], from: row.from_at, to: row.to_at }
}

/** Every stay at a meeting, as far as one may see. */
export async function findStays(reader: Reader, meeting: string): Promise<readonly StayRow[]> {
  const stays = await reader.selectFrom('meetings.attendance').selectAll().where('meeting', '=', meeting).orderBy('id').execute()
  return stays.map(stayOf)
}

/** Reads what was recorded of who was there. Empty lists: nothing recorded, or nothing that this reader may see. */
export async function findAttendance(reader: Reader, meeting: string): Promise<RecordedAttendance> {
  const [stays, late, absences, chairs, waivers] = await Promise.all([
    findStays(reader, meeting),
    findEnteredLate(reader, meeting),
    reader.selectFrom('meetings.absence').selectAll().where('meeting', '=', meeting).orderBy('id').execute(),
    reader.selectFrom('meetings.meeting_chair').selectAll().where('meeting', '=', meeting).orderBy('id').execute(),
    reader.selectFrom('meetings.quorum_waiver').selectAll().where('meeting', '=', meeting).execute(),
  ])
  return {
    stays: stays.map((stay) => ({ ...stay, enteredAt: late.get(stay.id)?.enteredAt })),
    absences: absences.map(absenceOf),
    chairs: chairs.map(chairingOf),
    ...waiversOf(waivers),
  }
}

/** The consultation of the board that called, and those of the others, out of the rows of one meeting. */
export function waiversOf(
  rows: readonly { readonly body: string; readonly of_body: string; readonly consulted: string; readonly views: string }[],
): Pick<RecordedAttendance, 'waiver' | 'waiversOfOthers'> {
  const of = (called: boolean) => rows.filter(({ body, of_body }) => (body === of_body) === called)
  const [own] = of(true)
  return {
    waiver: own && { consulted: own.consulted, views: own.views },
    waiversOfOthers: new Map(of(false).map(({ of_body, consulted, views }) => [of_body, { consulted, views }])),
  }
}

/** An absence out of its row. */
export function absenceOf(row: Selectable<MeetingsAbsence>): AbsenceRow {
  return { id: row.id, place: placeOf(row), person: row.person, name: row.name, kind: row.kind as AbsenceRow['kind'] }
}

/** A mark of what is recorded, so that a form made from something else is noticed: it changes with every row and every time in one. */
export function attendanceMark({ stays, absences, chairs }: RecordedAttendance): string {
  const times = [...stays, ...chairs].map(({ id, from, to }) => `${id} ${from ?? ''} ${to ?? ''}`)
  const lines = [...times, ...absences.map(({ id, kind }) => `${id} ${kind}`)]
  return lines.length === 0 ? '' : createHash('sha256').update(lines.sort().join('\n')).digest('hex').slice(0, 32)
}

/** Everything that a verdict on a meeting needs. */
export interface MeetingGround {
  readonly meeting: RecordedMeeting
  /** Undefined where no terms were in force on the day. */
  readonly terms: Terms | undefined
  readonly membership: Membership
  readonly offices: readonly OfficeRecord[]
  readonly attendance: RecordedAttendance
  /** Declared for its items, as far as the reader may see. */
  readonly interests: readonly DeclaredInterest[]
  readonly quorum: QuorumBasis
  /**
   * The bodies of a joint meeting, the one that called first, each as its own meeting: its roll, its terms, its quorum, with everybody's attendance as
   * it counts there. Empty for a meeting of one body.
   */
  readonly tables: readonly MeetingGround[]
}

/** Reads the terms, the membership and the attendance of a meeting, as they were on its day (G4, G6). */
export async function findMeetingGround(reader: Reader, meeting: RecordedMeeting): Promise<MeetingGround> {
  // Sent together: none waits for another.
  const [terms, membership, offices, attendance, interests, lawOf] = await Promise.all([
    findTermsInForce(reader, meeting.body.id, meeting.heldOn),
    findMembership(reader, meeting.body.id, meeting.heldOn),
    findOffices(reader, meeting.body.id, meeting.heldOn),
    findAttendance(reader, meeting.id),
    findDeclaredInterests(reader, meeting.id),
    findPresenceLaw(reader),
  ])
  const lawAt = ({ settings }: { readonly settings?: BodySettings | undefined }) => lawOf(settings?.legalRegime, meeting.heldOn)
  const exclusions = interests.length === 0 ? [] : exclusionsOf(interests, await findItemTimes(reader, meeting.id))
  const lead = { meeting, terms, membership, offices, attendance, interests, tables: [] }
  if (meeting.joint.length === 0)
    return { ...lead, quorum: quorumBasis(meeting, terms, membership, attendance, exclusions, lawAt(meeting.body)) }
  const others = await Promise.all(meeting.joint.map((body) => findSeating(reader, meeting, body)))
  const tables = tablesOf([{ body: meeting.body, terms, membership, offices }, ...others], attendance).map(
    ({ body, ...own }): MeetingGround => ({
      ...{ ...lead, ...own, meeting: { ...meeting, body } },
      quorum: quorumBasis(meeting, own.terms, own.membership, own.attendance, exclusions, lawAt(body)),
    }),
  )
  return {
    ...lead,
    quorum: tables[0]?.quorum ?? quorumBasis(meeting, terms, membership, attendance, exclusions, lawAt(meeting.body)),
    tables,
  }
}

async function findSeating(reader: Reader, { heldOn }: RecordedMeeting, body: MeetingBody) {
  const [settings, terms, membership, offices] = await Promise.all([
    findBodySettings(reader, body.id, heldOn),
    findTermsInForce(reader, body.id, heldOn),
    findMembership(reader, body.id, heldOn),
    findOffices(reader, body.id, heldOn),
  ])
  return { body: { ...body, settings }, terms, membership, offices }
}

/** Puts together what quorum is judged on. Remote attendance counts unless the law of the day or the terms say that it does not. */
export function quorumBasis(
  meeting: Pick<RecordedMeeting, 'id' | 'heldOn'>,
  terms: Terms | undefined,
  membership: { readonly seats: readonly SeatedOnDay[] },
  { stays, chairs, waiver }: RecordedAttendance,
  exclusions: readonly Exclusion[],
  presenceLaw: PresenceLaw | undefined,
): QuorumBasis {
  const places = membership.seats.flatMap((seat) =>
    seat.places.map((place) => ({
      key: placeKey(seat.id, place.place),
      group: seat.group === '' ? null : seat.group,
      voting: seat.voting,
      votesOn: seat.votesOn,
      filled: place.holder !== undefined,
      agency: place.holder?.onBehalfOf?.name ?? seat.organisation?.name ?? null,
    })),
  )
  const remote = terms?.remote.value
  return {
    rule: terms?.quorum.value ?? { kind: 'not-stated' },
    modesCounted: remote && !remote.countsForQuorum ? ['in-room'] : ['in-room', 'remote'],
    presenceLaw,
    groupNames: new Map((terms?.groups ?? []).map(({ key, name }) => [key, name])),
    places,
    stays,
    chairs,
    consultation: waiver ? consultationOf(waiver) : null,
    deputiesNotAccepted: new Set(
      [...judgeDeputies(meeting, terms, membership, stays)].filter(([, verdict]) => isNeverCounted(verdict)).map(([who]) => who),
    ),
    chairAgencies: new Map(),
    exclusions,
  }
}

/** While member and deputy are both there the member counts, which counting sees to; anything else keeps a deputy out for good. */
function isNeverCounted({ problems }: DeputyVerdict): boolean {
  return problems.some((problem) => problem !== 'member-is-present')
}

/** What the terms say of each deputy at a meeting, by `whoIs` (G7). */
export function judgeDeputies(
  { id, heldOn }: Pick<RecordedMeeting, 'id' | 'heldOn'>,
  terms: Terms | undefined,
  membership: { readonly seats: readonly SeatedOnDay[] },
  stays: readonly StayRow[],
): ReadonlyMap<string, DeputyVerdict> {
  const places = membership.seats.flatMap((seat) => seat.places.map(({ place, deputies }) => ({ key: placeKey(seat.id, place), deputies })))
  // Only who is there at the same time stands in a deputy's way: a member who comes later takes over from the deputy.
  const meanwhile = (stay: StayRow): readonly StayRow[] => stays.filter((other) => overlap(stay, other))
  const judged = stays
    .filter(({ deputy }) => deputy)
    .map((stay) => {
      const deputies = places.find(({ key }) => key === stay.place)?.deputies ?? []
      const found = deputies.find(({ person, meeting }) => person.id === stay.person && (meeting === undefined || meeting === id))
      const authorisation = found && { ...found, agreedByChair: found.agreedBy !== undefined }
      return [whoIs(stay), judgeDeputy(terms?.deputies.value ?? null, deputyFacts(stay, authorisation, meanwhile(stay), heldOn))] as const
    })
  return new Map(judged)
}
