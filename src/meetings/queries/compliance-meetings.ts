import { sql } from 'kysely'
import {
  type AfterVerdict,
  afterVerdict,
  type DeadlineAfter,
  financialYearOf,
  type NoticeLaw,
  type NoticeVerdict,
  type WorkingDays,
} from '#governance/public.ts'
import { findSeatingOver, type OfficeRecord, type SeatingOver, seatingOn, type TermsVersion, termsOn } from '#governance/public-data.ts'
import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import type { MeetingFacts } from '../rules/compliance.ts'
import { chairTaken } from '../rules/compliance-presiding.ts'
import { restsOnRemote } from '../rules/compliance-remote.ts'
import { deadlineOf, judge } from '../rules/deadlines.ts'
import { covers, whoIs } from '../rules/presence.ts'
import { type QuorumBasis, quorumThrough } from '../rules/quorum-at.ts'
import { remoteRuling } from '../rules/remote-ruling.ts'
import { findJointAttendance } from './joint-attendance.ts'
import { findPastAttendance, type PastAttendance } from './past-attendance.ts'
import { type AbsenceRow, judgeDeputies, quorumBasis, startOf } from './record.ts'
import { findAbsencesAt } from './register.ts'

/** Days before the last day of a deadline from which it is at risk. */
export const SOON = 3
/** Over how many months past meetings are judged. */
export const MONTHS_BACK = 12
const MONTHS_AHEAD = 2

/** What is recorded of the meetings of some bodies, as far as the reader may see it. */
export interface MeetingRecords {
  /** By body, the latest first: of the last twelve months, of the financial year, and of two months ahead. */
  readonly meetings: ReadonlyMap<string, readonly MeetingRow[]>
  /** As that body counts it: at a joint meeting each has its own. */
  readonly attendanceAt: (meeting: string, body: string) => PastAttendance
  readonly absencesAt: (meeting: string, body: string) => RecordedAbsences
  /** What the first certificate of notice says for a board, by meeting and board. */
  readonly certificates: ReadonlyMap<string, NoticeVerdict['state'] | undefined>
  /** For whose late notice the reason and its approver are recorded, by meeting and board. */
  readonly excused: ReadonlySet<string>
  readonly minutes: ReadonlyMap<string, MinutesDays>
  /** Votes that were cast by name, by meeting. */
  readonly votes: ReadonlyMap<string, readonly VoteRow[]>
}

type RecordedAbsences = readonly Pick<AbsenceRow, 'place' | 'kind'>[]
type MeetingRow = Awaited<ReturnType<typeof meetingRows>>[number]
type VoteRow = Awaited<ReturnType<typeof voteRows>>[number]
type MinutesDays = Awaited<ReturnType<typeof minutesRows>>[number]

async function meetingRows(reader: Reader, bodies: readonly string[], today: Temporal.PlainDate) {
  const year = financialYearOf(today)
  const back = today.subtract({ months: MONTHS_BACK })
  const ahead = today.add({ months: MONTHS_AHEAD })
  return (
    reader
      .selectFrom('meetings.meeting')
      .select(['id', 'body', 'kind', 'held_on as heldOn', 'starts_at as startsAt', 'ends_at as endsAt', 'state', 'joint', 'access'])
      // Their own, and those of others at whose table they met.
      .where(sql<boolean>`(${among('body', bodies)} or joint && ${bodies}::uuid[])`)
      .where('held_on', '>=', Temporal.PlainDate.compare(back, year.from) < 0 ? back : year.from)
      .where('held_on', '<', Temporal.PlainDate.compare(ahead, year.until) > 0 ? ahead : year.until)
      .orderBy('held_on', 'desc')
      .orderBy('id')
      .execute()
  )
}

async function minutesRows(reader: Reader, meetings: readonly string[]) {
  return reader
    .selectFrom('meetings.minutes')
    .select(['meeting', 'state', 'approved_on as approvedOn', 'circulated_at as circulatedAt', 'published_at as publishedAt'])
    .where(among('meeting', meetings))
    .execute()
}

