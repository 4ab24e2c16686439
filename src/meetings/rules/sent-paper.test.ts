import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftComments, fitsUnder, mayComment, maySendOn, standingBefore } from './sent-paper.ts'

test('M4: a paper is sent on once it is cleared or published, and not from an item that was withdrawn', () => {
  assert.deepEqual(
    (['draft', 'in_checking', 'cleared', 'published', 'withdrawn'] as const).map((state) => maySendOn(state, false)),
    [false, false, true, true, false],
  )
  assert.equal(maySendOn('published', true), false)
})

test('M4: what is exempt travels under an exempt item only', () => {
  const parts = ['public', 'exempt', 'confidential'] as const
  assert.deepEqual(
    parts.map((paper) => parts.map((item) => fitsUnder(paper, item))),
    [
      [true, true, true],
      [false, true, true],
      [false, false, true],
    ],
  )
})

test('M4: a board comments on what it sent on once its meeting has begun', () => {
  assert.deepEqual((['planned', 'called', 'in_progress', 'ended', 'cancelled'] as const).map(mayComment), [false, false, true, true, false])
  assert.equal(standingBefore('called'), 'ahead')
  assert.equal(standingBefore('cancelled'), 'not-held')
})

test('M4: comments are drafted from the decisions, without what is kept closer than the paper', () => {
  const decision = { number: '12', text: 'That it be supported.', minorityView: '', category: 'public' as const, withdrawn: false }
  const decisions = [
    decision,
    { ...decision, number: '', text: 'That the cost be asked about.', minorityView: 'One member wanted it deferred.' },
    { ...decision, text: 'A price.', category: 'exempt' as const },
    { ...decision, text: 'Taken back.', withdrawn: true },
  ]
  assert.equal(
    draftComments(decisions, 'public'),
    '12: That it be supported.\n\nThat the cost be asked about.\nMinority view: One member wanted it deferred.',
  )
  assert.match(draftComments(decisions, 'exempt'), /A price/)
  assert.equal(draftComments([], 'public'), '')
})
