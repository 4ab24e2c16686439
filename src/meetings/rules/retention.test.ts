import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { classOn, type RetentionClass, type RetentionReview, retentionProblems, retentionStanding } from './retention.ts'

const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)
const made = (more: Partial<RetentionClass>): RetentionClass => ({
  ...{ id: 'a', kind: 'papers', body: null, years: 6, action: 'review', source: 's', setBy: '', startsOn: day('1986-04-01'), endsOn: null },
  ...more,
})
const review = (more: Partial<RetentionReview>): RetentionReview => ({
  ...{ kind: 'papers', number: 1, outcome: 'kept', keepUntil: null, place: '', reason: 'r', decidedBy: 'd', decidedOn: day('2020-01-01') },
  ...more,
})

test('M16: the class of the board goes before that of the house, on its days; a day of ending does not hold any more', () => {
  const house = made({ years: 6 })
  const own = made({ id: 'b', body: 'board', years: 10, startsOn: day('2020-01-01'), endsOn: day('2024-01-01') })
  const on = (iso: string, body = 'board') => classOn([house, own], { kind: 'papers', body }, day(iso))?.years
  assert.deepEqual([on('2019-12-31'), on('2020-01-01'), on('2023-12-31'), on('2024-01-01'), on('2021-01-01', 'other')], [6, 10, 10, 6, 6])
  assert.equal(classOn([house], { kind: 'minutes', body: 'board' }, day('2020-01-01')), undefined)
})

test('M16: a record is due from the day on which its years are over, on 29 February too; never where it is kept for good; nothing is said where nobody said', () => {
  const at = (today: string, found: RetentionClass | undefined = made({}), last?: RetentionReview, heldOn = '2020-02-29') =>
    retentionStanding(found, last, day(heldOn), day(today))
  assert.deepEqual(at('2026-02-27').state, 'kept')
  assert.deepEqual([at('2026-02-28').state, String(at('2026-02-28').due)], ['due', '2026-02-28'])
  assert.equal(at('2999-01-01', made({ years: null, action: 'keep' })).state, 'for_good')
  assert.equal(at('2026-03-01', made({}), review({ keepUntil: day('2030-01-01') })).state, 'kept')
  assert.equal(at('2030-01-01', made({}), review({ keepUntil: day('2030-01-01') })).state, 'due')
  assert.equal(at('2030-01-01', made({}), review({ outcome: 'transferred', place: 'County archive' })).state, 'transferred')
  assert.equal(retentionStanding(undefined, undefined, day('2020-01-01'), day('2030-01-01')).state, 'unknown')
})

test('M16: nobody can decide that a record is destroyed before it is due, whatever the days', () => {
  const days = fc.integer({ min: 0, max: 8000 }).map((count) => day('2010-01-01').add({ days: count }))
  fc.assert(
    fc.property(days, days, fc.integer({ min: 1, max: 30 }), (heldOn, today, years) => {
      const standing = retentionStanding(made({ years }), undefined, heldOn, today)
      const input = { outcome: 'to_be_destroyed', keepUntil: undefined, place: undefined, decidedOn: today } as const
      const isDue = Temporal.PlainDate.compare(heldOn.add({ years }), today) <= 0
      assert.equal(retentionProblems(standing, input, today).length === 0, isDue)
    }),
  )
})
