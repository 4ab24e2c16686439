import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { leadsBack } from './circles.ts'
import { derivePlaces } from './places.ts'

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')

test('G3: pairs that are taken only when they close no circle never hold one', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ from: name, to: name }), { maxLength: 40 }), (wanted) => {
      const taken: { from: string; to: string }[] = []
      for (const pair of wanted) if (!leadsBack(taken, pair.from, pair.to)) taken.push(pair)
      // A set of pairs without a circle can be emptied by taking away, again and again, whatever nothing leads to.
      let left = taken
      for (let before = -1; before !== left.length; ) {
        before = left.length
        left = left.filter(({ from }) => left.some(({ to }) => to === from))
      }
      assert.deepEqual(left, [])
    }),
  )
})

test('G5: places filled and places vacant are together the places of the seat', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.uniqueArray(fc.integer({ min: 1, max: 100 })), (count, taken) => {
      const holders = taken.filter((place) => place <= count).map((place) => ({ place, holder: `holder of ${place}` }))
      const places = derivePlaces(count, holders, [])
      assert.equal(places.length, count)
      assert.equal(places.filter(({ holder }) => holder !== undefined).length, holders.length)
    }),
  )
})
