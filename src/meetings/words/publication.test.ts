import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ruleAlone, ruleInWords } from './publication.ts'

test('M2: a rule that stands alone begins with a capital; within a sentence it does not', () => {
  const rule = { mode: 'working', days: 7, cutOff: null }
  assert.equal(ruleInWords(rule), 'seven working days before the meeting')
  assert.equal(ruleAlone(rule), 'Seven working days before the meeting')
  assert.equal(ruleAlone({ mode: 'clear-working', days: 12, cutOff: '10am' }), '12 clear working days before the meeting, by 10am')
})
