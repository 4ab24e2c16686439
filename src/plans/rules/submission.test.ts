import assert from 'node:assert/strict'
import { test } from 'node:test'
import { conditionLines, daysLate, outcomeProblem, type SubmissionFacts, submissionStanding } from './submission.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const today = day('2026-06-30')
const facts = (more: Partial<SubmissionFacts> = {}): SubmissionFacts => ({
  ...{ dueOn: day('2026-06-30'), outcome: null, withdrawnOn: null, sendings: [], queries: [], conditions: [] },
  ...more,
})
const sent = (on: string, asDraft = false) => ({ sentOn: day(on), asDraft })

test('P3: a submission is in time on its last day and overdue the day after, also where only a draft was sent', () => {
  assert.equal(submissionStanding(facts(), today), 'to-send')
  assert.equal(submissionStanding(facts(), today.add({ days: 1 })), 'overdue')
  assert.equal(submissionStanding(facts({ sendings: [sent('2026-06-01', true)] }), today), 'draft-sent')
  assert.equal(submissionStanding(facts({ sendings: [sent('2026-06-01', true)] }), today.add({ days: 1 })), 'overdue')
  assert.equal(submissionStanding(facts({ sendings: [sent('2026-07-09')] }), today), 'sent')
  assert.equal(submissionStanding(facts({ sendings: [sent('2026-07-09')], queries: [{ answeredOn: null }] }), today), 'queried')
  assert.equal(daysLate(facts({ sendings: [sent('2026-06-01', true), sent('2026-07-09'), sent('2026-08-01')] })), 9)
  assert.equal(daysLate(facts({ sendings: [sent('2026-06-30')] })), 0)
  assert.equal(daysLate(facts({ sendings: [sent('2026-06-01', true)] })), null)
})

test('P3: a conditional approval stays open until every condition is met', () => {
  const with_ = (...met: readonly (string | null)[]) =>
    facts({ outcome: 'conditional', conditions: met.map((on) => ({ metOn: on === null ? null : day(on) })) })
  assert.equal(submissionStanding(with_('2026-06-01', null), today), 'conditions-open')
  assert.equal(submissionStanding(with_('2026-06-01', '2026-06-02'), today), 'conditions-met')
  assert.equal(submissionStanding(facts({ outcome: 'not-approved' }), today), 'not-approved')
  assert.equal(submissionStanding(facts({ withdrawnOn: today }), today), 'withdrawn')
})

test('P3: there is no outcome before what was sent, none of a draft alone, and conditions only with a conditional one', () => {
  const asked = (outcome: 'approved' | 'conditional', on: string, conditions: readonly string[] = []) => ({
    outcome,
    outcomeOn: day(on),
    conditions,
  })
  assert.equal(outcomeProblem(asked('approved', '2026-06-20'), [sent('2026-06-01', true)], today)?.code, 'not-sent')
  assert.equal(outcomeProblem(asked('approved', '2026-05-31'), [sent('2026-06-01')], today)?.code, 'before-sent')
  assert.equal(outcomeProblem(asked('approved', '2026-07-01'), [sent('2026-06-01')], today)?.code, 'in-the-future')
  assert.equal(outcomeProblem(asked('conditional', '2026-06-20'), [sent('2026-06-01')], today)?.code, 'required')
  assert.equal(outcomeProblem(asked('approved', '2026-06-20', ['x']), [sent('2026-06-01')], today)?.code, 'conditions-of-others')
  assert.equal(outcomeProblem(asked('conditional', '2026-06-01', ['x']), [sent('2026-06-01')], today), undefined)
})

test('P3: conditions are read one a line, without the numbers that stand before them', () => {
  assert.deepEqual(conditionLines('1. Say who leads\n\n • Say the cost \n2026 plan of beds'), [
    'Say who leads',
    'Say the cost',
    '2026 plan of beds',
  ])
})
