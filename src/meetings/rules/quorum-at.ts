import {
  type AttendanceMode,
  type Consultation,
  countable,
  judgeQuorum,
  type QuorumInput,
  type QuorumRule,
  type QuorumVerdict,
  type VotingStatus,
} from '#governance/public.ts'
import { type Chairing, changesOf, holdingThrough, type Stay, type Stretch, whoIs } from './presence.ts'

/** A place on the body on the day of the meeting. */
export interface PlaceOnDay {
  /** As `placeKey` writes it. */
  readonly key: string
  readonly group: string | null
  readonly voting: VotingStatus
  /** Keys of the functions on which it votes; left out or empty: on everything. */
  readonly votesOn?: readonly string[]
  readonly filled: boolean
  /** The organisation that the place speaks for; null where none is known. */
  readonly agency: string | null
}

/** A law that wants members in the room, and where it is written. */
export interface PresenceLaw {
  readonly source: string
}

/** Everything that a verdict at some instant of a meeting is made from. */
export interface QuorumBasis {
  /** Of the terms in force on the day of the meeting. No terms: a rule of kind 'not-stated'. */
  readonly rule: QuorumRule
  readonly modesCounted: readonly AttendanceMode[]
  /** Where the law of the day wants members in the room: they are counted and vote only there, whatever the terms say (M8). */
  readonly presenceLaw?: PresenceLaw | undefined
  readonly groupNames: ReadonlyMap<string, string>
  readonly places: readonly PlaceOnDay[]
  readonly stays: readonly Stay[]
  readonly chairs: readonly Chairing[]
  readonly consultation: Consultation | null
  /** Stays as deputy that the terms do not accept, by `whoIs`. */
  readonly deputiesNotAccepted: ReadonlySet<string>
  /** Organisations of people without a place who chair, by `whoIs`; an independent chair has none. */
  readonly chairAgencies: ReadonlyMap<string, string>
  /** Who is out for an interest, and when: people by `whoIs` (G13). They are in the meeting and not counted. */
  readonly exclusions: readonly Exclusion[]
}

/** A stretch for which an interest keeps somebody out. */
export interface Exclusion extends Stretch {
  /** By `whoIs`. */
  readonly person: string
}

/** What is counted at an instant, as the rule takes it. `excluded` are those whom an interest keeps out besides, by `whoIs`. */
export function quorumInput(basis: QuorumBasis, at: Temporal.Instant, excluded: ReadonlySet<string> = new Set()): QuorumInput {
  return inputsOf(basis)(at, excluded)
}

/** The same for asking about many instants of one meeting. */
function inputsOf(basis: QuorumBasis): (at: Temporal.Instant, excluded?: ReadonlySet<string>) => QuorumInput {
  const agencies = new Map(basis.places.map(({ key, agency }) => [key, agency]))
  const seats = basis.places.map(({ key, group, voting, filled }) => ({ key, group, voting, filled }))
  const [staysAt, chairsAt, exclusionsAt] = [holdingThrough(basis.stays), holdingThrough(basis.chairs), holdingThrough(basis.exclusions)]
  return (at, excluded = new Set()) => {
    const chairs = new Set(chairsAt(at).map(whoIs))
    const out = new Set([...excluded, ...exclusionsAt(at).map(({ person }) => person)])
    const present = staysAt(at).map((stay) => {
      const who = whoIs(stay)
      return {
        person: who,
        seat: stay.place,
        agency: (stay.place === null ? basis.chairAgencies.get(who) : agencies.get(stay.place)) ?? null,
        mode: stay.mode === 'remote' ? ('remote' as const) : ('in-room' as const),
        deputy: stay.deputy ? (basis.deputiesNotAccepted.has(who) ? ('not-accepted' as const) : ('accepted' as const)) : null,
        chair: chairs.has(who),
        excluded: out.has(who),
      }
    })
    return { seats, present, ...countedBy(basis), consultation: basis.consultation, groupNames: basis.groupNames }
  }
}

