import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { contentClasses } from './access.ts'
import { agreementStanding, type Cover, isObjectedTo, narrowest, type Stand } from './agreement.ts'

const agencies = ['school', 'health', 'council']
const cover = fc.record({ organisation: fc.constantFrom(...agencies), class: fc.constantFrom(...contentClasses) })
const stand: fc.Arbitrary<Stand> = fc.record({
  stance: fc.constant('narrower' as const),
  organisations: fc.subarray(agencies),
  classes: fc.subarray([...contentClasses]),
  verdict: fc.constantFrom(undefined, 'narrower' as const, 'as-agreed' as const),
  isEnded: fc.boolean(),
})
const key = (one: Cover): string => `${one.organisation} ${one.class}`

test('E3: of an agreement and others who may decide the narrowest holds, and what is settled as agreed or over narrows nothing', () => {
  fc.assert(
    fc.property(fc.array(cover, { maxLength: 12 }), fc.array(stand, { maxLength: 3 }), stand, (scope, stands, another) => {
      const open = narrowest(scope, stands).map(key)
      // The slow way: of each cover, everybody who counts is asked.
      const slow = scope.filter((one) => {
        for (const { verdict, isEnded, organisations, classes } of stands)
          if (!isEnded && verdict !== 'as-agreed' && !(organisations.includes(one.organisation) && classes.includes(one.class)))
            return false
        return true
      })
      assert.deepEqual(open, slow.map(key))
      // What is sent with agreement passes over nobody exactly where its agency reads the assessment by it.
      for (const target of agencies)
        assert.equal(isObjectedTo(stands, target), narrowest([{ organisation: target, class: 'assessment' }], stands).length === 0)
      const after = narrowest(scope, [...stands, another]).map(key)
      assert.ok(after.every((one) => open.includes(one)))
      if (another.isEnded || another.verdict === 'as-agreed') assert.deepEqual(after, open)
    }),
  )
})

test('E3: an agreement that ran out needs renewal: it is neither withdrawn nor in force, from the first day on which it no longer holds', () => {
  const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
  const given = { isGiven: true, holdsUntil: day('2026-07-01'), withdrawnAt: undefined }
  assert.equal(agreementStanding(given, day('2026-06-30')), 'in-force')
  assert.equal(agreementStanding(given, day('2026-07-01')), 'needs-renewal')
  assert.equal(agreementStanding({ ...given, withdrawnAt: Temporal.Instant.from('2026-03-01T09:00:00Z') }, day('2026-08-01')), 'withdrawn')
  assert.equal(agreementStanding({ isGiven: false, holdsUntil: undefined, withdrawnAt: undefined }, day('2026-03-01')), 'refused')
})
