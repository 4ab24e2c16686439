import {
  type AfterVerdict,
  afterVerdict,
  chairHolder,
  type DeadlineAfter,
  type NoticeVerdict,
  type Terms,
  type WorkingDays,
} from '#governance/public.ts'
import {
  type Body,
  findCalendar,
  findDisputeStanding,
  findMembership,
  findOffices,
  findTermsReviewStanding,
  findTermsVersionInForce,
  listSharingAgreements,
} from '#governance/public-data.ts'
import type { Acting, Reader } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import type { ComplianceFacts, MeetingFacts } from '../rules/compliance.ts'
import { deadlineOf, judge } from '../rules/deadlines.ts'
import { quorumThrough } from '../rules/quorum-at.ts'
import { findMinutes } from './minutes.ts'
import { findMeetingGround, findRecordedMeeting, judgeDeputies, type RecordedMeeting, startOf } from './record.ts'
import { findRegister } from './register.ts'

const MOST_MEETINGS = 12
/** Days before the last day of notice from which it is at risk. */
const SOON = 3

/** Reads what compliance is judged on, from what the reader may see; undefined where no terms are in force. */
export async function findComplianceFacts(reader: Reader, acting: Acting, body: Body): Promise<ComplianceFacts | undefined> {
  const { today } = acting
  const version = await findTermsVersionInForce(reader, body.id, today)
  if (!version) return undefined
  const membership = await findMembership(reader, body.id, today)
  const offices = await findOffices(reader, body.id, today)
  const calendar = await findCalendar(reader, body.settings?.holidayDivision ?? 'england-and-wales')
  const held = offices.find(({ role }) => role === 'chair')
  const chair = chairHolder(version.terms.chair.value, held ? { person: held.person.id, basis: held.basis as 'agreed' } : null, null)
  return {
    today,
    terms: version.terms,
    termsFrom: version.startsOn,
    termsReview: await findTermsReviewStanding(reader, version, today),
    meetings: await findMeetingFacts(reader, body, today, calendar),
    places: membership.places,
    filled: membership.filled,
    chair: chair.state === 'held' ? { departsFromTerms: chair.departsFromTerms } : undefined,
    hasDeputyChair: offices.some(({ role }) => role === 'deputy_chair'),
    disputes: await findDisputeStanding(reader, body.id, today),
    attendance: await attendanceFacts(reader, body, today),
    sharing: await sharingFacts(reader, body, today),
  }
}

async function sharingFacts(reader: Reader, body: Body, today: Temporal.PlainDate): Promise<ComplianceFacts['sharing']> {
  const reviews = (await listSharingAgreements(reader, today, body.id)).map(({ review }) => review).filter((review) => review !== 'none')
  const count = (state: 'overdue' | 'soon'): number => reviews.filter((review) => review === state).length
  return reviews.length === 0 ? undefined : { of: reviews.length, overdue: count('overdue'), soon: count('soon') }
}

async function attendanceFacts(reader: Reader, body: Body, today: Temporal.PlainDate): Promise<ComplianceFacts['attendance']> {
  const { entries, counted } = await findRegister(reader, body, today, today)
  const rated = entries.filter(({ rate }) => rate.state === 'counted')
  if (counted === 0 || rated.length === 0) return undefined
  const below = rated.filter(({ rate }) => rate.state === 'counted' && rate.seat.meets === false).length
  return { members: rated.length, below, letters: rated.filter(({ steps }) => steps.some(({ step }) => step === 'consider-letter')).length }
}

async function findMeetingFacts(
  reader: Reader,
  body: Body,
  today: Temporal.PlainDate,
  calendar: WorkingDays,
): Promise<readonly MeetingFacts[]> {
  const rows = await reader
    .selectFrom('meetings.meeting')
    .select('id')
    .where('body', '=', body.id)
    .where('state', 'in', ['called', 'in_progress', 'ended'])
    .where('held_on', '>=', today.subtract({ months: 12 }))
    .where('held_on', '<', today.add({ months: 2 }))
    .orderBy('held_on', 'desc')
    .limit(MOST_MEETINGS)
    .execute()
  const facts: MeetingFacts[] = []
  for (const { id } of rows) {
    const meeting = await findRecordedMeeting(reader, id)
    if (meeting) facts.push(await factsOf(reader, meeting, today, calendar))
  }
  return facts
}

