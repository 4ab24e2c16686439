import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { tallyAddsUp } from '#governance/public.ts'
import { type CastVote, countRecorded, electorateAt, voteChoices } from './electorate.ts'
import { placeKey, type Stay } from './presence.ts'
import { type QuorumBasis, quorumAt, quorumEvidence, rightsPresent } from './quorum-at.ts'

const at = Temporal.Instant.from('2026-01-15T14:30Z')
const SEATS = 7
const places = Array.from({ length: SEATS }, (_, index) => ({
  key: placeKey('seat', index),
  group: null,
  voting: index < 5 ? ('voting' as const) : ('observer' as const),
  filled: true,
  agency: null,
}))
const stay = (index: number, more: Partial<Stay> = {}): Stay => ({
  ...{ person: `person-${index}`, name: `Person ${index}`, place: placeKey('seat', index), deputy: false, mode: 'in_room' as const },
  ...{ from: null, to: null },
  ...more,
})
const basis = (stays: readonly Stay[], more: Partial<QuorumBasis> = {}): QuorumBasis => ({
  rule: { kind: 'at-least', n: 3, counts: 'people', of: { kind: 'voting-members' } },
  modesCounted: ['in-room', 'remote'],
  groupNames: new Map(),
  places,
  stays,
  chairs: [],
  consultation: null,
  deputiesNotAccepted: new Set(),
  chairAgencies: new Map(),
  exclusions: [],
  ...more,
})
const seatsThere = fc.uniqueArray(fc.integer({ min: 0, max: 4 }))

test('G9: observers and guests never vote, a deputy who is not accepted neither, and a person has one vote', () => {
  const guest = stay(9, { place: null })
  const deputy = stay(8, { place: placeKey('seat', 3), deputy: true })
  const twice = stay(0, { place: placeKey('seat', 4), deputy: true })
  const whole = basis([stay(0), stay(1), stay(5), guest, deputy, twice])
  assert.deepEqual(
    electorateAt(whole, undefined, at, new Set()).voters.map(({ person }) => person),
    ['person-0', 'person-1', 'person-8'],
  )
  const none = basis([deputy], { deputiesNotAccepted: new Set(['person-8']) })
  assert.deepEqual(electorateAt(none, undefined, at, new Set()), { voters: [], out: [] })
})

test('G13: whoever must leave is not asked to vote and stands as out; with the exclusion of the item the same', () => {
  const stays = [stay(0), stay(1), stay(2)]
  const byItem = electorateAt(basis(stays), undefined, at, new Set(['person-1']))
  const byClock = electorateAt(basis(stays, { exclusions: [{ person: 'person-1', from: null, to: null }] }), undefined, at, new Set())
  assert.deepEqual(byItem, byClock)
  assert.deepEqual(
    byItem.out.map(({ person }) => person),
    ['person-1'],
  )
})

test('G9: the parts of a recorded vote always add up to the voting rights, whatever was cast and whoever went', () => {
  const choice = fc.constantFrom(...voteChoices)
  fc.assert(
    fc.property(
      seatsThere,
      seatsThere,
      fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 4 }), choice), { selector: ([seat]) => seat }),
      (here, leaving, cast) => {
        const leavers = new Set(leaving.map((index) => `person-${index}`))
        const electorate = electorateAt(basis(here.map((index) => stay(index))), undefined, at, leavers)
        const votes = cast.map(([index, said]): CastVote => ({ place: placeKey('seat', index), person: `person-${index}`, choice: said }))
        const { tally, rights } = countRecorded(votes, electorate)
        assert.ok(tallyAddsUp(tally, rights))
        // Nobody who is out for the item is counted among the votes.
        const counted = votes.filter(({ person }) => !electorate.out.some((one) => one.person === person))
        assert.equal(tally.for + tally.against + tally.abstained, counted.length)
      },
    ),
  )
})

test('G6: an observer changes nothing; whoever comes never makes a quorate meeting inquorate', () => {
  fc.assert(
    fc.property(seatsThere, fc.integer({ min: 0, max: 4 }), seatsThere, (here, more, leaving) => {
      const leavers = new Set(leaving.map((index) => `person-${index}`))
      const stays = here.map((index) => stay(index))
      const verdict = quorumAt(basis(stays), at, leavers)
      const observed = [...stays, stay(5), stay(6), stay(9, { place: null })]
      assert.deepEqual(quorumAt(basis(observed), at, leavers), verdict)
      assert.deepEqual(electorateAt(basis(observed), undefined, at, leavers), electorateAt(basis(stays), undefined, at, leavers))
      if (here.includes(more)) return
      const fuller = quorumAt(basis([...stays, stay(more)]), at, leavers)
      if (verdict.state === 'quorate') assert.equal(fuller.state, 'quorate')
    }),
  )
})

test('G5, G9: a seat that votes on some functions only has no vote on any other, counts for the quorum as ever, and is no right against which a tally is measured', () => {
  const education = places.map((place, index) => (index < 2 ? { ...place, votesOn: ['education'] } : place))
  const there = basis(
    [0, 1, 2, 3].map((index) => stay(index)),
    { places: education },
  )
  const votersOn = (on?: string) => electorateAt(there, undefined, at, new Set(), on).voters.map(({ person }) => person)
  assert.deepEqual(votersOn('education'), ['person-0', 'person-1', 'person-2', 'person-3'])
  assert.deepEqual(votersOn('transport'), ['person-2', 'person-3'])
  assert.deepEqual(votersOn(''), ['person-2', 'person-3'])
  assert.equal(votersOn().length, 4)
  assert.deepEqual(electorateAt(there, undefined, at, new Set(), 'transport').out, [])
  assert.equal(quorumAt(there, at).state, 'quorate')
  assert.equal(rightsPresent(quorumEvidence(there, at, undefined, 'education')), 4)
  assert.equal(rightsPresent(quorumEvidence(there, at, undefined, 'transport')), 2)
})
