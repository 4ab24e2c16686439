import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { judgeQuorum, leastForShare, mayDecide, type Presence, type QuorumInput, type QuorumRule, type QuorumSeat } from './quorum.ts'

function seat(key: string, group: string | null = null, extra: Partial<QuorumSeat> = {}): QuorumSeat {
  return { key, group, voting: 'voting', filled: true, ...extra }
}

function present(key: string, extra: Partial<Presence> = {}): Presence {
  return { person: `holder of ${key}`, seat: key, agency: null, mode: 'in-room', deputy: null, chair: false, excluded: false, ...extra }
}

function input(seats: readonly QuorumSeat[], people: readonly Presence[], extra: Partial<QuorumInput> = {}): QuorumInput {
  return { seats, present: people, modesCounted: ['in-room'], consultation: null, groupNames: new Map(), ...extra }
}

const half: QuorumRule = {
  kind: 'share',
  numerator: 1,
  denominator: 2,
  moreThan: false,
  counts: 'people',
  of: { kind: 'voting-members' },
  vacantSeats: 'not-counted',
}
const members = (n: number): QuorumRule => ({ kind: 'at-least', n, counts: 'people', of: { kind: 'members' } })
const ofGroup = (n: number, group: string): QuorumRule => ({ kind: 'at-least', n, counts: 'people', of: { kind: 'group', group } })

test('G6: shares are whole numbers: half of 13 is 7, more than half of 14 is 8', () => {
  assert.equal(leastForShare(1, 2, false, 13), 7)
  assert.equal(leastForShare(1, 2, true, 14), 8)
  assert.equal(leastForShare(75, 100, false, 8), 6)
  assert.equal(leastForShare(1, 3, true, 9), 4)
})

test('G6: a verdict gives the reason in words', () => {
  const seats = Array.from({ length: 8 }, (_, index) => seat(`c${index}`, 'commissioning'))
  const rule: QuorumRule = { ...half, numerator: 75, denominator: 100, of: { kind: 'group', group: 'commissioning' } }
  const groupNames = new Map([['commissioning', 'commissioning members']])
  const verdict = judgeQuorum(
    rule,
    input(
      seats,
      seats.slice(0, 5).map(({ key }) => present(key)),
      { groupNames },
    ),
  )
  assert.equal(verdict.state, 'not-quorate')
  assert.equal(verdict.reasons[0]?.words, '5 of 8 commissioning members present (62.5%), 75% needed: 6.')
})

test('G6: a vacant seat counts in the total only where the rule says so', () => {
  const seats = Array.from({ length: 14 }, (_, index) => seat(`s${index}`, null, { filled: index !== 13 }))
  const seven = seats.slice(0, 7).map(({ key }) => present(key))
  const six = seven.slice(0, 6)
  assert.equal(judgeQuorum(half, input(seats, six)).state, 'not-quorate')
  assert.equal(judgeQuorum(half, input(seats, seven)).state, 'quorate')
  const moreThanHalf = { ...half, moreThan: true }
  assert.equal(judgeQuorum(moreThanHalf, input(seats, seven)).state, 'quorate')
  assert.equal(judgeQuorum({ ...moreThanHalf, vacantSeats: 'counted' }, input(seats, seven)).state, 'not-quorate')
})

test('G6: two people of one agency are one agency, and the chair’s agency is the chair', () => {
  const rule: QuorumRule = { kind: 'all', rules: [{ kind: 'chair-present' }, { kind: 'agencies-besides-chair', n: 2 }] }
  const seats = ['a', 'b', 'c', 'd'].map((key) => seat(key))
  const room = (agencies: readonly string[], chairs = true) =>
    judgeQuorum(
      rule,
      input(
        seats,
        agencies.map((agency, index) => present(seats[index]?.key ?? '', { agency, chair: chairs && index === 0 })),
      ),
    ).state
  assert.equal(room(['Council', 'Police', 'Health']), 'quorate')
  assert.equal(room(['Council', 'Police', 'Police']), 'not-quorate')
  assert.equal(room(['Council', 'Council', 'Police']), 'not-quorate')
  assert.equal(room(['Council', 'Police', 'Health'], false), 'not-quorate')
})

