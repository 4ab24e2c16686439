import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DueAction, duePerContract } from './visit.ts'

const day = (text: string) => Temporal.PlainDate.from(`2026-03-${text}`)
const visit = (plannedOn: string, heldOn?: string) => ({
  ...{ contract: 'c', plannedOn: day(plannedOn), heldOn: heldOn === undefined ? undefined : day(heldOn), purpose: '' },
})
const action = (text: string, byWhom: DueAction['byWhom'], dueOn: string, doneOn?: string): DueAction => ({
  ...{ contract: 'c', text, byWhom, provider: undefined, dueOn: day(dueOn), note: '' },
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
    'to do after a visit: ours',
    'ask the provider whether this is done: first',
  ])
})
