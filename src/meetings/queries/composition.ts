import { countable, judgeComposition } from '#governance/public.ts'
import { type CompositionRule, composedPlaces, findCompositionOf, findMembership } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import type { CompositionFacts } from '../rules/compliance.ts'
import { quorumInput } from '../rules/quorum-at.ts'
import { findMeetingGround, findRecordedMeeting, type MeetingGround, type RecordedMeeting, startOf } from './record.ts'

/** Whom every meeting of the body must have on the day of this one (G5). */
export async function findMeetingDemands(reader: Reader, { body, heldOn }: RecordedMeeting): Promise<readonly CompositionRule[]> {
  const rules = (await findCompositionOf(reader, [body.id], heldOn)).get(body.id) ?? []
  return rules.filter(({ atMeetings }) => atMeetings)
}

/** Which of those are not in the meeting at an instant; an accepted deputy stands for the seat. */
export function absentAt(demands: readonly CompositionRule[], ground: MeetingGround, at: Temporal.Instant): readonly string[] {
  if (demands.length === 0) return []
  const places = composedPlaces(ground.membership)
  const present = new Set(countable(quorumInput(ground.quorum, at)).map(({ seat }) => seat.key))
  return demands.filter((demand) => judgeComposition(demand, places, present).state !== 'met').map(({ value }) => value)
}

/** How bodies keep who must be on them, today and at the meetings of the last twelve months; bodies without such a rule are left out. */
export async function findCompositionFacts(
  reader: Reader,
  bodies: readonly string[],
  today: Temporal.PlainDate,
): Promise<ReadonlyMap<string, CompositionFacts>> {
  const ruled = await findCompositionOf(reader, bodies, today)
  const facts = new Map<string, CompositionFacts>()
  for (const [body, rules] of ruled) {
    const places = composedPlaces(await findMembership(reader, body, today))
    const short = rules.filter((rule) => judgeComposition(rule, places).state !== 'met').map(({ value }) => value)
    const meetings = rules.some(({ atMeetings }) => atMeetings) ? await findMeetingsLacking(reader, body, today) : { of: 0, bad: [] }
    facts.set(body, { of: rules.length, short, meetings })
  }
  return facts
}

async function findMeetingsLacking(reader: Reader, body: string, today: Temporal.PlainDate): Promise<CompositionFacts['meetings']> {
  const rows = await reader
    .selectFrom('meetings.meeting')
    .select('id')
    .where('body', '=', body)
    .where('state', '=', 'ended')
    .where('held_on', '>=', today.subtract({ months: 12 }))
    .where('held_on', '<=', today)
    .orderBy('held_on', 'desc')
    .limit(12)
    .execute()
  let of = 0
  const bad: string[] = []
  for (const { id } of rows) {
    const meeting = await findRecordedMeeting(reader, id)
    const ground = meeting && (await findMeetingGround(reader, meeting))
    if (!ground || ground.attendance.stays.length === 0) continue
    const demands = await findMeetingDemands(reader, ground.meeting)
    if (demands.length === 0) continue
    of += 1
    if (absentAt(demands, ground, startOf(ground.meeting)).length > 0) bad.push(id)
  }
  return { of, bad }
}
