import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { Terms } from '#governance/public.ts'
import { awaitingRuling, type DeclaredInterest, type KeptConsequence, leaversOf } from './declared-interest.ts'
import { type CastVote, countRecorded, electorateAt, type VoteChoice } from './electorate.ts'
import { type MotionFacts, type MotionGround, type MotionMethod, outcomeOf, refuseMotion, upwardBodies, whyNotPut } from './motion.ts'
import { placeKey, type Stay } from './presence.ts'
import { type QuorumBasis, quorumAt } from './quorum-at.ts'

const stated = <Value>(value: Value) => ({ status: 'stated' as const, value, source: null })
const voting = {
  consensusFirst: true,
  oneVoteEach: true,
  moneyMethod: 'show-of-hands' as const,
  majority: null,
  castingVote: 'on-a-tie' as const,
  notPermittedOn: ['policy' as const],
  referTo: ['The council'],
  viewsReferredTo: [],
  mayPostpone: true,
}
const terms = {
  functions: stated([
    { key: 'plan', name: 'the plan', may: 'recommend' as const, reservedTo: ['The board above'], binding: null },
    { key: 'grants', name: 'small grants', may: 'decide' as const, reservedTo: [], binding: true },
  ]),
  voting: stated(voting),
  remote: { status: 'not-stated', value: null, source: null },
} as unknown as Terms
const put: MotionFacts = {
  state: 'put',
  isAmendment: false,
  type: 'resolve',
  matter: 'neither',
  functionKey: '',
  commitsMoney: false,
  referredTo: '',
  consensusWords: 'Sought, and not found.',
  recordedAskedBy: '',
}
const ground: MotionGround = {
  terms,
  quorum: { state: 'quorate', reasons: [] },
  rightsPresent: 5,
  votingSeats: 5,
  announced: true,
  urgentReason: '',
  moneySection: true,
  awaitingRuling: [],
  amendments: [],
  anotherOpen: false,
}
const codes = (motion: Partial<MotionFacts>, method: MotionMethod, where: Partial<MotionGround> = {}): readonly string[] =>
  refuseMotion({ ...put, ...motion }, method, { ...ground, ...where }).map(({ code }) => code)

test('G9, G14: a motion is refused with its reason and where the matter can go', () => {
  assert.deepEqual(codes({}, 'recorded_vote'), [])
  assert.deepEqual(codes({ functionKey: 'plan' }, 'show_of_hands'), ['reserved'])
  assert.deepEqual(refuseMotion({ ...put, matter: 'policy' }, 'show_of_hands', ground)[0]?.offers, ['The council'])
  assert.deepEqual(codes({ type: 'recommend', functionKey: 'plan', referredTo: 'The board above' }, 'consensus'), [])
  assert.deepEqual(codes({ consensusWords: '' }, 'show_of_hands'), ['consensus-first'])
  assert.deepEqual(codes({ consensusWords: '' }, 'consensus'), [])
  assert.deepEqual(codes({ state: 'carried' }, 'consensus'), ['motion-not-put'])
  assert.deepEqual(codes({}, 'show_of_hands', { amendments: ['carried', 'closed'] }), ['amendments-first'])
  assert.deepEqual(codes({}, 'recorded_vote', { anotherOpen: true }), ['another-vote-open'])
  assert.deepEqual(codes({}, 'recorded_vote', { awaitingRuling: ['Fay'] }), ['ruling-awaited'])
  assert.deepEqual(codes({}, 'consensus', { announced: false }), ['not-announced'])
  assert.deepEqual(codes({}, 'consensus', { announced: false, urgentReason: 'Flood' }), [])
  assert.deepEqual(codes({}, 'consensus', { quorum: { state: 'not-quorate', reasons: [] } }), ['not-quorate'])
})

test('C16, G9: what commits money needs its costs and hands in the air; a member’s wish for names does not undo that', () => {
  const money = { commitsMoney: true }
  assert.deepEqual(codes(money, 'show_of_hands', { moneySection: false }), ['money-section-missing'])
  assert.deepEqual(codes(money, 'recorded_vote'), ['money-by-show-of-hands'])
  assert.deepEqual(codes({ ...money, recordedAskedBy: 'Gus' }, 'show_of_hands'), [])
  assert.deepEqual(codes({ recordedAskedBy: 'Gus' }, 'show_of_hands'), ['recorded-vote-asked'])
})

