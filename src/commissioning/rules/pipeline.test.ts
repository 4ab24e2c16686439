import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  type CaseEvent,
  type CaseEventKind,
  countByStatus,
  daysInStages,
  deadlineOf,
  funnelOf,
  presentIn,
  slippageOf,
  standingOf,
  waitOf,
} from './pipeline.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const event = (stage: string, kind: CaseEventKind, onDay: string, untilOn?: string): CaseEvent => ({
  ...{ stage, kind, onDay: day(onDay), untilOn: untilOn === undefined ? undefined : day(untilOn) },
})

test('C8: a case stands by its events; an extension changes the deadline and not the history', () => {
  const entered = [event('a', 'entered', '2026-01-01')]
  assert.equal(standingOf([], 'z').status, 'not-begun')
  assert.equal(standingOf(entered, 'z').status, 'in-stage')
  const extended = standingOf([...entered, event('a', 'extended', '2026-01-10', '2026-03-01')], 'z')
  assert.deepEqual([extended.status, String(extended.since), String(extended.until)], ['in-stage', '2026-01-01', '2026-03-01'])
  assert.equal(standingOf([...entered, event('a', 'deferred', '2026-01-10', '2027-01-10')], 'z').status, 'deferred')
  assert.equal(standingOf([...entered, event('a', 'met', '2026-02-01')], 'z').status, 'met')
  assert.equal(standingOf([event('z', 'entered', '2026-02-01')], 'z').status, 'live')
  assert.equal(standingOf([...entered, event('a', 'withdrawn', '2026-02-01')], 'z').status, 'withdrawn')
})

test('C8: days in a stage leave out the days for which a case was deferred', () => {
  const events = [
    event('a', 'entered', '2026-01-01'),
    event('a', 'deferred', '2026-01-11', '2026-06-01'),
    event('a', 'resumed', '2026-06-01'),
    event('a', 'met', '2026-06-06'),
    event('b', 'entered', '2026-06-10'),
  ]
  assert.deepEqual(
    [...daysInStages(events, day('2026-06-30'))],
    [
      ['a', 15],
      ['b', 20],
    ],
  )
  assert.equal(slippageOf([{ expectedOn: day('2026-01-01') }, { expectedOn: day('2026-02-10') }]), 40)
  assert.equal(slippageOf([]), undefined)
})

test('C8: counts by status sum to the cases, and no stage of the funnel holds more than there are', () => {
  const kinds: readonly CaseEventKind[] = ['entered', 'met', 'deferred', 'resumed', 'extended', 'withdrawn', 'rejected']
  const some = fc.array(fc.record({ stage: fc.constantFrom('a', 'b', 'z'), kind: fc.constantFrom(...kinds) }), { maxLength: 6 })
  fc.assert(
    fc.property(fc.array(some, { maxLength: 40 }), (cases) => {
      const made = cases.map((events) => events.map(({ stage, kind }) => event(stage, kind, '2026-01-01')))
      const counts = countByStatus(made.map((events) => standingOf(events, 'z')))
      assert.equal(
        [...counts.values()].reduce((sum, count) => sum + count, 0),
        cases.length,
      )
      assert.ok(funnelOf(['a', 'b', 'z'], made).every((count) => count <= cases.length))
    }),
    { numRuns: 60 },
  )
})

test('C8: a deadline is that of the stage, put off by a deferral, and an extension of an earlier stage is none of this one', () => {
  const entered = event('a', 'entered', '2026-01-01')
  assert.equal(deadlineOf([entered], undefined), undefined)
  assert.equal(String(deadlineOf([entered], 30)), '2026-01-31')
  const away = [entered, event('a', 'deferred', '2026-01-11', '2026-02-01'), event('a', 'deferred', '2026-01-20', '2026-02-01')]
  const back = [...away, event('a', 'resumed', '2026-01-31')]
  assert.equal(String(deadlineOf(back, 30)), '2026-02-20')
  const extended = [...back, event('a', 'extended', '2026-02-10', '2026-04-01')]
  assert.equal(String(deadlineOf(extended, 30)), '2026-04-01')
  const next = [...extended, event('a', 'met', '2026-03-01'), event('b', 'entered', '2026-03-02')]
  assert.equal(deadlineOf(next, undefined), undefined)
  assert.equal(standingOf(next, 'z').until, undefined)
  assert.equal(deadlineOf([...next, event('b', 'withdrawn', '2026-03-03')], 10), undefined)
  const wait = (events: readonly CaseEvent[], byDecision: boolean, today: string) =>
    waitOf({ ...standingOf(events, 'z'), dueOn: deadlineOf(events, 30), byDecision }, day(today))
  assert.equal(wait([entered], false, '2026-01-02'), undefined)
  assert.equal(wait([entered], false, '2026-01-10'), 'deadline-soon')
  assert.equal(wait([entered], true, '2026-01-10'), 'board-decides')
  assert.equal(wait([entered], true, '2026-02-01'), 'past-deadline')
  assert.equal(wait(away, false, '2026-01-31'), undefined)
  assert.equal(wait(away, false, '2026-02-01'), 'deferral-over')
  assert.deepEqual(
    presentIn(['a', 'b'], [standingOf(next, 'z'), standingOf(away, 'z'), standingOf([event('a', 'withdrawn', '2026-01-01')], 'z')]),
    [1, 1],
  )
})
