import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { StandingItem } from '#governance/public.ts'
import {
  type KeptStanding,
  type Placing,
  periodOf,
  placeStanding,
  type StandingFacts,
  type StandingMeeting,
  standingGaps,
  wasMissed,
} from './standing-places.ts'

const day = Temporal.PlainDate.from
const item = (key: string, months: number | null): StandingItem => ({ key, title: key, months, from: null })
const meeting = (
  id: string,
  heldOn: string,
  standing: readonly StandingItem[],
  state: StandingMeeting['state'] = 'open',
): StandingMeeting => ({
  ...{ id, heldOn: day(heldOn), standing, state },
})
const places = (placings: readonly Placing[]): readonly string[] =>
  placings.flatMap((one) => (one.kind === 'add' ? [`${one.item.key} at ${one.meeting}`] : []))

/** The plan after what the rule asks for is done. */
function perform(facts: StandingFacts): StandingFacts {
  const kept = new Map(facts.kept.map((one) => [one.id, one]))
  for (const placing of placeStanding(facts)) {
    const old = placing.kind === 'add' ? undefined : kept.get(placing.id)
    if (placing.kind === 'add') {
      const { item: added, due } = placing
      const [from, until, at] = 'from' in due ? [due.from, due.until, null] : [null, null, due.meeting]
      const id = `${added.key}/${from?.toString() ?? at}`
      assert.ok(!kept.has(id), `${id} is placed a second time`)
      kept.set(id, {
        id,
        key: added.key,
        dueFrom: from,
        dueUntil: until,
        dueMeeting: at,
        meeting: placing.meeting,
        state: 'accepted',
        byHand: false,
      })
    } else if (old && placing.kind === 'move') kept.set(old.id, { ...old, meeting: placing.to, byHand: false })
    else if (old) kept.set(old.id, { ...old, state: 'withdrawn' })
  }
  return { ...facts, kept: [...kept.values()] }
}

test('G11: periods run with the financial year, whatever their length', () => {
  const said = (on: string, months: number): string => Object.values(periodOf(day(on), months)).join(' ')
  assert.equal(said('2026-11-22', 1), '2026-11-01 2026-12-01')
  assert.equal(said('2026-11-22', 3), '2026-10-01 2027-01-01')
  assert.equal(said('2027-03-31', 12), '2026-04-01 2027-04-01')
  assert.equal(said('1999-12-31', 6), '1999-10-01 2000-04-01')
})

test('G11: a yearly item comes back a year after it was taken, not at the first meeting of the year', () => {
  const items = [item('each', null), item('strategies', 12), item('quality', 6)]
  const facts: StandingFacts = {
    meetings: [
      meeting('oct25', '2025-10-14', items, 'over'),
      meeting('apr', '2026-04-21', items),
      meeting('jul', '2026-07-14', items),
      meeting('oct', '2026-10-13', items),
      meeting('jan', '2027-01-12', items),
    ],
    kept: [],
    taken: [{ key: 'strategies', meeting: 'oct25' }],
  }
  assert.deepEqual(places(placeStanding(facts)).toSorted(), [
    ...['each at apr', 'each at jan', 'each at jul', 'each at oct', 'quality at apr', 'quality at oct', 'strategies at oct'],
  ])
})

test('G11: an item whose meeting is cancelled goes on to the next of its period; of one that is over it was missed', () => {
  const items = [item('budget', 3)]
  const placed = perform({ meetings: [meeting('a', '2026-04-14', items), meeting('b', '2026-06-09', items)], kept: [], taken: [] })
  assert.equal(placed.kept[0]?.meeting, 'a')
  const gone = perform({ ...placed, meetings: [meeting('a', '2026-04-14', items, 'gone'), meeting('b', '2026-06-09', items)] })
  assert.deepEqual([gone.kept[0]?.meeting, gone.kept[0]?.id], ['b', placed.kept[0]?.id])
  const nowhere = perform({ ...placed, meetings: [meeting('a', '2026-04-14', items, 'gone')] })
  assert.equal(nowhere.kept[0]?.meeting, null)
  const over = { ...placed, meetings: [meeting('a', '2026-04-14', items, 'over'), meeting('b', '2026-06-09', items)] }
  assert.deepEqual(placeStanding(over), [])
  const [kept] = over.kept
  assert.ok(kept)
  assert.equal(wasMissed(kept, day('2026-04-14'), day('2026-04-15')), true)
  assert.equal(wasMissed({ ...kept, state: 'withdrawn' }, day('2026-04-14'), day('2026-04-15')), false)
})

