import { delegationOf, type QuorumVerdict, type Terms, voteResult } from '#governance/public.ts'

/** Types of decision (M9). */
export const decisionTypes = [
  'resolve',
  'approve',
  'accept',
  'endorse',
  'note',
  'recommend',
  'refer',
  'request',
  'steer',
  'defer',
  'delegate',
] as const
/** One type of decision. */
export type DecisionType = (typeof decisionTypes)[number]

/** How a decision was reached; old minutes often do not say. */
export const decisionMethods = ['consensus', 'show_of_hands', 'recorded_vote', 'not_recorded'] as const
/** One way of deciding. */
export type DecisionMethod = (typeof decisionMethods)[number]

/** What a decision touches, as far as the voting rule asks (G9). */
export const decisionMatters = ['policy', 'resources', 'neither'] as const
/** What a decision touches. */
export type DecisionMatter = (typeof decisionMatters)[number]

/** Types that settle a matter, so that the function must be the body's to decide. */
const finals: ReadonlySet<DecisionType> = new Set(['resolve', 'approve', 'accept', 'delegate'])
/** Types that ask another body, which must be named. */
const towardsOthers: ReadonlySet<DecisionType> = new Set(['recommend', 'refer'])

/** Whether a decision of this type settles the matter by itself. */
export function isFinal(type: DecisionType): boolean {
  return finals.has(type)
}

/** A vote by numbers; null: not counted. */
export interface Tally {
  readonly for: number | null
  readonly against: number | null
  readonly abstained: number | null
}

/** What is known of a decision about to be recorded. */
export interface ProposedDecision {
  readonly type: DecisionType
  readonly method: DecisionMethod
  readonly matter: DecisionMatter
  /** Key of the function in the terms; '' where none was named. */
  readonly functionKey: string
  readonly referredTo: string
  readonly tally: Tally
  /** The chair used a casting vote for the motion. */
  readonly castingVoteUsed: boolean
  /** Consensus was sought before the vote. */
  readonly consensusSought: boolean
}

/** What the terms in force and the moment say. */
export interface DecisionGround {
  /** Undefined where no terms are in force on the day. */
  readonly terms: Terms | undefined
  readonly quorum: QuorumVerdict
  /** Voting rights present at that moment. */
  readonly rightsPresent: number
  /** Voting seats of the body, filled or not. */
  readonly votingSeats: number
}

/** Why a decision cannot be recorded so; `offers` are bodies to which the matter may go instead. */
export interface DecisionRefusal {
  readonly code:
    | 'not-quorate'
    | 'function-unknown'
    | 'reserved'
    | 'only-discuss'
    | 'vote-not-permitted'
    | 'money-by-show-of-hands'
    | 'consensus-first'
    | 'not-carried'
    | 'tied'
    | 'no-casting-vote'
    | 'more-votes-than-rights'
    | 'refer-to-missing'
  readonly field: 'type' | 'functionKey' | 'method' | 'votesFor' | 'matter' | 'referredTo' | 'consensusSought' | 'castingVoteUsed'
  readonly offers: readonly string[]
  /** The words of the quorum verdict, or the name of the function; '' where the code says it all. */
  readonly detail: string
}

type Refusals = readonly DecisionRefusal[]
const refuse = (field: DecisionRefusal['field'], code: DecisionRefusal['code'], offers: readonly string[] = [], detail = ''): Refusals => [
  { field, code, offers, detail },
]

/** Every reason why the terms do not let this decision be taken here; empty where they do, or say nothing (G9, G14, handbook 3.3). */
export function refuseDecision(proposed: ProposedDecision, ground: DecisionGround): Refusals {
  const needsName = towardsOthers.has(proposed.type) && proposed.referredTo === ''
  return [
    ...refuseQuorum(ground.quorum),
    ...refuseFunction(proposed, ground.terms),
    ...refuseMatter(proposed, ground.terms),
    ...refuseMethod(proposed, ground.terms),
    ...refuseTally(proposed, ground),
    ...(needsName ? refuse('referredTo', 'refer-to-missing') : []),
  ]
}

function refuseQuorum(quorum: QuorumVerdict): Refusals {
  if (quorum.state !== 'not-quorate') return []
  return refuse('type', 'not-quorate', [], quorum.reasons.map(({ words }) => words).join(' '))
}

