import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moneyMandates } from './money-mandate.ts'

test('G5: who may not commit money is told apart from whose mandate nobody recorded; a deputy is not judged by the member’s', () => {
  const voter = (place: string, deputy = false) => ({ place, person: place, name: place, deputy })
  const mandates = new Map([
    ['full', ['decide', 'commit_money']],
    ['bare', ['decide', 'speak']],
    ['deputised', ['decide']],
  ])
  const found = moneyMandates([voter('full'), voter('bare'), voter('deputised', true), voter('silent')], mandates)
  assert.deepEqual(
    [found.without, found.unsaid].map((those) => those.map(({ name }) => name)),
    [['bare'], ['silent']],
  )
})
