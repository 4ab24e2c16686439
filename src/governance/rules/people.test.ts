import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleTermsNamed } from '../sample/terms.ts'
import { chairHolder, meetingChair } from './chair.ts'
import { type DeputyFacts, judgeDeputy } from './deputy.ts'
import { consequenceOf } from './interests.ts'
import { firstMinuteNumber, minuteNumbers } from './minutes-numbering.ts'
import type { Terms } from './terms/terms.ts'

function named(key: string): Terms {
  const terms = sampleTermsNamed(key)
  assert.ok(terms, key)
  return terms
}

const nobody: DeputyFacts = {
  namedSubstitute: false,
  agreedByChair: false,
  coreMembersTold: false,
  nominatedByMember: false,
  mayDecide: null,
  memberPresent: false,
  sitsElsewhere: false,
}

function deputy(key: string, facts: Partial<DeputyFacts>) {
  return judgeDeputy(named(key).deputies.value, { ...nobody, ...facts })
}

test('G7: the partnership takes named substitutes only', () => {
  assert.deepEqual(deputy('strategic_partnership', { nominatedByMember: true }).problems, ['not-a-named-substitute'])
  assert.equal(deputy('strategic_partnership', { namedSubstitute: true }).accepted, true)
})

test('G7: a delivery board wants the chair’s agreement and all core members told', () => {
  assert.deepEqual(deputy('delivery_board', {}).problems, ['chair-has-not-agreed', 'members-not-told'])
  assert.equal(deputy('delivery_board', { agreedByChair: true, coreMembersTold: true }).accepted, true)
})

test('G7: a deputy without authority in the local area group is warned about and accepted', () => {
  assert.deepEqual(deputy('local_area_group', { nominatedByMember: true, mayDecide: false }), {
    accepted: true,
    problems: [],
    warnings: ['without-authority-to-decide'],
  })
})

test('G7: one person holds one seat, and the member goes before the deputy', () => {
  assert.deepEqual(deputy('steering_group', { nominatedByMember: true, memberPresent: true, sitsElsewhere: true }).problems, [
    'member-is-present',
    'sits-elsewhere',
  ])
  assert.deepEqual(deputy('childrens_trust_board', {}), { accepted: true, problems: [], warnings: ['rule-not-stated'] })
})

test('G8: the recorded chair chairs, and departs from terms that name a post', () => {
  const rule = named('strategic_partnership').chair.value
  assert.deepEqual(chairHolder(rule, { person: 'independent', basis: 'independent' }, 'director'), {
    state: 'held',
    person: 'independent',
    basis: 'independent',
    departsFromTerms: true,
  })
  assert.deepEqual(chairHolder(rule, null, 'director'), { state: 'held', person: 'director', basis: 'by_post', departsFromTerms: false })
  assert.deepEqual(chairHolder(named('local_area_group').chair.value, null, 'director'), { state: 'vacant' })
})

test('G8: when chair and deputy chair are absent, electing a chair for the meeting is the first item', () => {
  const absence = named('local_area_group').absenceOfBoth.value
  const facts = { chair: 'chair', deputyChair: 'deputy', electedForMeeting: null, present: new Set(['member']) }
  assert.deepEqual(meetingChair(absence, facts), { state: 'elect-as-first-item' })
  assert.deepEqual(meetingChair(null, facts), { state: 'nobody' })
  const present = new Set(['member', 'deputy'])
  assert.deepEqual(meetingChair(absence, { ...facts, present }), { state: 'chairs', person: 'deputy', as: 'deputy-chair' })
  assert.deepEqual(meetingChair(absence, { ...facts, electedForMeeting: 'member' }), {
    state: 'chairs',
    person: 'member',
    as: 'elected-for-meeting',
  })
})

test('G13: the consequence is the terms’, unless the chair rules or a dispensation holds', () => {
  const rule = named('strategic_partnership').interests.value
  const silent = consequenceOf(rule, 'pecuniary', null, false)
  assert.ok(silent.state === 'settled' && silent.consequence === 'stay-silent' && !silent.maySpeak && silent.counted)
  const left = consequenceOf(rule, 'pecuniary', 'leave', false)
  assert.ok(left.state === 'settled' && left.from === 'chair' && !left.counted && !left.mayVote)
  assert.equal(consequenceOf(rule, 'pecuniary', 'leave', true).state, 'settled')
  assert.deepEqual(consequenceOf(named('delivery_board').interests.value, 'personal', null, false), {
    state: 'undecided',
    because: 'chair-decides',
  })
  assert.deepEqual(consequenceOf(null, 'personal', null, false), { state: 'undecided', because: 'not-stated' })
})

test('M9: minutes run on from 25 in the partnership; where the terms say nothing a person chooses', () => {
  const rule = named('strategic_partnership').minuteNumbers.value
  assert.equal(firstMinuteNumber(rule, null), 25)
  assert.equal(firstMinuteNumber(rule, 35), 36)
  assert.equal(firstMinuteNumber({ runsOn: false, start: null }, 35), 1)
  assert.equal(firstMinuteNumber(named('local_area_group').minuteNumbers.value, 35), null)
  assert.deepEqual(minuteNumbers(25, 11).at(-1), 35)
})
