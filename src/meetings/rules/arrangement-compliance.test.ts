import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { complianceOrder, countStates, isAskedFor, worstFirst } from './arrangement-compliance.ts'

const state = fc.constantFrom(...complianceOrder)
const findings = fc.array(fc.record({ state, rule: fc.constantFrom('quorum' as const, 'seats' as const) }), { maxLength: 30 })

test('G17: every finding is counted once, and asking for each state in turn finds every one once', () => {
  fc.assert(
    fc.property(findings, (list) => {
      const counts = countStates(list)
      assert.equal(
        Object.values(counts).reduce((sum, one) => sum + one, 0),
        list.length,
      )
      for (const one of complianceOrder)
        assert.equal(list.filter((finding) => isAskedFor(finding, { state: one, rule: undefined })).length, counts[one])
    }),
  )
})

test('G17: with nothing asked for, what is broken or at risk is shown, and nothing else', () => {
  const shown = complianceOrder.filter((one) => isAskedFor({ state: one, rule: 'quorum' }, { state: undefined, rule: undefined }))
  assert.deepEqual(shown, ['broken', 'at-risk'])
  assert.equal(isAskedFor({ state: 'met', rule: 'quorum' }, { state: undefined, rule: 'quorum' }), true)
  assert.equal(isAskedFor({ state: 'met', rule: 'seats' }, { state: undefined, rule: 'quorum' }), false)
})

test('G17: the board with the most that is broken stands first, and none is lost', () => {
  const boards = fc.array(
    findings.map((list, index = 0) => ({ name: `Board ${index}`, counts: countStates(list) })),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(boards, (list) => {
      const sorted = worstFirst(list)
      assert.equal(sorted.length, list.length)
      for (const [index, one] of sorted.slice(1).entries()) assert.ok((sorted[index]?.counts.broken ?? 0) >= one.counts.broken)
    }),
  )
})
