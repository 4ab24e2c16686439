import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type DisputeFacts, disputeState, nextStep, refuseStep, type TakenStep } from './dispute.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const ladder = [
  { who: 'The group itself', days: null },
  { who: 'The partnership', days: 30 },
]
const step = (number: number, change: Partial<TakenStep> = {}): TakenStep => ({
  ...{ number, takenOn: day('2026-02-01'), dueOn: day('2026-03-03'), postponedUntil: undefined, outcome: '' },
  ...change,
})
const raised: DisputeFacts = { raisedOn: day('2026-01-15'), settledOn: undefined, ladder, steps: [] }

test('G9: a dispute stands where its last step left it', () => {
  const state = (change: Partial<DisputeFacts>, today = '2026-02-10') => disputeState({ ...raised, ...change }, day(today))
  assert.equal(state({}), 'raised')
  assert.equal(state({ steps: [step(1)] }), 'waiting')
  assert.equal(state({ steps: [step(1)] }, '2026-03-03'), 'waiting', 'the last day counts')
  assert.equal(state({ steps: [step(1)] }, '2026-03-04'), 'overdue')
  assert.equal(state({ steps: [step(1, { dueOn: undefined })] }, '2030-01-01'), 'waiting', 'no days are invented')
  assert.equal(state({ steps: [step(1, { postponedUntil: day('2026-04-01') })] }, '2026-04-01'), 'postponed')
  assert.equal(state({ steps: [step(1, { postponedUntil: day('2026-04-01') })] }, '2026-04-02'), 'overdue')
  assert.equal(state({ steps: [step(1, { outcome: 'returned' })] }, '2026-04-02'), 'returned')
  assert.equal(state({ settledOn: day('2026-02-05'), steps: [step(1)] }), 'settled')
})

test('G9: a step that the ladder does not know is refused, and none is left out or taken twice', () => {
  const code = (number: number, change: Partial<DisputeFacts> = {}, takenOn = '2026-02-05') =>
    refuseStep({ ...raised, ...change }, { number, takenOn: day(takenOn) }, day('2026-02-10'))?.code
  assert.equal(code(1), undefined)
  assert.equal(code(2), 'step-out-of-order')
  assert.equal(code(3), 'step-unknown')
  assert.equal(code(0), 'step-unknown')
  assert.equal(code(3, { steps: [step(1), step(2)] }), 'step-unknown')
  assert.equal(code(1, { ladder: [] }), 'ladder-none')
  assert.equal(code(1, { settledOn: day('2026-02-01') }), 'dispute-settled')
  assert.equal(code(1, {}, '2026-01-14'), 'step-too-early')
  assert.equal(code(1, {}, '2026-02-11'), 'in-the-future')
  assert.equal(code(2, { steps: [step(1)] }, '2026-01-31'), 'step-too-early')
})

test('G9: whatever steps are asked for, those that are taken are the ladder from its foot, without a gap', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5 }), fc.array(fc.integer({ min: -1, max: 7 }), { maxLength: 20 }), (length, asked) => {
      const whole = Array.from({ length }, (_, index) => ({ who: `Step ${index + 1}`, days: null }))
      let dispute: DisputeFacts = { ...raised, ladder: whole }
      for (const number of asked) {
        const takenOn = day('2026-02-01')
        if (refuseStep(dispute, { number, takenOn }, takenOn) !== undefined) continue
        assert.equal(nextStep(dispute)?.number, number)
        dispute = { ...dispute, steps: [...dispute.steps, step(number)] }
      }
      assert.deepEqual(
        dispute.steps.map(({ number }) => number),
        dispute.steps.map((_, index) => index + 1),
      )
      assert.ok(dispute.steps.length <= length)
    }),
  )
})
