import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { actionStanding, type CountedAction, completionOf, rateAction } from './action-standing.ts'
import { actionFigures } from './board-figures.ts'

const today = Temporal.PlainDate.from('2026-03-01')
const action = (change: Partial<CountedAction>): CountedAction => ({
  state: 'open',
  dueTo: null,
  meetingCancelled: false,
  doneOn: null,
  owners: ['Council'],
  ...change,
})

test('M11: an action due at a cancelled meeting asks its owner, and one without a date is never late', () => {
  assert.equal(actionStanding(action({ meetingCancelled: true }), today), 'ask-owner')
  assert.equal(actionStanding(action({}), today), 'open')
  assert.equal(actionStanding(action({ dueTo: today.subtract({ days: 1 }) }), today), 'overdue')
  assert.equal(actionStanding(action({ dueTo: today }), today), 'open')
})

test('M11: completion counts each action once for each owner, and every action somewhere', () => {
  const arbitrary = fc.record({
    state: fc.constantFrom<CountedAction['state'][]>('open', 'done', 'withdrawn'),
    due: fc.option(fc.integer({ min: -50, max: 50 })),
    done: fc.integer({ min: -50, max: 0 }),
    owners: fc.subarray(['Council', 'Police', 'Ana Field'], { minLength: 1 }),
  })
  fc.assert(
    fc.property(fc.array(arbitrary, { maxLength: 30 }), (list) => {
      const actions = list.map(({ state, due, done, owners }) =>
        action({
          state,
          owners,
          dueTo: due === null ? null : today.add({ days: due }),
          doneOn: state === 'done' ? today.add({ days: done }) : null,
        }),
      )
      for (const { owner, done, doneInTime, overdue, open } of completionOf(actions, today)) {
        assert.equal(done + overdue + open, actions.filter(({ owners, state }) => state !== 'withdrawn' && owners.includes(owner)).length)
        assert.ok(doneInTime <= done)
      }
    }),
  )
})

test('M11: red is overdue, amber is soon or without an owner, green has time, and what has no date is not rated', () => {
  const rate = (change: Partial<CountedAction>, ownerConfirmed = true) =>
    rateAction({ ...action(change), ownerConfirmed }, today, { soonDays: 14 })
  assert.equal(rate({ dueTo: today.subtract({ days: 1 }) }), 'red')
  assert.equal(rate({ dueTo: today }), 'amber')
  assert.equal(rate({ dueTo: today.add({ days: 14 }) }), 'amber')
  assert.equal(rate({ dueTo: today.add({ days: 15 }) }), 'green')
  assert.equal(rate({ dueTo: today.add({ days: 60 }) }, false), 'amber')
  assert.equal(rate({ meetingCancelled: true }), 'amber')
  assert.equal(rate({}), 'not-rated')
  assert.equal(rate({ state: 'done', doneOn: today, dueTo: today.subtract({ days: 9 }) }), 'done')
})

test('M11: what is overdue today is counted with what was overdue when the board last met, by what was known then', () => {
  const ago = (days: number): Temporal.PlainDate => today.subtract({ days })
  const given = (due: number, doneDaysAgo: number | null, metDaysAgo: number) => ({
    ...action({ state: doneDaysAgo === null ? 'open' : 'done', dueTo: ago(due), doneOn: doneDaysAgo === null ? null : ago(doneDaysAgo) }),
    meetingOn: ago(metDaysAgo),
  })
  // Late since before the meeting; late since; done since, and late at the meeting; done before it; given at the meeting; not due.
  const actions = [given(40, null, 90), given(5, null, 90), given(40, 10, 90), given(40, 35, 90), given(31, null, 30), given(-5, null, 90)]
  const scope = { today, lastMet: ago(30), since: ago(365) }
  const { open, overdue, before } = actionFigures(actions, scope)
  assert.deepEqual([open, overdue.map(({ days }) => days), before?.overdue], [4, [40, 31, 5], 2])
  assert.equal(actionFigures(actions, { ...scope, lastMet: ago(400) }).before, undefined)
  assert.equal(actionFigures(actions, { ...scope, lastMet: undefined }).before, undefined)
})
