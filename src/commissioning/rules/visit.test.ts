import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ActionReport, type DueAction, duePerContract, mayReportDone } from './visit.ts'

const day = (text: string) => Temporal.PlainDate.from(`2026-03-${text}`)
const visit = (plannedOn: string, heldOn?: string) => ({
  ...{ contract: 'c', plannedOn: day(plannedOn), heldOn: heldOn === undefined ? undefined : day(heldOn), purpose: '' },
})
const action = (text: string, byWhom: DueAction['byWhom'], dueOn: string, doneOn?: string): DueAction => ({
  ...{ id: text, contract: 'c', text, byWhom, provider: undefined, dueOn: day(dueOn), note: '', reports: [] },
  owedBy: byWhom === 'provider' ? ['p'] : [],
  doneOn: doneOn === undefined ? undefined : day(doneOn),
})

test('C9: whoever must do something after a visit is told the first of it, and nobody what is done or what another must do', () => {
  const visits = [visit('20'), visit('05'), visit('01', '02')]
  const actions = [
    action('later', 'provider', '25'),
    action('first', 'provider', '08'),
    action('ours', 'commissioner', '12'),
    action('done', 'provider', '01', '02'),
  ]
  const told = (who: 'provider' | 'keeper') => duePerContract(who, visits, actions, day('10')).map(({ words }) => words)
  assert.deepEqual(told('provider'), ['you will be visited', 'to do after a visit: first'])
  assert.deepEqual(told('keeper'), [
    'record what was found at the visit',
    'ask the provider whether this is done: first',
    'to do after a visit: ours',
  ])
})

const report = (provider: string, answer?: ActionReport['answer'], because = ''): ActionReport => ({
  ...{ id: provider, action: 'a', provider, doneOn: day('05'), did: 'Done', evidence: 'A list', reportedOn: day('06') },
  ...{ answer, answeredOn: answer === undefined ? undefined : day('07'), because },
})

test('C9: each provider that is to do something says so once, again where it was sent back, and for no other', () => {
  const first = action('a', 'provider', '08')
  assert.deepEqual(mayReportDone(first, ['p', 'q', 'p']), ['p', 'q'])
  assert.deepEqual(mayReportDone({ ...first, provider: 'q' }, ['p', 'q']), ['q'])
  assert.deepEqual(mayReportDone({ ...first, reports: [report('p')] }, ['p', 'q']), ['q'])
  assert.deepEqual(mayReportDone({ ...first, reports: [report('p', 'sent-back', 'No list')] }, ['p']), ['p'])
  assert.deepEqual(mayReportDone({ ...first, reports: [report('p', 'sent-back', 'No list'), report('p', 'confirmed')] }, ['p']), [])
  assert.deepEqual(mayReportDone(action('a', 'commissioner', '08'), ['p']), [])
  assert.deepEqual(mayReportDone(action('a', 'provider', '08', '09'), ['p']), [])
})

test('C9: what is said to be done waits for whoever keeps the contract, and comes back to the provider with the reason', () => {
  const told = (who: 'provider' | 'keeper', one: DueAction) => duePerContract(who, [], [one], day('10')).map(({ words }) => words)
  const waiting = { ...action('a', 'provider', '08'), reports: [report('p')], owedBy: [] }
  assert.deepEqual(told('provider', waiting), [])
  assert.deepEqual(told('keeper', waiting), ['the provider says that this is done, confirm it or send it back: a'])
  const back = { ...action('a', 'provider', '12'), reports: [report('p', 'sent-back', 'No list')] }
  assert.deepEqual(told('provider', back), ['sent back to you: a (No list)'])
  assert.deepEqual(told('keeper', back), [])
  assert.deepEqual(told('keeper', { ...back, dueOn: day('08') }), ['ask the provider whether this is done: a'])
})
