import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleTerms, sampleTermsNamed } from '../sample/terms.ts'
import { describeRule, describeTerms } from './describe.ts'
import { ruleNames, type Terms } from './terms/terms.ts'

function named(key: string): Terms {
  const terms = sampleTermsNamed(key)
  assert.ok(terms, key)
  return terms
}

test('G4: every rule of every body is described: what it demands, or that nothing is said', () => {
  for (const terms of sampleTerms()) {
    const described = describeTerms(terms)
    assert.deepEqual(
      described.map(({ name }) => name),
      ruleNames,
    )
    for (const { demands, status, standing, title } of described) {
      assert.equal(demands.length === 0, status === 'not-stated', `${terms.key}: ${title}`)
      if (status !== 'stated') assert.ok(standing)
      for (const sentence of demands) assert.match(sentence, /^[\p{Lu}\d].*\.$/u)
    }
  }
})

test('G6: a quorum reads as a person would say it', () => {
  const words = (key: string) => describeRule(named(key), 'quorum').demands
  const unsaid = 'What follows when quorum is lost is not stated.'
  assert.deepEqual(words('steering_group'), ['A meeting is quorate with the chair and 2 agencies besides the chair’s own.', unsaid])
  assert.deepEqual(words('local_area_group'), [
    'A meeting is quorate with at least 50% of the voting members (vacant seats left out).',
    unsaid,
  ])
  const terms = named('steering_group')
  const adjourned = { ...terms, quorum: { ...terms.quorum, onLoss: 'adjourn' as const } }
  assert.equal(describeRule(adjourned, 'quorum').demands[1], 'When quorum is lost, the meeting is adjourned.')
  assert.deepEqual(words('strategic_partnership'), [])
})

test('G10: a rule names its source and section', () => {
  const rule = describeRule(named('strategic_partnership'), 'agendaOut')
  assert.deepEqual(rule.demands, ['The agenda and its papers go out at least 7 working days before the meeting.'])
  assert.match(rule.source ?? '', /2013\/15, section 6\.2$/)
})

test('G6: a contradictory rule shows both readings with their sources', () => {
  const { readings, standing } = describeRule(named('joint_commissioning_board'), 'quorum')
  assert.equal(readings.length, 2)
  assert.notEqual(readings[0]?.source, readings[1]?.source)
  assert.match(standing ?? '', /until a person decides/)
})
