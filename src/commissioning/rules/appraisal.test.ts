import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { appraise, pointsInWords, type ScoredOption, sensitivity } from './appraisal.ts'

const criteria = [
  { id: 'q', name: 'Quality', weight: 50 },
  { id: 'c', name: 'Cost', weight: 30 },
  { id: 'r', name: 'Risk', weight: 20 },
]
const option = (title: string, q?: number, c?: number, r?: number): ScoredOption => ({
  ...{ id: title, title },
  scores: new Map(Object.entries({ q, c, r }).filter((pair): pair is [string, number] => pair[1] !== undefined)),
})

test('C2: options are appraised by weighted criteria, exactly: worked by hand', () => {
  const [first, second] = appraise(criteria, [option('Few', 5, 8, 7), option('Many', 8, 5, 6)])
  // Many: 400 + 150 + 120 = 670 of 100; Few: 250 + 240 + 140 = 630.
  assert.deepEqual([first?.title, first?.points, first?.place, second?.points], ['Many', 670, 1, 630])
  assert.equal(pointsInWords(670, 100), '6.70')
  assert.equal(pointsInWords(20, 3), '6.67')
  assert.equal(pointsInWords(1, 200), '0.01')
})

test('C2: an option that is not scored in full has no points and no place, and nothing is said of the others’ robustness', () => {
  const appraised = appraise(criteria, [option('Half', 9, 9), option('Whole', 1, 1, 1)])
  assert.deepEqual(
    appraised.map(({ title, place }) => [title, place]),
    [
      ['Whole', 1],
      ['Half', undefined],
    ],
  )
  assert.deepEqual(sensitivity(criteria, [option('Half', 9, 9), option('Whole', 1, 1, 1)]), [])
})

test('C2: it is shown under which weights another option would lead', () => {
  const trials = sensitivity(criteria, [option('Few', 5, 8, 7), option('Many', 8, 5, 6)])
  const changed = trials.filter(({ changes }) => changes).map(({ words }) => words)
  assert.deepEqual(changed, ['All criteria weigh the same', 'Cost weighs twice as much', 'Without Quality'])
})

test('C2: the same factor on all weights, and the order of options, change no place', () => {
  const score = fc.integer({ min: 0, max: 10 })
  const scores = fc.array(fc.tuple(score, score, score), { minLength: 2, maxLength: 5 })
  fc.assert(
    fc.property(scores, fc.integer({ min: 2, max: 9 }), (rows, factor) => {
      const options = rows.map(([q, c, r], index) => option(`o${index}`, q, c, r))
      const places = (list: readonly ScoredOption[], times = 1) =>
        appraise(
          criteria.map((one) => ({ ...one, weight: one.weight * times })),
          list,
        )
          .map(({ title, place }) => `${title} ${place}`)
          .toSorted()
      assert.deepEqual(places(options, factor), places(options))
      assert.deepEqual(places(options.toReversed()), places(options))
    }),
    { numRuns: 60 },
  )
})
