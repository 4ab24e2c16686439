import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  chainOf,
  type DelegatedPower,
  type DelegationFacts,
  type DelegationHolder,
  delegatedPowers,
  delegationStanding,
  limitOf,
  type OwnPower,
  type ProposedDelegation,
  refuseDelegation,
  refuseUse,
  type Scheme,
  sameHolder,
} from './delegation-scheme.ts'

const first = Temporal.PlainDate.from('2026-01-01')
const dayAt = (days: number): Temporal.PlainDate => first.add({ days })
const dayIn = fc.integer({ min: 0, max: 60 }).map(dayAt)
const own: OwnPower = (key) => (key === 'money' ? 'decide' : key === 'plan' ? 'recommend' : undefined)

const holder: fc.Arbitrary<DelegationHolder> = fc.oneof(
  fc.constantFrom('home', 'a', 'b', 'c', 'd').map((body) => ({ kind: 'body', body }) as const),
  fc.constantFrom('p', 'q', 'r', 's').map((person) => ({ kind: 'person', person }) as const),
  fc.constantFrom('Director', 'director', 'Manager', 'Head').map((title) => ({ kind: 'post', title, organisation: undefined }) as const),
)
/** Mostly the first, so that lines grow long before somebody tries something wrong. */
const mostly = <Value>(usual: Value, odd: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: odd })

/** A delegation that somebody tries to record; it rests on the one so many before it, where there is one, and mostly ends with that. */
const tried = fc.record({
  functionKey: mostly('money', fc.constantFrom('plan', 'other')),
  origin: mostly<'terms' | 'law'>('terms', fc.constant('law')),
  back: fc.option(fc.nat({ max: 3 }), { nil: undefined, freq: 6 }),
  holder,
  may: mostly<DelegatedPower>('decide', fc.constantFrom(...delegatedPowers)),
  limitPence: mostly<number | undefined>(undefined, fc.integer({ min: 1, max: 500 })),
  mayHandOn: mostly(true, fc.constant(false)),
  startsOn: mostly(dayAt(10), dayIn),
  endsOn: mostly<Temporal.PlainDate | 'with-above' | undefined>('with-above', fc.option(dayIn, { nil: undefined })),
  revokedOn: mostly<Temporal.PlainDate | undefined>(undefined, dayIn),
})
type Tried = typeof tried extends fc.Arbitrary<infer One> ? One : never

/** Records what is not refused, one after the other, and revokes some of it. */
function built(attempts: readonly Tried[]): Scheme {
  const scheme = new Map<string, DelegationFacts>()
  for (const { back, revokedOn, ...one } of attempts) {
    const parent = back === undefined ? undefined : [...scheme.values()].at(-1 - back)
    const { functionKey, origin } = parent ?? one
    const endsOn = one.endsOn === 'with-above' ? parent?.endsOn : one.endsOn
    const proposed: ProposedDelegation = { ...one, endsOn, body: 'home', functionKey, origin, parent: parent?.id }
    if (refuseDelegation(proposed, { scheme, own, isSame: sameHolder }).length > 0) continue
    const id = `d${scheme.size}`
    const isLater = revokedOn && Temporal.PlainDate.compare(revokedOn, one.startsOn) >= 0
    scheme.set(id, { ...proposed, id, revokedOn: isLater ? revokedOn : undefined })
  }
  return scheme
}

