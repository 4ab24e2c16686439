import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type FamilyWork, type NextMay, nextStep } from './next-step.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const today = day('2026-03-16')
const all: NextMay = { agree: true, propose: true, assess: true, lead: true }
const none: NextMay = { agree: false, propose: false, assess: false, lead: false }
const quiet: FamilyWork = {
  ...{ isClosed: false, hasAgreed: true, hasLead: true, asked: undefined, assessment: 'complete', renewalNoticeDays: 28 },
  agreement: { standing: 'in-force', holdsUntil: day('2027-01-01') },
  plan: { reviewOn: day('2026-03-31') },
}
const next = (facts: Partial<FamilyWork>, may = all) => nextStep({ ...quiet, ...facts }, may, today)

test('E2: one step is next with a family, in the order of the work', () => {
  assert.equal(next({}), undefined)
  assert.equal(next({ agreement: undefined, hasAgreed: false, hasLead: false }), 'ask-family')
  assert.equal(next({ hasLead: false }), 'ask-lead')
  assert.equal(next({ hasLead: false, asked: 'other' }), undefined, 'who was asked answers first')
  assert.equal(next({ hasLead: false, asked: 'me' }, none), 'answer')
  assert.equal(next({ plan: 'none', assessment: 'none' }), 'assess')
  assert.equal(next({ plan: 'none', assessment: 'open' }), 'go-on')
  assert.equal(next({ plan: 'none' }), 'make-plan')
  assert.equal(next({ plan: { reviewOn: day('2026-03-30') } }), 'review')
  assert.equal(next({ agreement: { standing: 'in-force', holdsUntil: day('2026-04-13') } }), 'renew')
  assert.equal(next({ agreement: { standing: 'in-force', holdsUntil: day('2026-04-14') } }), undefined)
})

test('E2: what ran out or was withdrawn is asked again before work goes on, and what is sealed says nothing', () => {
  const open = { plan: 'none', assessment: 'none' } as const
  assert.equal(next({ ...open, agreement: { standing: 'needs-renewal', holdsUntil: day('2026-03-01') } }), 'renew')
  assert.equal(next({ ...open, agreement: { standing: 'withdrawn', holdsUntil: undefined } }), 'ask-again')
  assert.equal(next({ ...open, agreement: { standing: 'refused', holdsUntil: undefined }, hasLead: false }), undefined)
  assert.equal(next({ ...open, assessment: 'sealed' }), undefined)
  assert.equal(next({ plan: 'sealed', assessment: 'none' }), undefined)
  assert.equal(next({ agreement: undefined, ...open }), undefined, 'it agreed, to what is not open')
  assert.equal(next({ isClosed: true, asked: 'me' }), undefined)
  for (const facts of [open, { agreement: undefined, hasAgreed: false }, { hasLead: false }]) assert.equal(next(facts, none), undefined)
})