test('G9: movers have a vote there and are two people; an amendment amends a motion that is put', () => {
  const facts = { proposer: 'a', seconder: 'b', movers: new Set(['a', 'b']), amends: null, itemWithdrawn: false }
  assert.deepEqual(whyNotPut(facts), [])
  assert.deepEqual(
    whyNotPut({ ...facts, seconder: 'a' }).map(({ code }) => code),
    ['seconder-is-proposer'],
  )
  assert.deepEqual(
    whyNotPut({ ...facts, proposer: 'guest' }).map(({ code }) => code),
    ['not-a-member-here'],
  )
  assert.deepEqual(
    whyNotPut({ ...facts, amends: undefined }).map(({ code }) => code),
    ['amends-nothing-open'],
  )
  assert.deepEqual(
    whyNotPut({ ...facts, amends: { state: 'open', isAmendment: false } }).map(({ code }) => code),
    ['amends-nothing-open'],
  )
  assert.deepEqual(
    whyNotPut({ ...facts, amends: { state: 'put', isAmendment: true } }).map(({ code }) => code),
    ['amends-nothing-open'],
  )
  assert.deepEqual(upwardBodies(terms), ['The council', 'The board above'])
})

test('G9: a tie waits for the casting vote where the terms give one; not used, the motion falls', () => {
  const tie = { for: 2, against: 2, abstained: 1 }
  const bases = { present: 5, allSeats: 5 }
  assert.equal(outcomeOf(voting, tie, bases, null), 'casting-vote-open')
  assert.equal(outcomeOf(voting, tie, bases, 'unused'), 'lost')
  assert.equal(outcomeOf(voting, tie, bases, 'for'), 'carried')
  assert.equal(outcomeOf({ ...voting, castingVote: null }, tie, bases, null), 'lost')
  assert.equal(outcomeOf(voting, { for: 3, against: 2, abstained: 0 }, bases, null), 'carried')
})

// A meeting as a machine: people come and go, declare, are ruled on; motions are put, voted on in every way and settled by the rules alone.
// Whatever the order, what it records as decided must stand before a second, plain reading of the terms.
type Act =
  | { readonly act: 'come' | 'go'; readonly seat: number }
  | { readonly act: 'declare'; readonly seat: number; readonly consequence: KeptConsequence | undefined }
  | { readonly act: 'put'; readonly motion: Partial<MotionFacts> }
  | { readonly act: 'open' | 'close' | 'consensus' }
  | { readonly act: 'vote'; readonly seat: number; readonly choice: VoteChoice }
  | { readonly act: 'hands'; readonly for: number; readonly against: number }

const seat = fc.integer({ min: 0, max: 5 })
const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ act: fc.constant('come' as const), seat }) },
  fc.record({ act: fc.constant('go' as const), seat }),
  fc.record({
    act: fc.constant('declare' as const),
    seat,
    consequence: fc.constantFrom<(KeptConsequence | undefined)[]>('stay', 'stay_silent', 'leave', undefined),
  }),
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant('put' as const),
      motion: fc.record({
        type: fc.constantFrom('resolve' as const, 'recommend' as const, 'note' as const),
        matter: fc.constantFrom('neither' as const, 'policy' as const),
        functionKey: fc.constantFrom('', 'plan', 'grants'),
        commitsMoney: fc.boolean(),
        referredTo: fc.constantFrom('', 'The council'),
        consensusWords: fc.constantFrom('', 'Sought.'),
      }),
    }),
  },
  { weight: 6, arbitrary: fc.record({ act: fc.constantFrom('open' as const, 'close' as const, 'consensus' as const) }) },
  {
    weight: 8,
    arbitrary: fc.record({ act: fc.constant('vote' as const), seat, choice: fc.constantFrom<VoteChoice[]>('for', 'against', 'abstain') }),
  },
  fc.record({ act: fc.constant('hands' as const), for: fc.integer({ min: 0, max: 6 }), against: fc.integer({ min: 0, max: 6 }) }),
)

interface Room {
  there: ReadonlySet<number>
  interests: readonly DeclaredInterest[]
  motion: MotionFacts | undefined
  votes: readonly CastVote[]
}
interface Decided {
  readonly motion: MotionFacts
  readonly method: MotionMethod
  readonly for: number
  readonly against: number
  readonly room: Room
}

const at = Temporal.Instant.from('2026-01-15T14:30Z')
// Seats 0 to 4 vote, 5 observes; three who vote make a quorum.
const places = Array.from({ length: 6 }, (_, index) => ({
  key: placeKey('seat', index),
  group: null,
  voting: index < 5 ? ('voting' as const) : ('observer' as const),
  filled: true,
  agency: null,
}))
const basisOf = ({ there }: Room): QuorumBasis => ({
  rule: { kind: 'at-least', n: 3, counts: 'people', of: { kind: 'voting-members' } },
  modesCounted: ['in-room', 'remote'],
  groupNames: new Map(),
  places,
  stays: [...there].map(
    (index): Stay => ({
      ...{ person: `p${index}`, name: `P${index}`, place: placeKey('seat', index), deputy: false, mode: 'in_room', from: null, to: null },
    }),
  ),
  chairs: [],
  consultation: null,
  deputiesNotAccepted: new Set(),
  chairAgencies: new Map(),
  exclusions: [],
})

