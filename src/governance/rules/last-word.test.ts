import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleTermsNamed } from '../sample/terms.ts'
import { lastWordClashes, lastWordSentence } from './last-word.ts'
import { checkLastWord } from './terms/check-last-word.ts'
import type { Terms } from './terms/terms.ts'

const sample = sampleTermsNamed('steering_group')
assert.ok(sample)
const plain: Terms = sample

/** Terms of a body of that name with one function, which it leaves to these. */
function termsOf(name: string, reservedTo: readonly string[], may: 'decide' | 'recommend' = 'decide', what = 'The budget'): Terms {
  const value = [{ key: 'budget', name: what, may, reservedTo: [...reservedTo], binding: null }]
  return { ...plain, body: { ...plain.body, name }, functions: { status: 'stated', value, source: null } }
}
const body = (terms: Terms) => ({ name: terms.body.name, terms })
const sentences = (bodies: readonly Terms[], handedOn: Parameters<typeof lastWordClashes>[1] = []) =>
  lastWordClashes(bodies.map(body), handedOn).map(lastWordSentence)

test('G3, G14: two bodies that keep the last word on one function for themselves are named, whatever their capitals', () => {
  const twice = [termsOf('Board A', ['board a']), termsOf('Board B', ['Board B'], 'decide', 'the Budget '), termsOf('Board C', ['Board A'])]
  assert.equal(sentences(twice).length, 1)
  assert.match(sentences(twice)[0] ?? '', /the terms of the Board A and of the Board B each keep the last word for themselves/)
  assert.deepEqual(sentences([termsOf('Board A', ['Board A']), termsOf('Board C', ['Board A'])]), [])
})

test('G3, G14: what is left to each other, or delegated in a circle, is told once with the way round', () => {
  assert.deepEqual(sentences([termsOf('Board A', ['Board B']), termsOf('Board B', ['Board A'])]), [
    '“The budget” goes round: the terms of the Board A leave it to the Board B; the terms of the Board B leave it to the Board A. Who decides cannot be told.',
  ])
  const handed = [
    { from: 'Board A', to: 'Board B', functionName: 'The budget' },
    { from: 'Board B', to: 'Board C', functionName: 'the budget' },
    { from: 'Board C', to: 'Board A', functionName: 'The budget' },
  ]
  assert.equal(sentences([], handed).length, 1)
  assert.match(sentences([], handed)[0] ?? '', /the Board A has delegated it to the Board B; the Board B has delegated it to the Board C/)
  assert.deepEqual(sentences([], handed.slice(0, 2)), [])
  const mixed = sentences([termsOf('Board B', ['Board A'])], handed.slice(0, 1))
  assert.match(mixed[0] ?? '', /the Board A has delegated it to the Board B; the terms of the Board B leave it to the Board A/)
})

test('G17, G14: the terms checker says so of the terms it reads, and of a function reserved to a body that may not decide it', () => {
  const neighbour = (terms: Terms, ended = false) => ({ name: terms.body.name, terms, related: true, ended })
  const codes = (terms: Terms, others: readonly Terms[], handedOn: Parameters<typeof lastWordClashes>[1] = [], ended = false) =>
    checkLastWord(
      terms,
      others.map((one) => neighbour(one, ended)),
      handedOn,
    ).map(({ code }) => code)
  const own = termsOf('Board A', ['Board A'])
  assert.deepEqual(codes(own, [termsOf('Board B', ['Board B'])]), ['last-word-twice'])
  assert.deepEqual(codes(own, [termsOf('Board B', ['Board B'])], [], true), [], 'a board that has ended claims nothing')
  assert.deepEqual(codes(own, [termsOf('Board B', ['Board A'])], [{ from: 'Board A', to: 'Board B', functionName: 'The budget' }]), [
    'last-word-goes-round',
  ])
  assert.deepEqual(codes(termsOf('Board A', ['Board B']), [termsOf('Board B', ['Board A'])]), [], 'by terms alone: told elsewhere')
  assert.deepEqual(codes(termsOf('Board A', ['Board A'], 'recommend'), []), ['reserved-to-itself'])
})