function voteRows(reader: Reader, meetings: readonly string[]) {
  return reader.selectFrom('meetings.vote').select(['meeting', 'person', 'at']).where(among('meeting', meetings)).execute()
}

/**
 * Reads what is recorded of the meetings of some bodies, in as many queries as of one.
 * @param seatingRead - who sat on these bodies, which is being read already
 */
export async function findMeetingRecords(
  reader: Reader,
  bodies: readonly string[],
  today: Temporal.PlainDate,
  seatingRead: Promise<SeatingOver>,
): Promise<MeetingRecords> {
  const rows = await meetingRows(reader, bodies, today)
  const ids = rows.map(({ id }) => id)
  const [pastRead, absencesRead] = [findPastAttendance(reader, ids), findAbsencesAt(reader, ids)]
  const recorded = async () => {
    const [past, missing] = await Promise.all([pastRead, absencesRead])
    return (meeting: string) => ({ ...past(meeting).attendance, absences: missing.get(meeting) ?? [] })
  }
  const seating = async (asked: readonly string[]) =>
    asked.every((body) => bodies.includes(body)) ? seatingRead : findSeatingOver(reader, asked)
  const [pastAt, absences, jointAt, certificates, breaches, minutes, votes] = await Promise.all([
    pastRead,
    absencesRead,
    findJointAttendance(reader, rows, { recorded, seating }),
    reader
      .selectFrom('meetings.notice_certificate')
      .select(['meeting', 'of_body as ofBody', 'verdict'])
      .where(among('meeting', ids))
      .where('rule_key', '=', 'agendaOut')
      .orderBy('made_at', 'desc')
      .execute(),
    reader
      .selectFrom('meetings.breach')
      .select(['meeting', 'of_body as ofBody'])
      .where(among('meeting', ids))
      .where('rule_key', '=', 'agendaOut')
      .execute(),
    minutesRows(reader, ids),
    voteRows(reader, ids),
  ])
  const stateOf = (verdict: unknown) => (verdict as { readonly state?: NoticeVerdict['state'] } | null)?.state
  return {
    meetings: new Map(bodies.map((of) => [of, rows.filter(({ body, joint }) => body === of || joint.includes(of))])),
    attendanceAt: (meeting, body) => {
      const [past, joint] = [pastAt(meeting), jointAt(meeting, body)]
      return joint ? { ...past, attendance: joint } : past
    },
    absencesAt: (meeting, body) => jointAt(meeting, body)?.absences ?? absences.get(meeting) ?? [],
    // The first of several is the one that counts: it stands last here, and so stays in the map.
    certificates: new Map(certificates.map(({ meeting, ofBody, verdict }) => [certified(meeting, ofBody), stateOf(verdict)])),
    excused: new Set(breaches.map(({ meeting, ofBody }) => certified(meeting, ofBody))),
    minutes: new Map(minutes.map((one) => [one.meeting, one])),
    votes: Map.groupBy(votes, ({ meeting }) => meeting),
  }
}

const certified = (meeting: string, body: string): string => `${meeting} ${body}`

/** What the meetings of one body are judged by. */
export interface MeetingBasis {
  readonly body: string
  readonly today: Temporal.PlainDate
  readonly seating: SeatingOver
  /** Every version that was ever adopted. */
  readonly terms: readonly TermsVersion[]
  readonly calendar: WorkingDays
  /** What the law of the body's regime asks of notice on a day. */
  readonly lawOn: (day: Temporal.PlainDate) => NoticeLaw | undefined
  /** Where the law of its regime wants members in the room on a day. */
  readonly presenceLawOn: (day: Temporal.PlainDate) => { readonly source: string } | undefined
  readonly officesOn: (body: string, day: Temporal.PlainDate) => readonly OfficeRecord[]
}

