import assert from 'node:assert/strict'
import { test } from 'node:test'
import { taperBalance } from './grant-saving.ts'

const year = (holds: bigint, expected: bigint | null) => ({ holds, expected, paid: 0n, delivered: null })

test('C10: support that falls to nothing over seven years, with savings that begin as it ends, is paid back in the year that the sums say', () => {
  const holds = [70n, 60n, 50n, 40n, 30n, 20n, 0n, 0n, 0n]
  const saves = [0n, 0n, 0n, 0n, 10n, 60n, 100n, 100n, 100n]
  const found = taperBalance(holds.map((pence, place) => year(pence, saves[place] ?? 0n)))
  assert.deepEqual(
    found.years.map(({ balance }) => Number(balance)),
    [-70, -130, -180, -220, -240, -200, -100, 0, 100],
  )
  assert.deepEqual([found.lastSupport, found.firstSaving, found.paidBack], [5, 4, 7])
})

test('C10: a year of which nothing is said leaves the balance unknown; without savings nothing is paid back', () => {
  const gap = taperBalance([year(10n, 0n), year(5n, null), year(0n, 100n)])
  assert.deepEqual([gap.years[0]?.balance, gap.years[1]?.balance, gap.years[2]?.balance, gap.paidBack], [-10n, null, null, null])
  assert.deepEqual(taperBalance([]), { years: [], lastSupport: null, firstSaving: null, paidBack: null })
  assert.equal(taperBalance([year(0n, 0n)]).paidBack, null)
  // Paid back at first, and in debt again: only the last turn counts.
  assert.equal(taperBalance([year(10n, 20n), year(30n, 0n), year(0n, 20n)]).paidBack, 2)
})
