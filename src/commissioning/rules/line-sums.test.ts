import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lineSums } from './line-sums.ts'

test('T5: budget lines are added up year by year, and what is not known is counted and never 0', () => {
  const lines = [
    { year: 2026, budget: 100n, spent: null },
    { year: 2025, budget: null, spent: 7n },
    { year: 2026, budget: 23n, spent: 5n },
  ]
  assert.deepEqual(lineSums(lines), [
    { year: 2025, lines: 1, budget: 0n, budgetMissing: 1, spent: 7n, spentMissing: 0 },
    { year: 2026, lines: 2, budget: 123n, budgetMissing: 0, spent: 5n, spentMissing: 1 },
  ])
  assert.deepEqual(lineSums([]), [])
})
