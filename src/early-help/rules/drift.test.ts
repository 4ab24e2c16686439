import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type DriftFacts, type Drifting, type DriftSign, driftOf, driftPage, driftSigns } from './drift.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const rule = { openMonths: 12, reviews: 3, firstReviewWeeks: 6 }
const today = day('2026-11-23')
const well: DriftFacts = {
  ...{ requestedOn: day('2026-06-01'), agreedOn: day('2026-06-02'), closedOn: undefined, closureReason: undefined, hasLead: true },
  ...{ agreedUntil: day('2026-12-02'), reviews: 1, children: 2, silentChildren: 0, planAgreedOn: day('2026-07-01'), unaskedChildren: 0 },
  ...{ nextReviewOn: day('2026-11-23'), unsettledNeeds: 2, hasClosingPlan: false, lateAnswers: 0, lateTransitions: 0, pauses: [] },
}
const signs = (facts: Partial<DriftFacts>, on = today) => driftOf({ ...well, ...facts }, rule, on).map(({ sign }) => sign)

const closed = { closedOn: day('2026-11-01'), hasLead: false, agreedUntil: undefined, closureReason: 'needs-met', hasClosingPlan: true }

/** Each sign of the handbook’s list (3.9) by hand, for 23 November 2026: what is just not drift, and what is on its first day or with its first one. */
const byHand: Readonly<Record<DriftSign, readonly [string, Partial<DriftFacts>, Partial<DriftFacts>]>> = {
  'open-long': ['twelve months to the day are not over twelve', { agreedOn: day('2025-11-23') }, { agreedOn: day('2025-11-22') }],
  'many-reviews': ['the third review', { reviews: 2 }, { reviews: 3 }],
  'sibling-silent': ['one sibling without entry', { silentChildren: 0 }, { silentChildren: 1 }],
  'no-agreement': ['the first day on which it no longer holds', { agreedUntil: day('2026-11-24') }, { agreedUntil: today }],
  'plan-unasked': ['one child not asked about the plan', { unaskedChildren: 0 }, { unaskedChildren: 1 }],
  'outcome-open': ['one need without an outcome at closure', { ...closed, unsettledNeeds: 0 }, { ...closed, unsettledNeeds: 1 }],
  'action-unanswered': ['one action past its day that nobody accepted', { lateAnswers: 0 }, { lateAnswers: 1 }],
  'review-overdue': ['a review due yesterday', { nextReviewOn: today }, { nextReviewOn: day('2026-11-22') }],
  'no-lead': ['nobody leads', { hasLead: true }, { hasLead: false }],
  'transition-late': ['one transition beyond its clock', { lateTransitions: 0 }, { lateTransitions: 1 }],
}

for (const [sign, [what, notYet, now]] of Object.entries(byHand))
  test(`E4, E5: drift list, ${sign}: ${what}`, () => {
    assert.deepEqual(signs(notYet), [])
    assert.deepEqual(signs(now), [sign])
  })

test('E4, E5: the list has the ten signs, shows all that hold in their order, and the first review is due six weeks after the plan', () => {
  assert.equal(driftSigns.length, 10)
  assert.deepEqual(signs({}), [])
  assert.deepEqual(signs({ agreedUntil: undefined }), ['no-agreement'])
  assert.deepEqual(signs({ nextReviewOn: undefined, planAgreedOn: day('2026-10-12') }), [], 'six weeks after the plan is today')
  assert.deepEqual(signs({ nextReviewOn: undefined, planAgreedOn: day('2026-10-11') }), ['review-overdue'])
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
  const ended = { ...closed, unsettledNeeds: 0 }
  assert.deepEqual(signs({ ...ended, hasClosingPlan: false }), ['outcome-open'])
  assert.deepEqual(signs({ ...ended, closureReason: 'other' }), ['outcome-open'])
  for (const closureReason of ['refused', 'duplicate', 'died'])
    assert.deepEqual(signs({ ...closed, hasClosingPlan: false, closureReason }), [])
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

test('E7: page after page of the drift list shows each family once, those one keeps and with the most reasons first', () => {
  const reason = { sign: 'no-lead', count: 1 } as const
  const line = fc.record({
    isOwn: fc.boolean(),
    requestedOn: fc.integer({ min: 0, max: 400 }).map((days) => Temporal.PlainDate.from('2026-01-01').add({ days })),
    why: fc.integer({ min: 1, max: 5 }).map((count) => Array.from({ length: count }, () => reason)),
  })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (lines, size) => {
      const { pages } = driftPage(lines, 1, size)
      assert.equal(pages, Math.max(1, Math.ceil(lines.length / size)))
      const read = Array.from({ length: pages }, (_, index) => driftPage(lines, index + 1, size).shown)
      assert.ok(read.slice(0, -1).every((shown) => shown.length === size))
      assert.equal(new Set(read.flat()).size, lines.length)
      const rank = ({ isOwn, why, requestedOn }: Drifting) => [isOwn ? 0 : 1, 9 - why.length, requestedOn.toString()].join(' ')
      assert.deepEqual(read.flat().map(rank), lines.map(rank).toSorted())
      assert.deepEqual(driftPage(lines, pages + 7, size), driftPage(lines, pages, size))
      assert.deepEqual(driftPage(lines, 0, size), driftPage(lines, 1, size))
    }),
  )
})