test('G14: whatever people try, no line of delegations comes back to somebody in it, gives more than was held, or lasts longer', () => {
  fc.assert(
    fc.property(fc.array(tried, { minLength: 12, maxLength: 40 }), (attempts) => {
      const scheme = built(attempts)
      for (const id of scheme.keys()) {
        const chain = chainOf(scheme, id)
        const [one, ...above] = chain
        if (one === undefined) assert.fail('it is in the scheme')
        assert.equal(
          above.some((other) => sameHolder(other.holder, one.holder)),
          false,
          'it goes round',
        )
        assert.equal(one.origin === 'terms' && one.holder.kind === 'body' && one.holder.body === 'home', false, 'it comes home')
        for (const [index, higher] of above.entries()) {
          const lower = chain[index]
          assert.ok(higher.mayHandOn && delegatedPowers.indexOf(higher.may) >= delegatedPowers.indexOf(lower?.may ?? 'decide'))
          assert.ok((limitOf(scheme, id) ?? 0) <= (limitOf(scheme, higher.id) ?? Number.POSITIVE_INFINITY))
          if (higher.endsOn) assert.ok(lower?.endsOn && Temporal.PlainDate.compare(lower.endsOn, higher.endsOn) <= 0)
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('G14: what is in force on a day rests on what is in force on that day, up to the terms or the law', () => {
  fc.assert(
    fc.property(fc.array(tried, { minLength: 12, maxLength: 40 }), dayIn, (attempts, day) => {
      const scheme = built(attempts)
      for (const id of scheme.keys()) {
        if (delegationStanding(scheme, id, own, day) !== 'in-force') continue
        for (const { id: higher } of chainOf(scheme, id)) assert.equal(delegationStanding(scheme, higher, own, day), 'in-force')
        // Terms that no longer give the function take everything with them that rests on them.
        const gone = delegationStanding(scheme, id, () => undefined, day)
        assert.equal(gone, scheme.get(id)?.origin === 'law' ? 'in-force' : 'rests-on-nothing')
      }
    }),
    { numRuns: 200 },
  )
})

test('G14: a decision rests on a delegation in force to decide, by its holder, within the least sum of the line', () => {
  const base = { body: 'home', origin: 'terms', functionKey: 'money', may: 'decide', mayHandOn: true, revokedOn: undefined } as const
  const director: DelegationFacts = {
    ...{ ...base, id: 'up', parent: undefined, holder: { kind: 'post', title: 'Director', organisation: undefined } },
    ...{ limitPence: 100, startsOn: first, endsOn: dayAt(30) },
  }
  const manager: DelegationFacts = {
    ...{ ...base, id: 'down', parent: 'up', holder: { kind: 'person', person: 'p' }, limitPence: undefined },
    ...{ startsOn: first, endsOn: dayAt(30) },
  }
  const scheme = new Map([director, manager].map((one) => [one.id, one]))
  const codes = (days: number, pence: number | undefined, isHolder = true) =>
    refuseUse(scheme, 'down', own, { decidedOn: dayAt(days), pence, isHolder }).map(({ code }) => code)
  assert.deepEqual(codes(29, 100), [])
  assert.deepEqual(codes(29, undefined), [])
  assert.deepEqual(codes(30, 101, false), ['delegation-not-in-force', 'delegation-of-another', 'over-delegated-limit'])
  const advising = new Map([['one', { ...director, id: 'one', may: 'recommend' } as const]])
  assert.deepEqual(
    refuseUse(advising, 'one', own, { decidedOn: first, pence: undefined, isHolder: true }).map(({ code }) => code),
    ['delegation-only-advises'],
  )
})

test('G14: a record that named itself or a missing one above it is read to its end and gives nothing', () => {
  const odd: DelegationFacts = {
    ...{ id: 'x', body: 'home', origin: 'terms', functionKey: 'money', parent: 'x', holder: { kind: 'person', person: 'p' } },
    ...{ may: 'decide', limitPence: undefined, mayHandOn: true, startsOn: first, endsOn: undefined, revokedOn: undefined },
  }
  assert.equal(chainOf(new Map([['x', odd]]), 'x').length, 1)
  assert.equal(delegationStanding(new Map([['x', odd]]), 'x', own, first), 'rests-on-nothing')
  assert.equal(delegationStanding(new Map([['x', { ...odd, parent: 'gone' }]]), 'x', own, first), 'rests-on-nothing')
})
