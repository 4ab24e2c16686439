import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type ItemPlace, inPrintedOrder, neighbourOf, normaliseNumber, numberItems, subIndex, subLetters } from './agenda.ts'

const item = (id: string, position: number, parent: string | null = null, number = '999', fixed = false): ItemPlace => ({
  id,
  position,
  parent,
  number,
  fixed,
})

test('M3: items are numbered 1, 2, 3 and sub-items 5a, 5b, in the order of their places', () => {
  const items = [item('b', 2), item('a', 1), item('bb', 4, 'b'), item('ba', 3, 'b'), item('c', 5)]
  assert.deepEqual(
    [...numberItems(items)],
    [
      ['a', '1'],
      ['b', '2'],
      ['ba', '2a'],
      ['bb', '2b'],
      ['c', '3'],
    ],
  )
})

test('M3: a number set by hand stays, and later items run on from it', () => {
  const items = [item('a', 1), item('b', 2, null, '7', true), item('c', 3), item('ba', 4, 'b', '7c', true), item('bb', 5, 'b')]
  assert.deepEqual(Object.fromEntries(numberItems(items)), { a: '1', b: '7', ba: '7c', bb: '7d', c: '8' })
})

test('M3: an old agenda’s "5 g" is kept as 5g; what is no number is refused', () => {
  assert.equal(normaliseNumber('5 g'), '5g')
  assert.equal(normaliseNumber('12.'), '12')
  assert.equal(normaliseNumber('5G'), '5g')
  for (const typed of ['', 'g5', '0', '1000', '5abc', '5-6']) assert.equal(normaliseNumber(typed), undefined)
})

test('M3: no two items ever get the same number, whatever was set by hand', () => {
  const anyItems = fc
    .uniqueArray(fc.record({ id: fc.integer({ min: 0, max: 40 }), top: fc.integer({ min: 0, max: 40 }), fixed: fc.boolean() }), {
      selector: ({ id }) => id,
      maxLength: 30,
    })
    .map((rows) => {
      const tops = new Set(rows.filter(({ id, top }) => id === top || id % 3 === 0).map(({ id }) => id))
      return rows.map(({ id, top, fixed }, position) => {
        const parent = !tops.has(id) && tops.has(top) ? String(top) : null
        return item(String(id), position, parent, String(id + 1), fixed && parent === null)
      })
    })
  fc.assert(
    fc.property(anyItems, (items) => {
      const numbers = [...numberItems(items).values()]
      assert.equal(new Set(numbers).size, numbers.length)
      assert.equal(numbers.length, items.length)
      for (const number of numbers) assert.match(number, /^[0-9]{1,3}[a-z]{0,2}$/)
    }),
  )
})

test('M3: letters of sub-items run from a to z and on to aa, there and back', () => {
  assert.deepEqual([0, 25, 26, 27, 52].map(subLetters), ['a', 'z', 'aa', 'ab', 'ba'])
  for (let index = 0; index < 200; index += 1) assert.equal(subIndex(subLetters(index)), index)
})

test('M3: an item moves among its siblings only', () => {
  const items = [item('a', 1), item('b', 2), item('ba', 3, 'b'), item('bb', 4, 'b'), item('c', 5)]
  assert.equal(neighbourOf(items, 'a', 'up'), undefined)
  assert.equal(neighbourOf(items, 'b', 'down')?.id, 'c')
  assert.equal(neighbourOf(items, 'bb', 'down'), undefined)
  assert.deepEqual(
    inPrintedOrder(items).map(({ id }) => id),
    ['a', 'b', 'ba', 'bb', 'c'],
  )
})
