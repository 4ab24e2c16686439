import type { VotingRule } from './terms/procedure.ts'

/** The count of one vote. `leftForInterest` and `didNotVote` are people with a voting right who were in the meeting. */
export interface Tally {
  readonly for: number
  readonly against: number
  readonly abstained: number
  readonly didNotVote: number
  readonly leftForInterest: number
}

/** Whether the count adds up to the voting rights present; if not, no percentage may be printed (handbook governance 3.3). */
export function tallyAddsUp(tally: Tally, rightsPresent: number): boolean {
  const parts = [tally.for, tally.against, tally.abstained, tally.didNotVote, tally.leftForInterest]
  const whole = parts.every((part) => Number.isInteger(part) && part >= 0)
  return whole && parts.reduce((sum, part) => sum + part, 0) === rightsPresent
}

/** The result of a vote. `casting-vote-open`: the chair may still decide it; `tied` and `no-majority` mean that the motion falls. */
export type VoteResult =
  | 'carried'
  | 'fell'
  | 'tied'
  | 'no-majority'
  | 'casting-vote-open'
  | 'carried-by-casting-vote'
  | 'fell-by-casting-vote'

/** The totals other than votes cast that a majority may be measured against. */
export interface VoteBases {
  readonly present: number
  readonly allSeats: number
}

function reaches(rule: VotingRule | null, tally: Tally, bases: VoteBases, votes: number): boolean {
  const majority = rule?.majority ?? null
  if (majority === null) return votes > tally.for + tally.against - votes
  const totals = { 'present-and-voting': tally.for + tally.against, present: bases.present, 'all-seats': bases.allSeats }
  const have = votes * majority.denominator
  const need = totals[majority.basis] * majority.numerator
  return majority.moreThan ? have > need : have >= need
}

/**
 * The result of a vote in whole numbers. Where the terms give no majority, more for than against carries. A casting vote counts only where
 * the terms give one: on a tie, or wherever there is no majority on either side.
 */
export function voteResult(rule: VotingRule | null, tally: Tally, bases: VoteBases, casting: 'for' | 'against' | null): VoteResult {
  if (reaches(rule, tally, bases, tally.for)) return 'carried'
  const tied = tally.for === tally.against
  if (reaches(rule, tally, bases, tally.against) && !tied) return 'fell'
  const given = rule?.castingVote === 'without-a-majority' || (rule?.castingVote === 'on-a-tie' && tied)
  if (!given) return tied ? 'tied' : 'no-majority'
  if (casting === null) return 'casting-vote-open'
  return casting === 'for' ? 'carried-by-casting-vote' : 'fell-by-casting-vote'
}
