import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleTermsNamed } from '../sample/terms.ts'
import { delegationOf, needsRatification } from './delegation.ts'
import type { QuorumVerdict } from './quorum.ts'
import { tallyAddsUp, voteResult } from './tally.ts'
import type { Terms } from './terms/terms.ts'
import { type Motion, refusalsOfVote } from './voting.ts'

function named(key: string): Terms {
  const terms = sampleTermsNamed(key)
  assert.ok(terms, key)
  return terms
}

const quorate: QuorumVerdict = { state: 'quorate', reasons: [] }
const motion: Motion = {
  functionKey: 'strategies',
  onlyRecommends: false,
  concerns: [],
  commitsMoney: false,
  moneySection: false,
  announced: true,
  urgentReason: null,
  consensus: 'No consensus was reached.',
  method: 'show-of-hands',
}

function codes(key: string, change: Partial<Motion>, quorum = quorate): readonly string[] {
  return refusalsOfVote(named(key), { ...motion, ...change }, quorum).map(({ code }) => code)
}

test('G9: a delivery board may vote on its strategies, and not on policy or resources: those go to the joint commissioning board', () => {
  assert.deepEqual(codes('specialist_services_board', {}), [])
  const [refusal] = refusalsOfVote(named('specialist_services_board'), { ...motion, concerns: ['policy'] }, quorate)
  assert.equal(refusal?.code, 'policy-not-voted-on')
  assert.ok(refusal?.to.includes('Northbrook Joint Commissioning Board'))
  assert.deepEqual(codes('specialist_services_board', { concerns: ['policy'], onlyRecommends: true }), [])
})

test('G14: what is reserved to the parents may be recommended and not decided', () => {
  assert.deepEqual(codes('childrens_trust_board', { functionKey: 'overall_budget' }), ['function-reserved'])
  assert.deepEqual(codes('childrens_trust_board', { functionKey: 'overall_budget', onlyRecommends: true }), [])
  assert.deepEqual(delegationOf(named('childrens_trust_board'), 'unheard_of'), { state: 'not-listed' })
  assert.equal(needsRatification(delegationOf(named('strategic_partnership'), 'childrens_plan')), true)
  assert.equal(needsRatification(delegationOf(named('childrens_trust_board'), 'pooled_funds')), false)
})

test('G9: a vote is refused with every reason at once', () => {
  const refused = codes(
    'local_area_group',
    { functionKey: 'local_commissioning', announced: false, consensus: ' ', commitsMoney: true, method: 'secret-ballot' },
    { state: 'not-quorate', reasons: [] },
  )
  assert.deepEqual(refused, [
    'not-quorate',
    'function-not-delegated',
    'not-announced',
    'consensus-not-recorded',
    'show-of-hands-needed',
    'money-section-missing',
  ])
  assert.deepEqual(
    codes('local_area_group', { functionKey: 'work_programme', announced: false, urgentReason: 'A grant closes on Friday.' }),
    [],
  )
})

const bases = { present: 10, allSeats: 14 }
const tally = (given: number, against: number) => ({
  for: given,
  against,
  abstained: 10 - given - against,
  didNotVote: 0,
  leftForInterest: 0,
})

test('G9: a casting vote only where the terms give one', () => {
  const onTie = named('local_area_group').voting.value
  const none = named('proactive_care_board').voting.value
  const noMajority = named('specialist_services_board').voting.value
  assert.equal(voteResult(onTie, tally(4, 4), bases, null), 'casting-vote-open')
  assert.equal(voteResult(onTie, tally(4, 4), bases, 'for'), 'carried-by-casting-vote')
  assert.equal(voteResult(none, tally(4, 4), bases, 'for'), 'tied')
  assert.equal(voteResult(noMajority, tally(0, 0), bases, 'against'), 'fell-by-casting-vote')
  assert.equal(voteResult(none, tally(5, 4), bases, null), 'carried')
  assert.equal(voteResult(none, tally(3, 4), bases, null), 'fell')
})

test('G9: a majority of all seats is measured in whole numbers', () => {
  const rule = named('local_area_group').voting.value
  assert.ok(rule)
  const allSeats = { ...rule, castingVote: null, majority: { basis: 'all-seats', numerator: 1, denominator: 2, moreThan: true } } as const
  assert.equal(voteResult(allSeats, tally(8, 1), bases, null), 'carried')
  assert.equal(voteResult(allSeats, tally(7, 1), bases, null), 'no-majority')
})

test('G9: a tally must add up to the voting rights present', () => {
  assert.equal(tallyAddsUp({ for: 4, against: 3, abstained: 1, didNotVote: 1, leftForInterest: 1 }, 10), true)
  assert.equal(tallyAddsUp({ for: 4, against: 3, abstained: 1, didNotVote: 1, leftForInterest: 0 }, 10), false)
  assert.equal(tallyAddsUp({ for: 11, against: -1, abstained: 0, didNotVote: 0, leftForInterest: 0 }, 10), false)
})
