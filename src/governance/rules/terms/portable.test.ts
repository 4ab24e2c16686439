import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { sampleTerms, sampleTermsNamed } from '../../sample/terms.ts'
import { describeRule } from '../describe.ts'
import { checkDemands } from './check-composition.ts'
import { checkPractice } from './check-practice.ts'
import { parseTerms, parseTermsText, printTerms } from './portable.ts'
import type { Terms } from './terms.ts'
import { memberDemandWords, votesOnWords } from './wording.ts'

const all = sampleTerms()

function named(key: string): Terms {
  const terms = sampleTermsNamed(key)
  assert.ok(terms, key)
  return terms
}

function codes(document: unknown): readonly string[] {
  const read = parseTerms(document)
  return read.ok ? [] : read.problems.map(({ code }) => code)
}

function places(terms: Terms): number {
  return terms.seats.reduce((sum, seat) => sum + seat.places, 0)
}

test('G4: export, import, export gives the same text, whatever the order of keys', () => {
  for (const terms of all) {
    const text = printTerms(terms)
    const again = parseTermsText(text)
    assert.ok(again.ok)
    assert.equal(printTerms(again.value), text)
    const shuffled = JSON.parse(text, (_, value) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).reverse()) : value,
    )
    const reordered = parseTerms(shuffled)
    assert.ok(reordered.ok)
    assert.equal(printTerms(reordered.value), text)
  }
})

test('G4: the published JSON Schema accepts every sample and refuses what the program refuses', () => {
  const schema = JSON.parse(readFileSync(new URL('../../reference/generated/terms.schema.json', import.meta.url), 'utf8'))
  const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true })
  addFormats.default(ajv)
  const valid = ajv.compile(schema)
  for (const terms of all) assert.ok(valid(JSON.parse(printTerms(terms))), JSON.stringify(valid.errors))
  const broken = [
    { ...all[0], format: 'goldenthread-terms/2' },
    { ...all[0], extra: 1 },
    { ...all[0], from: '2014-02-30' },
    { ...all[0], seats: [{ ...all[0]?.seats[0], places: 0 }] },
    { ...all[0], quorum: { ...all[0]?.quorum, status: 'stated', value: { kind: 'all', rules: [{ kind: 'perhaps' }] } } },
  ]
  for (const document of broken) {
    assert.equal(valid(document), false)
    assert.notDeepEqual(codes(document), [])
  }
})

test('G4: what the shape cannot say is refused in words of its own', () => {
  const [terms] = all
  assert.ok(terms)
  const [seat] = terms.seats
  assert.ok(seat)
  assert.deepEqual(codes({ ...terms, seats: [seat, seat] }), ['key-twice'])
  assert.deepEqual(codes({ ...terms, seats: [{ ...seat, group: 'nowhere' }] }), ['unknown-group'])
  assert.deepEqual(codes({ ...terms, seats: [{ ...seat, votesOn: ['nothing'] }] }), ['unknown-function'])
  const [first] = terms.functions.value ?? []
  assert.deepEqual(codes({ ...terms, seats: [{ ...seat, voting: 'observer', votesOn: [first?.key] }] }), ['votes-without-vote'])
  assert.deepEqual(codes({ ...terms, seats: [{ ...seat, vacantAtExport: 2 }] }), ['more-vacant-than-places'])
  assert.deepEqual(codes({ ...terms, until: terms.from }), ['dates-out-of-order'])
  assert.deepEqual(codes({ ...terms, agendaOut: { ...terms.agendaOut, source: { id: 'elsewhere' } } }), ['unknown-source'])
  assert.deepEqual(codes({ ...terms, agendaOut: { ...terms.agendaOut, value: null } }), ['stated-without-value'])
  assert.deepEqual(codes({ ...terms, agendaOut: { ...terms.agendaOut, status: 'not-stated' } }), ['not-stated-with-value'])
  assert.deepEqual(codes({ ...terms, agendaOut: { ...terms.agendaOut, status: 'contradictory' } }), ['contradictory-without-readings'])
  assert.deepEqual(codes({ ...terms, agendaOut: { ...terms.agendaOut, status: 'chosen' } }), ['chosen-by-nobody'])
  assert.deepEqual(codes({ ...terms, version: 'a\u0000b' }), ['wrong-shape'])
  assert.deepEqual(codes({ ...terms, version: 'a\ud800b' }), ['wrong-shape'])
  const text = parseTermsText('{')
  assert.equal(text.ok ? '' : text.problems[0].code, 'not-json')
})

test('G4: anything at all is read or refused, never thrown at', () => {
  fc.assert(fc.property(fc.jsonValue(), (document) => void parseTerms(document)))
  fc.assert(fc.property(fc.string(), (text) => void parseTermsText(text)))
})

test('G5: the strategic partnership has 15 seat groups and 30 seats, one an observer', () => {
  const terms = named('strategic_partnership')
  assert.equal(terms.seats.length, 15)
  assert.equal(places(terms), 30)
  assert.deepEqual(
    terms.seats.filter(({ voting }) => voting === 'observer').map(({ key, places: number }) => [key, number]),
    [['safeguarding_chair', 1]],
  )
})

