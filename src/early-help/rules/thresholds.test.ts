import assert from 'node:assert/strict'
import { test } from 'node:test'
import { levelNames, levelProblem, thresholdsOn, thresholdsWithin } from './thresholds.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const documents = ['2024-04-01', '2026-04-01', '2010-01-01'].map((from) => ({ startsOn: day(from) }))
const startOf = (one: { readonly startsOn: Temporal.PlainDate } | undefined): string | undefined => one?.startsOn.toString()

test('E5: the thresholds of a day are the latest that have begun, from their first day on', () => {
  const expected: readonly (readonly [string, string | undefined])[] = [
    ['2009-12-31', undefined],
    ['2010-01-01', '2010-01-01'],
    ['2024-03-31', '2010-01-01'],
    ['2024-04-01', '2024-04-01'],
    ['2026-03-31', '2024-04-01'],
    ['2030-01-01', '2026-04-01'],
  ]
  for (const [of, from] of expected) assert.equal(startOf(thresholdsOn(documents, day(of))), from, of)
})

test('E5: a level can be said by every document that held on a day of the record, and by no other', () => {
  const within = (from: string, until: string) => thresholdsWithin(documents, day(from), day(until)).map(startOf)
  assert.deepEqual(within('2025-01-01', '2026-03-31'), ['2024-04-01'])
  assert.deepEqual(within('2025-01-01', '2026-04-01'), ['2026-04-01', '2024-04-01'])
  assert.deepEqual(within('2024-04-01', '2024-04-01'), ['2024-04-01'])
  assert.deepEqual(within('2011-01-01', '2027-01-01'), ['2026-04-01', '2024-04-01', '2010-01-01'])
})

test('E5, E8: a count by level names the level only where every document that began names it alike', () => {
  const made = (from: string, ...names: readonly string[]) => ({
    ...{ id: from, name: 'Thresholds', source: 'Board', startsOn: day(from), setBy: '', setOn: null },
    levels: names.map((name, index) => ({ level: index + 1, name, means: '' })),
  })
  const both = [made('2026-04-01', 'Universal', 'Targeted', 'Statutory'), made('2010-01-01', 'Universal', 'Early help')]
  assert.deepEqual([...levelNames(both, day('2026-03-31')).values()], ['at level 1, Universal', 'at level 2, Early help'])
  assert.deepEqual([...levelNames(both, day('2026-04-01')).values()], ['at level 1, Universal', 'at level 2', 'at level 3, Statutory'])
})

test('E5: levels are whole: two at least, none left out, each with its meaning and a name of its own', () => {
  const none = { name: undefined, means: undefined }
  const level = (name: string) => ({ name, means: 'It means' })
  assert.equal(levelProblem([level('One'), level('Two'), none]), undefined)
  assert.deepEqual(levelProblem([none, none]), { level: 1, part: 'name', code: 'levels-few' })
  assert.deepEqual(levelProblem([level('One'), none]), { level: 2, part: 'name', code: 'levels-few' })
  assert.deepEqual(levelProblem([level('One'), none, level('Three')]), { level: 2, part: 'name', code: 'level-name' })
  assert.deepEqual(levelProblem([level('One'), { name: 'Two', means: undefined }]), { level: 2, part: 'means', code: 'level-means' })
  assert.deepEqual(levelProblem([level('One'), { name: undefined, means: 'It' }]), { level: 2, part: 'name', code: 'level-name' })
  assert.deepEqual(levelProblem([level('One'), level('one')]), { level: 2, part: 'name', code: 'level-twice' })
})
