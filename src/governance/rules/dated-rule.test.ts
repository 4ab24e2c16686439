import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type DatedSpan, placeRule, standingOf } from './dated-rule.ts'

const day = (offset: number): Temporal.PlainDate => Temporal.PlainDate.from('2020-01-01').add({ days: offset })
const rule = (id: string, from: number, until?: number): DatedSpan => ({
  ...{ id, about: 'car', startsOn: day(from), endsOn: until === undefined ? undefined : day(until) },
})

test('G10: a rule that is added ends the open one before it, and overlaps none', () => {
  const others = [rule('old', 0, 10), rule('open', 10)]
  assert.deepEqual(placeRule(rule('new', 20), others), { endsBefore: others[1] })
  assert.deepEqual(placeRule(rule('new', -5, 0), others), { endsBefore: undefined })
  assert.equal(placeRule(rule('new', 5, 8), others), 'rule-overlaps')
  assert.equal(placeRule(rule('new', 10), others), 'rule-overlaps')
  assert.equal(placeRule(rule('new', 5, 5), others), 'ends-before-start')
  assert.deepEqual(placeRule({ ...rule('new', 5, 8), about: 'bicycle' }, others), { endsBefore: undefined })
})

test('G10: whatever is added in turn, on no day do two rules of a matter hold', () => {
  const span = fc.record({ from: fc.integer({ min: 0, max: 30 }), length: fc.option(fc.integer({ min: 1, max: 15 }), { nil: undefined }) })
  fc.assert(
    fc.property(fc.array(span, { maxLength: 8 }), (asked) => {
      const kept: DatedSpan[] = []
      for (const [index, { from, length }] of asked.entries()) {
        const next = rule(String(index), from, length === undefined ? undefined : from + length)
        const placed = placeRule(next, kept)
        if (typeof placed === 'string') continue
        const before = kept.findIndex(({ id }) => id === placed.endsBefore?.id)
        if (before >= 0) kept[before] = { ...rule('', 0), ...kept[before], endsOn: next.startsOn }
        kept.push(next)
      }
      for (let at = 0; at < 60; at++) {
        const holding = kept.filter((one) => standingOf(one, day(at)) === 'in-force')
        assert.ok(holding.length <= 1)
      }
    }),
  )
})