test('G6: an independent chair holds no seat and is the chair all the same, with an agency where there is one', () => {
  const rule: QuorumRule = { kind: 'all', rules: [{ kind: 'chair-present' }, { kind: 'agencies-besides-chair', n: 2 }] }
  const seats = [seat('a'), seat('b')]
  const members = [present('a', { agency: 'Council' }), present('b', { agency: 'Police' })]
  const chaired = (change: Partial<Presence>) =>
    judgeQuorum(rule, input(seats, [...members, present('', { seat: null, person: 'chair', chair: true, ...change })])).state
  assert.equal(chaired({}), 'quorate')
  assert.equal(chaired({ agency: 'Council' }), 'not-quorate')
  assert.equal(chaired({ excluded: true }), 'not-quorate')
  assert.equal(chaired({ mode: 'remote' }), 'not-quorate')
})

test('G6: the member counts before the deputy, one person for one seat', () => {
  const seats = [seat('a'), seat('b')]
  const both = [present('a'), present('a', { person: 'deputy', deputy: 'accepted' })]
  assert.equal(judgeQuorum(members(2), input(seats, both)).state, 'not-quorate')
  const twice = [present('a', { person: 'same', deputy: 'accepted' }), present('b', { person: 'same', deputy: 'accepted' })]
  assert.equal(judgeQuorum(members(2), input(seats, twice)).state, 'not-quorate')
  const unaccepted = [present('a'), present('b', { deputy: 'not-accepted' })]
  assert.equal(judgeQuorum(members(2), input(seats, unaccepted)).state, 'not-quorate')
  assert.equal(judgeQuorum(members(2), input(seats, [present('a'), present('b', { deputy: 'accepted' })])).state, 'quorate')
})

test('G6: who must leave for an interest is not counted; all members conflicted is not quorate', () => {
  const seats = [seat('a'), seat('b')]
  assert.equal(judgeQuorum(members(2), input(seats, [present('a'), present('b', { excluded: true })])).state, 'not-quorate')
  const conflicted = seats.map(({ key }) => present(key, { excluded: true }))
  assert.equal(judgeQuorum(members(1), input(seats, conflicted)).state, 'not-quorate')
})

test('G6: remote attendance counts where the terms say so', () => {
  const seats = [seat('a')]
  const remote = [present('a', { mode: 'remote' })]
  assert.equal(judgeQuorum(members(1), input(seats, remote)).state, 'not-quorate')
  assert.equal(judgeQuorum(members(1), input(seats, remote, { modesCounted: ['in-room', 'remote'] })).state, 'quorate')
})

test('G6: a group without seats leaves the rule undefined; somebody in a seat that ended is not counted', () => {
  const verdict = judgeQuorum(ofGroup(2, 'nobody'), input([seat('a')], [present('a')]))
  assert.equal(verdict.state, 'undefined')
  assert.equal(mayDecide(verdict), null)
  assert.equal(judgeQuorum(members(1), input([seat('a')], [present('ended yesterday')])).state, 'not-quorate')
})

test('G6: the exception needs who was consulted and what they said', () => {
  const rule: QuorumRule = { kind: 'waiver', rule: members(2), when: 'chair-consulted-absent' }
  const seats = [seat('a'), seat('b')]
  const judged = (consulted: readonly string[], views: string) =>
    judgeQuorum(rule, input(seats, [present('a')], { consultation: { consulted, views } })).state
  assert.equal(judged(['Holder of b'], 'Agrees.'), 'quorate-by-exception')
  assert.equal(judged(['Holder of b'], '  '), 'not-quorate')
  assert.equal(judged([], 'Agrees.'), 'not-quorate')
  assert.equal(
    judgeQuorum(
      rule,
      input(
        seats,
        seats.map(({ key }) => present(key)),
      ),
    ).state,
    'quorate',
  )
})

test('G6: no quorum required and not stated are different answers', () => {
  assert.equal(judgeQuorum({ kind: 'none' }, input([seat('a')], [])).state, 'no-quorum-required')
  const silent = judgeQuorum({ kind: 'not-stated' }, input([seat('a')], [present('a')]))
  assert.equal(silent.state, 'not-stated')
  assert.equal(mayDecide(silent), null)
})

const GROUPS = ['x', 'y'] as const

const atom: fc.Arbitrary<QuorumRule> = fc.oneof(
  fc.record({
    kind: fc.constant('at-least' as const),
    n: fc.integer({ min: 1, max: 5 }),
    counts: fc.constantFrom('people' as const, 'seats' as const, 'agencies' as const),
    of: fc.constantFrom({ kind: 'members' as const }, { kind: 'voting-members' as const }, { kind: 'group' as const, group: 'x' }),
  }),
  fc.record({
    kind: fc.constant('share' as const),
    numerator: fc.integer({ min: 1, max: 4 }),
    denominator: fc.integer({ min: 4, max: 5 }),
    moreThan: fc.boolean(),
    counts: fc.constant('people' as const),
    of: fc.constantFrom({ kind: 'members' as const }, { kind: 'voting-members' as const }, { kind: 'group' as const, group: 'y' }),
    vacantSeats: fc.constantFrom('counted' as const, 'not-counted' as const),
  }),
)

