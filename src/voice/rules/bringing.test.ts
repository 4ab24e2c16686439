import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type BringingRule, broughtLate, lastDayToBring } from './bringing.ts'

const on = (day: string): Temporal.PlainDate => Temporal.PlainDate.from(day)
const rule: BringingRule = { procedure: 'Children Act complaint', months: 12, countsFrom: 'happened', source: 'S', isConfirmed: false }
const first = { procedure: rule.procedure, stage: 1 }

test('S3: a complaint is late from the day after its last day, and never where nobody said when it happened, of a later stage, or without a limit', () => {
  assert.equal(lastDayToBring(on('2024-02-29'), rule).toString(), '2025-02-28')
  const came = (receivedOn: string, happenedOn: string | null, under = first) =>
    broughtLate({ receivedOn: on(receivedOn), happenedOn: happenedOn === null ? null : on(happenedOn) }, under, [rule])
  assert.equal(came('2025-05-03', '2024-05-03'), undefined)
  assert.equal(came('2025-05-04', '2024-05-03'), rule)
  assert.equal(came('2025-05-04', null), undefined)
  assert.equal(came('2025-05-04', '2024-05-03', { ...first, stage: 2 }), undefined)
  assert.equal(came('2025-05-04', '2024-05-03', { procedure: 'Another', stage: 1 }), undefined)
})
