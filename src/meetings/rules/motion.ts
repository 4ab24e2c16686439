import { type Terms, type VotingRule, voteResult } from '#governance/public.ts'
import { type DecidedItem, refuseItem } from './decided-item.ts'
import { type DecisionGround, type DecisionMatter, type DecisionType, refuseDecision } from './decision.ts'

/** Where a motion stands. 'closed': voted on, and waiting for a casting vote, or for the words of the motion as amended. */
export const motionStates = ['put', 'open', 'closed', 'carried', 'lost', 'withdrawn'] as const
/** One of them. */
export type MotionState = (typeof motionStates)[number]

/** How a motion is settled. */
export const motionMethods = ['consensus', 'show_of_hands', 'recorded_vote'] as const
/** One way. */
export type MotionMethod = (typeof motionMethods)[number]

/** A motion as far as the rules ask (G9, M8). */
export interface MotionFacts {
  readonly state: MotionState
  readonly isAmendment: boolean
  readonly type: DecisionType
  readonly matter: DecisionMatter
  readonly functionKey: string
  readonly commitsMoney: boolean
  readonly referredTo: string
  /** What became of seeking consensus; '': nothing is recorded. */
  readonly consensusWords: string
  /** The member who asked that the vote be recorded by name; '': nobody. */
  readonly recordedAskedBy: string
}

/** What is known when it is to be settled. Quorum and rights are without those who must leave for the item. */
export interface MotionGround extends DecisionGround, DecidedItem {
  readonly amendments: readonly MotionState[]
  /** Another vote of the meeting is open. */
  readonly anotherOpen: boolean
}

/** Why a motion cannot be settled that way now; `offers` are bodies to which the matter may go instead. */
export interface MotionRefusal {
  readonly code: string
  readonly offers: readonly string[]
  readonly detail: string
}

const settled: ReadonlySet<MotionState> = new Set(['carried', 'lost', 'withdrawn'])

/** Whether nothing more happens to it. */
export function isSettled(state: MotionState): boolean {
  return settled.has(state)
}

/** Every reason against settling a motion that way now; none means that it may be done (G9, G14, C16, handbook 3.3). */
export function refuseMotion(motion: MotionFacts, method: MotionMethod, ground: MotionGround): readonly MotionRefusal[] {
  const refuse = (code: string, detail = ''): MotionRefusal => ({ code, offers: [], detail })
  if (motion.state !== 'put') return [refuse('motion-not-put')]
  const asked = [
    ...(ground.anotherOpen ? [refuse('another-vote-open')] : []),
    ...(ground.amendments.every(isSettled) ? [] : [refuse('amendments-first')]),
    ...refuseItem(ground, motion.commitsMoney && !motion.isAmendment).map(({ code, detail }) => refuse(code, detail)),
    ...refuseWay(motion, method, ground.terms),
  ]
  const byTerms = refuseDecision({ ...asDecision(motion), method }, ground).map(({ code, offers, detail }) => ({ code, offers, detail }))
  return [...asked, ...byTerms.filter(({ code }) => !asked.some((one) => one.code === code))]
}

function refuseWay(motion: MotionFacts, method: MotionMethod, terms: Terms | undefined): readonly MotionRefusal[] {
  const byHands = terms?.voting.value?.moneyMethod === 'show-of-hands' && motion.commitsMoney && !motion.isAmendment
  if (byHands && method !== 'show_of_hands') return [{ code: 'money-by-show-of-hands', offers: [], detail: '' }]
  const asked = motion.recordedAskedBy !== '' && method === 'show_of_hands' && !byHands
  return asked ? [{ code: 'recorded-vote-asked', offers: [], detail: motion.recordedAskedBy }] : []
}

/** The decision that a motion becomes. An amendment changes words and decides nothing: what the body may not decide is asked of the motion itself. */
function asDecision(motion: MotionFacts) {
  const nothing = { for: null, against: null, abstained: null }
  const { type, matter, functionKey, referredTo, isAmendment } = motion
  return {
    ...(isAmendment
      ? { type: 'steer' as const, matter: 'neither' as const, functionKey: '', referredTo: '' }
      : { type, matter, functionKey, referredTo }),
    tally: nothing,
    castingVoteUsed: false,
    consensusSought: motion.consensusWords !== '',
  }
}

/** What a vote comes to; 'casting-vote-open': the chair may still decide it. */
export type MotionOutcome = 'carried' | 'lost' | 'casting-vote-open'

/** The votes of a motion as counted. */
export interface MotionVotes {
  readonly for: number
  readonly against: number
  readonly abstained: number
}

/**
 * What a count comes to by the majority rule of the terms. A casting vote is a record of its own and counts where the terms give one.
 * @param casting - null: not used yet; 'unused': the chair does not use it, so that the motion falls
 */
export function outcomeOf(
  rule: VotingRule | null,
  votes: MotionVotes,
  bases: { readonly present: number; readonly allSeats: number },
  casting: 'for' | 'against' | 'unused' | null,
): MotionOutcome {
  const tally = { ...votes, didNotVote: 0, leftForInterest: 0 }
  const result = voteResult(rule, tally, bases, casting === 'unused' ? null : casting)
  if (result === 'carried' || result === 'carried-by-casting-vote') return 'carried'
  if (result === 'casting-vote-open' && casting !== 'unused') return 'casting-vote-open'
  return 'lost'
}

/** Why a motion or an amendment is not put. */
export type NotPut = 'seconder-is-proposer' | 'not-a-member-here' | 'amends-nothing-open' | 'refer-to-missing' | 'item-withdrawn'

/** What is asked about a motion that somebody puts. */
export interface PutFacts {
  readonly proposer: string | undefined
  readonly seconder: string | undefined
  /** Ids of those who may move and second: voting members there, or accepted deputies, who need not leave for the item. */
  readonly movers: ReadonlySet<string>
  /** The motion it amends; null: it amends none. Undefined: there is no such motion on the item. */
  readonly amends: { readonly state: MotionState; readonly isAmendment: boolean } | null | undefined
  readonly itemWithdrawn: boolean
}

/** Every reason against putting it, by the field of the form. */
export function whyNotPut(
  facts: PutFacts,
): readonly { readonly field: 'proposer' | 'seconder' | 'amends' | 'item'; readonly code: NotPut }[] {
  const { proposer, seconder, movers, amends } = facts
  const isStranger = (person: string | undefined): boolean => person !== undefined && !movers.has(person)
  return [
    ...(facts.itemWithdrawn ? [{ field: 'item' as const, code: 'item-withdrawn' as const }] : []),
    ...(isStranger(proposer) ? [{ field: 'proposer' as const, code: 'not-a-member-here' as const }] : []),
    ...(isStranger(seconder) ? [{ field: 'seconder' as const, code: 'not-a-member-here' as const }] : []),
    ...(seconder !== undefined && seconder === proposer ? [{ field: 'seconder' as const, code: 'seconder-is-proposer' as const }] : []),
    ...(amends === null || (amends?.state === 'put' && !amends.isAmendment)
      ? []
      : [{ field: 'amends' as const, code: 'amends-nothing-open' as const }]),
  ]
}

/** Bodies that a matter may go to, from the terms: each named once, in their order. */
export function upwardBodies(terms: Terms | undefined): readonly string[] {
  const reserved = (terms?.functions.value ?? []).flatMap(({ reservedTo }) => reservedTo)
  return [...new Set([...(terms?.voting.value?.referTo ?? []), ...reserved])]
}
