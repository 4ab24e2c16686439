import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type MapRelation, upwardKinds } from './arrangement.ts'
import { labelLines, wordsWidth } from './label-lines.ts'
import { tiersOf } from './tiers.ts'

const relation = (from: string, kind: string, to: string): MapRelation => ({ id: `${from} ${kind} ${to}`, from, to, kind })

test('G3: a body stands one tier below the lowest that it answers to', () => {
  const tiers = tiersOf(
    ['council', 'wellbeing', 'partnership', 'steering', 'alone'],
    [
      relation('wellbeing', 'sub-group-of', 'council'),
      relation('partnership', 'reports-to', 'wellbeing'),
      relation('steering', 'accountable-to', 'partnership'),
      relation('steering', 'reports-to', 'council'),
    ],
  )
  assert.deepEqual(Object.fromEntries(tiers), { council: 0, wellbeing: 1, partnership: 2, steering: 3 })
})

test('G3: bodies that answer to one another in a circle share a tier, and those below stand below', () => {
  const tiers = tiersOf(
    ['a', 'b', 'c', 'd', 'e'],
    [
      relation('a', 'reports-to', 'b'),
      relation('b', 'reports-to', 'c'),
      relation('c', 'accountable-to', 'a'),
      relation('a', 'accountable-to', 'e'),
      relation('d', 'sub-group-of', 'c'),
    ],
  )
  assert.deepEqual(Object.fromEntries([...tiers].toSorted()), { a: 1, b: 1, c: 1, d: 2, e: 0 })
})

test('G3: a body beside the lines stands in the tier of the highest that it relates to; challenges may run in circles', () => {
  const tiers = tiersOf(
    ['top', 'board', 'critic', 'friend', 'x', 'y'],
    [
      relation('board', 'reports-to', 'top'),
      relation('critic', 'challenges', 'board'),
      relation('board', 'challenges', 'critic'),
      relation('friend', 'influences', 'critic'),
      relation('x', 'influences', 'y'),
      relation('y', 'influences', 'x'),
    ],
  )
  assert.deepEqual(Object.fromEntries([...tiers].toSorted()), { board: 1, critic: 1, friend: 1, top: 0, x: 0, y: 0 })
})

test('G3: whatever the relations, a body never stands above one that it answers to', () => {
  const relations = fc
    .array(fc.tuple(fc.nat(24), fc.nat(24), fc.constantFrom(...upwardKinds, 'influences')), { maxLength: 80, size: 'max' })
    .map((list) => list.map(([from, to, kind]) => relation(`b${from}`, kind, `b${to}`)))
  const ids = Array.from({ length: 25 }, (_, index) => `b${index}`)
  fc.assert(
    fc.property(relations, (list) => {
      const tiers = tiersOf(ids, list)
      for (const { from, to, kind } of list)
        if (from !== to && upwardKinds.includes(kind)) assert.ok((tiers.get(from) ?? -1) >= (tiers.get(to) ?? Number.POSITIVE_INFINITY))
    }),
  )
})

test('G3: labels break into lines that fit, whatever they hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), fc.integer({ min: 1, max: 4 }), (label, most) => {
      const lines = labelLines(label, 120, 14, most)
      assert.ok(lines.length <= most)
      for (const line of lines) assert.ok(wordsWidth(line, 14) <= 120 || [...line].length <= 1)
    }),
  )
  assert.deepEqual(labelLines('Joint Commissioning Board', 124, 14, 3), ['Joint', 'Commissioning', 'Board'])
})
