import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isWorkingDay, workingDaysOf } from '#governance/public.ts'
import { type FeedbackPeriod, feedbackDeadlines, feedbackStanding, refuseExtension } from './feedback.ts'
import { type CountedFeedback, feedbackLines, partition } from './feedback-numbers.ts'

const on = (day: string): Temporal.PlainDate => Temporal.PlainDate.from(day)
const isWorking = (day: Temporal.PlainDate) => isWorkingDay(workingDaysOf('england-and-wales'), day)
const stageOne: FeedbackPeriod = {
  ...{ acknowledgeDays: null, answerWithin: 10, unit: 'working-days', firstDayCounts: false, extension: 'up-to', longest: 20 },
}
const ofTheNhs: FeedbackPeriod = {
  ...{ acknowledgeDays: 3, answerWithin: 6, unit: 'months', firstDayCounts: true, extension: 'agreed', longest: null },
}

test('S3: the day of an answer follows from the rule: working days over Christmas, months that begin with the day itself', () => {
  // 23 December 2014 was a Tuesday; Christmas, Boxing Day and New Year's Day are no working days.
  assert.equal(feedbackDeadlines(on('2014-12-23'), stageOne, isWorking).dueOn?.toString(), '2015-01-09')
  const { acknowledgeBy, dueOn } = feedbackDeadlines(on('2014-12-23'), ofTheNhs, isWorking)
  assert.deepEqual([acknowledgeBy?.toString(), dueOn?.toString()], ['2014-12-30', '2015-06-22'])
  assert.equal(feedbackDeadlines(on('2200-01-04'), stageOne, isWorking).dueOn, undefined)
})

test('S3: an answer is given more time only as far as its stage allows', () => {
  const facts = { receivedOn: on('2014-12-23'), dueOn: on('2015-01-09') }
  const refuse = (to: string, period: FeedbackPeriod) => refuseExtension({ ...facts, to: on(to) }, period, isWorking)
  assert.equal(refuse('2015-01-23', stageOne), undefined)
  assert.equal(refuse('2015-01-26', stageOne), 'longer-than-allowed')
  assert.equal(refuse('2015-01-09', stageOne), 'not-later')
  assert.equal(refuse('2019-01-09', ofTheNhs), undefined)
  assert.equal(refuse('2015-01-12', { ...stageOne, extension: 'none', longest: null }), 'no-extension')
})

test('S3: how a complaint stands: to be looked at, acknowledged, answered; late from the day after its last', () => {
  const facts = { acknowledgeBy: on('2026-03-04'), acknowledgedOn: null, dueOn: on('2026-03-20'), answeredOn: null }
  const stands = (more: object, day = '2026-03-10') => feedbackStanding({ state: 'open', ...facts, ...more }, on(day))
  assert.equal(stands({ state: 'received' }), 'to-take')
  assert.equal(stands({}), 'acknowledge')
  assert.equal(stands({ acknowledgedOn: on('2026-03-03') }), 'to-answer')
  assert.equal(stands({}, '2026-03-20'), 'acknowledge')
  assert.equal(stands({}, '2026-03-21'), 'late')
  assert.equal(stands({ state: 'answered', answeredOn: on('2026-03-20') }), 'answered')
  assert.equal(stands({ state: 'answered', answeredOn: on('2026-03-21') }), 'answered-late')
})

test('S3: no number below the least is told, nor found by taking what is told from the whole', () => {
  const cells = fc.dictionary(fc.string({ minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 30 }), { maxKeys: 8 })
  fc.assert(
    fc.property(cells, fc.integer({ min: 2, max: 10 }), (counts, fewest) => {
      const whole = Object.values(counts).reduce((sum, n) => sum + n, 0)
      const { told, rest } = partition(new Map(Object.entries(counts)), fewest)
      const sum = [...told.values()].reduce((all, n) => all + n, 0)
      assert.equal(sum + rest, whole)
      for (const [name, n] of told) assert.ok(n >= fewest && counts[name] === n)
      // What is hidden is enough and more than one, unless nothing is told apart at all.
      const hidden = Object.keys(counts).length - told.size
      assert.ok(rest === 0 || told.size === 0 || (rest >= fewest && hidden >= 2))
    }),
  )
  const of = (kind: CountedFeedback['kind'], service: string, n: number, rating: number | null = null): readonly CountedFeedback[] =>
    Array.from({ length: n }, () => ({ kind, service, provider: service, outcome: kind === 'complaint' ? 'upheld' : null, rating }))
  const lines = feedbackLines(
    [...of('complaint', 'Speech', 9), ...of('complaint', 'Bus', 3), ...of('complaint', 'Hub', 4), ...of('compliment', 'Hub', 2)],
    5,
  )
  assert.deepEqual(
    lines.filter(({ kind }) => kind === 'complaint').map(({ part, label, n }) => [part, label, n]),
    [
      ['all', '', 16],
      ['service', 'Speech', 9],
      ['rest', 'service', 7],
      ['outcome', 'upheld', 16],
    ],
  )
  assert.deepEqual(lines.find(({ kind }) => kind === 'compliment')?.told, 'few')
  assert.deepEqual(lines.find(({ kind }) => kind === 'rating')?.told, 'none')
  const rated = feedbackLines([...of('rating', 'Hub', 5, 4), ...of('rating', 'Bus', 6, 2)], 5)
  assert.deepEqual(rated.find(({ label }) => label === 'Hub')?.average, 4)
})