/** What is known of the meetings of a body in the last twelve months and two months ahead; those cancelled, moved or only planned are not among them. */
export function meetingFacts(records: MeetingRecords, basis: MeetingBasis): readonly MeetingFacts[] {
  return inView(records, basis).map((meeting) => factsOf(records, basis, meeting))
}

/** Those of them that are the body's own: at the table of another it is the other that prepares, publishes and destroys. */
export function meetingsJudged(records: MeetingRecords, basis: MeetingBasis): readonly MeetingRow[] {
  return inView(records, basis).filter(({ body }) => body === basis.body)
}

function inView(records: MeetingRecords, { body, today }: MeetingBasis): readonly MeetingRow[] {
  const [from, until] = [today.subtract({ months: MONTHS_BACK }), today.add({ months: MONTHS_AHEAD })]
  return (records.meetings.get(body) ?? [])
    .filter(({ state }) => state === 'called' || state === 'in_progress' || state === 'ended')
    .filter(({ heldOn }) => Temporal.PlainDate.compare(heldOn, from) >= 0 && Temporal.PlainDate.compare(heldOn, until) < 0)
}

function factsOf(records: MeetingRecords, basis: MeetingBasis, meeting: MeetingRow): MeetingFacts {
  const { id, heldOn } = meeting
  const held = meeting.state === 'ended'
  return {
    ...{ id, heldOn, held, ordinary: meeting.kind === 'ordinary' },
    agendaOut: noticeOf(records, basis, meeting),
    noticeExcused: records.excused.has(certified(id, basis.body)),
    minutesLong: lengthOf(meeting),
    ...attendanceOf(records, basis, meeting),
    ...(held ? minutesOf(records.minutes.get(id), basis, heldOn) : { draftMinutes: undefined, minutesPublished: undefined }),
  }
}

/** By the times stated for it, in minutes; undefined where one is not. */
function lengthOf({ startsAt, endsAt }: MeetingRow): number | undefined {
  if (startsAt === null || endsAt === null) return undefined
  return Temporal.PlainTime.from(startsAt).until(Temporal.PlainTime.from(endsAt)).total('minutes')
}

/** What who was there is judged on, at a meeting of the past. */
export interface PastGround {
  readonly membership: ReturnType<typeof seatingOn>
  readonly quorum: QuorumBasis
  readonly start: Temporal.Instant
}

/** Undefined where nobody's attendance is recorded, or none that the reader may see. */
export function pastGround(records: MeetingRecords, basis: MeetingBasis, meeting: MeetingRow): PastGround | undefined {
  const { body, seating, terms, presenceLawOn } = basis
  const { attendance, exclusions } = records.attendanceAt(meeting.id, body)
  if (attendance.stays.length === 0) return undefined
  const membership = seatingOn(seating, body, meeting.heldOn)
  const startsAt = meeting.startsAt === null ? undefined : Temporal.PlainTime.from(meeting.startsAt)
  return {
    membership,
    quorum: quorumBasis(meeting, termsOn(terms, meeting.heldOn)?.terms, membership, attendance, exclusions, presenceLawOn(meeting.heldOn)),
    start: startOf({ heldOn: meeting.heldOn, startsAt }),
  }
}

/** The meetings of a body that were held in the last twelve months. */
export function heldMeetings(records: MeetingRecords, { body, today }: MeetingBasis): readonly MeetingRow[] {
  const from = today.subtract({ months: MONTHS_BACK })
  return (records.meetings.get(body) ?? []).filter(
    ({ state, heldOn }) =>
      state === 'ended' && Temporal.PlainDate.compare(heldOn, from) >= 0 && Temporal.PlainDate.compare(heldOn, today) <= 0,
  )
}