test('G11: a monthly item of a board that does not meet that month is said to have no meeting', () => {
  const facts: StandingFacts = { meetings: [meeting('a', '2026-12-08', [item('budget', 1)])], kept: [], taken: [] }
  const gaps = standingGaps(facts, [item('budget', 1), item('quality', 12)], day('2026-11-22'))
  assert.deepEqual(
    gaps.map(({ item: { key }, period }) => [key, period.from.toString()]),
    [
      ['budget', '2026-11-01'],
      ['quality', '2026-04-01'],
    ],
  )
})

const cadences = [null, 1, 2, 3, 5, 6, 12, 24] as const
const anyItems = fc.uniqueArray(fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), months: fc.constantFrom(...cadences) }), {
  selector: ({ key }) => key,
  maxLength: 4,
})
const anyFacts = fc
  .record({
    items: anyItems,
    days: fc.uniqueArray(fc.integer({ min: 0, max: 900 }), { maxLength: 20 }),
    over: fc.integer({ min: 0, max: 400 }),
    gone: fc.uniqueArray(fc.integer({ min: 0, max: 19 }), { maxLength: 4 }),
    hand: fc.array(fc.tuple(fc.nat(30), fc.nat(19)), { maxLength: 5 }),
  })
  .map(({ items, days, over, gone, hand }) => {
    const standing = items.map(({ key, months }) => item(key, months))
    const at = (offset: number): string => day('2025-01-01').add({ days: offset }).toString()
    const meetings = days.map((offset, index) => meeting(String(index), at(offset), standing, offset < over ? 'over' : 'open'))
    return { meetings, gone, hand, standing }
  })

test('G11: an item is never due twice in a period, each meeting gets its own, and what is moved stays the same record', () => {
  fc.assert(
    fc.property(anyFacts, ({ meetings, gone, hand, standing }) => {
      const first = perform({ meetings, kept: [], taken: [] })
      assert.deepEqual(placeStanding(first), [], 'asked again, nothing is left to do')
      const open = meetings.filter(({ state }) => state === 'open')
      for (const { key, months } of standing) {
        const own = first.kept.filter((one) => one.key === key)
        if (months === null) assert.equal(own.length, open.length)
        else {
          const periods = new Set(open.map(({ heldOn }) => periodOf(heldOn, months).from.toString()))
          assert.deepEqual(new Set(own.map(({ dueFrom }) => dueFrom?.toString())), periods)
          assert.equal(own.length, periods.size)
        }
      }
      // The clerk moves some, and meetings fall out.
      const kept = first.kept.map((one, index): KeptStanding => {
        const move = hand.find(([which]) => which === index)
        const to = move && open[move[1]]
        return to && one.dueFrom !== null ? { ...one, meeting: to.id, byHand: true } : one
      })
      const fewer = meetings.map((one, index) => (gone.includes(index) ? { ...one, state: 'gone' as const } : one))
      const then = perform({ meetings: fewer, kept, taken: [] })
      assert.deepEqual(placeStanding(then), [])
      assert.deepEqual(new Set(then.kept.map(({ id }) => id)), new Set(first.kept.map(({ id }) => id)), 'no record is made anew')
      for (const one of kept) {
        const still = fewer.some(({ id, state }) => id === one.meeting && state === 'open')
        if (one.byHand && still)
          assert.equal(then.kept.find(({ id }) => id === one.id)?.meeting, one.meeting, 'what was placed by hand stays')
      }
      for (const one of then.kept)
        if (one.state === 'accepted') assert.ok(!fewer.some(({ id, state }) => id === one.meeting && state === 'gone'))
    }),
  )
})
