import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sharesOf, spellsOf } from './package-payers.ts'

const start = Temporal.PlainDate.from('2026-04-06')

test('C10: the week of a move is split by days with the largest remainder; a move taken back leaves the payer before it', () => {
  const first = { payer: 'a', line: null, startsOn: start }
  const move = { startsOn: start.add({ days: 3 }), number: 1, payer: 'b', line: null }
  const of = { startsOn: start, endsOn: null }
  const split = (pence: bigint, changes: readonly (typeof move | (Omit<typeof move, 'payer'> & { payer: null }))[], week = 1) =>
    sharesOf({ pence, week }, of, spellsOf(first, changes)).map((one) => [one.payer, one.days, Number(one.pence)])
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
  const ended = sharesOf({ pence: 100n, week: 1 }, { startsOn: start, endsOn: start.add({ days: 4 }) }, spellsOf(first, [move]))
  assert.deepEqual(
    ended.map(({ days, pence }) => [days, Number(pence)]),
    [
      [3, 75],
      [1, 25],
    ],
  )
})

test('C10: a block of four weeks is split by the days of all of them, between payers and then between the months in which care is given', () => {
  // From Monday 20 April 2026: eleven days in April, seventeen in May; the second payer from 7 May.
  const begun = Temporal.PlainDate.from('2026-04-20')
  const spells = spellsOf({ payer: 'a', line: null, startsOn: begun }, [
    { startsOn: Temporal.PlainDate.from('2026-05-07'), number: 1, payer: 'b', line: null },
  ])
  const parts = (pence: bigint, endsOn: Temporal.PlainDate | null) =>
    sharesOf({ pence, week: 1, weeks: 4 }, { startsOn: begun, endsOn }, spells).map((one) => [
      one.payer,
      one.month.toString(),
      one.days,
      Number(one.pence),
    ])
  assert.deepEqual(parts(28_000n, null), [
    ['a', '2026-04-01', 11, 11_000],
    ['a', '2026-05-01', 6, 6_000],
    ['b', '2026-05-01', 11, 11_000],
  ])
  assert.deepEqual(parts(100n, begun.add({ days: 10 })), [['a', '2026-04-01', 10, 100]])
  for (let pence = -40n; pence < 40n; pence += 1n)
    assert.equal(
      sharesOf({ pence, week: 1, weeks: 4 }, { startsOn: begun, endsOn: null }, spells).reduce((sum, one) => sum + one.pence, 0n),
      pence,
      'the parts come to the whole',
    )
})
