import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seatTerm } from './seat-term.ts'

const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)
const stands = (today: string, ends?: string, months: number | null = 36) =>
  seatTerm(day('2022-09-15'), months, ends === undefined ? undefined : day(ends), day(today))

test('G5: a term ends so many months after it began; it is told three months before, and on that day it is over', () => {
  assert.deepEqual([stands('2025-06-14')?.state, stands('2025-06-15')?.state], ['running', 'ends-soon'])
  assert.deepEqual([stands('2025-09-14')?.state, stands('2025-09-15')?.state], ['ends-soon', 'over'])
  assert.equal(stands('2025-01-01')?.endsOn.toString(), '2025-09-15')
})

test('G5: an end that was recorded earlier counts, a later one makes no longer term; terms without a limit have none', () => {
  assert.equal(stands('2023-01-01', '2023-03-01')?.endsOn.toString(), '2023-03-01')
  assert.equal(stands('2026-01-01', '2030-01-01')?.state, 'over')
  assert.equal(stands('2026-01-01', undefined, null), undefined)
  assert.equal(seatTerm(day('2024-02-29'), 12, undefined, day('2024-03-01'))?.endsOn.toString(), '2025-02-28')
})
