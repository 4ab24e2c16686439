import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { aboutOf, type ItemDays, itemStanding, type Reach, reachTotals } from './communication.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const today = day('2026-03-10')
const days = (plannedOn: string, more: Partial<ItemDays> = {}): ItemDays => ({
  plannedOn: day(plannedOn),
  doneOn: null,
  calledOffOn: null,
  ...more,
})

test('P12: what is to be said is due a fortnight before its day, in time on its day and overdue the day after', () => {
  assert.equal(itemStanding(days('2026-03-25'), today), 'planned')
  assert.equal(itemStanding(days('2026-03-24'), today), 'due')
  assert.equal(itemStanding(days('2026-03-10'), today), 'due')
  assert.equal(itemStanding(days('2026-03-09'), today), 'overdue')
  assert.equal(itemStanding(days('2026-03-09', { doneOn: today }), today), 'done')
  assert.equal(itemStanding(days('2026-03-09', { calledOffOn: today }), today), 'called-off')
})

test('P12: people and leaflets are never one sum, and a reach that nobody knows is a state and no zero', () => {
  const done = days('2026-02-01', { doneOn: day('2026-02-02') })
  const reach = (reachOf: string, expected: number | null, cameState: Reach['cameState'], came: number | null) => ({
    ...done,
    reachOf,
    expected,
    cameState,
    came,
  })
  const totals = reachTotals([
    reach('people', 200, 'counted', 150),
    reach('copies', null, 'not-known', null),
    reach('people', null, 'counted', 30),
    reach('people', 50, 'open', null),
    { ...reach('people', 1000, 'open', null), ...days('2026-05-01') },
  ])
  assert.deepEqual(totals, [
    { reachOf: 'people', expected: 250, came: 180, counted: 2, unknown: 0, open: 1 },
    { reachOf: 'copies', expected: null, came: null, counted: 0, unknown: 1, open: 0 },
  ])
})

test('P12: sums of reach do not depend on the order, and what is called off changes none of them', () => {
  const item = fc.record({
    reachOf: fc.constantFrom('people', 'copies'),
    expected: fc.option(fc.nat(1000)),
    came: fc.option(fc.nat(1000)),
    state: fc.constantFrom('done', 'off', 'open'),
  })
  const made = ({ reachOf, expected, came, state }: { reachOf: string; expected: number | null; came: number | null; state: string }) => ({
    ...days('2026-02-01', state === 'done' ? { doneOn: today } : state === 'off' ? { calledOffOn: today } : {}),
    ...{ reachOf, expected, came, cameState: came === null ? ('not-known' as const) : ('counted' as const) },
  })
  fc.assert(
    fc.property(fc.array(item), (list) => {
      const items = list.map(made)
      const byName = (totals: ReturnType<typeof reachTotals>) => new Map(totals.map((one) => [one.reachOf, one]))
      assert.deepEqual(byName(reachTotals(items.toReversed())), byName(reachTotals(items)))
      assert.deepEqual(reachTotals(items.filter(({ calledOffOn }) => calledOffOn === null)), reachTotals(items))
    }),
  )
})

test('P12: an address names what a communication plan belongs to, and nothing else', () => {
  assert.deepEqual(aboutOf('plan:1'), { kind: 'plan', id: '1' })
  for (const words of [undefined, '', 'plan', 'plan:', 'person:1']) assert.equal(aboutOf(words), undefined)
})
