import assert from 'node:assert/strict'
import { test } from 'node:test'
import { colourOn, dayOfReport, isIn, isOverdueOn, offeredSpan, sectionsOf, stateOn } from './report.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const today = day('2026-11-22')

test('P10: a report tells how things stood on the last day of its period, or today while that goes on', () => {
  const span = { from: day('2026-04-01'), until: day('2026-10-01') }
  assert.equal(dayOfReport(span, today).toString(), '2026-09-30')
  assert.equal(dayOfReport(span, day('2026-06-01')).toString(), '2026-06-01')
  assert.deepEqual(
    ['2026-03-31', '2026-04-01', '2026-09-30', '2026-10-01'].map((text) => isIn(span, day(text))),
    [false, true, true, false],
  )
  assert.equal(isIn(span, null), false)
  // The last year of the plan that is over; the first while none is.
  assert.equal(offeredSpan('annual', day('2014-04-01'), today).from.toString(), '2025-04-01')
  assert.equal(offeredSpan('half-yearly', day('2014-04-01'), day('2026-10-01')).until.toString(), '2026-10-01')
  assert.equal(offeredSpan('annual', day('2026-06-01'), today).from.toString(), '2026-06-01')
  assert.ok(!sectionsOf('half-yearly').includes('foreword'))
})

test('P10: a state then is what was said by then, and unknown where nobody can tell; nothing is guessed', () => {
  const then = day('2026-06-30')
  const said = [
    { onDay: day('2026-09-01'), stateAfter: 'done' },
    { onDay: day('2026-08-01'), stateAfter: null },
    { onDay: day('2026-05-01'), stateAfter: 'started' },
  ] as const
  const done = { state: 'done', doneOn: day('2026-09-01') } as const
  assert.equal(stateOn(done, said, then, today), 'started')
  assert.equal(stateOn(done, said, day('2026-09-01'), today), 'done')
  assert.equal(stateOn(done, said, day('2026-04-01'), today), 'not-started')
  assert.equal(stateOn(done, [], then, today), 'unknown')
  assert.equal(stateOn(done, [], day('2026-10-01'), today), 'done')
  assert.equal(stateOn({ state: 'started', doneOn: null }, [], then, today), 'unknown')
  assert.equal(stateOn({ state: 'started', doneOn: null }, [], today, today), 'started')
  assert.equal(stateOn({ state: 'not-started', doneOn: null }, [], then, today), 'not-started')
})

test('P10: the colour then is the one that somebody had set and still held, or the rule’s; unknown has none and is not overdue', () => {
  const dates = { dueFrom: null, dueTo: day('2026-05-31') }
  const set = [
    { colour: 'green', onDay: day('2026-08-01'), endsOn: day('2026-12-01') },
    { colour: 'amber', onDay: day('2026-03-01'), endsOn: day('2026-06-01') },
  ] as const
  const on = (text: string, state: Parameters<typeof colourOn>[1] = 'started') => colourOn(dates, state, set, day(text))
  assert.deepEqual([on('2026-02-01'), on('2026-04-01'), on('2026-06-30'), on('2026-09-01')], ['green', 'amber', 'red', 'green'])
  assert.equal(on('2026-06-30', 'unknown'), 'none')
  assert.equal(isOverdueOn('started', dates.dueTo, day('2026-06-01')), true)
  assert.equal(isOverdueOn('started', dates.dueTo, day('2026-05-31')), false)
  for (const state of ['unknown', 'done', 'stopped'] as const) assert.equal(isOverdueOn(state, dates.dueTo, today), false, state)
})
