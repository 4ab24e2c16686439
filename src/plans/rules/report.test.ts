import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cyclesOfDuty, presses, settleProblem } from './duty.ts'
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

test('P11: a yearly duty is owed for whole windows only, presses when it is overdue or closes within a month, and is done with something that shows it', () => {
  const duty = { window: { opensMonth: 10, closesMonth: 12 }, startsOn: day('2024-11-01'), endsOn: null, outcomes: [] }
  const states = (now: string) => cyclesOfDuty(duty, day(now)).map(({ window, state }) => `${window.year} ${state}`)
  assert.deepEqual(states('2026-09-30'), ['2025 overdue', '2026 coming'])
  const [last, next] = cyclesOfDuty(duty, today)
  assert.ok(last && next)
  assert.deepEqual([presses(last, today), presses(next, today), presses(next, day('2026-12-01'))], [true, false, true])
  const met = { ...duty, outcomes: [{ year: 2025, outcome: 'met' as const, onDay: day('2026-01-09') }] }
  assert.equal(cyclesOfDuty(met, today)[0]?.state, 'met-late')
  const settle = (more: object) =>
    settleProblem(next, { outcome: 'met', onDay: day('2026-11-01'), rests: false, note: '', ...more }, today)?.code
  assert.equal(settle({}), 'evidence-missing')
  assert.equal(settle({ rests: true }), undefined)
  assert.equal(settle({ note: 'The paper is with the clerk' }), undefined)
  assert.equal(settle({ rests: true, onDay: day('2026-09-30') }), 'before-window')
  assert.equal(settle({ rests: true, onDay: day('2026-11-23') }), 'in-the-future')
  assert.equal(settle({ outcome: 'waived' }), 'reason-missing')
})
