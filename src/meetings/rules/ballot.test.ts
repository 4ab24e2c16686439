import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type BallotPaper, countBallot, packPaper, RECEIPT_BYTES, readReceipt, receiptOf, shownReceipt, unpackPaper } from './ballot.ts'

const candidates = ['018f0000-0000-7000-8000-00000000000a', '018f0000-0000-7000-8000-00000000000b', '018f0000-0000-7000-8000-00000000000c']
const chance = fc.uint8Array({ minLength: RECEIPT_BYTES, maxLength: RECEIPT_BYTES })
const choice = fc.constantFrom<string | null>(...candidates, null)
const box = fc.uniqueArray(fc.record({ receipt: chance.map(receiptOf), choice }), { selector: ({ receipt }) => receipt, maxLength: 40 })
const papersOf = (...choices: readonly (string | null)[]): readonly BallotPaper[] =>
  choices.map((one, index) => ({ receipt: receiptOf(new Uint8Array(RECEIPT_BYTES).fill(index)), choice: one }))
const [a = '', b = '', c = ''] = candidates

test('M14: every paper counts once, and whoever leads has more than everybody else', () => {
  fc.assert(
    fc.property(box, (papers) => {
      const count = countBallot(candidates, papers)
      assert.equal(
        count.votes.reduce((sum, { votes }) => sum + votes, count.blank),
        papers.length,
      )
      // An oracle of another kind: sorted by how often each stands on the papers.
      const often = (candidate: string): number => papers.filter((paper) => paper.choice === candidate).length
      const sorted = [...candidates].sort((one, other) => often(other) - often(one))
      const [first = '', second = ''] = sorted
      assert.equal(count.leads, often(first) > often(second) ? first : null)
      assert.equal(count.tied.length > 1, often(first) > 0 && often(first) === often(second))
      for (const one of count.tied) assert.equal(often(one), often(first))
    }),
  )
})

test('M14: the count does not depend on the order of the papers', () => {
  fc.assert(
    fc.property(box, fc.infiniteStream(fc.nat()), (papers, keys) => {
      const shuffled = papers.map((paper) => ({ paper, key: keys.next().value ?? 0 })).sort((one, other) => one.key - other.key)
      assert.deepEqual(
        countBallot(
          candidates,
          shuffled.map(({ paper }) => paper),
        ),
        countBallot(candidates, papers),
      )
    }),
  )
})

test('M14: papers are all of one size and come out as they went in', () => {
  fc.assert(
    fc.property(chance, choice, (bytes, chosen) => {
      const paper = { receipt: receiptOf(bytes), choice: chosen }
      assert.equal(packPaper(paper).length, 32)
      assert.deepEqual(unpackPaper(packPaper(paper)), paper)
    }),
  )
})

test('M14: a receipt is read as people write it down, and nothing else is one', () => {
  fc.assert(
    fc.property(chance, (bytes) => {
      const receipt = receiptOf(bytes)
      assert.equal(readReceipt(` ${shownReceipt(receipt).toLowerCase()} `), receipt)
    }),
  )
  for (const typed of ['', '1234', 'U'.repeat(16), 'é'.repeat(16), '0'.repeat(17), "0'; drop table"])
    assert.equal(readReceipt(typed), undefined)
})

test('M14: a tie leads nobody, and papers for nobody elect nobody', () => {
  assert.deepEqual(countBallot(candidates, papersOf(a, b, a, b)).tied, [a, b])
  assert.equal(countBallot(candidates, papersOf(a, b, a, b)).leads, null)
  assert.equal(countBallot(candidates, papersOf(null, null, null)).leads, null)
  assert.deepEqual(countBallot(candidates, []).tied, [])
  assert.equal(countBallot(candidates, papersOf(a, null, c, c)).leads, c)
})

test('M14: a result that gives votes away says so', () => {
  assert.equal(countBallot(candidates, papersOf(a)).reveals, 'one-voter')
  assert.equal(countBallot(candidates, papersOf(a, b)).reveals, 'two-voters')
  assert.equal(countBallot(candidates, papersOf(a, a)).reveals, 'unanimous')
  assert.equal(countBallot(candidates, papersOf(null, null, null)).reveals, 'unanimous')
  assert.equal(countBallot(candidates, papersOf(a, a, b)).reveals, null)
  assert.equal(countBallot(candidates, []).reveals, null)
})

test('M14: a paper for somebody who does not stand, or the same receipt twice, is never counted', () => {
  assert.throws(() => countBallot([a, b], papersOf(a, c)))
  assert.throws(() => countBallot([a, b], [...papersOf(a), ...papersOf(b)]))
})
