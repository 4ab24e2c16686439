import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type EndedByAct, type RecordedAct, refuseTakingBack } from './take-back.ts'

const onDay = Temporal.PlainDate.from('2026-04-01')
const place: EndedByAct = {
  ...{ kind: 'appointment', person: 'A Person', what: 'Member, Board', wasEndsOn: undefined, isAsLeft: true, wentOn: undefined },
  filledBy: undefined,
}
const act = (more: Partial<RecordedAct>): RecordedAct => ({
  ...{ act: 'replace', onDay, takenBackOn: undefined, ended: [place], made: [{ name: 'Next', rests: [] }], changedFormers: [] },
  ...more,
})

test('G1: what became of an organisation is taken back only while nothing that came later rests on it', () => {
  assert.deepEqual(refuseTakingBack(act({})), [])
  const codes = (more: Partial<RecordedAct>): readonly string[] => refuseTakingBack(act(more)).map(({ code }) => code)
  assert.deepEqual(codes({ takenBackOn: onDay }), ['taken-back-already'])
  assert.deepEqual(codes({ ended: [{ ...place, isAsLeft: false }] }), ['act-changed-since'])
  assert.deepEqual(codes({ ended: [{ ...place, wentOn: { isAsLeft: false, isUsed: false } }] }), ['act-changed-since'])
  assert.deepEqual(codes({ changedFormers: ['Before'] }), ['act-changed-since'])
  assert.deepEqual(codes({ ended: [{ ...place, filledBy: 'Somebody' }] }), ['act-place-filled'])
  assert.deepEqual(codes({ ended: [{ ...place, wentOn: { isAsLeft: true, isUsed: true } }] }), ['act-used'])
  assert.deepEqual(codes({ made: [{ name: 'Next', rests: ['2 seats'] }] }), ['act-rested-upon'])
})
