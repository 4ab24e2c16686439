import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paragraphsInWords } from '../words/agenda.ts'
import { type InterestTest, lacksOf, sameTest } from './public-interest.ts'
import { publishProblems } from './publication.ts'

const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)
const whole: InterestTest = {
  ...{ number: 1, occasion: 'agenda', conclusion: 'exempt', reason: '' },
  ...{ reasonsFor: 'People ask.', reasonsAgainst: 'Prices would be known.', decidedBy: 'The monitoring officer' },
  ...{ decidedOn: day('2027-03-01'), reviewOn: null },
}

test('M3: a public-interest test says both sides, who decided and when; a decision of tomorrow is not taken yet', () => {
  assert.deepEqual(lacksOf(undefined, day('2027-03-01')), ['reasonsFor', 'reasonsAgainst', 'decidedBy', 'decidedOn'])
  assert.deepEqual(lacksOf(whole, day('2027-03-01')), [])
  assert.deepEqual(lacksOf({ ...whole, reasonsFor: '' }, day('2027-02-28')), ['reasonsFor', 'decidedOn'])
  assert.equal(sameTest(whole, { ...whole, decidedOn: day('2027-03-01') }), true)
  assert.equal(sameTest(whole, { ...whole, reviewOn: day('2027-09-01') }), false)
})

test('M3: an agenda with an exempt item goes out with its test complete; what is out went by the rules of its time', () => {
  const item = { id: 'a', number: '8', reportStatus: 'none', urgent: false, published: false, testLacks: ['reasonsFor'] } as const
  const now = { state: 'called', packOut: false, begun: false, items: [item], papers: [] } as const
  assert.deepEqual(publishProblems(now), [{ code: 'test-missing', number: '8', names: ['reasonsFor'] }])
  assert.deepEqual(publishProblems({ ...now, items: [{ ...item, testLacks: [] }] }), [])
  assert.deepEqual(publishProblems({ ...now, items: [{ ...item, published: true }] }), [])
})

test('M3: paragraphs are counted, and named after the law that the body meets by', () => {
  const words = (...paragraphs: string[]) => paragraphsInWords({ category: 'exempt', paragraphs })
  assert.equal(words('lga1972.5', 'lga1972.3'), 'paragraphs 3 and 5 of Schedule 12A')
  assert.equal(words('lga1972-wales.12', 'lga1972-wales.18'), 'paragraphs 12 and 18 of Part 4 of Schedule 12A')
  assert.equal(words('lga1972-1985.12', 'lga1972-1985.9'), 'paragraphs 9 and 12 of Schedule 12A as it then stood')
  assert.equal(words('pbama1960.1'), 'section 1(2) of the Public Bodies (Admission to Meetings) Act 1960')
})
