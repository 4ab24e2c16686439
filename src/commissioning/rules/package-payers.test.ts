import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sharesOf, spellsOf } from './package-payers.ts'

const start = Temporal.PlainDate.from('2026-04-06')

test('C10: the week of a move is split by days with the largest remainder; a move taken back leaves the payer before it', () => {
  const first = { payer: 'a', line: null, startsOn: start }
  const move = { startsOn: start.add({ days: 3 }), number: 1, payer: 'b', line: null }
  const of = { startsOn: start, endsOn: null }
  const split = (pence: bigint, changes: readonly (typeof move | (Omit<typeof move, 'payer'> & { payer: null }))[], week = 1) =>
    sharesOf(pence, week, of, spellsOf(first, changes)).map((one) => [one.payer, one.days, Number(one.pence)])
  assert.deepEqual(split(1562n, [move]), [
    ['a', 3, 669],
    ['b', 4, 893],
  ])
  assert.deepEqual(split(-1562n, [move]), [
    ['a', 3, -669],
    ['b', 4, -893],
  ])
  assert.deepEqual(split(1562n, [move], 2), [['b', 7, 1562]])
  assert.deepEqual(split(1562n, [move, { ...move, number: 2, payer: null }]), [['a', 7, 1562]])
  // Care that ends on the fifth day is split by four days.
  const ended = sharesOf(100n, 1, { startsOn: start, endsOn: start.add({ days: 4 }) }, spellsOf(first, [move]))
  assert.deepEqual(
    ended.map(({ days, pence }) => [days, Number(pence)]),
    [
      [3, 75],
      [1, 25],
    ],
  )
})