function attendanceOf(
  records: MeetingRecords,
  basis: MeetingBasis,
  meeting: MeetingRow,
): Pick<MeetingFacts, 'quorum' | 'deputiesRefused' | 'chairTaken' | 'remote'> {
  const ground = pastGround(records, basis, meeting)
  if (ground === undefined) return { quorum: undefined, deputiesRefused: 0 }
  const [first, ...later] = quorumThrough(ground.quorum, ground.start)
  const rules = termsOn(basis.terms, meeting.heldOn)?.terms
  const { stays } = records.attendanceAt(meeting.id, basis.body).attendance
  return {
    quorum: first && { atStart: first.verdict.state, lostLater: later.some(({ verdict }) => verdict.state === 'not-quorate') },
    deputiesRefused: [...judgeDeputies(meeting, rules, ground.membership, stays).values()].filter(({ accepted }) => !accepted).length,
    chairTaken: chairTakenAt(basis, meeting, ground),
    remote: remoteAt(records, basis, meeting, ground),
  }
}

/** Who took the chair; at the table of another body it is the other's to say. */
function chairTakenAt({ body, officesOn }: MeetingBasis, meeting: MeetingRow, { quorum, start }: PastGround): MeetingFacts['chairTaken'] {
  if (meeting.body !== body) return undefined
  const holder = (role: string) => officesOn(body, meeting.heldOn).find((office) => office.role === role)?.person.id
  return chairTaken({ ...quorum, start, officers: { chair: holder('chair'), deputyChair: holder('deputy_chair') } })
}

function remoteAt(
  records: MeetingRecords,
  basis: MeetingBasis,
  { id, heldOn }: MeetingRow,
  { quorum, start }: PastGround,
): MeetingFacts['remote'] {
  const linked = quorum.stays.filter(({ mode, place }) => mode === 'remote' && place !== null)
  const votes = (records.votes.get(id) ?? []).filter(({ person, at }) => linked.some((stay) => stay.person === person && covers(stay, at)))
  return {
    people: new Set(linked.map(whoIs)).size,
    carriesQuorum: linked.length > 0 && restsOnRemote(quorum, start),
    votes: votes.length,
    ruling: remoteRuling(basis.presenceLawOn(heldOn) !== undefined, termsOn(basis.terms, heldOn)?.terms),
  }
}

/** From the certificate where the pack went out, else from today for a meeting that is ahead. */
function noticeOf(
  records: MeetingRecords,
  { body, terms, today, calendar, lawOn }: MeetingBasis,
  { id, heldOn }: MeetingRow,
): MeetingFacts['agendaOut'] {
  const issued = certified(id, body)
  if (records.certificates.has(issued)) return records.certificates.get(issued)
  if (Temporal.PlainDate.compare(heldOn, today) < 0) return undefined
  const verdict = judge(
    deadlineOf('agendaOut', { terms: termsOn(terms, heldOn)?.terms, calendar, law: lawOn(heldOn) }, heldOn),
    null,
    today,
    calendar,
  )
  const soon = verdict?.state === 'not-yet-due' && today.until(verdict.lastDay).days <= SOON
  return soon ? 'due-soon' : verdict?.state
}

function minutesOf(minutes: MinutesDays | undefined, { terms, today, calendar }: MeetingBasis, heldOn: Temporal.PlainDate) {
  const rules = termsOn(terms, heldOn)?.terms
  const events = { meeting: heldOn, approval: minutes?.approvedOn ?? null }
  const day = (instant: Temporal.Instant | null | undefined) => (instant ? dayOf(instant) : null)
  const state = (rule: DeadlineAfter | null | undefined, done: Temporal.PlainDate | null): AfterVerdict['state'] | undefined =>
    rule ? afterVerdict(rule, events, done, today, calendar).state : undefined
  return {
    draftMinutes: state(rules?.draftMinutes.value, day(minutes?.circulatedAt)),
    minutesPublished: state(rules?.minutesPublished.value, minutes?.state === 'published' ? day(minutes.publishedAt) : null),
  }
}
