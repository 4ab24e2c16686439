import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refuseRequest, requestState } from './body-request.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const dueOn = day('2026-03-31')
const nothing = { dueOn, answeredOn: undefined, withdrawnOn: undefined }

test('G3: a request is open through its last day, overdue from the next, and late where it was answered after', () => {
  assert.equal(requestState(nothing, day('2026-03-31')), 'open')
  assert.equal(requestState(nothing, day('2026-04-01')), 'overdue')
  assert.equal(requestState({ ...nothing, answeredOn: day('2026-03-31') }, day('2026-05-01')), 'answered')
  assert.equal(requestState({ ...nothing, answeredOn: day('2026-04-01') }, day('2026-05-01')), 'answered-late')
  assert.equal(requestState({ ...nothing, withdrawnOn: day('2026-03-01') }, day('2026-05-01')), 'withdrawn')
})

test('G3: a board with a clerk asks for itself; what a board without one asks is entered by the other', () => {
  const input = { by: 'b', askedOn: day('2026-03-01'), dueOn, sight: 'members' } as const
  const parties = { from: 'a', to: 'b', fromHasClerk: true, toHasClerk: true, bothPublic: false }
  assert.deepEqual(refuseRequest(parties, input, day('2026-03-01')), { field: 'direction', code: 'asks-for-itself' })
  assert.equal(refuseRequest({ ...parties, fromHasClerk: false }, input, day('2026-03-01')), undefined)
  assert.equal(refuseRequest(parties, { ...input, by: 'a' }, day('2026-03-01')), undefined)
  assert.equal(refuseRequest(parties, { ...input, by: 'a', sight: 'public' }, day('2026-03-01'))?.code, 'bodies-not-both-public')
  assert.equal(refuseRequest({ ...parties, to: 'a' }, { ...input, by: 'a' }, day('2026-03-01'))?.code, 'same-body')
  assert.equal(refuseRequest(parties, { ...input, by: 'a', dueOn: day('2026-02-28') }, day('2026-03-01'))?.code, 'due-before-asked')
})