const anyRule: fc.Arbitrary<QuorumRule> = fc.oneof(
  atom,
  fc.record({ kind: fc.constantFrom('all' as const, 'any' as const), rules: fc.array(atom, { minLength: 1, maxLength: 3 }) }),
)

const board = fc.array(
  fc.record({
    group: fc.constantFrom(...GROUPS),
    voting: fc.constantFrom('voting' as const, 'non_voting' as const, 'observer' as const),
    filled: fc.boolean(),
    here: fc.boolean(),
    agency: fc.constantFrom('Council', 'Police', 'Health'),
  }),
  { minLength: 1, maxLength: 8 },
)

type Board = readonly { group: string; voting: 'voting' | 'non_voting' | 'observer'; filled: boolean; here: boolean; agency: string }[]

function roomOf(places: Board): QuorumInput {
  const seats = places.map(({ group, voting, filled }, index) => seat(String(index), group, { voting, filled }))
  return input(
    seats,
    places.flatMap(({ here, agency }, index) => (here ? [present(String(index), { agency })] : [])),
  )
}

/** The slow way: list the places one by one for each atom and compare fractions as products. */
function bruteForce(rule: QuorumRule, places: Board): boolean | null {
  if (rule.kind === 'all' || rule.kind === 'any') {
    const parts = rule.rules.map((part) => bruteForce(part, places))
    if (rule.kind === 'all') return parts.includes(false) ? false : parts.includes(null) ? null : true
    return parts.includes(true) ? true : parts.includes(null) ? null : false
  }
  if (rule.kind !== 'at-least' && rule.kind !== 'share') throw new Error('not generated')
  const set = rule.of
  const inside = places.filter((place) => {
    if (place.voting === 'observer') return false
    if (set.kind === 'members') return true
    return set.kind === 'group' ? place.group === set.group : place.voting === 'voting'
  })
  const here = inside.filter((place) => place.filled && place.here)
  if (rule.kind === 'share') {
    const total = inside.filter((place) => place.filled || rule.vacantSeats === 'counted').length
    if (total === 0) return null
    const difference = here.length * rule.denominator - total * rule.numerator
    return rule.moreThan ? difference > 0 : difference >= 0
  }
  if (inside.length === 0) return null
  return (rule.counts === 'agencies' ? new Set(here.map(({ agency }) => agency)).size : here.length) >= rule.n
}

test('G6: a brute-force count over small boards gives the same verdicts', () => {
  fc.assert(
    fc.property(anyRule, board, (rule, places) => {
      assert.equal(mayDecide(judgeQuorum(rule, roomOf(places))), bruteForce(rule, places))
    }),
    { numRuns: 500 },
  )
})

test('G6: more people present never loses a quorum', () => {
  fc.assert(
    fc.property(anyRule, board, fc.nat(), (rule, places, pick) => {
      const before = mayDecide(judgeQuorum(rule, roomOf(places)))
      const arrives = pick % places.length
      const after = mayDecide(
        judgeQuorum(rule, roomOf(places.map((place, index) => (index === arrives ? { ...place, here: true } : place)))),
      )
      if (before === true) assert.equal(after, true)
    }),
  )
})

test('G6: an observer changes nothing, and a vacancy only a rule that counts it', () => {
  fc.assert(
    fc.property(anyRule, board, (rule, places) => {
      const before = judgeQuorum(rule, roomOf(places)).state
      const observer = { group: 'x', voting: 'observer' as const, filled: true, here: true, agency: 'Elsewhere' }
      assert.equal(judgeQuorum(rule, roomOf([...places, observer])).state, before)
      const counted = JSON.stringify(rule).includes('"counted"')
      const groupExists = places.some((place) => place.group === 'x' && place.voting === 'voting')
      const vacancy = { group: 'x', voting: 'voting' as const, filled: false, here: false, agency: 'Council' }
      if (!counted && groupExists) assert.equal(judgeQuorum(rule, roomOf([...places, vacancy])).state, before)
    }),
  )
})
