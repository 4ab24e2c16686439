import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type CountedResponse, countResponses, publishedLines, responseRate } from './published-numbers.ts'

const themes = ['safe', 'warm', 'free', 'bus'] as const
const some = (alike: number, ...named: string[]): CountedResponse => ({
  kind: 'individual',
  alike,
  themes: named,
  groupName: '',
  groupSize: null,
})
const group = (name: string, size: number, ...named: string[]): CountedResponse => ({
  kind: 'group',
  alike: 1,
  themes: named,
  groupName: name,
  groupSize: size,
})

test('S3: individual responses, each group apart, themes by how often; a group is one response whatever its size', () => {
  const responses = [
    some(20, 'safe', 'warm'),
    some(17, 'warm'),
    some(3, 'bus'),
    group('Youth council', 14, 'free'),
    group('Two friends', 2),
  ]
  assert.equal(countResponses(responses), 42)
  assert.deepEqual(
    publishedLines(responses, themes, 5).map(({ kind, theme, label, n, told }) => [kind, theme ?? label, n, told]),
    [
      ['individual', '', 40, 'count'],
      ['group', 'Youth council', 14, 'count'],
      ['group', 'Two friends', null, 'few'],
      ['theme', 'warm', 37, 'count'],
      ['theme', 'safe', 20, 'count'],
      ['hidden', '', null, 'hidden'],
    ],
  )
  assert.deepEqual(publishedLines([some(40, 'safe'), some(3, 'bus'), some(3, 'free')], themes, 5).at(-1), {
    ...{ kind: 'merged', theme: null, label: '', n: 6, told: 'count' },
  })
  assert.equal(publishedLines([some(40, 'safe'), some(2)], themes, 5)[1]?.told, 'nearly-all')
})

test('S3: no number of people below the least that is shown is told, nor one whose rest is', () => {
  const response = fc
    .tuple(fc.boolean(), fc.integer({ min: 1, max: 9 }), fc.subarray([...themes]), fc.integer({ min: 1, max: 20 }))
    .map(([isGroup, alike, named, size]) => (isGroup ? group('A group', size, ...named) : some(alike, ...named)))
  fc.assert(
    fc.property(fc.array(response, { maxLength: 12 }), fc.integer({ min: 2, max: 10 }), (responses, fewest) => {
      const total = countResponses(responses)
      for (const { kind, n } of publishedLines(responses, themes, fewest)) {
        if (n === null) continue
        assert.ok(n >= fewest)
        if (kind === 'theme' || kind === 'merged') assert.ok(total - n >= fewest)
      }
    }),
  )
})

test('S3: a rate only where it is known how many were invited', () => {
  assert.equal(responseRate(40, 160), 25)
  assert.equal(responseRate(40, null), undefined)
  assert.equal(responseRate(null, 160), undefined)
  assert.equal(responseRate(170, 160), undefined)
})
