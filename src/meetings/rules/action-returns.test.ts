import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { readDue } from './action-due.ts'
import { dueDays, type MarkedTime, missedDays, nextDue, openDays, type Returns, refuseMark, returnsOf } from './action-returns.ts'
import { actionStanding, type CountedAction, completionOf, rateAction } from './action-standing.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const met = day('2013-12-11')
const compare = Temporal.PlainDate.compare

/** The action as it is kept: counted from the first of the month of its meeting. */
const returning = (dueWords: string, marked: readonly MarkedTime[] = [], meetings: readonly Temporal.PlainDate[] = []): Returns => {
  const returns = returnsOf({ dueWords, returnsFrom: met.with({ day: 1 }), marked, meetings })
  assert.ok(returns, dueWords)
  return returns
}
const firstDays = (returns: Returns, count: number): readonly string[] => [...dueDays(returns.recurrence).take(count)].map(String)

test('M11: a returning action is next due monthly to end March, then every two months', () => {
  const returns = returning('monthly to end March, then every two months')
  const dues = ['2013-12-12', '2014-02-01', '2014-03-31', '2014-04-01', '2014-06-01'].map((today) => String(nextDue(returns, day(today))))
  assert.deepEqual(dues, ['2014-01-31', '2014-02-28', '2014-03-31', '2014-05-31', '2014-07-31'])
})

test('M11: months, quarters, half-years and years are read as people write them', () => {
  for (const [words, months] of [
    ['Monthly', 1],
    ['every month', 1],
    ['each quarter', 3],
    ['every quarter', 3],
    ['quarterly', 3],
    ['half-yearly', 6],
    ['every half year', 6],
    ['every year', 12],
    ['annually', 12],
    ['every 5 months', 5],
  ] as const)
    assert.deepEqual(readDue(words, met), { kind: 'returning', phases: [{ everyMonths: months, until: null }] }, words)
  for (const words of ['each meeting', 'At every meeting', 'to each board meeting'])
    assert.deepEqual(readDue(words, met), { kind: 'each-meeting' }, words)
  assert.deepEqual(firstDays(returning('every quarter'), 3), ['2014-03-31', '2014-06-30', '2014-09-30'])
})

test('M11: at each meeting means the later meetings of the board, as far as they are known', () => {
  const returns = returning('each meeting', [], [day('2014-02-24'), day('2014-06-23')])
  assert.deepEqual(missedDays(returns, day('2014-03-01')).map(String), ['2014-02-24'])
  assert.equal(String(nextDue(returns, day('2014-03-01'))), '2014-06-23')
  assert.equal(nextDue(returns, day('2014-07-01')), null)
})

test('M11: what does not return, and what nobody knows the start of, has no times', () => {
  assert.equal(returnsOf({ dueWords: 'by 14 February', returnsFrom: met, marked: [], meetings: [] }), undefined)
  assert.equal(returnsOf({ dueWords: 'monthly', returnsFrom: null, marked: [], meetings: [] }), undefined)
})

const words = fc.constantFrom(
  'monthly',
  'every quarter',
  'monthly to end March, then every two months',
  'every 5 months',
  'monthly to end June 2014',
)
const passed = fc.integer({ min: 0, max: 1500 })
/** An action on a day, with some of its times ticked off, each at most 40 days early or late. */
const arbitrary = fc
  .record({ words, passed, ticked: fc.array(fc.boolean(), { maxLength: 60 }), shift: fc.integer({ min: -40, max: 40 }) })
  .map(({ words: dueWords, passed: days, ticked, shift }) => {
    const plain = returning(dueWords)
    const marked = [...dueDays(plain.recurrence).take(ticked.length)]
      .filter((_, index) => ticked[index])
      .map((dueOn) => ({ dueOn, doneOn: dueOn.add({ days: shift }) }))
    return { plain, returns: { ...plain, marked }, today: met.add({ days }) }
  })

test('M11: every time that is past was ticked off or missed, never both, and the next lies on or after today', () => {
  fc.assert(
    fc.property(arbitrary, ({ plain, returns, today }) => {
      const past = missedDays(plain, today).map(String)
      const missed = missedDays(returns, today).map(String)
      const done = returns.marked.map(({ dueOn }) => String(dueOn))
      assert.deepEqual([...new Set([...missed, ...done.filter((one) => past.includes(one))])].sort(), past)
      for (const one of missed) assert.ok(!done.includes(one))
      const next = nextDue(returns, today)
      if (next !== null) assert.ok(compare(next, today) >= 0 && !done.includes(String(next)) && !past.includes(String(next)))
      for (const one of [...dueDays(plain.recurrence).take(30)]) assert.equal(one.day, one.daysInMonth)
    }),
  )
})

test('M11: exactly the missed times and the next one can be ticked off, once each, and not with a day that is to come', () => {
  fc.assert(
    fc.property(arbitrary, fc.integer({ min: -400, max: 1500 }), ({ returns, today }, shift) => {
      const open = openDays(returns, today)
      for (const dueOn of open) {
        assert.equal(refuseMark(returns, { dueOn, doneOn: today }, today), undefined)
        assert.equal(refuseMark(returns, { dueOn, doneOn: today.add({ days: 1 }) }, today)?.code, 'done-in-future')
        const then = { ...returns, marked: [...returns.marked, { dueOn, doneOn: today }] }
        assert.equal(refuseMark(then, { dueOn, doneOn: today }, today)?.code, 'time-marked')
      }
      const any = met.add({ days: shift })
      assert.equal(
        refuseMark(returns, { dueOn: any, doneOn: today }, today) === undefined,
        open.some((one) => one.equals(any)),
      )
    }),
  )
})

test('M11: completion counts each time of a returning action like an action of its own', () => {
  const counted = (change: Partial<CountedAction>): CountedAction => ({
    ...{ state: 'open', dueTo: null, meetingCancelled: false, doneOn: null, owners: ['Council'] },
    ...change,
  })
  fc.assert(
    fc.property(arbitrary, ({ returns, today }) => {
      const action = counted({ returns })
      const missed = missedDays(returns, today).length
      const [count] = completionOf([action, counted({ state: 'withdrawn', returns })], today)
      assert.ok(count)
      assert.deepEqual([count.done, count.overdue], [returns.marked.length, missed])
      assert.ok(count.doneInTime <= count.done && count.open <= 1)
      assert.equal(actionStanding(action, today), missed > 0 ? 'overdue' : 'open')
      assert.equal(rateAction({ ...action, ownerConfirmed: true }, today) === 'red', missed > 0)
      const [ended] = completionOf([counted({ returns, state: 'done', doneOn: today })], today)
      assert.deepEqual([ended?.done, ended?.overdue, ended?.open], [Math.max(1, returns.marked.length), 0, 0])
    }),
  )
})
