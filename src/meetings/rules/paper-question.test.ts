import assert from 'node:assert/strict'
import { test } from 'node:test'
import { meetingStates, sights } from './meeting.ts'
import { paperStates } from './paper.ts'
import { refusePublishing, takesQuestions } from './paper-question.ts'

test('M4: a paper takes questions when it is out, until its meeting begins', () => {
  const taken = meetingStates.flatMap((meeting) =>
    paperStates.flatMap((state) =>
      sights.flatMap((sight) => (takesQuestions({ state, sight }, meeting) ? [`${state} ${sight} ${meeting}`] : [])),
    ),
  )
  assert.deepEqual(taken, ['published members planned', 'published public planned', 'published members called', 'published public called'])
})

test('M4, M6: an answer becomes public with a public paper only', () => {
  const open = { sight: 'public', category: 'public' } as const
  assert.equal(refusePublishing({ answer: 'Yes.', category: 'public' }, open), undefined)
  assert.equal(refusePublishing({ answer: '', category: 'public' }, open), 'question-unanswered')
  assert.equal(refusePublishing({ answer: 'Yes.', category: 'exempt' }, open), 'question-not-public')
  assert.equal(refusePublishing({ answer: 'Yes.', category: 'public' }, { ...open, sight: 'members' }), 'question-not-public')
  assert.equal(refusePublishing({ answer: 'Yes.', category: 'public' }, { ...open, category: 'exempt' }), 'question-not-public')
})
