import assert from 'node:assert/strict'
import { test } from 'node:test'
import { characteristicsOn, type EqiaLine, eqiaLacks, eqiaTiming, lineLacks } from './equality.ts'

const on = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)
const line: EqiaLine = { characteristic: 'age', impact: 'negative', evidence: 'Counted', mitigation: '', ownerName: '', reviewOn: null }

test('P9: an assessment that came after what it assesses is told from one that came before', () => {
  assert.equal(eqiaTiming(on('2026-02-28'), on('2026-03-01')), 'before')
  assert.equal(eqiaTiming(on('2026-03-01'), on('2026-03-01')), 'same-day')
  assert.equal(eqiaTiming(on('2026-03-02'), on('2026-03-01')), 'after')
  assert.equal(eqiaTiming(null, on('2026-03-01')), 'not-done')
  assert.equal(eqiaTiming(on('2026-03-02'), null), 'not-decided')
})

test('P9: a screening says the impact of each characteristic of its day, a full one what is done about what is bad', () => {
  const list = [
    { code: 'age', startsOn: on('2010-10-01'), endsOn: null },
    { code: 'carers', startsOn: on('2023-01-01'), endsOn: on('2026-01-01') },
  ]
  assert.deepEqual(
    ['2022-12-31', '2023-01-01', '2025-12-31', '2026-01-01'].map((day) => characteristicsOn(list, on(day)).length),
    [1, 2, 2, 1],
  )
  assert.deepEqual(lineLacks('screening', line), [])
  assert.deepEqual(lineLacks('full', line), ['mitigation', 'owner', 'review'])
  assert.deepEqual(lineLacks('full', { ...line, impact: 'none', evidence: '' }), ['evidence'])
  assert.deepEqual(
    eqiaLacks('screening', list, [line]).map(({ characteristic, lacks }) => [characteristic.code, ...lacks]),
    [['carers', 'impact']],
  )
})
