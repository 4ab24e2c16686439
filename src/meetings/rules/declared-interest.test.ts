import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { Terms } from '#governance/public.ts'
import {
  awaitingRuling,
  type DeclaredInterest,
  exclusionsOf,
  firstConsequence,
  type KeptConsequence,
  keptConsequences,
  leaversOf,
  type Ruling,
  rulingsOpen,
  whyNotRuled,
} from './declared-interest.ts'
import { covers } from './presence.ts'

const start = Temporal.Instant.from('2026-01-15T14:00Z')
const after = (minutes: number): Temporal.Instant => start.add({ minutes })
const terms = (pecuniary: string, mayBeAskedToLeave = true, rest = 'stay') =>
  ({ interests: { status: 'stated', source: null, value: { default: rest, pecuniary, mayBeAskedToLeave } } }) as unknown as Terms
const interest = (more: Partial<DeclaredInterest> = {}): DeclaredInterest => ({
  id: 'i',
  item: 'item-6',
  person: 'p',
  name: 'Fay',
  kind: 'pecuniary',
  nature: 'A contract',
  source: 'declared',
  sensitive: false,
  consequence: 'leave',
  from: 'terms',
  rulings: [],
  dispensed: undefined,
  declaredAt: start,
  withdrawnAt: undefined,
  version: 1,
  ...more,
})

const ruling = (minutes: number, consequence: KeptConsequence): Ruling => ({ at: after(minutes), by: 'C', consequence, words: 'w' })

test('G13: the terms say what follows; what they leave open waits for the chair; a dispensation comes first', () => {
  assert.deepEqual(firstConsequence(terms('stay-silent'), 'pecuniary', false), {
    consequence: 'stay_silent',
    from: 'terms',
    because: undefined,
  })
  assert.equal(firstConsequence(terms('leave'), 'personal', false).consequence, 'stay')
  assert.equal(firstConsequence(terms('chair-decides'), 'prejudicial', false).because, 'chair-decides')
  assert.equal(firstConsequence(undefined, 'pecuniary', false).because, 'not-stated')
  assert.deepEqual(firstConsequence(terms('leave'), 'pecuniary', true), { consequence: 'stay', from: 'dispensation', because: undefined })
})

test('G13: the chair rules, and rules anew, never on their own interest, and against the terms only where they let a member be asked out', () => {
  const chair = { person: 'chair' }
  const waiting = interest({ consequence: undefined, from: undefined })
  assert.equal(whyNotRuled(waiting, terms('chair-decides'), 'stay', chair), undefined)
  assert.equal(whyNotRuled(waiting, undefined, 'stay', null), 'no-chair')
  assert.equal(whyNotRuled(waiting, undefined, 'stay', { person: 'p' }), 'chair-own-interest')
  const stays = interest({ consequence: 'stay' })
  assert.equal(whyNotRuled(stays, terms('stay'), 'leave', chair), undefined)
  assert.equal(whyNotRuled(stays, terms('stay'), 'stay_silent', chair), 'only-leave')
  assert.equal(whyNotRuled(stays, terms('stay', false), 'leave', chair), 'settled-by-terms')
  assert.equal(whyNotRuled(interest(), terms('leave'), 'stay', chair), 'settled-by-terms')
  const asked = interest({ from: 'chair', rulings: [ruling(5, 'leave')] })
  for (const next of keptConsequences) assert.equal(whyNotRuled(asked, undefined, next, chair), undefined)
  assert.equal(whyNotRuled(asked, terms('stay-silent'), 'stay_silent', chair), undefined)
  assert.equal(whyNotRuled(asked, terms('stay-silent'), 'stay', chair), 'only-leave')
  assert.equal(whyNotRuled({ ...asked, withdrawnAt: after(6) }, undefined, 'stay', chair), 'withdrawn')
  assert.equal(whyNotRuled(asked, undefined, 'stay', { person: 'p' }), 'chair-own-interest')
  assert.equal(whyNotRuled(interest({ from: 'dispensation', consequence: 'stay' }), undefined, 'leave', chair), 'dispensed')
  assert.deepEqual(rulingsOpen(stays, terms('stay')), ['leave'])
  assert.deepEqual(awaitingRuling([waiting, stays], 'item-6'), [waiting])
})

test('G13: each ruling holds until the next: out until the second and in after it, or the reverse', () => {
  const times = [{ item: 'item-6', from: after(10), to: after(60) }]
  const stretches = (...rulings: readonly Ruling[]) =>
    exclusionsOf([interest({ from: 'chair', consequence: rulings.at(-1)?.consequence, rulings })], times).map(({ from, to }) => [from, to])
  assert.deepEqual(stretches(ruling(5, 'leave'), ruling(30, 'stay')), [[after(10), after(30)]])
  assert.deepEqual(stretches(ruling(5, 'stay'), ruling(30, 'leave')), [[after(30), after(60)]])
  assert.deepEqual(stretches(ruling(5, 'leave'), ruling(20, 'stay'), ruling(40, 'leave')), [
    [after(10), after(20)],
    [after(40), after(60)],
  ])
})

test('G13: whoever must leave is out for exactly the stretches of the item, from the ruling on, and no longer than it stands', () => {
  const minute = fc.integer({ min: 0, max: 120 })
  const stretch = fc.record({ item: fc.constantFrom('item-6', 'item-7'), from: minute, length: fc.integer({ min: 1, max: 30 }) })
  fc.assert(
    fc.property(
      fc.array(stretch, { maxLength: 5 }),
      fc.option(minute, { nil: undefined }),
      fc.uniqueArray(fc.tuple(minute, fc.constantFrom(...keptConsequences)), { minLength: 1, maxLength: 4, selector: ([at]) => at }),
      minute,
      (times, withdrawn, unordered, asked) => {
        const ruled = unordered.toSorted(([a], [b]) => a - b)
        const consequence = ruled.at(-1)?.[1]
        const one = interest({
          consequence,
          from: 'chair',
          rulings: ruled.map(([at, said]) => ruling(at, said)),
          withdrawnAt: withdrawn === undefined ? undefined : after(withdrawn),
        })
        const on = times.map(({ item, from, length }) => ({ item, from: after(from), to: after(from + length) }))
        const isOut = exclusionsOf([one], on).some((exclusion) => covers(exclusion, after(asked)))
        const heldThen = ruled.findLast(([at]) => at <= asked)?.[1]
        const isOn = times.some(({ item, from, length }) => item === 'item-6' && asked >= from && asked < from + length)
        assert.equal(isOut, heldThen === 'leave' && isOn && (withdrawn === undefined || asked < withdrawn))
        assert.equal(leaversOf([one], 'item-6').has('p'), consequence === 'leave' && withdrawn === undefined)
      },
    ),
  )
})
