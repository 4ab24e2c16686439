import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { refuseCiting, type SharingFacts, sharingReview, sharingState } from './sharing-agreement.ts'

const first = Temporal.PlainDate.from('2026-01-01')
const dayIn = fc.integer({ min: 0, max: 400 }).map((days) => first.add({ days }))
const facts: fc.Arbitrary<SharingFacts> = fc.record({
  startsOn: dayIn,
  endsOn: fc.option(dayIn, { nil: undefined }),
  withdrawnOn: fc.option(dayIn, { nil: undefined, freq: 2 }),
  reviewOn: dayIn,
  parties: fc
    .array(fc.option(dayIn, { nil: undefined, freq: 8 }), { maxLength: 4 })
    .map((days) => days.map((signedOn, index) => ({ organisation: `o${index}`, signedOn }))),
})

test('G19: an agreement that nobody ended never falls back: draft, signed, in force, then over for good', () => {
  const order = ['draft', 'signed', 'in-force', 'expired', 'withdrawn']
  fc.assert(
    fc.property(facts, dayIn, fc.nat({ max: 200 }), (one, day, later) => {
      const [before, after] = [sharingState(one, day), sharingState(one, day.add({ days: later }))]
      assert.ok(order.indexOf(after) >= order.indexOf(before), `${before} became ${after}`)
    }),
  )
})

test('G19: what cites an agreement finds it in force, signed by two or more, with itself a party', () => {
  fc.assert(
    fc.property(facts, dayIn, fc.subarray(['o0', 'o1', 'o9']), (one, day, between) => {
      if (refuseCiting(one, between, day).length > 0) return
      assert.ok(one.parties.length >= 2 && Temporal.PlainDate.compare(one.startsOn, day) <= 0)
      for (const { signedOn } of one.parties) assert.ok(signedOn && Temporal.PlainDate.compare(signedOn, day) <= 0)
      for (const organisation of between) assert.ok(one.parties.some((party) => party.organisation === organisation))
    }),
  )
  const signed = ['a', 'b'].map((organisation) => ({ organisation, signedOn: first }))
  const one = { startsOn: first, endsOn: undefined, withdrawnOn: undefined, reviewOn: first.add({ months: 6 }), parties: signed }
  assert.deepEqual(refuseCiting(one, ['a', 'b'], first), [])
  assert.deepEqual(
    [first, first.add({ months: 5 }), first.add({ months: 6 }), first.add({ months: 6, days: 1 })].map((day) => sharingReview(one, day)),
    ['ahead', 'soon', 'soon', 'overdue'],
  )
})
