import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { delegatedShares, purchaseProblem, shareStanding } from './delegated.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const factor = (weight: number, ...values: readonly number[]) => ({
  weight,
  values: new Map(values.map((value, place) => [String(place), BigInt(value)])),
})
const holders = (count: number) => Array.from({ length: count }, (_, place) => String(place))

test('C14: a budget is divided by weighted factors to the penny, as worked by hand', () => {
  // Children 600 and 400 weigh 3, children in need 10 and 30 weigh 1: 3 * 0.6 + 0.25 = 2.05 of 4, and 1.95 of 4.
  const divided = delegatedShares(1000_01n, holders(2), [factor(3, 600, 400), factor(1, 10, 30)])
  assert.deepEqual(divided.ok && [...divided.shares.values()], [512_51n, 487_50n])
  assert.deepEqual(delegatedShares(10n, holders(3), [factor(1, 1, 1, 1)]), {
    ok: true,
    shares: new Map([
      ['0', 4n],
      ['1', 3n],
      ['2', 3n],
    ]),
  })
  assert.deepEqual(delegatedShares(1n, [], [factor(1)]), { ok: false, lack: 'no-holder' })
  assert.deepEqual(delegatedShares(1n, holders(1), []), { ok: false, lack: 'no-factor' })
  assert.deepEqual(delegatedShares(1n, holders(2), [factor(1, 5)]), { ok: false, lack: 'value-missing' })
  assert.deepEqual(delegatedShares(1n, holders(2), [factor(1, 0, 0)]), { ok: false, lack: 'factor-empty' })
})

test('C14: shares come to the sum for any weights, are within a penny of a slow calculator, and doubling every value of a factor changes nothing', () => {
  const factors = fc.array(fc.tuple(fc.integer({ min: 1, max: 100 }), fc.array(fc.nat(5000), { minLength: 3, maxLength: 3 })), {
    minLength: 1,
    maxLength: 4,
  })
  fc.assert(
    fc.property(fc.bigInt(1n, 10n ** 11n), factors, (pence, drawn) => {
      const made = drawn.map(([weight, values]) => factor(weight, ...values))
      const divided = delegatedShares(pence, holders(3), made)
      if (!divided.ok) return
      const shares = [...divided.shares.values()]
      assert.equal(
        shares.reduce((sum, share) => sum + share, 0n),
        pence,
      )
      const all = drawn.reduce((sum, [weight]) => sum + weight, 0)
      for (const [place, share] of shares.entries()) {
        const part = drawn.reduce(
          (sum, [weight, values]) => sum + (weight / all) * ((values[place] ?? 0) / values.reduce((one, other) => one + other, 0)),
          0,
        )
        assert.ok(Math.abs(Number(share) - Number(pence) * part) <= 1 + Number(pence) * 1e-9)
      }
      const doubled = delegatedShares(
        pence,
        holders(3),
        drawn.map(([weight, values]) => factor(weight, ...values.map((value) => value * 2))),
      )
      assert.deepEqual(doubled, divided)
    }),
  )
})

test('C14: a share is what was spent, given back and left, also after something was undone', () => {
  const entry = (id: string, kind: 'purchase' | 'undone' | 'returned', pence: bigint, undoes?: string) => ({
    id,
    kind,
    pence,
    undoes,
    happenedOn: day('2026-05-01'),
  })
  assert.deepEqual(
    shareStanding(100n, [
      entry('a', 'purchase', 60n),
      entry('b', 'undone', 60n, 'a'),
      entry('c', 'purchase', 30n),
      entry('d', 'returned', 20n),
    ]),
    {
      ...{ share: 100n, spent: 30n, returned: 20n, left: 50n },
    },
  )
})

test('C14: nothing is bought outside its time, its rule, its limit or its share', () => {
  const budget = { handedOn: day('2026-04-20'), startsOn: day('2026-04-01'), endsOn: day('2027-04-01') }
  const rule = { id: 'r', holder: undefined, limit: 50n, startsOn: day('2026-05-01'), endsOn: undefined }
  const tried = (on: string, pence: bigint, left = 100n, more = rule) =>
    purchaseProblem({ holder: 'h', on: day(on), pence }, budget, more, left)
  assert.equal(tried('2026-05-01', 50n), undefined)
  assert.equal(tried('2026-04-30', 50n), 'budget-by-rule')
  assert.equal(tried('2026-04-19', 50n), 'budget-before-hand-over')
  assert.equal(tried('2027-04-01', 50n), 'budget-in-its-time')
  assert.equal(tried('2026-05-01', 51n), 'budget-within-limit')
  assert.equal(tried('2026-05-01', 50n, 49n), 'budget-within-share')
  assert.equal(
    purchaseProblem({ holder: 'x', on: day('2026-05-01'), pence: 1n }, budget, { ...rule, holder: 'y' } as never, 9n),
    'budget-by-rule',
  )
  assert.equal(
    purchaseProblem({ holder: 'x', on: day('2026-05-01'), pence: 1n }, { ...budget, handedOn: undefined }, rule, 9n),
    'budget-not-handed',
  )
})
