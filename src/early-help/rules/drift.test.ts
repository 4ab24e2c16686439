import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type DriftFacts, driftOf, driftSigns } from './drift.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const rule = { openMonths: 12, reviews: 3, firstReviewWeeks: 6 }
const today = day('2026-11-23')
const well: DriftFacts = {
  ...{ requestedOn: day('2026-06-01'), agreedOn: day('2026-06-02'), closedOn: undefined, closureReason: undefined, hasLead: true },
  ...{ agreedUntil: day('2026-12-02'), reviews: 1, children: 2, silentChildren: 0, planAgreedOn: day('2026-07-01'), unaskedChildren: 0 },
  ...{ nextReviewOn: day('2026-11-23'), unsettledNeeds: 2, hasClosingPlan: false, lateAnswers: 0, lateTransitions: 0, pauses: [] },
}
const signs = (facts: Partial<DriftFacts>, on = today) => driftOf({ ...well, ...facts }, rule, on).map(({ sign }) => sign)

test('E4, E5: each reason for the drift list begins on its day and not before', () => {
  assert.deepEqual(signs({}), [])
  assert.deepEqual(signs({ agreedOn: day('2025-11-23') }), [], 'twelve months to the day are not more than twelve')
  assert.deepEqual(signs({ agreedOn: day('2025-11-22') }), ['open-long'])
  assert.deepEqual(signs({ agreedUntil: today }), ['no-agreement'], 'the first day on which it no longer holds')
  assert.deepEqual(signs({ agreedUntil: undefined }), ['no-agreement'])
  assert.deepEqual(signs({ nextReviewOn: day('2026-11-22') }), ['review-overdue'])
  assert.deepEqual(signs({ nextReviewOn: undefined, planAgreedOn: day('2026-10-12') }), [], 'six weeks after the plan is today')
  assert.deepEqual(signs({ nextReviewOn: undefined, planAgreedOn: day('2026-10-11') }), ['review-overdue'])
  assert.deepEqual(signs({ reviews: 2 }), [])
  assert.deepEqual(signs({ reviews: 3, hasLead: false, silentChildren: 1, lateAnswers: 2, lateTransitions: 1, unaskedChildren: 1 }), [
    ...['no-lead', 'transition-late', 'action-unanswered', 'many-reviews', 'sibling-silent', 'plan-unasked'],
  ])
})

test('E4: whoever has not agreed is asked for nothing that follows from it, but does not stand there for ever', () => {
  const asked = {
    agreedOn: undefined,
    agreedUntil: undefined,
    hasLead: false,
    planAgreedOn: undefined,
    nextReviewOn: undefined,
    silentChildren: 2,
  }
  assert.deepEqual(signs(asked), [])
  assert.deepEqual(signs({ ...asked, requestedOn: day('2025-11-01') }), ['open-long'])
})

test('E4, E5: a pause stops the clock of what is long open and of a review, for its days and no longer, and no other clock', () => {
  const pause = (startsOn: string, endsOn?: string) => ({ startsOn: day(startsOn), endsOn: endsOn === undefined ? undefined : day(endsOn) })
  const long = { agreedOn: day('2025-11-20'), planAgreedOn: undefined, nextReviewOn: undefined }
  assert.deepEqual(signs(long), ['open-long'])
  assert.deepEqual(signs({ ...long, pauses: [pause('2026-03-01', '2026-03-04')] }), [], 'three days late, three days paused')
  assert.deepEqual(signs({ ...long, pauses: [pause('2026-03-01', '2026-03-03')] }), ['open-long'])
  assert.deepEqual(signs({ ...long, pauses: [pause('2025-11-01', '2025-11-20')] }), ['open-long'], 'before it began nothing ran')
  const late = { nextReviewOn: day('2026-11-20') }
  assert.deepEqual(signs({ ...late, pauses: [pause('2026-11-19')] }), [], 'a pause that runs')
  assert.deepEqual(
    signs({ ...late, pauses: [pause('2026-06-10', '2026-06-30')] }),
    ['review-overdue'],
    'a pause before the plan was agreed anew',
  )
  assert.deepEqual(signs({ hasLead: false, agreedUntil: undefined, lateTransitions: 1, pauses: [pause('2026-07-01')] }), [
    ...['no-lead', 'no-agreement', 'transition-late'],
  ])
})

test('E5: a closed family stands there for its outcome and for nothing else', () => {
  const closed = { closedOn: day('2026-11-01'), hasLead: false, agreedUntil: undefined, closureReason: 'needs-met' }
  assert.deepEqual(signs({ ...closed, hasClosingPlan: true, unsettledNeeds: 0 }), [])
  assert.deepEqual(signs({ ...closed, hasClosingPlan: true }), ['outcome-open'])
  assert.deepEqual(signs({ ...closed, unsettledNeeds: 0 }), ['outcome-open'])
  assert.deepEqual(signs({ ...closed, hasClosingPlan: true, unsettledNeeds: 0, closureReason: 'other' }), ['outcome-open'])
  for (const closureReason of ['refused', 'duplicate', 'died']) assert.deepEqual(signs({ ...closed, closureReason }), [])
})

test('E4: what is late stays late on every later day, and signs come once and in their order', () => {
  fc.assert(
    fc.property(fc.nat(900), fc.nat(400), fc.nat(5), fc.boolean(), fc.nat(900), fc.nat(300), (ago, more, count, hasLead, since, long) => {
      const startsOn = today.subtract({ days: since })
      const facts = {
        pauses: [{ startsOn, endsOn: startsOn.add({ days: long + 1 }) }],
        agreedOn: today.subtract({ days: ago }),
        reviews: count,
        lateAnswers: count,
        hasLead,
        agreedUntil: undefined,
      }
      const [now, later] = [signs(facts), signs(facts, today.add({ days: more }))]
      for (const sign of now) assert.ok(later.includes(sign), sign)
      assert.deepEqual(
        later,
        driftSigns.filter((sign) => later.includes(sign)),
      )
    }),
  )
})
