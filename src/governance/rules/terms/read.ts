import type { AttendanceMode, QuorumRule, QuorumSeat } from '../quorum.ts'
import type { Terms } from './terms.ts'

/** The quorum rule to judge a meeting by; where none is stated or followed, the rule that says so. */
export function quorumRuleOf(terms: Terms): QuorumRule {
  return terms.quorum.value ?? { kind: 'not-stated' }
}

/** Names of the seat groups by key, for sentences. */
export function groupNamesOf(terms: Terms): ReadonlyMap<string, string> {
  return new Map(terms.groups.map((group) => [group.key, group.name]))
}

/** The places of the document, one by one: 'ccgs:1' to 'ccgs:4'. The last `vacantAtExport` places of a seat are not filled. */
export function placesOf(terms: Terms): readonly QuorumSeat[] {
  return terms.seats.flatMap((seat) =>
    Array.from({ length: seat.places }, (_, index) => ({
      key: `${seat.key}:${index + 1}`,
      group: seat.group,
      voting: seat.voting,
      filled: index < seat.places - seat.vacantAtExport,
    })),
  )
}

/** The ways of attending that count for quorum: in the room always; remotely or by proxy only where the terms say so. */
export function modesCounted(terms: Terms): readonly AttendanceMode[] {
  const remote = terms.remote.value
  if (remote === null || !remote.countsForQuorum) return ['in-room']
  return remote.proxy ? ['in-room', 'remote', 'proxy'] : ['in-room', 'remote']
}
