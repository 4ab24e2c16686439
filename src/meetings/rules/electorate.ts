import { type Tally as CountedTally, countable, type Terms } from '#governance/public.ts'
import { holdingAt, whoIs } from './presence.ts'
import { placesVotingOn, type QuorumBasis, quorumInput } from './quorum-at.ts'
import { remoteRuling } from './remote-ruling.ts'

/** What a voter can say. */
export const voteChoices = ['for', 'against', 'abstain'] as const
/** One of them. */
export type VoteChoice = (typeof voteChoices)[number]

/** Somebody with a voting right at an instant: the member of a voting place who is there, or an accepted deputy. */
export interface Voter {
  /** As `placeKey` writes it. */
  readonly place: string
  readonly person: string
  readonly name: string
  readonly deputy: boolean
}

/** Who votes at an instant, and who would if no interest kept them out. */
export interface Electorate {
  readonly voters: readonly Voter[]
  readonly out: readonly Voter[]
}

/**
 * Who may vote at an instant: each place once, the member before the deputy, and each person once (G9, handbook 3.3). Observers, advisers and guests
 * never do; whoever is not in the directory has no vote of their own to cast. Who is on
 * the remote link votes unless the law of the day or the terms say otherwise.
 * @param leavers - who must leave for the item, by `whoIs`
 * @param on - key of the function of the terms that is voted on, '' for none: seats that vote on some functions only are left out of any other vote;
 *   undefined: whoever has a vote on anything
 */
export function electorateAt(
  whole: QuorumBasis,
  terms: Terms | undefined,
  at: Temporal.Instant,
  leavers: ReadonlySet<string>,
  on?: string,
): Electorate {
  const basis = on === undefined ? whole : { ...whole, places: placesVotingOn(whole.places, on) }
  const everybody = rightsOf({ ...basis, exclusions: [] }, terms, at, new Set())
  const inside = new Set(rightsOf(basis, terms, at, leavers).map(({ person }) => person))
  return { voters: everybody.filter(({ person }) => inside.has(person)), out: everybody.filter(({ person }) => !inside.has(person)) }
}

function rightsOf(basis: QuorumBasis, terms: Terms | undefined, at: Temporal.Instant, leavers: ReadonlySet<string>): readonly Voter[] {
  const ruling = remoteRuling(basis.presenceLaw !== undefined, terms)
  const modesCounted = ruling?.votes === false ? (['in-room'] as const) : (['in-room', 'remote'] as const)
  const here = holdingAt(basis.stays, at)
  return countable({ ...quorumInput(basis, at, leavers), modesCounted }).flatMap(({ person, seat }) => {
    const stay = seat.voting === 'voting' ? here.find((one) => whoIs(one) === person && one.place === seat.key) : undefined
    return stay ? [{ place: seat.key, person, name: stay.name, deputy: stay.deputy }] : []
  })
}

/** A recorded vote as it counts. */
export interface CastVote {
  readonly place: string
  readonly person: string
  readonly choice: VoteChoice
}

/** A vote counted, with the voting rights that it is measured against: the parts always add up to them. */
export interface RecordedCount {
  readonly tally: CountedTally
  readonly rights: number
}

/**
 * Counts a recorded vote at its close. Who voted and then went counts; who must leave for the item does not, whatever was cast before the ruling, and
 * stands under 'left for interest'.
 */
export function countRecorded(votes: readonly CastVote[], { voters, out }: Electorate): RecordedCount {
  const leaving = new Set(out.map(({ person }) => person))
  const cast = votes.filter(({ person }) => !leaving.has(person))
  const voted = new Set(cast.map(({ place }) => place))
  const of = (choice: VoteChoice): number => cast.filter((vote) => vote.choice === choice).length
  const didNotVote = voters.filter(({ place }) => !voted.has(place)).length
  const tally = { for: of('for'), against: of('against'), abstained: of('abstain'), didNotVote, leftForInterest: out.length }
  return { tally, rights: cast.length + didNotVote + out.length }
}
