import type { Terms, WorkingDays } from '#governance/public.ts'
import { findPresenceLaw, findSeatingOver, findSettingsOf, type SeatedOnDay, type SeatingOver, seatingOn } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { instantOf } from '#platform/time/london.ts'
import type { CertificateInputs } from '../rules/certificate.ts'
import { deadlineOf, judge } from '../rules/deadlines.ts'
import { timesRecorded } from '../rules/presence.ts'
import { type PresenceLaw, quorumThrough } from '../rules/quorum-at.ts'
import { courseOf, type ReplayedMeeting, type ReplayedQuorum } from '../rules/replay.ts'
import { findPastAttendance, type PastAttendance } from './past-attendance.ts'
import { quorumBasis } from './record.ts'

/** The rules of a body that are tried on its past; `today` undefined where none are in force. */
export interface TriedRules {
  readonly body: string
  readonly today: Terms | undefined
  readonly draft: Terms
  readonly calendar: WorkingDays
}

/** Everything recorded of past meetings that their rules are judged on, read in as many queries for one body as for all. */
export interface PastRecord {
  readonly meetings: readonly PastMeeting[]
  readonly seating: SeatingOver
  /** Where the law wants members in the room, by body and day. */
  readonly presenceLawOn: (body: string, day: Temporal.PlainDate) => PresenceLaw | undefined
}

type MeetingRow = Awaited<ReturnType<typeof meetingRows>>[number]

interface PastMeeting extends MeetingRow, PastAttendance {
  /** As the notice certificate keeps it; undefined where there is none. */
  readonly sent: { readonly day: Temporal.PlainDate; readonly time?: Temporal.PlainTime } | undefined
}

async function meetingRows(reader: Reader, bodies: readonly string[], from: Temporal.PlainDate, until: Temporal.PlainDate) {
  return reader
    .selectFrom('meetings.meeting')
    .select(['id', 'body', 'held_on as heldOn', 'starts_at as startsAt'])
    .where('body', 'in', bodies)
    .where('state', 'in', ['ended', 'abandoned'])
    .where('held_on', '>=', from)
    .where('held_on', '<', until)
    .orderBy('held_on', 'desc')
    .execute()
}

/** Reads the meetings of bodies that were held from a day on, before `until`, with who was there and when the agenda went out. */
export async function findPastRecord(
  reader: Reader,
  bodies: readonly string[],
  from: Temporal.PlainDate,
  until: Temporal.PlainDate,
): Promise<PastRecord> {
  const rows = bodies.length === 0 ? [] : await meetingRows(reader, bodies, from, until)
  const [seating, settings, lawOf] = await Promise.all([
    findSeatingOver(reader, bodies),
    findSettingsOf(reader, bodies, until),
    findPresenceLaw(reader),
  ])
  const presenceLawOn: PastRecord['presenceLawOn'] = (body, day) => lawOf(settings.get(body)?.legalRegime, day)
  if (rows.length === 0) return { meetings: [], seating, presenceLawOn }
  const ids = rows.map(({ id }) => id)
  const [past, sent] = await Promise.all([findPastAttendance(reader, ids), sendings(reader, ids)])
  return { meetings: rows.map((row) => ({ ...row, ...past(row.id), sent: sent.get(row.id) })), seating, presenceLawOn }
}

/** When the agenda of each meeting first went out, as its certificate keeps it. */
async function sendings(reader: Reader, meetings: readonly string[]) {
  const rows = await reader
    .selectFrom('meetings.notice_certificate')
    .select(['meeting', 'inputs'])
    .where('meeting', 'in', meetings)
    .where('rule_key', '=', 'agendaOut')
    .orderBy('made_at', 'desc')
    .execute()
  const sent = new Map<string, NonNullable<PastMeeting['sent']>>()
  for (const { meeting, inputs } of rows) {
    const { sentOn, sentAt } = inputs as unknown as CertificateInputs
    const time = sentAt === null ? undefined : Temporal.Instant.from(sentAt).toZonedDateTimeISO('Europe/London').toPlainTime()
    sent.set(meeting, { day: Temporal.PlainDate.from(sentOn), ...(time ? { time } : {}) })
  }
  return sent
}

/**
 * Judges past meetings by the rules in force today and by those of a draft (G18). Who sat where is the record of the day; the group and the vote
 * of a seat are those that each document gives it, as long as it names the seat.
 */
export function replay({ meetings, seating, presenceLawOn }: PastRecord, tried: readonly TriedRules[]): readonly ReplayedMeeting[] {
  const rules = new Map(tried.map((one) => [one.body, one]))
  return meetings.flatMap((meeting): ReplayedMeeting[] => {
    const found = rules.get(meeting.body)
    if (found === undefined) return []
    const { today, draft, calendar } = found
    const law = presenceLawOn(meeting.body, meeting.heldOn)
    const seats = seatingOn(seating, meeting.body, meeting.heldOn).seats
    const notice = (terms: Terms | undefined) =>
      meeting.sent && judge(deadlineOf('agendaOut', { terms, calendar }, meeting.heldOn), meeting.sent, meeting.heldOn, calendar)
    return [
      {
        ...{ id: meeting.id, body: meeting.body, heldOn: meeting.heldOn },
        assumedThroughout: meeting.attendance.stays.length > 0 && !timesRecorded(meeting.attendance.stays),
        quorum: { today: today && quorumBy(meeting, seats, today, law), draft: quorumBy(meeting, seats, draft, law) },
        notice: { today: notice(today), draft: notice(draft) },
      },
    ]
  })
}

function quorumBy(
  meeting: PastMeeting,
  seats: readonly SeatedOnDay[],
  terms: Terms,
  law: PresenceLaw | undefined,
): ReplayedQuorum | undefined {
  if (meeting.attendance.stays.length === 0) return undefined
  const named = new Map(terms.seats.map((seat) => [seat.key, seat]))
  const seated = seats.map((seat) => {
    const inTerms = named.get(seat.key)
    return inTerms === undefined ? seat : { ...seat, group: inTerms.group ?? '', voting: inTerms.voting }
  })
  const basis = quorumBasis(meeting, terms, { seats: seated }, meeting.attendance, meeting.exclusions, law)
  const starts = meeting.startsAt === null ? new Temporal.PlainTime() : Temporal.PlainTime.from(meeting.startsAt)
  return courseOf(quorumThrough(basis, instantOf(meeting.heldOn, starts)))
}
