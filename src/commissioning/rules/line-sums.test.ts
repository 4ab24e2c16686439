import assert from 'node:assert/strict'
import { test } from 'node:test'
import { carriedInto } from './line.ts'
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

test('C5: what is given and what moves brought from another year make the budget of all lines; moves within the year cancel out', () => {
  const line = (original: bigint, moved: bigint) => ({ original, moved })
  const given = [
    { planned: 600n, varied: 50n },
    { planned: 400n, varied: -20n },
  ]
  const lines = [line(700n, 50n - 90n), line(300n, -20n + 90n), line(0n, 21n)]
  assert.equal(carriedInto(lines, given), 21n)
  assert.equal(
    lines.reduce((sum, { original, moved }) => sum + original + moved, 0n),
    given.reduce((sum, { planned, varied }) => sum + planned + varied, 0n) + carriedInto(lines, given),
  )
  assert.equal(carriedInto([line(5n, -3n)], []), -3n)
})
