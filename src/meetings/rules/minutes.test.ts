import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { paperProblems } from '#platform/paper/paper.ts'
import { printMarkdown } from '#platform/paper/print-markdown.ts'
import {
  type ApprovingMeeting,
  isCouncilRegime,
  minutesStates,
  needsReason,
  numberMinutes,
  sightOnceMinuted,
  stepsFor,
  unsuitable,
} from './minutes.ts'
import { actionText, attendanceText, decisionText, type MinutedDecision } from './minutes-text.ts'

const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)
const december = { id: 'december', body: 'board', heldOn: day('2013-12-11') }
const february: ApprovingMeeting = { id: 'february', body: 'board', kind: 'ordinary', state: 'ended', heldOn: day('2014-02-24') }

test('M12: an extraordinary meeting may not approve minutes under a council’s regime, and may in a partnership', () => {
  const extraordinary: ApprovingMeeting = { ...february, kind: 'extraordinary' }
  assert.equal(unsuitable(december, extraordinary, true), 'extraordinary')
  assert.equal(unsuitable(december, extraordinary, false), undefined)
  assert.equal(unsuitable(december, february, true), undefined)
})

test('M12: minutes are approved at a later meeting of the same body that was held', () => {
  assert.equal(unsuitable(december, { ...february, heldOn: day('2013-10-01') }, false), 'not-later')
  assert.equal(unsuitable(december, { ...february, state: 'called' }, false), 'not-held')
  assert.equal(unsuitable(december, { ...february, body: 'other' }, false), 'other-body')
  assert.equal(unsuitable(december, { ...february, id: 'december' }, false), 'same-meeting')
  assert.equal(unsuitable(december, { ...february, kind: 'development_day' }, false), 'development-day')
})

test('M12: minutes go from draft to circulated, approved, signed, published, and may be withdrawn once public', () => {
  const standing = { isPublic: false, isSigned: false, isWithdrawn: false }
  assert.deepEqual(stepsFor({ ...standing, state: 'draft' }), ['clear', 'circulate', 'write'])
  assert.deepEqual(stepsFor({ ...standing, state: 'circulated' }), ['approve', 'publish-draft', 'write'])
  assert.deepEqual(stepsFor({ ...standing, state: 'approved' }), ['publish', 'sign', 'correct'])
  assert.deepEqual(stepsFor({ ...standing, state: 'published', isPublic: true, isSigned: true }), ['correct', 'withdraw'])
  assert.deepEqual(stepsFor({ ...standing, state: 'published', isPublic: true, isSigned: true, isWithdrawn: true }), ['publish', 'correct'])
  for (const state of minutesStates) assert.equal(needsReason({ ...standing, state }), state !== 'draft')
})

test('M12: minute numbers run on across meetings, sub-items stand under their item', () => {
  const items = ['a', 'b', 'c'].map((id) => ({ id, parent: null }))
  const { numbers, next } = numberMinutes([...items, { id: 'b1', parent: 'b' }], 25)
  assert.deepEqual([numbers.get('a'), numbers.get('c'), numbers.get('b1'), next], ['25', '27', undefined, 28])
  assert.deepEqual([...numberMinutes(items, null).numbers], [])
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 40 }), fc.integer({ min: 1, max: 9999 }), (tops, first) => {
      const made = numberMinutes(
        tops.map((top, index) => ({ id: String(index), parent: top ? null : 'x' })),
        first,
      )
      assert.equal(new Set(made.numbers.values()).size, tops.filter(Boolean).length)
      assert.equal(made.next, first + tops.filter(Boolean).length)
    }),
  )
})

const decision: MinutedDecision = {
  id: 'd1',
  number: '12',
  type: 'note',
  text: 'That the business plan be noted.',
  referredTo: '',
  proposer: 'Ana Field',
  seconder: '',
  votes: '',
  minorityView: '',
  interests: '',
}

test('M12: attendance, decisions and actions are written out, and the text may be published as it is', () => {
  const somebody = {
    name: 'Ana Field',
    capacity: 'Council',
    chaired: true,
    deputyFor: '',
    remote: false,
    times: [{ arrived: undefined, left: undefined }],
  }
  const left = {
    ...somebody,
    name: 'Ben Marsh',
    capacity: '',
    chaired: false,
    deputyFor: 'Cy Hill',
    times: [{ arrived: undefined, left: new Temporal.PlainTime(15, 55) }],
  }
  const who = attendanceText({
    present: [somebody, left],
    inAttendance: [],
    apologies: ['Cy Hill'],
    withoutApology: [],
    quorum: 'No quorum is stated.',
  })
  const words = printMarkdown(who)
  assert.match(words, /Ana Field \(in the chair; Council\)/)
  assert.match(words, /Ben Marsh \(acting as deputy for Cy Hill; left at 3\.55pm\)/)
  const task = { id: 'a1', text: 'Send the plan out', leads: [], due: 'by end February' }
  const what = { version: 1 as const, blocks: [...decisionText(decision), ...actionText(task)] }
  assert.match(printMarkdown(what), /\*\*NOTED \(decision 12\):\*\* That the business plan be noted\./)
  assert.match(printMarkdown(what), /Send the plan out \(owner to be confirmed; by end February\)/)
  for (const paper of [who, what]) assert.deepEqual(paperProblems(paper), [])
})

test('M12: exempt matter never becomes public with the minutes; council regimes are told from partnerships', () => {
  assert.deepEqual(
    ['public', 'exempt', 'confidential'].map((category) => sightOnceMinuted(category as 'public')),
    ['public', 'members', 'members'],
  )
  assert.equal(isCouncilRegime('lga1972'), true)
  assert.equal(isCouncilRegime('partnership'), false)
})
