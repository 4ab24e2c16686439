import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { actionsDue, countCompliance, judgeStandard, movementOf, standardKey } from './audit.ts'
import { readCaseItems } from './case-audit.ts'
import { answerDue, challengeState, fillLetter, type LadderStep, nextStep } from './challenge.ts'
import { countStates, nextMilestone, recommendationState, recommendationStates, refuseClosing, responseDue } from './recommendation.ts'
import { nextLetter, paragraphsInWords, readParagraphs } from './review.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const today = day('2026-11-22')
const open = { response: undefined, responseDueOn: undefined, closedOn: undefined, actions: [], impacts: 0 } as const

test('S1: a response is due by the right that is recorded, with or without its first day', () => {
  assert.equal(responseDue(day('2026-01-15'), { months: 2, days: 0, firstDayCounts: true }).toString(), '2026-03-14')
  assert.equal(responseDue(day('2026-01-15'), { months: 2, days: 0, firstDayCounts: false }).toString(), '2026-03-15')
  assert.equal(responseDue(day('2026-12-31'), { months: 2, days: 0, firstDayCounts: true }).toString(), '2027-02-27')
  assert.equal(responseDue(day('2026-02-01'), { months: 0, days: 28, firstDayCounts: false }).toString(), '2026-03-01')
})

test('P7: a recommendation stays open until its impact is shown, whatever else was done', () => {
  const done = { dueOn: day('2026-10-01'), doneOn: day('2026-09-30') }
  const late = { dueOn: day('2026-11-21'), doneOn: undefined }
  const ahead = { dueOn: today, doneOn: undefined }
  assert.equal(recommendationState(open, today), 'awaiting-response')
  assert.equal(recommendationState({ ...open, responseDueOn: today }, today), 'awaiting-response', 'on its last day it is not late')
  assert.equal(recommendationState({ ...open, responseDueOn: day('2026-11-21') }, today), 'response-overdue')
  assert.equal(recommendationState({ ...open, response: 'accept' }, today), 'unplanned')
  assert.equal(recommendationState({ ...open, response: 'accept', actions: [done, ahead] }, today), 'under-way')
  assert.equal(recommendationState({ ...open, response: 'part', actions: [late, ahead], impacts: 3 }, today), 'action-overdue')
  assert.equal(recommendationState({ ...open, response: 'accept', actions: [done] }, today), 'impact-due')
  assert.equal(recommendationState({ ...open, response: 'accept', actions: [done], impacts: 1 }, today), 'closable')
  assert.equal(refuseClosing({ ...open, response: 'accept', actions: [done] }), 'no-impact')
  assert.equal(refuseClosing({ ...open, response: 'accept', actions: [done, ahead], impacts: 1 }), 'actions-open')
  assert.equal(refuseClosing({ ...open, response: 'reject' }), undefined, 'a rejected one is left by a decision')
  assert.equal(refuseClosing(open), 'no-response')
})

test('P7: closing is offered exactly where the rules let it happen, and counts of states sum to the whole', () => {
  const days = fc.integer({ min: -400, max: 400 }).map((days) => today.add({ days }))
  const facts = fc.record({
    response: fc.constantFrom('accept' as const, 'part' as const, 'reject' as const, undefined),
    responseDueOn: fc.option(days, { nil: undefined }),
    closedOn: fc.option(days, { nil: undefined, freq: 9 }),
    actions: fc.array(fc.record({ dueOn: days, doneOn: fc.option(days, { nil: undefined }) }), { maxLength: 4 }),
    impacts: fc.integer({ min: 0, max: 3 }),
  })
  fc.assert(
    fc.property(fc.array(facts), (list) => {
      const states = list.map((one) => recommendationState(one, today))
      for (const [index, one] of list.entries()) assert.equal(refuseClosing(one) === undefined, states[index] === 'closable')
      assert.equal(
        countStates(states).reduce((sum, [, count]) => sum + count, 0),
        list.length,
      )
      assert.ok(states.every((state) => recommendationStates.includes(state)))
    }),
  )
})

test('P7: what is open comes back at whole steps from its milestone, always ahead', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 24 }), (past, every) => {
      const milestone = today.subtract({ days: past })
      const next = nextMilestone(milestone, every, today)
      assert.ok(Temporal.PlainDate.compare(next, today) > 0)
      assert.ok(Temporal.PlainDate.compare(next, today.add({ months: every })) <= 0, 'and never more than one step away')
    }),
  )
})

test('S1: recommendations are lettered on, and paragraphs are read as they are printed', () => {
  assert.equal(nextLetter([]), 'A')
  assert.equal(nextLetter(['A', 'b', 'D']), 'C')
  assert.equal(nextLetter([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']), 'AA')
  assert.deepEqual(readParagraphs('3, 5 to 7 and 9-10'), [3, 5, 6, 7, 9, 10])
  assert.deepEqual(readParagraphs(''), [])
  for (const typed of ['x', '7 to 5', '0', '1 to 9999', '-1']) assert.equal(readParagraphs(typed), undefined, typed)
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 60 })).map((list) => list.sort((one, other) => one - other))
  fc.assert(fc.property(numbers, (list) => assert.deepEqual(readParagraphs(paragraphsInWords(list)), list)))
})

