import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { courseStanding, impactOf, sessionState } from './training.ts'
import { evaluationAsked, impactByAgency } from './training-impact.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

test('E9: a mandatory course is current until its refresher is due, and over from that day', () => {
  const attended = [{ person: 'a', course: 'c', on: day('2024-02-29') }]
  const at = (today: string, refreshMonths: number | undefined = 24) =>
    courseStanding({ course: 'c', refreshMonths }, attended, 'a', day(today)).standing
  assert.equal(at('2024-02-28'), 'never')
  assert.equal(at('2025-06-01'), 'current')
  assert.equal(at('2026-01-15'), 'due-soon')
  assert.equal(at('2026-02-27'), 'due-soon')
  assert.equal(at('2026-02-28'), 'over')
  assert.equal(courseStanding({ course: 'c', refreshMonths: undefined }, attended, 'a', day('2099-01-01')).standing, 'current')
  assert.equal(courseStanding({ course: 'c', refreshMonths: 1 }, attended, 'b', day('2026-01-01')).standing, 'never')
})

test('E9: what a course changed is a mean of differences, and of too few it is not shown', () => {
  assert.deepEqual(impactOf([], 5), { state: 'nobody' })
  assert.deepEqual(impactOf([{ before: 1, now: 5 }], 5), { state: 'too-few' })
  fc.assert(
    fc.property(
      fc.array(fc.record({ before: fc.integer({ min: 1, max: 5 }), now: fc.integer({ min: 1, max: 5 }) }), { minLength: 5 }),
      (all) => {
        const impact = impactOf(all, 5)
        assert.equal(impact.state, 'shown')
        if (impact.state !== 'shown') return
        // The slow way: the mean of what they said now less the mean of before.
        const mean = (of: 'before' | 'now') => all.reduce((sum, one) => sum + one[of], 0) / all.length
        assert.ok(Math.abs(impact.tenths / 10 - (mean('now') - mean('before'))) <= 0.05 + 1e-9)
      },
    ),
  )
})

test('E9: a session without a date or a size is not open, and neither is a draft', () => {
  const open = { isAgreed: true, isCancelled: false, heldOn: day('2026-05-01'), capacity: 2, taken: 1, waiting: 0 }
  const today = day('2026-05-01')
  assert.equal(sessionState(open, today), 'open')
  assert.equal(sessionState({ ...open, taken: 2 }, today), 'full')
  assert.equal(sessionState({ ...open, waiting: 1 }, today), 'full')
  assert.equal(sessionState({ ...open, isAgreed: false }, today), 'draft')
  assert.equal(sessionState({ ...open, heldOn: undefined }, today), 'no-date')
  assert.equal(sessionState({ ...open, capacity: undefined }, today), 'no-date')
  assert.equal(sessionState(open, day('2026-05-02')), 'over')
  assert.equal(sessionState({ ...open, isCancelled: true }, today), 'cancelled')
})

test('E9: what a course changed is shown by agency, and an agency of too few is not found by taking the others from the whole', () => {
  const said = (agency: string, count: number) => Array.from({ length: count }, () => ({ agency, before: 2, now: 4 }))
  const shown = (day: ReturnType<typeof said>) =>
    impactByAgency(day, [], 5)
      .agencies.filter((one) => one.day.state === 'shown')
      .map(({ agency }) => agency)
  assert.deepEqual(shown([...said('police', 6), ...said('schools', 7)]), ['police', 'schools'])
  // One nurse is too few; the police, the smallest that could be shown, stand aside with the nurse.
  assert.deepEqual(shown([...said('health', 1), ...said('police', 6), ...said('schools', 7)]), ['schools'])
  // Five who are hidden together tell of nobody.
  assert.deepEqual(shown([...said('health', 2), ...said('housing', 3), ...said('police', 6)]), ['police'])
  assert.deepEqual(impactByAgency([], [{ agency: 'police', isUsed: true }], 1).all.later, { state: 'shown', used: 1, people: 1 })
  // The slow way, for whatever agencies: whoever is not shown is nobody, or at least five.
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 6 }), (sizes) => {
      const day = sizes.flatMap((size, at) => said(String(at), size))
      const { all, agencies } = impactByAgency(day, [], 5)
      const peopleOf = (impact: typeof all.day) => (impact.state === 'shown' ? impact.people : 0)
      const rest = day.length - agencies.reduce((sum, one) => sum + peopleOf(one.day), 0)
      assert.ok(all.day.state !== 'shown' || rest === 0 || rest >= 5)
      assert.ok(agencies.every((one) => one.day.state !== 'shown' || one.day.people >= 5))
    }),
    { seed: 730 },
  )
})

test('E9: whoever attended is asked on the day what it changed, and months later whether they used it, once each', () => {
  const its = { attended: true, now: null, later: null, laterFrom: day('2026-06-20') }
  assert.equal(evaluationAsked(its, day('2026-03-20')), 'day')
  assert.equal(evaluationAsked({ ...its, attended: false }, day('2026-03-20')), undefined)
  assert.equal(evaluationAsked({ ...its, now: 4 }, day('2026-06-19')), undefined)
  assert.equal(evaluationAsked({ ...its, now: 4 }, day('2026-06-20')), 'later')
  assert.equal(evaluationAsked({ ...its, now: 4, later: 5 }, day('2026-06-20')), undefined)
})
