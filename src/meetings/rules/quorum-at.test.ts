import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { QuorumRule } from '#governance/public.ts'
import { electorateAt } from './electorate.ts'
import { covers, placeKey, type Stay } from './presence.ts'
import { type QuorumBasis, quorumAt, quorumEvidence, quorumThrough, replayQuorum } from './quorum-at.ts'

const start = Temporal.Instant.from('2026-01-15T14:00Z')
const after = (minutes: number): Temporal.Instant => start.add({ minutes })
const threeQuarters: QuorumRule = {
  kind: 'share',
  numerator: 3,
  denominator: 4,
  moreThan: false,
  counts: 'people',
  of: { kind: 'group', group: 'commissioning' },
  vacantSeats: 'counted',
}
const places = Array.from({ length: 8 }, (_, index) => ({
  key: placeKey('seat', index + 1),
  group: 'commissioning',
  voting: 'voting' as const,
  filled: true,
  agency: null,
}))
const stay = (index: number, from: Temporal.Instant | null = null, to: Temporal.Instant | null = null): Stay => ({
  person: `person-${index}`,
  name: '',
  place: placeKey('seat', index),
  deputy: false,
  mode: 'in_room',
  from,
  to,
})
const basis = (stays: readonly Stay[], rule: QuorumRule = threeQuarters): QuorumBasis => ({
  rule,
  modesCounted: ['in-room', 'remote'],
  groupNames: new Map([['commissioning', 'commissioning members']]),
  places,
  stays,
  chairs: [],
  consultation: null,
  deputiesNotAccepted: new Set(),
  chairAgencies: new Map(),
  exclusions: [],
})

test('G6: quorum is lost at the very instant at which the sixth member leaves, and said in words', () => {
  const stays = [1, 2, 3, 4, 5].map((index) => stay(index))
  const whole = basis([...stays, stay(6, null, after(115))])
  assert.equal(quorumAt(whole, after(114)).state, 'quorate')
  const lost = quorumAt(whole, after(115))
  assert.equal(lost.state, 'not-quorate')
  assert.match(lost.reasons[0]?.words ?? '', /^5 of 8 commissioning members present \(62.5%\), 75% needed/)
  const course = quorumThrough(whole, start)
  assert.deepEqual(
    course.map(({ from, verdict }) => [from.toString(), verdict.state]),
    [
      [start.toString(), 'quorate'],
      [after(115).toString(), 'not-quorate'],
    ],
  )
})

test('G6: somebody who comes back counts again, and a second stay of one person counts once', () => {
  const five = [1, 2, 3, 4, 5].map((index) => stay(index))
  const returning = basis([...five, stay(6, null, after(10)), stay(6, after(30), null)])
  assert.deepEqual(
    [5, 20, 40].map((minutes) => quorumAt(returning, after(minutes)).state),
    ['quorate', 'not-quorate', 'quorate'],
  )
  assert.equal(quorumAt(basis([...five, stay(5)]), start).state, 'not-quorate')
})

test('G6: where the terms state no quorum nothing is invented', () => {
  assert.equal(quorumAt(basis([], { kind: 'not-stated' }), start).state, 'not-stated')
})

test('G6: a waiver that names the consulted and their views makes the meeting quorate by exception', () => {
  const waived = { ...basis([stay(1)], { kind: 'waiver', rule: threeQuarters, when: 'chair-consulted-absent' }) }
  assert.equal(quorumAt(waived, start).state, 'not-quorate')
  const consultation = { consulted: ['Ana Field'], views: 'Content with the proposal.' }
  assert.equal(quorumAt({ ...waived, consultation }, start).state, 'quorate-by-exception')
})

const minutes = fc.integer({ min: 0, max: 120 })
const stays = fc.array(
  fc.record({
    index: fc.integer({ min: 1, max: 8 }),
    from: fc.option(minutes),
    length: fc.option(fc.integer({ min: 1, max: 90 })),
    remote: fc.boolean(),
  }),
  { maxLength: 12 },
)

test('G6, M8: where the law wants members in the room the link counts for nothing, whatever the terms say: no quorum and no vote rests on it', () => {
  const presenceLaw = { source: 'An act of 1972' }
  fc.assert(
    fc.property(stays, minutes, (list, at) => {
      const made = list.map(({ index, from, length, remote }): Stay => {
        const begin = from === null ? null : after(from)
        return {
          ...stay(index, begin, length === null ? null : (begin ?? start).add({ minutes: length })),
          mode: remote ? 'remote' : 'in_room',
        }
      })
      const inRoom = made.filter(({ mode }) => mode === 'in_room')
      const lawful = { ...basis(made), presenceLaw }
      const evidence = quorumEvidence(lawful, after(at))
      assert.equal(evidence.verdict.state, quorumAt(basis(inRoom), after(at)).state)
      assert.deepEqual(replayQuorum(JSON.parse(JSON.stringify(evidence))), evidence.verdict)
      const voters = (one: QuorumBasis) =>
        electorateAt(one, undefined, after(at), new Set())
          .voters.map(({ person }) => person)
          .toSorted()
      assert.deepEqual(voters(lawful), voters(basis(inRoom)))
      // Whoever is left out is counted in words: people on the link whose place nobody fills in the room.
      const there = (mode: Stay['mode']) => made.filter((one) => one.mode === mode && covers(one, after(at))).map(({ person }) => person)
      const linked = new Set(there('remote')).difference(new Set(there('in_room'))).size
      const said = evidence.verdict.reasons.find(({ words }) => words.includes('remote link'))
      assert.equal(said?.have ?? 0, linked)
      if (linked > 0) assert.match(said?.words ?? '', /not counted: the law wants members in the room \(An act of 1972\)\.$/)
    }),
  )
})

test('M8: kept evidence judged again after a passage through JSON gives the stored verdict', () => {
  fc.assert(
    fc.property(stays, minutes, (list, at) => {
      const made = list.map(({ index, from, length, remote }): Stay => {
        const begin = from === null ? null : after(from)
        const end = length === null ? null : (begin ?? start).add({ minutes: length })
        return { ...stay(index, begin, end), mode: remote ? 'remote' : 'in_room' }
      })
      const evidence = quorumEvidence(basis(made), after(at))
      assert.deepEqual(replayQuorum(JSON.parse(JSON.stringify(evidence))), evidence.verdict)
      // A brute-force count over the places says the same.
      const attended = places.filter(({ key }) => made.some((one) => one.place === key && covers(one, after(at)))).length
      assert.equal(evidence.verdict.state === 'quorate', attended * 4 >= places.length * 3)
    }),
  )
})

test('M8: a stay holds from its first instant and no longer at its last', () => {
  assert.equal(covers({ from: start, to: after(5) }, start), true)
  assert.equal(covers({ from: start, to: after(5) }, after(5)), false)
})
