import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sampleTermsNamed } from '../../sample/terms.ts'
import { judgeAdoption } from '../adoption.ts'
import { checkTerms } from './check.ts'
import { checkNeighbours, type Neighbour } from './check-neighbours.ts'
import { checkPractice } from './check-practice.ts'
import type { PracticeFact } from './finding.ts'
import type { Terms } from './terms.ts'

const sample = sampleTermsNamed('women_and_childrens_board')
assert.ok(sample)
const plain: Terms = { ...sample, disputes: { status: 'not-stated', value: null, source: null } }

/** Terms of a body of that name whose matters of policy go to others, and whose ladder of disputes ends with these words. */
function termsOf(name: string, referTo: readonly string[], ladder: readonly string[] = []): Terms {
  const { voting } = plain
  assert.ok(voting.value)
  return {
    ...plain,
    body: { ...plain.body, name },
    functions: { status: 'not-stated', value: null, source: null },
    voting: { ...voting, value: { ...voting.value, notPermittedOn: referTo.length > 0 ? ['policy'] : [], referTo: [...referTo] } },
    disputes: ladder.length > 0 ? { status: 'stated', value: [...ladder], source: null } : plain.disputes,
  }
}

const neighbour = (terms: Terms, more: Partial<Neighbour> = {}): Neighbour => ({
  ...{ name: terms.body.name, terms, related: true, ended: false },
  ...more,
})
const codes = (terms: Terms, neighbours: readonly Neighbour[]): readonly string[] =>
  checkNeighbours(terms, neighbours).map(({ severity, code, rule }) => `${severity} ${code} ${rule}`)

test('G11: terms that refer to each other in a circle are refused, with the way round in words', () => {
  const [own, parent] = [termsOf('Board A', ['Board B']), termsOf('Board B', ['Board C'])]
  const back = termsOf('Board C', ['board a'])
  const findings = checkNeighbours(own, [neighbour(parent), neighbour(back)])
  assert.deepEqual(
    findings.map(({ sentence }) => sentence),
    ['Voting: A matter of policy is sent to the Board B, and on to the Board C, whose terms send it back here: nobody can ever decide.'],
  )
  assert.equal(judgeAdoption(findings).refused.length, 1)
  assert.deepEqual(codes(own, [neighbour(parent), neighbour(termsOf('Board C', []))]), [], 'the last of them decides')
  assert.deepEqual(codes(own, [neighbour(parent)]), [], 'what is not on record is taken to decide')
})

test('G11: where somebody outside the circle is named besides, a person answers; ladders of disputes go round, too', () => {
  const own = termsOf('Board A', ['Board B', 'the statutory partner concerned'])
  assert.deepEqual(codes(own, [neighbour(termsOf('Board B', ['Board A']))]), ['contradiction refers-in-a-circle voting'])
  const ladder = termsOf('Board A', [], ['The chairs', 'Board B'])
  assert.deepEqual(codes(ladder, [neighbour(termsOf('Board B', [], ['Board A']))]), ['impossible refers-in-a-circle disputes'])
  assert.deepEqual(codes(ladder, [neighbour(termsOf('Board B', [], ['Board B']))]), [], 'it settles them itself')
})

test('G11: whatever bodies refer to whom, the checker ends, and finds a circle exactly where one leads back', () => {
  const names = ['A', 'B', 'C', 'D', 'E']
  fc.assert(
    fc.property(fc.array(fc.subarray(names), { minLength: 5, maxLength: 5 }), (sent) => {
      const all = names.map((name, index) =>
        termsOf(
          name,
          (sent[index] ?? []).filter((other) => other !== name),
        ),
      )
      const [own] = all
      assert.ok(own)
      const reached = new Set<string>()
      const walk = (name: string): void => {
        for (const next of (sent[names.indexOf(name)] ?? []).filter((other) => other !== name))
          if (!reached.has(next)) {
            reached.add(next)
            walk(next)
          }
      }
      walk('A')
      const found = codes(
        own,
        all.slice(1).map((terms) => neighbour(terms)),
      )
      assert.equal(found.length, reached.has('A') ? 1 : 0)
    }),
  )
})

test('G11: the name of another body is found in the words themselves, where nothing on record ties the two', () => {
  const other = termsOf('Northbrook Dementia Delivery Board', [])
  const copied: Terms = {
    ...termsOf('Board A', []),
    purpose: { status: 'stated', value: 'To lead what the northbrook dementia delivery board buys.', source: null },
  }
  const shorter = neighbour(termsOf('Dementia Delivery Board', []), { related: false })
  assert.deepEqual(codes(copied, [shorter, neighbour(other, { related: false })]), ['question another-body-named purpose'])
  assert.deepEqual(codes(copied, [neighbour(other)]), [], 'related bodies may be named')
  const reports: Terms = {
    ...copied,
    reporting: { status: 'stated', value: [{ to: other.body.name, what: 'Progress', months: 12 }], source: null },
  }
  assert.deepEqual(codes(reports, [neighbour(other, { related: false })]), [], 'named on purpose')
  assert.deepEqual(codes(reports, [neighbour(other, { ended: true })]), ['contradiction ended-body-named reporting'])
})

test('G11: practice is held against the terms: deputy chair, deputies and seats as they are kept', () => {
  const { seats } = plain
  const kept = seats.map(({ key, name, places }) => ({ key, name, places }))
  const [first, ...others] = kept
  assert.ok(first)
  const shut: Terms = {
    ...plain,
    deputyChair: { status: 'stated', value: { method: 'none', post: null }, source: null },
    deputies: { status: 'stated', value: { kind: 'forbidden', capacity: null }, source: null },
  }
  const found = (terms: Terms, fact: PracticeFact) => checkPractice(terms, fact).map(({ rule, sentence }) => `${rule}: ${sentence}`)
  const seenIn = 'the record'
  assert.deepEqual(found(shut, { rule: 'deputyChair', basis: 'elected', seenIn }), [
    'deputyChair: The terms give the body no deputy chair; in the record there is one.',
  ])
  assert.deepEqual(found(shut, { rule: 'deputies', count: 2, seenIn }), [
    'deputies: The terms let nobody come in a member’s place; in the record 2 deputies may.',
  ])
  assert.deepEqual(found(shut, { rule: 'deputies', count: 0, seenIn }), [])
  assert.deepEqual(found(plain, { rule: 'seats', kept, seenIn }), [])
  assert.deepEqual(found(plain, { rule: 'seats', kept: [...others, { key: 'new', name: 'A new seat', places: 1 }], seenIn }), [
    `seats: The seats in the record are not those of the terms: “${first.name}” is not kept and “A new seat” is not in the terms.`,
  ])
  assert.match(found(plain, { rule: 'seats', kept: [], seenIn }).join(), /and \d+ more differ\.$/)
  assert.match(
    found(plain, { rule: 'seats', kept: [{ ...first, places: first.places + 1 }, ...others], seenIn }).join(),
    /in the terms and \d+ kept/,
  )
  assert.ok(
    checkTerms(shut, [{ rule: 'deputies', count: 1, seenIn }]).some(({ code, rule }) => code === 'practice-departs' && rule === 'deputies'),
  )
})