function refuseFunction({ type, functionKey }: ProposedDecision, terms: DecisionGround['terms']): Refusals {
  if (functionKey === '') return []
  const delegation = terms === undefined ? ({ state: 'not-listed' } as const) : delegationOf(terms, functionKey)
  if (delegation.state === 'not-listed' || delegation.state === 'not-stated') return refuse('functionKey', 'function-unknown')
  if (delegation.state === 'may-recommend' && finals.has(type)) return refuse('type', 'reserved', delegation.to, delegation.name)
  const beyondTalk = finals.has(type) || type === 'recommend'
  return delegation.state === 'may-discuss' && beyondTalk ? refuse('type', 'only-discuss', delegation.to, delegation.name) : []
}

const votes: ReadonlySet<DecisionMethod> = new Set(['show_of_hands', 'recorded_vote'])

function refuseMatter({ type, method, matter }: ProposedDecision, terms: DecisionGround['terms']): Refusals {
  const voting = terms?.voting.value
  if (!voting || matter === 'neither' || !voting.notPermittedOn.includes(matter)) return []
  return finals.has(type) || votes.has(method) ? refuse('matter', 'vote-not-permitted', voting.referTo, matter) : []
}

function refuseMethod({ type, method, matter, consensusSought }: ProposedDecision, terms: DecisionGround['terms']): Refusals {
  const voting = terms?.voting.value
  if (!voting) return []
  const money = matter === 'resources' && finals.has(type) && voting.moneyMethod === 'show-of-hands' && method !== 'show_of_hands'
  const consensus = voting.consensusFirst && votes.has(method) && !consensusSought
  return [...(money ? refuse('method', 'money-by-show-of-hands') : []), ...(consensus ? refuse('consensusSought', 'consensus-first') : [])]
}

const isCounted = (tally: Tally): boolean => tally.for !== null || tally.against !== null || tally.abstained !== null
const total = ({ for: yes, against, abstained }: Tally): number => (yes ?? 0) + (against ?? 0) + (abstained ?? 0)

function refuseTally({ method, tally, castingVoteUsed }: ProposedDecision, ground: DecisionGround): Refusals {
  if (!votes.has(method) || !isCounted(tally)) return []
  if (ground.rightsPresent > 0 && total(tally) > ground.rightsPresent)
    return refuse('votesFor', 'more-votes-than-rights', [], String(ground.rightsPresent))
  const counted = { for: tally.for ?? 0, against: tally.against ?? 0, abstained: tally.abstained ?? 0, didNotVote: 0, leftForInterest: 0 }
  const bases = { present: ground.rightsPresent, allSeats: ground.votingSeats }
  const result = voteResult(ground.terms?.voting.value ?? null, counted, bases, castingVoteUsed ? 'for' : null)
  if (castingVoteUsed) return result === 'carried-by-casting-vote' ? [] : refuse('castingVoteUsed', 'no-casting-vote')
  if (result === 'carried') return []
  return refuse('votesFor', counted.for === counted.against ? 'tied' : 'not-carried')
}

/** How a tally stands against the voting rights present; a percentage is printed only where everything adds up (handbook 3.3). */
export interface TallyCheck {
  readonly state: 'not-counted' | 'adds-up' | 'does-not-add-up'
  readonly counted: number
  readonly rightsPresent: number
}

/** Compares a tally with the voting rights present at that moment. */
export function checkTally(tally: Tally, rightsPresent: number): TallyCheck {
  const counted = total(tally)
  if (!isCounted(tally)) return { state: 'not-counted', counted, rightsPresent }
  return { state: counted === rightsPresent ? 'adds-up' : 'does-not-add-up', counted, rightsPresent }
}

/**
 * The number of a decision by the body's scheme: running on across meetings, or from 1 at each meeting behind its day.
 * Where the terms state no scheme a decision has no number of its own: ''.
 * @param next - the next of the running series, or of this meeting
 */
export function decisionNumber(scheme: { readonly runsOn: boolean } | null, next: number, heldOn: Temporal.PlainDate): string {
  if (scheme === null) return ''
  return scheme.runsOn ? String(next) : `${heldOn.toString()}/${next}`
}
