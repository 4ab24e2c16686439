import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { missingOpinions, opinionsSince } from './approval.ts'
import { type ComparedRow, compareRows } from './compare.ts'
import { lintPlan, lintRules } from './lint.ts'
import { type Colour, computedColour, oneWayWords, shownColour } from './rag.ts'
import { nextReview, whomToAsk } from './review.ts'
import { readTimescale } from './timescale.ts'

const today = Temporal.PlainDate.from('2014-02-10')
const days = fc.integer({ min: -400, max: 400 }).map((offset) => today.add({ days: offset }))
const order: readonly (Colour | 'none')[] = ['green', 'amber', 'red']

test('P4: an action never looks better for waiting, and what somebody set holds to its last day and no longer', () => {
  const states = fc.constantFrom('not-started' as const, 'started' as const)
  fc.assert(
    fc.property(states, days, fc.option(days, { nil: null }), fc.nat(400), (state, dueTo, from, later) => {
      const dueFrom = from !== null && Temporal.PlainDate.compare(from, dueTo) <= 0 ? from : null
      const now = computedColour({ state, dueFrom, dueTo }, today).colour
      const then = computedColour({ state, dueFrom, dueTo }, today.add({ days: later })).colour
      assert.ok(order.indexOf(then) >= order.indexOf(now))
    }),
  )
  const rule = computedColour({ state: 'started', dueFrom: null, dueTo: null }, today)
  const set = { colour: 'red' as const, onDay: today, endsOn: today.add({ days: 2 }) }
  assert.deepEqual([rule.colour, rule.reason], ['none', 'no-date'])
  assert.deepEqual(shownColour(rule, set, today.add({ days: 1 })), { colour: 'red', from: 'person' })
  assert.deepEqual(shownColour(rule, set, today.add({ days: 2 })), { colour: 'none', from: 'rule' })
  assert.equal(oneWayWords('Significantly below target'), 'below')
  assert.equal(oneWayWords('On track to meet or exceed target'), undefined)
})

test('P2: timescales of the plan of 2014 as they are written', () => {
  const read = (words: string) => {
    const found = readTimescale(words, today)
    return 'code' in found ? found.code : [found.from?.toString() ?? null, found.to?.toString() ?? null]
  }
  assert.deepEqual(read('From 24/1/14 to 14/2/14'), ['2014-01-24', '2014-02-14'])
  assert.deepEqual(read('w/c 3rd February 2014'), ['2014-02-03', '2014-02-09'])
  assert.deepEqual(read('September 2014 and April 2015'), ['2014-09-01', '2015-04-30'])
  assert.deepEqual(read('Monthly to end March 2014, then every two months'), [null, null])
  assert.deepEqual(read('To be agreed'), [null, null])
  assert.equal(read('Week commencing 18/2/14'), 'not-a-monday')
})

test('P2: a version compared with itself has not changed; what one way was added the other way was taken out', () => {
  const row = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    level: fc.constant('action' as const),
    title: fc.string(),
    says: fc.dictionary(fc.constantFrom('By when', 'By whom'), fc.string(), { noNullPrototype: true }),
  })
  const rows = fc.uniqueArray(row, { selector: ({ id }) => id }) as fc.Arbitrary<ComparedRow[]>
  fc.assert(
    fc.property(rows, rows, (before, after) => {
      assert.deepEqual(compareRows(before, before), [])
      const ids = (found: ReturnType<typeof compareRows>, what: string) =>
        found
          .filter((change) => change.what === what)
          .map(({ id }) => id)
          .sort()
      const [there, back] = [compareRows(before, after), compareRows(after, before)]
      assert.deepEqual(ids(there, 'added'), ids(back, 'taken-out'))
      assert.deepEqual(ids(there, 'changed'), ids(back, 'changed'))
    }),
  )
})

test('P2, P3: who is asked, when the next review is due, whose opinion still holds, and what a plan lacks', () => {
  const lead = (name: string) => ({ part: 'lead' as const, name, person: null })
  const { asks, unled } = whomToAsk([
    { id: 'a', state: 'started', leads: [lead('Ann'), { ...lead('Bo'), part: 'sponsor' }] },
    { id: 'b', state: 'done', leads: [lead('Ann')] },
    { id: 'c', state: 'not-started', leads: [] },
  ])
  assert.deepEqual([asks.map(({ action, name }) => [action, name]), unled], [[['a', 'Ann']], ['c']])
  assert.equal(nextReview({ reviewMonths: 3, publishedOn: today }, undefined)?.toString(), '2014-05-10')
  assert.equal(nextReview({ reviewMonths: null, publishedOn: today }, today), null)
  const versions = [1, 2, 3].map((number) => ({ number, significant: number !== 3, state: 'published' }))
  assert.equal(opinionsSince(versions, 3), 2)
  assert.deepEqual(missingOpinions([{ id: 'r' }], [{ rule: 'r', number: 1 }], 2, 3), [{ id: 'r' }])
  assert.deepEqual(missingOpinions([{ id: 'r' }], [{ rule: 'r', number: 2 }], 2, 3), [])
  const measure = (isComplete: boolean) => {
    const id = isComplete ? 'complete' : 'lacking'
    return { id, title: id, href: `/measures/${id}`, hasBaseline: isComplete, hasPolarity: isComplete }
  }
  const bare = {
    ...{ id: 'p', title: 'Plan', reviewMonths: null, hasSponsors: true, definesActionColours: false, hasOneWayMeaning: true },
    priorities: [{ id: 'x', title: 'X', accountable: null, sponsors: 0, outcomes: 0, actions: 0 }],
    outcomes: [
      { id: 'o', title: 'O', isDescribed: false, measures: [], actions: 0 },
      { id: 'w', title: 'W', isDescribed: true, measures: [], actions: 1 },
      { id: 'm', title: 'M', isDescribed: true, measures: [measure(false), measure(false)], actions: 1 },
      { id: 'n', title: 'N', isDescribed: false, measures: [measure(true)], actions: 1 },
    ],
    actions: [
      { id: 'a', title: 'A', state: 'started' as const, leads: 0, dueWords: '', isRead: false },
      { id: 'b', title: 'B', state: 'started' as const, leads: 1, dueWords: 'When we can', isRead: false },
      { id: 'c', title: 'C', state: 'done' as const, leads: 0, dueWords: '', isRead: false },
    ],
  }
  assert.deepEqual(new Set(lintPlan(bare).map(({ rule }) => rule)), new Set(lintRules))
  assert.equal(lintPlan(bare).filter(({ id }) => id === 'c').length, 0)
  const of = (id: string) =>
    lintPlan(bare)
      .filter((one) => one.id === id)
      .map(({ rule }) => rule)
  assert.deepEqual(['o', 'w', 'm', 'n', 'lacking', 'complete'].map(of), [
    ['outcome-without-measure', 'outcome-without-action'],
    ['outcome-in-words-only'],
    [],
    [],
    ['measure-without-baseline', 'measure-without-polarity'],
    [],
  ])
  const wordsAlone = { ...bare, outcomes: [{ id: 'w', title: 'W', isDescribed: true, measures: null, actions: 1 }] }
  assert.deepEqual(
    lintPlan(wordsAlone).filter(({ id }) => id === 'w'),
    [],
    'a house that keeps no measures asks for none',
  )
})
