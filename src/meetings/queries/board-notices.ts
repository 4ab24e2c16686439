import { calendarName, type NoticeVerdict, type Sent } from '#governance/public.ts'
import { findBodiesById } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { dayOf, LONDON } from '#platform/time/london.ts'
import { type Deadline, deadlineOf, judge, lastDayOf, readOtherwise } from '../rules/deadlines.ts'
import { findMeetingRules } from './meeting-rules.ts'

/** The notice of a meeting as one board at its table has it, by the terms and the law of that board (G10). */
export interface BoardNotice {
  readonly body: { readonly id: string; readonly name: string }
  readonly deadline: Deadline
  /** Undefined where neither terms nor law state a day by which agenda and papers are out. */
  readonly verdict: NoticeVerdict | undefined
  readonly calendarName: string
  /** By the rules of the day on which notice fell due, where these ask for something else than those of the meeting's day. */
  readonly beside: OtherReading | undefined
}

/** The same judged by the rules of another day. */
export interface OtherReading {
  readonly onDay: Temporal.PlainDate
  readonly deadline: Deadline
  readonly verdict: NoticeVerdict | undefined
}

/** When a pack went out. */
export interface SentOut {
  readonly day: Temporal.PlainDate
  /** Undefined where an old record states the day only. */
  readonly at: Temporal.Instant | undefined
}

/** Judges for each of these boards what went out at an instant, in the order in which they are named. */
export async function findBoardNotices(
  reader: Reader,
  bodies: readonly string[],
  heldOn: Temporal.PlainDate,
  { day, at }: SentOut,
): Promise<readonly BoardNotice[]> {
  const known = await findBodiesById(reader, bodies, heldOn)
  const time = at?.toZonedDateTimeISO(LONDON).toPlainTime()
  const notices: BoardNotice[] = []
  for (const id of bodies) {
    const rules = await findMeetingRules(reader, id, heldOn)
    const deadline = deadlineOf('agendaOut', rules, heldOn)
    const sent = { day, ...(time ? { time } : {}) }
    notices.push({
      body: { id, name: known.find((one) => one.id === id)?.name ?? '' },
      deadline,
      verdict: judge(deadline, sent, day, rules.calendar),
      calendarName: calendarName(deadline.rule ?? {}, rules.calendar),
      beside: await readBeside(reader, { id, heldOn, deadline, sent }),
    })
  }
  return notices
}

/** A meeting is judged by the rules of its own day; those of the day on which notice fell due are read beside them (G4, G10). */
async function readBeside(
  reader: Reader,
  asked: { readonly id: string; readonly heldOn: Temporal.PlainDate; readonly deadline: Deadline; readonly sent: Sent },
): Promise<OtherReading | undefined> {
  const onDay = lastDayOf(asked.deadline)
  if (onDay === undefined) return undefined
  const rules = await findMeetingRules(reader, asked.id, onDay)
  const deadline = readOtherwise(asked.deadline, deadlineOf('agendaOut', rules, asked.heldOn))
  return deadline && { onDay, deadline, verdict: judge(deadline, asked.sent, asked.sent.day, rules.calendar) }
}

/** The same for the moment at which something goes out now. */
export const sentNow = (now: Temporal.Instant): SentOut => ({ day: dayOf(now), at: now })