test('G5: the local area group has 14 voting seats, one of them vacant, and 2 that do not vote', () => {
  const { seats } = named('local_area_group')
  const voting = seats.filter((seat) => seat.voting === 'voting')
  assert.equal(
    voting.reduce((sum, seat) => sum + seat.places, 0),
    14,
  )
  assert.equal(
    voting.reduce((sum, seat) => sum + seat.vacantAtExport, 0),
    1,
  )
  assert.equal(
    seats.filter((seat) => seat.voting === 'non_voting').reduce((sum, seat) => sum + seat.places, 0),
    2,
  )
})

test('G6: the sample says what its sources say: contradictory, not stated, stated', () => {
  assert.equal(named('strategic_partnership').quorum.status, 'not-stated')
  assert.equal(named('joint_commissioning_board').quorum.status, 'contradictory')
  assert.equal(named('delivery_board').quorum.status, 'stated')
  assert.deepEqual(named('joint_commissioning_board').quorum.value, { kind: 'none' })
})

test('G4: no sample text names a place or a person of the sources', () => {
  const text = all.map(printTerms).join('')
  assert.doesNotMatch(text, /lincoln|kesteven|lindsey|boston|anyplace|cfbt|cypsp/i)
})

test('G11: an opening period may say from which day it runs; documents of before stay valid and print as they were', () => {
  const text = readFileSync(new URL('../../sample/terms/steering-group.json', import.meta.url), 'utf8')
  const old = parseTermsText(text)
  assert.ok(old.ok && old.value.frequency.value?.phase)
  assert.deepEqual(JSON.parse(printTerms(old.value)), JSON.parse(text))
  const { frequency } = old.value
  const phase = { everyMonths: 1, forMonths: 6, from: '2027-04-01' }
  const dated = { ...old.value, frequency: { ...frequency, value: frequency.value && { ...frequency.value, phase } } }
  const read = parseTermsText(printTerms(dated))
  assert.ok(read.ok)
  assert.deepEqual(read.value.frequency.value?.phase, phase)
  assert.match(describeRule(read.value, 'frequency').demands.join(' '), /every month for the first 6 months from 1 April 2027/)
  const wrong = parseTerms({
    ...dated,
    frequency: { ...dated.frequency, value: { ...frequency.value, phase: { ...phase, from: '2027-02-30' } } },
  })
  assert.equal(wrong.ok, false)
})

test('G5: on what a seat votes is exported and read again, stands in the readable words, and is held against the record', () => {
  const terms = all.find(({ functions, seats }) => functions.value && seats.some(({ voting }) => voting === 'voting'))
  assert.ok(terms)
  const [one] = terms.functions.value ?? []
  const seat = terms.seats.find(({ voting }) => voting === 'voting')
  assert.ok(one && seat)
  const partly = { ...terms, seats: terms.seats.map((other) => (other === seat ? { ...seat, votesOn: [one.key] } : other)) }
  const again = parseTermsText(printTerms(partly))
  assert.deepEqual(again.ok && again.value, partly)
  assert.equal(votesOnWords({ votesOn: [one.key] }, terms.functions.value), `, on these matters only: ${one.name}`)
  const kept = terms.seats.map(({ key, name, places }) => ({ key, name, places, votesOn: [] }))
  const found = checkPractice(partly, { rule: 'seats', kept, seenIn: 'the record of seats' })
  assert.match(found[0]?.sentence ?? '', /votes on other matters in the terms than in the record/)
  assert.deepEqual(checkPractice(terms, { rule: 'seats', kept, seenIn: 'the record of seats' }), [])
})

test('G18, G6: who must be on a body travels with its terms, is told in words, and questioned beside seats and record', () => {
  const roles = ['Director of children’s services', 'Lead member for children’s services']
  const composition = roles.map((value) => ({ matches: 'role' as const, value, atLeast: 1, atMeetings: false, source: null }))
  const terms = { ...named('strategic_partnership'), composition }
  const again = parseTermsText(printTerms(terms))
  assert.ok(again.ok)
  assert.deepEqual(again.value.composition?.map(memberDemandWords), [
    'At least 1 whose seat has the role: Director of children’s services.',
    'At least 1 whose seat has the role: Lead member for children’s services.',
  ])
  const [first, second] = terms.composition ?? []
  assert.ok(first && second)
  assert.deepEqual(codes({ ...terms, composition: [first, { ...first, value: `${first.value.toUpperCase()} `, atLeast: 2 }] }), [
    'demand-twice',
  ])
  assert.deepEqual(codes({ ...terms, composition: [{ ...first, source: { id: 'elsewhere' } }] }), ['unknown-source'])
  assert.deepEqual(checkDemands(terms), [])
  const unseated = { ...terms, seats: terms.seats.map(({ statutoryRole: _, ...seat }) => seat) }
  assert.equal(checkDemands(unseated).length, 2)
  assert.deepEqual(
    checkPractice({ ...terms, composition: [first] }, { rule: 'composition', kept: [first, second] }).map(({ code }) => code),
    ['demand-not-in-terms'],
  )
  assert.deepEqual(checkPractice(terms, { rule: 'composition', kept: [first, second] }), [])
})