/** Which ways of attending count, and why another does not: the law stands above the terms (handbook governance 1.2, 2.2). */
function countedBy({ presenceLaw, modesCounted }: QuorumBasis): Pick<QuorumInput, 'modesCounted' | 'notCounted'> {
  if (presenceLaw) return { modesCounted: ['in-room'], notCounted: `the law wants members in the room (${presenceLaw.source})` }
  return { modesCounted, ...(modesCounted.includes('remote') ? {} : { notCounted: 'the terms do not count remote attendance' }) }
}

/** Whether somebody on the remote link is counted for the quorum. */
export function countsRemote(basis: QuorumBasis): boolean {
  return countedBy(basis).modesCounted.includes('remote')
}

/** Whether the meeting is quorate at an instant, in words (G6, M8). */
export function quorumAt(basis: QuorumBasis, at: Temporal.Instant, excluded?: ReadonlySet<string>): QuorumVerdict {
  return judgeQuorum(basis.rule, quorumInput(basis, at, excluded))
}

/** A verdict and the instant from which it holds. */
export interface QuorumChange {
  readonly from: Temporal.Instant
  readonly verdict: QuorumVerdict
}

/** How quorum went through a meeting: the verdict at its start, and again at every instant where it becomes another. */
export function quorumThrough(basis: QuorumBasis, start: Temporal.Instant): readonly QuorumChange[] {
  const later = changesOf([...basis.stays, ...basis.chairs, ...basis.exclusions]).filter((at) => Temporal.Instant.compare(at, start) > 0)
  const inputAt = inputsOf(basis)
  const all = [start, ...later].map((from) => ({ from, verdict: judgeQuorum(basis.rule, inputAt(from)) }))
  return all.filter(({ verdict }, index) => {
    const before = all[index - 1]
    return before === undefined || before.verdict.state !== verdict.state || wordsOf(before.verdict) !== wordsOf(verdict)
  })
}

const wordsOf = (verdict: QuorumVerdict): string => verdict.reasons.map(({ words }) => words).join(' ')

/** The evidence kept with a decision: all that the verdict was made from, as JSON. Judging it again gives the same verdict. */
export interface QuorumEvidence {
  /** Places without a vote on what was decided, though they vote on other functions (G5); left out where there are none. */
  readonly withoutVote?: readonly string[]
  readonly at: string
  readonly rule: QuorumRule
  readonly input: Omit<QuorumInput, 'groupNames'> & { readonly groupNames: readonly (readonly [string, string])[] }
  readonly verdict: QuorumVerdict
}

/** The places with the voting status that they have on a function of the terms (G5): a seat that votes on others only has no vote there. */
export function placesVotingOn(places: readonly PlaceOnDay[], on: string): readonly PlaceOnDay[] {
  return places.map((place) =>
    place.votesOn === undefined || place.votesOn.length === 0 || place.votesOn.includes(on) ? place : { ...place, voting: 'non_voting' },
  )
}

/** Takes the verdict at an instant with its inputs. @param on - key of the function that is decided on, '' for none */
export function quorumEvidence(basis: QuorumBasis, at: Temporal.Instant, excluded?: ReadonlySet<string>, on = ''): QuorumEvidence {
  const input = quorumInput(basis, at, excluded)
  const voting = new Set(placesVotingOn(basis.places, on).flatMap((place) => (place.voting === 'voting' ? [place.key] : [])))
  const withoutVote = basis.places.filter((place) => place.voting === 'voting' && !voting.has(place.key)).map(({ key }) => key)
  return {
    ...(withoutVote.length === 0 ? {} : { withoutVote }),
    at: at.toString(),
    rule: basis.rule,
    input: { ...input, groupNames: [...input.groupNames] },
    verdict: judgeQuorum(basis.rule, input),
  }
}

/** Judges kept evidence again (G18). */
export function replayQuorum({ rule, input }: QuorumEvidence): QuorumVerdict {
  return judgeQuorum(rule, { ...input, groupNames: new Map(input.groupNames) })
}

/** Voting rights that were present, from the kept evidence: members in seats that vote on the matter, or their deputies. */
export function rightsPresent({ input, withoutVote = [] }: QuorumEvidence): number {
  return countable({ ...input, groupNames: new Map(input.groupNames) }).filter(
    ({ seat }) => seat.voting === 'voting' && !withoutVote.includes(seat.key),
  ).length
}
