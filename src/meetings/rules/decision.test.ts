import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { QuorumVerdict, Terms } from '#governance/public.ts'
import { checkTally, type DecisionGround, decisionNumber, decisionTypes, type ProposedDecision, refuseDecision } from './decision.ts'

const quorate: QuorumVerdict = { state: 'quorate', reasons: [] }
const stated = <Value>(value: Value) => ({ status: 'stated' as const, value, source: null })
const voting = {
  consensusFirst: true,
  oneVoteEach: true,
  moneyMethod: 'show-of-hands' as const,
  majority: { basis: 'present-and-voting' as const, numerator: 1, denominator: 2, moreThan: true },
  castingVote: 'on-a-tie' as const,
  notPermittedOn: ['policy' as const],
  referTo: ['Northbrook Council', 'Children’s Trust Board'],
  viewsReferredTo: [],
  mayPostpone: true,
}
const terms = {
  functions: stated([
    { key: 'plan', name: 'the children’s plan', may: 'decide' as const, reservedTo: ['Health and Wellbeing Board'], binding: null },
    { key: 'budget', name: 'the overall budget', may: 'recommend' as const, reservedTo: ['Cabinet'], binding: null },
    { key: 'reviews', name: 'significant reviews', may: 'discuss' as const, reservedTo: [], binding: null },
    { key: 'grants', name: 'small grants', may: 'decide' as const, reservedTo: [], binding: true },
  ]),
  voting: stated(voting),
} as unknown as Terms
const ground: DecisionGround = { terms, quorum: quorate, rightsPresent: 8, votingSeats: 12 }
const decision: ProposedDecision = {
  type: 'approve',
  method: 'consensus',
  matter: 'neither',
  functionKey: 'grants',
  referredTo: '',
  tally: { for: null, against: null, abstained: null },
  castingVoteUsed: false,
  consensusSought: true,
}
const codes = (change: Partial<ProposedDecision>, where: Partial<DecisionGround> = {}): readonly string[] =>
  refuseDecision({ ...decision, ...change }, { ...ground, ...where }).map(({ code }) => code)

test('G14: a final decision on a function reserved to a parent is refused, with the parent to recommend to', () => {
  const [refusal] = refuseDecision({ ...decision, functionKey: 'plan' }, ground)
  assert.deepEqual([refusal?.code, refusal?.offers], ['reserved', ['Health and Wellbeing Board']])
  assert.deepEqual(codes({ functionKey: 'plan', type: 'recommend', referredTo: 'Health and Wellbeing Board' }), [])
})

test('G14: a function for recommendation or discussion only is never decided', () => {
  assert.deepEqual(codes({ functionKey: 'budget' }), ['reserved'])
  assert.deepEqual(codes({ functionKey: 'reviews' }), ['only-discuss'])
  assert.deepEqual(codes({ functionKey: 'reviews', type: 'recommend', referredTo: 'Cabinet' }), ['only-discuss'])
  assert.deepEqual(codes({ functionKey: 'reviews', type: 'refer', referredTo: 'Cabinet' }), [])
  for (const type of decisionTypes)
    if (['note', 'steer', 'defer', 'request', 'endorse'].includes(type)) assert.deepEqual(codes({ functionKey: 'reviews', type }), [])
})

test('G9: policy may not be voted on and goes to the bodies that the terms name', () => {
  const [refusal] = refuseDecision({ ...decision, matter: 'policy' }, ground)
  assert.deepEqual([refusal?.code, refusal?.offers], ['vote-not-permitted', ['Northbrook Council', 'Children’s Trust Board']])
  assert.deepEqual(codes({ matter: 'policy', type: 'refer', referredTo: 'Northbrook Council' }), [])
})

test('G9: money needs a show of hands, consensus comes first, a recommendation names its body', () => {
  assert.deepEqual(codes({ matter: 'resources' }), ['money-by-show-of-hands'])
  assert.deepEqual(codes({ method: 'show_of_hands', consensusSought: false }), ['consensus-first'])
  assert.deepEqual(codes({ type: 'recommend' }), ['refer-to-missing'])
})

test('M8: an inquorate meeting takes no decision, and an unstated quorum stops none', () => {
  const reasons = [{ met: false, have: 5, need: 6, outOf: 8, words: '5 of 8 present.' }]
  assert.deepEqual(codes({}, { quorum: { state: 'not-quorate', reasons } }), ['not-quorate'])
  assert.deepEqual(codes({}, { quorum: { state: 'not-stated', reasons: [] } }), [])
})

test('G9: a tie falls unless the chair uses the casting vote that the terms give', () => {
  const tie = { method: 'show_of_hands' as const, tally: { for: 4, against: 4, abstained: 0 } }
  assert.deepEqual(codes(tie), ['tied'])
  assert.deepEqual(codes({ ...tie, castingVoteUsed: true }), [])
  assert.deepEqual(codes({ ...tie, tally: { for: 5, against: 3, abstained: 0 }, castingVoteUsed: true }), ['no-casting-vote'])
  assert.deepEqual(codes({ ...tie, tally: { for: 3, against: 5, abstained: 0 } }), ['not-carried'])
  assert.deepEqual(codes({ ...tie, tally: { for: 9, against: 0, abstained: 0 } }), ['more-votes-than-rights'])
})

test('M9: a tally adds up only when it equals the voting rights present', () => {
  const count = fc.integer({ min: 0, max: 40 })
  fc.assert(
    fc.property(count, count, count, count, (yes, no, abstained, rights) => {
      const { state } = checkTally({ for: yes, against: no, abstained }, rights)
      assert.equal(state, yes + no + abstained === rights ? 'adds-up' : 'does-not-add-up')
    }),
  )
  assert.equal(checkTally({ for: null, against: null, abstained: null }, 8).state, 'not-counted')
})

test('M9: decisions are numbered running on, or from 1 behind the day, or not at all where no scheme is stated', () => {
  const day = Temporal.PlainDate.from('2026-01-15')
  assert.equal(decisionNumber({ runsOn: true }, 36, day), '36')
  assert.equal(decisionNumber({ runsOn: false }, 2, day), '2026-01-15/2')
  assert.equal(decisionNumber(null, 2, day), '')
})