/** One act by the rules that the commands ask, in the order in which they ask them. */
function step(room: Room, act: Act): Decided | undefined {
  const leavers = leaversOf(room.interests, 'item')
  const basis = basisOf(room)
  const electorate = electorateAt(basis, terms, at, leavers)
  const asked: MotionGround = {
    ...ground,
    quorum: quorumAt(basis, at, leavers),
    rightsPresent: electorate.voters.length,
    awaitingRuling: awaitingRuling(room.interests, 'item').map(({ name }) => name),
  }
  const { motion } = room
  const may = (method: MotionMethod): boolean => motion !== undefined && refuseMotion(motion, method, asked).length === 0
  const settle = (method: MotionMethod, yes: number, against: number, present: number): Decided | undefined => {
    if (!motion) return undefined
    room.motion = undefined
    const votes = { for: yes, against, abstained: 0 }
    const carried = method === 'consensus' || outcomeOf(voting, votes, { present, allSeats: 5 }, null) === 'carried'
    return carried ? { motion, method, for: yes, against, room: { ...room } } : undefined
  }
  switch (act.act) {
    case 'come':
      room.there = new Set([...room.there, act.seat])
      return undefined
    case 'go':
      room.there = new Set([...room.there].filter((one) => one !== act.seat))
      return undefined
    case 'declare':
      room.interests = [
        ...room.interests.filter(({ person }) => person !== `p${act.seat}`),
        { ...interestOf(act.seat), consequence: act.consequence, from: act.consequence && 'terms' },
      ]
      return undefined
    case 'put':
      if (motion?.state !== 'open') room.motion = { ...put, ...act.motion }
      return undefined
    case 'open':
      if (motion && may('recorded_vote')) {
        room.motion = { ...motion, state: 'open' }
        room.votes = []
      }
      return undefined
    case 'vote': {
      const voter = electorate.voters.find(({ person }) => person === `p${act.seat}`)
      if (motion?.state === 'open' && voter)
        room.votes = [...room.votes.filter(({ person }) => person !== voter.person), { ...voter, choice: act.choice }]
      return undefined
    }
    case 'close': {
      if (motion?.state !== 'open' || asked.quorum.state === 'not-quorate' || asked.awaitingRuling.length > 0) return undefined
      const { tally, rights } = countRecorded(room.votes, electorate)
      return settle('recorded_vote', tally.for, tally.against, rights - tally.leftForInterest)
    }
    case 'hands':
      if (!may('show_of_hands') || act.for + act.against > electorate.voters.length || act.for + act.against === 0) return undefined
      return settle('show_of_hands', act.for, act.against, electorate.voters.length)
    case 'consensus':
      return may('consensus') ? settle('consensus', 0, 0, 0) : undefined
  }
}

const interestOf = (index: number): DeclaredInterest => ({
  ...{ id: `i${index}`, item: 'item', person: `p${index}`, name: `P${index}`, kind: 'personal', nature: 'n', source: 'declared' },
  ...{ sensitive: false, consequence: undefined, from: undefined, rulings: [], declaredAt: at, version: 1 },
  ...{ dispensed: undefined, withdrawnAt: undefined },
})

test('G9, G13, G14, M8: no sequence of acts records a decision that the rules forbid', () => {
  let decided = 0
  fc.assert(
    fc.property(fc.array(acts, { minLength: 10, maxLength: 60 }), (sequence) => {
      const room: Room = { there: new Set([0, 1, 2]), interests: [], motion: undefined, votes: [] }
      for (const act of sequence) {
        const made = step(room, act)
        if (!made) continue
        decided += 1
        const { motion, method } = made
        const out = new Set(made.room.interests.filter(({ consequence }) => consequence === 'leave').map(({ person }) => person))
        const counted = [...made.room.there].filter((index) => index < 5 && !out.has(`p${index}`))
        assert.ok(counted.length >= 3, 'decided without a quorum')
        assert.ok(!made.room.interests.some(({ consequence }) => consequence === undefined), 'decided while a ruling was awaited')
        if (motion.type === 'resolve') assert.notEqual(motion.functionKey, 'plan', 'resolved what is reserved')
        if (motion.matter === 'policy') assert.ok(method === 'consensus' && motion.type !== 'resolve', 'settled policy')
        if (motion.commitsMoney) assert.equal(method, 'show_of_hands', 'money without hands')
        if (motion.type === 'recommend') assert.notEqual(motion.referredTo, '', 'recommended to nobody')
        if (method !== 'consensus') {
          assert.notEqual(motion.consensusWords, '', 'voted without seeking consensus')
          assert.ok(made.for > made.against, 'carried without a majority')
        }
        if (method === 'recorded_vote') {
          const yes = made.room.votes.filter(
            ({ person, choice }) => choice === 'for' && !(out.has(person) && made.room.there.has(Number(person.slice(1)))),
          )
          assert.equal(made.for, yes.length, 'counted somebody who is out')
        }
      }
    }),
    { numRuns: 3000 },
  )
  assert.ok(decided > 300, `only ${decided} decisions were made: the acts no longer reach any`)
})
