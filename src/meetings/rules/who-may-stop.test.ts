import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TakenHome } from './taken-home.ts'
import { type Relation, whoMayStop } from './who-may-stop.ts'

const named = (id: string) => ({ id, slug: id, name: `The ${id}` })
const relation = (from: string, kind: string, to: string): Relation => ({ kind, source: 'Protocol', from: named(from), to: named(to) })
const relations = [
  relation('scrutiny', 'challenges', 'board'),
  relation('board', 'challenges', 'elsewhere'),
  relation('board', 'accountable-to', 'cabinet'),
  relation('group', 'sub-group-of', 'board'),
  relation('youth', 'influences', 'board'),
]
const partner = (name: string, answer: string) => ({ name, standing: { answer } })
const home = (state: string, purpose: string, ...partners: readonly object[]) =>
  ({ purpose, force: { state }, partners }) as unknown as TakenHome

test('G3: who challenges the body and whom it answers to can stop its decision; its own sub-groups, and those it challenges, cannot', () => {
  const { challengers, answersTo } = whoMayStop('board', relations, undefined, [])
  assert.deepEqual(
    challengers.map(({ slug }) => slug),
    ['scrutiny'],
  )
  assert.deepEqual(
    answersTo.map(({ slug }) => slug),
    ['cabinet'],
  )
})

test('M10: a decision waits for the partners that have not agreed, and for nobody once it is in force or has ended', () => {
  const waiting = home(
    'waiting',
    'ratify',
    partner('Council', 'agreed'),
    partner('Police', 'pending'),
    partner('NHS', 'agreed_with_changes'),
  )
  assert.deepEqual(whoMayStop('board', [], waiting, []).waitsFor, ['Police', 'NHS'])
  assert.equal(whoMayStop('board', [], waiting, []).inForce, false)
  for (const state of ['in-force', 'ended'])
    assert.deepEqual(whoMayStop('board', [], home(state, 'ratify', partner('Police', 'pending')), []).waitsFor, [])
  assert.equal(whoMayStop('board', [], home('waiting', 'reply', partner('Police', 'pending')), []).inForce, true, 'a reply stops nothing')
})
