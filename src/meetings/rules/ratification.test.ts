import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  forceOf,
  type PartnerStanding,
  type RatificationRule,
  refuseAnswer,
  refuseAsk,
  standingOf,
  type TakingHome,
} from './ratification.ts'

const day = (offset: number): Temporal.PlainDate => Temporal.PlainDate.from('2026-01-01').add({ days: offset })
const today = day(100)

const partner = fc
  .record({
    class: fc.constantFrom('health', 'council', ''),
    answer: fc.constantFrom('agreed', 'agreed_with_changes', 'declined', 'pending'),
    offset: fc.integer({ min: 0, max: 100 }),
  })
  .map(
    ({ offset, ...rest }): Omit<PartnerStanding, 'id'> => ({
      ...rest,
      answer: rest.answer as PartnerStanding['answer'],
      answeredOn: rest.answer === 'pending' ? undefined : day(offset),
    }),
  )
const partners = fc
  .array(partner, { minLength: 1, maxLength: 9 })
  .map((list) => list.map((one, index): PartnerStanding => ({ ...one, id: String(index) })))
const rule: fc.Arbitrary<RatificationRule> = fc.oneof(
  fc.constant({ kind: 'all' as const, needed: undefined, class: '' }),
  fc.integer({ min: 1, max: 9 }).map((needed) => ({ kind: 'number' as const, needed, class: '' })),
  fc.constant({ kind: 'class' as const, needed: undefined, class: 'health' }),
)
const home = fc.record({ partners, rule, startsOn: fc.option(fc.integer({ min: 0, max: 150 }).map(day), { nil: undefined }) })
const ranks = { ended: 0, 'changes-asked': 1, waiting: 2, agreed: 3, 'in-force': 4 } as const
const rank = (one: TakingHome): number => ranks[forceOf(one, today).state]
const withAnswer = (one: TakingHome, id: string, answer: PartnerStanding['answer']): TakingHome => ({
  ...one,
  partners: one.partners.map((each) => (each.id === id ? { ...each, answer, answeredOn: day(50) } : each)),
})

test('M10: the order in which partners answer makes no difference', () => {
  fc.assert(
    fc.property(home, fc.infiniteStream(fc.nat()), (one, keys) => {
      const shuffled = one.partners
        .map((each) => ({ each, key: keys.next().value ?? 0 }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ each }) => each)
      assert.deepEqual(forceOf({ ...one, partners: shuffled }, today), forceOf(one, today))
    }),
  )
})

test('M10: one more agreement never takes a decision further from being in force, a decline never nearer', () => {
  fc.assert(
    fc.property(home, fc.nat(8), (one, pick) => {
      const id = String(pick % one.partners.length)
      assert.ok(rank(withAnswer(one, id, 'agreed')) >= rank(one) || one.partners[Number(id)]?.answer === 'agreed')
      assert.ok(rank(withAnswer(one, id, 'declined')) <= rank(one))
    }),
  )
})

test('M10: in force only when the rule is satisfied by plain agreement and the start has come', () => {
  fc.assert(
    fc.property(home, (one) => {
      const { state, agreed, of, needed, since } = forceOf(one, today)
      assert.ok(agreed <= of)
      assert.equal(state === 'in-force' || state === 'agreed', needed > 0 && agreed >= needed)
      if (since === undefined) return
      assert.equal(state === 'in-force', Temporal.PlainDate.compare(since, today) <= 0)
      assert.ok(one.startsOn === undefined || Temporal.PlainDate.compare(since, one.startsOn) >= 0)
    }),
  )
})

test('M10: what is in force stays so as days pass', () => {
  fc.assert(
    fc.property(home, fc.integer({ min: 0, max: 400 }), (one, later) => {
      if (forceOf(one, today).state === 'in-force') assert.equal(forceOf(one, today.add({ days: later })).state, 'in-force')
    }),
  )
})

const listed = (...answers: readonly PartnerStanding['answer'][]): readonly PartnerStanding[] =>
  answers.map((answer, index) => ({
    id: String(index),
    class: index < 2 ? 'health' : 'council',
    answer,
    answeredOn: answer === 'pending' ? undefined : day(index),
  }))
const stateOf = (kind: RatificationRule['kind'], needed: number | undefined, ...answers: readonly PartnerStanding['answer'][]) =>
  forceOf({ rule: { kind, needed, class: kind === 'class' ? 'health' : '' }, startsOn: undefined, partners: listed(...answers) }, today)
    .state

