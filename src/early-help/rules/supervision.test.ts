import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { caseloadStands, perWholeTime } from './caseload.ts'
import { type Absence, isAway, missingFrom, supervisionStands } from './supervision.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const standard = { everyDays: 28, soonDays: 7 }
const stands = (facts: { last?: string; begins?: string; away?: readonly (readonly [string, string?])[] }, today: string) => {
  const { state, dueOn } = supervisionStands(
    {
      lastOn: facts.last === undefined ? undefined : day(facts.last),
      beginsOn: facts.begins === undefined ? undefined : day(facts.begins),
      absences: (facts.away ?? []).map(([from, until]) => ({ startsOn: day(from), endsOn: until === undefined ? undefined : day(until) })),
    },
    standard,
    day(today),
  )
  return [state, dueOn?.toString()]
}

test('E8: supervision is due an interval after the last session, and counts from the start of the caseload where there was none', () => {
  assert.deepEqual(stands({ last: '2026-02-02', begins: '2025-01-01' }, '2026-02-10'), ['in-time', '2026-03-02'])
  assert.deepEqual(stands({ last: '2026-02-02' }, '2026-02-23'), ['soon', '2026-03-02'])
  assert.deepEqual(stands({ last: '2026-02-02' }, '2026-03-02'), ['soon', '2026-03-02'])
  assert.deepEqual(stands({ last: '2026-02-02' }, '2026-03-03'), ['overdue', '2026-03-02'])
  assert.deepEqual(stands({ begins: '2026-02-02' }, '2026-03-03'), ['overdue', '2026-03-02'])
  assert.deepEqual(stands({}, '2026-03-03'), ['no-families', undefined])
  assert.equal(
    supervisionStands({ lastOn: undefined, beginsOn: day('2026-01-01'), absences: [] }, undefined, day('2026-03-03')).state,
    'no-standard',
  )
})

test('E8: days away stop the clock, whether they began before the session, lie within, or are still going on', () => {
  assert.deepEqual(stands({ last: '2026-02-02', away: [['2026-02-10', '2026-02-17']] }, '2026-03-03'), ['soon', '2026-03-09'])
  assert.deepEqual(stands({ last: '2026-02-02', away: [['2026-01-26', '2026-02-05']] }, '2026-02-03'), ['away', '2026-03-04'])
  assert.deepEqual(stands({ last: '2026-02-02', away: [['2026-03-02', '2026-03-03']] }, '2026-03-03'), ['soon', '2026-03-03'])
  assert.deepEqual(stands({ last: '2026-02-02', away: [['2026-03-03', '2026-04-01']] }, '2026-04-01'), ['overdue', '2026-03-02'])
  assert.deepEqual(stands({ last: '2026-02-02', away: [['2026-02-20']] }, '2026-06-01'), ['away', undefined])
})

test('E8: the day agrees with counting one day after the other', () => {
  const from = day('2026-01-31')
  const spans = fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 15 })), { maxLength: 5 })
  fc.assert(
    fc.property(spans, fc.integer({ min: 7, max: 60 }), fc.integer({ min: -10, max: 5 }), (gaps, everyDays, shift) => {
      let at = from.add({ days: shift })
      const absences: Absence[] = gaps.map(([gap, length]) => {
        const startsOn = at.add({ days: gap })
        at = startsOn.add({ days: length })
        return { startsOn, endsOn: at }
      })
      let slow = from
      for (let counted = 0; counted < everyDays; ) {
        slow = slow.add({ days: 1 })
        if (!absences.some((one) => isAway(one, slow))) counted += 1
      }
      const { dueOn } = supervisionStands({ lastOn: from, beginsOn: undefined, absences }, { everyDays, soonDays: 0 }, from)
      assert.equal(dueOn?.toString(), slow.toString())
    }),
    { numRuns: 300 },
  )
})

test('E8: a record is asked for what the standard names, and for families only where any are led', () => {
  assert.deepEqual(missingFrom(['families', 'workload'], new Set(), true), ['families', 'workload'])
  assert.deepEqual(missingFrom(['families', 'workload'], new Set(['workload']), false), [])
})

test('E8: a caseload is held against the limit for its share of whole time, rounded down, and at least one', () => {
  assert.deepEqual(caseloadStands(7, 12, undefined), { state: 'below', limit: 12, apart: 5 })
  assert.deepEqual(caseloadStands(6, 12, 50), { state: 'at', limit: 6, apart: 0 })
  assert.deepEqual(caseloadStands(3, 5, 50), { state: 'over', limit: 2, apart: 1 })
  assert.deepEqual(caseloadStands(0, 3, 10), { state: 'below', limit: 1, apart: 1 })
  assert.deepEqual(caseloadStands(40, undefined, 50), { state: 'no-limit', limit: undefined, apart: 0 })
  assert.equal(
    perWholeTime([
      { families: 6, percent: 50 },
      { families: 4, percent: undefined },
    ]),
    6.7,
  )
  assert.equal(perWholeTime([]), undefined)
})