const ladder: readonly LadderStep[] = [1, 2, 3].map((position) => ({
  ...{
    id: String(position),
    position,
    who: `Who ${position}`,
    toWhom: `To ${position}`,
    copiedTo: '',
    waitDays: 10,
    dayMode: 'working',
    letter: '',
  },
}))
const weekdays = (on: Temporal.PlainDate) => on.dayOfWeek < 6

test('P8: each step of the ladder is due once its letter has waited long enough, and no sooner', () => {
  const raised = { raisedOn: day('2026-09-01'), respondedOn: undefined, impactOn: undefined, closedOn: undefined }
  const due = answerDue(day('2026-09-01'), { waitDays: 10, dayMode: 'working' }, weekdays)
  assert.equal(due?.toString(), '2026-09-15')
  assert.equal(answerDue(day('2026-09-01'), { waitDays: 10, dayMode: 'calendar' }, weekdays)?.toString(), '2026-09-11')
  assert.equal(
    answerDue(day('2026-09-01'), { waitDays: 10, dayMode: 'working' }, () => null),
    undefined,
    'beyond the calendar nobody can say',
  )
  const sent = { position: 1, sentOn: day('2026-09-01'), answerDueOn: due, answeredOn: undefined }
  const at = (steps: readonly (typeof sent)[], on: string) => nextStep(ladder, { ...raised, steps }, day(on))
  assert.equal(at([], '2026-09-01')?.step.position, 1)
  assert.equal(at([sent], '2026-09-15')?.mayTake, false, 'the last day is still waited for')
  assert.deepEqual([at([sent], '2026-09-16')?.step.position, at([sent], '2026-09-16')?.isDue], [2, true])
  assert.equal(
    nextStep(ladder, { ...raised, steps: [{ ...sent, sentOn: undefined, answerDueOn: undefined }] }, today),
    undefined,
    'a draft waits',
  )
  assert.equal(nextStep(ladder, { ...raised, steps: [{ ...sent, answeredOn: day('2026-09-10') }] }, today)?.mayTake, true)
  assert.equal(
    at(
      [1, 2, 3].map((position) => ({ ...sent, position })),
      '2026-12-01',
    ),
    undefined,
    'no step is left',
  )
})

test('P8: a challenge is closed by its impact alone: an answer does not close it', () => {
  const facts = { raisedOn: day('2026-09-01'), respondedOn: day('2026-09-03'), impactOn: undefined, closedOn: undefined, steps: [] }
  assert.equal(challengeState({ ...facts, respondedOn: undefined }, today), 'step-due')
  assert.equal(challengeState(facts, today), 'impact-due')
  assert.equal(challengeState({ ...facts, impactOn: today }, today), 'closable')
  const words = { number: 4, title: 'Seats {to}', raised: '1 September', to: 'The lead member', answerBy: '15 September' }
  assert.equal(
    fillLetter('{number} {title} {raised} {to} {answer by} {else}', words),
    '4 Seats {to} 1 September The lead member 15 September {else}',
  )
})

test('P6: the moderated score counts before the agency’s own, and a missing answer is counted and never a 0', () => {
  assert.deepEqual(judgeStandard({ self: 3, moderated: 1 }, 2), { compliance: 'not-fully', isModerated: true })
  assert.deepEqual(judgeStandard({ self: 2, moderated: undefined }, 2), { compliance: 'met', isModerated: false })
  assert.deepEqual(judgeStandard({ self: undefined, moderated: undefined }, 0), { compliance: 'missing', isModerated: false })
  assert.deepEqual(
    [movementOf(1, 2), movementOf(2, 1), movementOf(2, 2), movementOf(undefined, 2)],
    ['better', 'worse', 'same', 'not-comparable'],
  )
  const score = fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined })
  const results = fc.array(fc.record({ standard: fc.constant('one'), self: score, moderated: score }))
  fc.assert(
    fc.property(results, fc.integer({ min: 0, max: 3 }), (list, mark) => {
      const { met, notFully, missing } = countCompliance(list, mark)
      assert.equal(met + notFully + missing, list.length)
      assert.equal(actionsDue([{ organisation: 'agency', results: list }], mark).length, notFully, 'an action for each that falls short')
    }),
  )
  assert.equal(standardKey('Leaders answer: for children’s safety!'), 'leaders-answer-for-children-s-safety')
})

test('P6: counts of a case audit are read a line at a time, and a line that cannot be read refuses all', () => {
  assert.deepEqual(readCaseItems('Seen alone? | 4, 5, 1\n\nA | B | 1,2,3', 3), [
    { question: 'Seen alone?', counts: [4, 5, 1] },
    { question: 'A | B', counts: [1, 2, 3] },
  ])
  for (const typed of ['Seen alone?', '| 1,2,3', 'A | 1,2', 'A | 1,2,x', '']) assert.equal(readCaseItems(typed, 3), undefined, typed)
})
