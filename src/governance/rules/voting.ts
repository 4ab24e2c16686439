import { type Delegation, delegationOf } from './delegation.ts'
import type { QuorumVerdict } from './quorum.ts'
import type { VotingRule } from './terms/procedure.ts'
import type { Terms } from './terms/terms.ts'

/** What is to be voted on, and what was done before. */
export interface Motion {
  /** The function of the terms it belongs to. */
  readonly functionKey: string
  /** True for a motion that only recommends or refers a matter upward. */
  readonly onlyRecommends: boolean
  readonly concerns: readonly ('policy' | 'resources')[]
  readonly commitsMoney: boolean
  readonly moneySection: boolean
  readonly announced: boolean
  /** The chair's reason for an item that was not announced; null for none. */
  readonly urgentReason: string | null
  /** What became of seeking consensus, as minuted; null where nothing is recorded. */
  readonly consensus: string | null
  readonly method: 'show-of-hands' | 'recorded' | 'secret-ballot'
}

/** Why a vote is refused; `to` names where the matter may go instead. */
export interface VoteRefusal {
  readonly code:
    | 'not-quorate'
    | 'quorum-not-settled'
    | 'function-not-delegated'
    | 'function-reserved'
    | 'policy-not-voted-on'
    | 'resources-not-voted-on'
    | 'not-announced'
    | 'consensus-not-recorded'
    | 'money-section-missing'
    | 'show-of-hands-needed'
  readonly to: readonly string[]
}

function refusal(code: VoteRefusal['code'], to: readonly string[] = []): VoteRefusal {
  return { code, to }
}

function byQuorum(quorum: QuorumVerdict): VoteRefusal[] {
  if (quorum.state === 'not-quorate') return [refusal('not-quorate')]
  return quorum.state === 'undefined' ? [refusal('quorum-not-settled')] : []
}

function byDelegation(delegation: Delegation): VoteRefusal[] {
  if (delegation.state === 'may-recommend') return [refusal('function-reserved', delegation.to)]
  if (delegation.state === 'may-discuss') return [refusal('function-not-delegated', delegation.to)]
  return delegation.state === 'not-listed' ? [refusal('function-not-delegated')] : []
}

function byRule(rule: VotingRule, motion: Motion): VoteRefusal[] {
  const refusals: VoteRefusal[] = []
  for (const topic of rule.notPermittedOn)
    if (motion.concerns.includes(topic) && !motion.onlyRecommends)
      refusals.push(refusal(topic === 'policy' ? 'policy-not-voted-on' : 'resources-not-voted-on', rule.referTo))
  if (rule.consensusFirst && (motion.consensus === null || motion.consensus.trim() === '')) refusals.push(refusal('consensus-not-recorded'))
  if (rule.moneyMethod === 'show-of-hands' && motion.commitsMoney && motion.method !== 'show-of-hands')
    refusals.push(refusal('show-of-hands-needed'))
  return refusals
}

/** Every reason against a vote under the terms; none means that it may be held (G9, handbook governance 3.3). */
export function refusalsOfVote(terms: Terms, motion: Motion, quorum: QuorumVerdict): readonly VoteRefusal[] {
  const urgent = motion.urgentReason !== null && motion.urgentReason.trim() !== ''
  return [
    ...byQuorum(quorum),
    ...(motion.onlyRecommends ? [] : byDelegation(delegationOf(terms, motion.functionKey))),
    ...(motion.announced || urgent ? [] : [refusal('not-announced')]),
    ...(terms.voting.value === null ? [] : byRule(terms.voting.value, motion)),
    ...(motion.commitsMoney && !motion.moneySection ? [refusal('money-section-missing')] : []),
  ]
}