test('M10: a decline under ‘all’ ends it; under a number it ends only when too few are left; other kinds of seat do not count', () => {
  assert.equal(stateOf('all', undefined, 'agreed', 'declined', 'pending'), 'ended')
  assert.equal(stateOf('number', 2, 'agreed', 'declined', 'pending'), 'waiting')
  assert.equal(stateOf('number', 2, 'declined', 'declined', 'pending'), 'ended')
  assert.equal(stateOf('class', undefined, 'agreed', 'agreed', 'declined'), 'in-force')
})

test('M10: ‘agreed with changes’ does not count, and says that other words are needed where nothing else can satisfy the rule', () => {
  assert.equal(stateOf('all', undefined, 'agreed', 'agreed_with_changes'), 'changes-asked')
  assert.equal(stateOf('number', 1, 'pending', 'agreed_with_changes'), 'waiting')
})

test('M10: in force from the day on which the last that was needed agreed, or from a later stated start', () => {
  const rule = { kind: 'number' as const, needed: 2, class: '' }
  const partners = listed('agreed', 'agreed', 'agreed')
  assert.equal(forceOf({ rule, startsOn: undefined, partners }, today).since?.toString(), day(1).toString())
  const later = forceOf({ rule, startsOn: today.add({ days: 1 }), partners }, today)
  assert.equal(later.state, 'agreed')
  assert.equal(later.since?.toString(), today.add({ days: 1 }).toString())
})

test('M10: what was said of earlier words does not count for changed ones, but for the partner whose changes they are', () => {
  const answers = [
    { ratification: 'a', textNumber: 1, number: 1, answer: 'agreed' as const, answeredOn: day(1) },
    { ratification: 'b', textNumber: 1, number: 1, answer: 'agreed_with_changes' as const, answeredOn: day(2) },
  ]
  const text = { number: 2, takesUp: 'b', putOn: day(5) }
  assert.equal(standingOf({ id: 'a', class: '' }, text, answers).answer, 'pending')
  assert.deepEqual(standingOf({ id: 'b', class: '' }, text, answers), { id: 'b', class: '', answer: 'agreed', answeredOn: day(5) })
})

test('M10: of several entries of one answer the last put right counts', () => {
  const entry = { ratification: 'a', textNumber: 1, answeredOn: day(1) }
  const answers = [
    { ...entry, number: 2, answer: 'declined' as const },
    { ...entry, number: 1, answer: 'agreed' as const },
  ]
  assert.equal(standingOf({ id: 'a', class: '' }, { number: 1, takesUp: undefined, putOn: day(0) }, answers).answer, 'declined')
})

test('M10: nobody is asked by a rule that no answer could satisfy', () => {
  const asked = { startsOn: undefined, dueOn: day(30), decidedOn: day(0), classes: ['health', 'council'] }
  const codes = (rule: RatificationRule, more = {}) => refuseAsk({ ...asked, rule, ...more }, day(1)).map(({ code }) => code)
  assert.deepEqual(codes({ kind: 'number', needed: 3, class: '' }), ['needed-too-many'])
  assert.deepEqual(codes({ kind: 'number', needed: undefined, class: '' }), ['needed-missing'])
  assert.deepEqual(codes({ kind: 'class', needed: undefined, class: 'schools' }), ['class-empty'])
  assert.deepEqual(codes({ kind: 'all', needed: undefined, class: '' }, { classes: [] }), ['no-partner'])
  assert.deepEqual(codes({ kind: 'all', needed: undefined, class: '' }, { dueOn: day(0), startsOn: day(-1) }), [
    'due-past',
    'starts-before',
  ])
})

test('M10: a partner answers once, in its own time, with what it wants changed; the clerk with evidence', () => {
  const asked = { withdrawn: false, decidedOn: day(0), hasAnswered: false }
  const given = { as: 'lead' as const, answer: 'agreed' as const, answeredOn: day(3), words: '', evidence: '' }
  assert.equal(refuseAnswer(asked, given, day(3)), undefined)
  assert.equal(refuseAnswer({ ...asked, hasAnswered: true }, given, day(3))?.code, 'answered-already')
  assert.equal(refuseAnswer({ ...asked, withdrawn: true }, given, day(3))?.code, 'ask-withdrawn')
  assert.equal(refuseAnswer(asked, given, day(2))?.code, 'in-the-future')
  assert.equal(refuseAnswer(asked, { ...given, answeredOn: day(-1) }, day(3))?.code, 'answered-before-decided')
  assert.equal(refuseAnswer(asked, { ...given, answer: 'declined' }, day(3))?.code, 'why-missing')
  assert.equal(refuseAnswer(asked, { ...given, as: 'clerk' }, day(3))?.code, 'evidence-missing')
  assert.equal(refuseAnswer({ ...asked, hasAnswered: true }, { ...given, as: 'clerk', evidence: 'Letter' }, day(3)), undefined)
})
