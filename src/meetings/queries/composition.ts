import { countable, judgeComposition } from '#governance/public.ts'
import { type CompositionRule, composedPlaces, compositionOn, findCompositionRules, seatingOn } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import type { CompositionFacts } from '../rules/compliance.ts'
import { quorumInput } from '../rules/quorum-at.ts'
import { heldMeetings, type MeetingBasis, type MeetingRecords, type PastGround, pastGround } from './compliance-meetings.ts'
import type { RecordedMeeting } from './record.ts'

/** Whom every meeting of the body must have on the day of this one (G5). */
export async function findMeetingDemands(reader: Reader, { body, heldOn }: RecordedMeeting): Promise<readonly CompositionRule[]> {
  const rules = (await findCompositionRules(reader, [body.id])).get(body.id) ?? []
  return compositionOn(rules, heldOn).filter(({ atMeetings }) => atMeetings)
}

/** Which of those are not in the meeting at an instant; an accepted deputy stands for the seat. */
export function absentAt(
  demands: readonly CompositionRule[],
  ground: Pick<PastGround, 'membership' | 'quorum'>,
  at: Temporal.Instant,
): readonly string[] {
  if (demands.length === 0) return []
  const places = composedPlaces(ground.membership)
  const present = new Set(countable(quorumInput(ground.quorum, at)).map(({ seat }) => seat.key))
  return demands.filter((demand) => judgeComposition(demand, places, present).state !== 'met').map(({ value }) => value)
}

/** How a body keeps who must be on it, today and at the meetings of the last twelve months; undefined where no rule holds. */
export function compositionFacts(
  rules: readonly CompositionRule[],
  records: MeetingRecords,
  basis: MeetingBasis,
): CompositionFacts | undefined {
  const { body, seating, today } = basis
  const current = compositionOn(rules, today)
  if (current.length === 0) return undefined
  const places = composedPlaces(seatingOn(seating, body, today))
  const short = current.filter((rule) => judgeComposition(rule, places).state !== 'met').map(({ value }) => value)
  const asked = current.some(({ atMeetings }) => atMeetings)
  const judged = (asked ? heldMeetings(records, basis) : []).flatMap((meeting) => {
    const demands = compositionOn(rules, meeting.heldOn).filter(({ atMeetings }) => atMeetings)
    const ground = demands.length === 0 ? undefined : pastGround(records, basis, meeting)
    return ground === undefined ? [] : [{ id: meeting.id, isBad: absentAt(demands, ground, ground.start).length > 0 }]
  })
  return { of: current.length, short, meetings: { of: judged.length, bad: judged.filter(({ isBad }) => isBad).map(({ id }) => id) } }
}
