import { type Found, found, untested } from './compliance-finding.ts'
import { changesOf } from './presence.ts'
import { type QuorumBasis, quorumAt } from './quorum-at.ts'
import type { RemoteRuling } from './remote-ruling.ts'

/** How far one recorded meeting rested on remote attendance. */
export interface RemoteFacts {
  readonly id: string
  /** Members and deputies who joined by remote link at any time. */
  readonly people: number
  /** Whether it had a quorum at some moment only if they are counted. */
  readonly carriesQuorum: boolean
  /** Votes that they cast by name while on the link. */
  readonly votes: number
  /** Undefined: neither the law nor the terms say anything. */
  readonly ruling: RemoteRuling | undefined
}

/** Whether at some moment of a meeting there was a quorum with those on the remote link and none without them (M8). */
export function restsOnRemote(basis: QuorumBasis, start: Temporal.Instant): boolean {
  const later = changesOf([...basis.stays, ...basis.chairs, ...basis.exclusions]).filter((at) => Temporal.Instant.compare(at, start) > 0)
  const stateAt = (modesCounted: QuorumBasis['modesCounted'], at: Temporal.Instant) =>
    quorumAt({ ...basis, presenceLaw: undefined, modesCounted }, at).state
  return [start, ...later].some((at) => stateAt(['in-room', 'remote'], at) === 'quorate' && stateAt(['in-room'], at) === 'not-quorate')
}

/** Judges whether remote attendance was counted, and voted, only where the law and the terms let it (M8, G17). */
export function judgeRemote(meetings: readonly RemoteFacts[]): Found {
  if (meetings.length === 0) return untested('no-attendance')
  const linked = meetings.filter(({ people }) => people > 0)
  const of = linked.length
  if (of === 0) return found('met', 'remote-none', { of: meetings.length }, meetings)
  const graded: readonly (readonly ['broken' | 'at-risk', string, (one: RemoteFacts) => boolean])[] = [
    ['broken', 'remote-unlawful', ({ ruling, carriesQuorum }) => ruling?.by === 'law' && !ruling.counts && carriesQuorum],
    ['broken', 'remote-voted', ({ ruling, votes }) => ruling !== undefined && !ruling.votes && votes > 0],
    ['at-risk', 'remote-lost', ({ ruling, carriesQuorum }) => ruling !== undefined && !ruling.counts && carriesQuorum],
    ['at-risk', 'remote-silent', ({ ruling, carriesQuorum, votes }) => ruling === undefined && (carriesQuorum || votes > 0)],
  ]
  for (const [state, code, isWrong] of graded) {
    const those = linked.filter(isWrong)
    if (those.length > 0) return found(state, code, { bad: those.length, of, votes: sum(those) }, those)
  }
  return found('met', 'remote-kept', { of }, linked)
}

const sum = (those: readonly RemoteFacts[]): number => those.reduce((all, { votes }) => all + votes, 0)