async function factsOf(reader: Reader, meeting: RecordedMeeting, today: Temporal.PlainDate, calendar: WorkingDays): Promise<MeetingFacts> {
  const ground = await findMeetingGround(reader, meeting)
  const { terms, membership, attendance } = ground
  const course = attendance.stays.length === 0 ? undefined : quorumThrough(ground.quorum, startOf(meeting))
  const [first, ...later] = course ?? []
  const deputies = [...judgeDeputies(meeting, terms, membership, attendance.stays).values()]
  const held = meeting.state === 'ended'
  return {
    id: meeting.id,
    heldOn: meeting.heldOn,
    held,
    ordinary: meeting.kind === 'ordinary',
    agendaOut: await noticeOf(reader, meeting, terms, today, calendar),
    noticeExcused: await isNoticeExcused(reader, meeting.id),
    quorum: first ? { atStart: first.verdict.state, lostLater: later.some(({ verdict }) => verdict.state === 'not-quorate') } : undefined,
    deputiesRefused: deputies.filter(({ accepted }) => !accepted).length,
    ...(held ? await minutesOf(reader, meeting, terms, today, calendar) : { draftMinutes: undefined, minutesPublished: undefined }),
  }
}

/** Whether the reason of late notice and its approver are recorded. */
async function isNoticeExcused(reader: Reader, meeting: string): Promise<boolean> {
  const breach = await reader
    .selectFrom('meetings.breach')
    .select('id')
    .where('meeting', '=', meeting)
    .where('rule_key', '=', 'agendaOut')
    .executeTakeFirst()
  return breach !== undefined
}

/** From the certificate where the pack went out, else from today for a meeting that is ahead. */
async function noticeOf(
  reader: Reader,
  meeting: RecordedMeeting,
  terms: Terms | undefined,
  today: Temporal.PlainDate,
  calendar: WorkingDays,
): Promise<MeetingFacts['agendaOut']> {
  const certificate = await reader
    .selectFrom('meetings.notice_certificate')
    .select('verdict')
    .where('meeting', '=', meeting.id)
    .where('rule_key', '=', 'agendaOut')
    .orderBy('made_at')
    .executeTakeFirst()
  if (certificate) return (certificate.verdict as { readonly state?: NoticeVerdict['state'] } | null)?.state
  if (Temporal.PlainDate.compare(meeting.heldOn, today) < 0) return undefined
  const verdict = judge(deadlineOf('agendaOut', { terms, calendar }, meeting.heldOn), null, today, calendar)
  const soon = verdict?.state === 'not-yet-due' && today.until(verdict.lastDay).days <= SOON
  return soon ? 'due-soon' : verdict?.state
}

async function minutesOf(
  reader: Reader,
  meeting: RecordedMeeting,
  terms: Terms | undefined,
  today: Temporal.PlainDate,
  calendar: WorkingDays,
) {
  const minutes = await findMinutes(reader, meeting.id)
  const events = { meeting: meeting.heldOn, approval: minutes?.approvedOn ?? null }
  const day = (instant: Temporal.Instant | null | undefined) => (instant ? dayOf(instant) : null)
  const state = (rule: DeadlineAfter | null | undefined, done: Temporal.PlainDate | null): AfterVerdict['state'] | undefined =>
    rule ? afterVerdict(rule, events, done, today, calendar).state : undefined
  return {
    draftMinutes: state(terms?.draftMinutes.value, day(minutes?.circulatedAt)),
    minutesPublished: state(terms?.minutesPublished.value, minutes?.state === 'published' ? day(minutes.publishedAt) : null),
  }
}
