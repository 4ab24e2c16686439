import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type HandedOver, leavesWork, refuseHandover } from './handover.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const live = [{ status: 'live', startsOn: day('2020-01-01') }]

test('G2: work goes to another body that is there, by a day that has come', () => {
  const code = (change: object, to: readonly { status: string; startsOn: Temporal.PlainDate }[] = live) => {
    const asked = { from: 'a', to: 'b', onDay: day('2026-03-01'), takes: ['actions'] as readonly HandedOver[], ...change }
    return refuseHandover(asked, { from: live, to }, day('2026-03-10'))?.code
  }
  assert.equal(code({}), undefined)
  assert.equal(code({ to: 'a' }), 'same-body')
  assert.equal(code({ takes: [] }), 'handover-nothing')
  assert.equal(code({ onDay: day('2026-03-11') }), 'in-the-future')
  assert.equal(code({ onDay: day('2019-12-31') }), 'giver-not-there')
  assert.equal(code({}, []), 'receiver-not-there')
  assert.equal(code({}, [...live, { status: 'ended', startsOn: day('2026-03-02') }]), 'receiver-not-there')
  assert.equal(code({}, [...live, { status: 'outside', startsOn: day('2022-01-01') }]), 'receiver-not-there')
  assert.equal(code({}, [{ status: 'shadow', startsOn: day('2026-03-05') }]), undefined, 'a body in shadow form may take work on')
})

test('G2: only a body that has ended leaves work behind', () => {
  const none = { actions: 0, plan: 0, requests: 0 }
  assert.equal(leavesWork('ended', none), false)
  assert.equal(leavesWork('ended', { ...none, requests: 1 }), true)
  assert.equal(leavesWork('live', { ...none, actions: 3 }), false)
})
