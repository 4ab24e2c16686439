import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { declaredLate, registerStanding } from './register-review.ts'
import { termsReviewStanding } from './terms-review.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const today = day('2026-03-10')

test('G13: a register is asked for four weeks before its year is over, is overdue the day after, and is confirmed by a look', () => {
  const seen = (reviewedOn: string | undefined, newMemberDays?: number) =>
    registerStanding(
      {
        reviewedOn: reviewedOn === undefined ? undefined : day(reviewedOn),
        memberSince: day('2026-02-01'),
        everyMonths: 12,
        newMemberDays,
      },
      today,
    )
  assert.equal(seen('2026-03-10').state, 'confirmed')
  assert.equal(seen('2025-04-08').state, 'confirmed')
  assert.equal(seen('2025-04-07').state, 'due')
  assert.equal(seen('2025-03-10').state, 'due')
  assert.equal(seen('2025-03-09').state, 'overdue')
  assert.deepEqual([seen(undefined).state, seen(undefined).dueOn.toString()], ['due', '2027-02-01'])
  assert.deepEqual([seen(undefined, 28).state, seen(undefined, 28).dueOn.toString()], ['overdue', '2026-03-01'])
})

test('G13: a look today confirms whatever went before, and nobody stays confirmed for ever', () => {
  const days = fc.integer({ min: 0, max: 4000 }).map((ago) => today.subtract({ days: ago }))
  fc.assert(
    fc.property(
      days,
      fc.integer({ min: 1, max: 60 }),
      fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
      (since, months, days) => {
        const facts = { memberSince: since, everyMonths: months, newMemberDays: days }
        assert.notEqual(registerStanding({ ...facts, reviewedOn: today }, today).state, 'overdue')
        assert.equal(registerStanding({ ...facts, reviewedOn: today }, today.add({ years: 6 })).state, 'overdue')
      },
    ),
  )
})

test('G13: notice of a new interest counts from when it arose, or from joining where that came later', () => {
  const late = (startsOn: string, declaredOn: string) =>
    declaredLate({ startsOn: day(startsOn), declaredOn: day(declaredOn) }, day('2026-01-01'), 28)
  assert.equal(late('2026-02-01', '2026-03-01'), 0)
  assert.equal(late('2026-02-01', '2026-03-02'), 1)
  assert.equal(late('2019-01-01', '2026-01-29'), 0)
  assert.equal(late('2019-01-01', '2026-02-08'), 10)
})

test('G16: terms are looked at again within their interval; keeping them starts it anew, amending waits for the new version', () => {
  const standing = (...reviews: Parameters<typeof termsReviewStanding>[0]['reviews']) =>
    termsReviewStanding({ startsOn: day('2025-01-01'), everyMonths: 12, customMonths: undefined, reviews }, today)
  const kept = { outcome: 'kept', cameToNothing: false } as const
  const amended = { outcome: 'amended', reviewedOn: day('2026-01-20'), cameToNothing: false } as const
  assert.deepEqual([standing().state, standing().dueOn?.toString()], ['overdue', '2026-01-01'])
  assert.equal(standing({ ...kept, reviewedOn: day('2025-12-01') }).state, 'ahead')
  assert.equal(standing({ ...kept, reviewedOn: day('2025-05-01') }).state, 'soon')
  assert.equal(standing(amended).state, 'amending')
  assert.equal(standing({ ...amended, cameToNothing: true }).state, 'overdue')
  assert.equal(standing(amended, { ...kept, reviewedOn: day('2026-02-20') }).state, 'ahead')
  const unsaid = { startsOn: today, everyMonths: null, customMonths: undefined, reviews: [] }
  assert.equal(termsReviewStanding(unsaid, today).state, 'not-stated')
  assert.deepEqual(termsReviewStanding({ ...unsaid, customMonths: 12 }, today).isCustom, true)
})
