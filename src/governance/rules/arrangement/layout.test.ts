import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type MapBody, type MapRelation, upwardKinds } from './arrangement.ts'
import { drawArrangement } from './layout.ts'
import type { DrawnLine, Picture, Point } from './picture.ts'
import { tiersOf } from './tiers.ts'

const kinds = [...upwardKinds, 'challenges', 'influences', 'equal-partner-of', 'formal-consultee-of', 'procures-from']

/** Arrangements of up to 60 bodies with any relations, circles of accountability among them. */
const arrangements = fc.integer({ min: 1, max: 60 }).chain((count) =>
  fc.record({
    bodies: fc.constant(Array.from({ length: count }, (_, index): MapBody => ({ id: `b${index}`, label: `Board for matter ${index}` }))),
    relations: fc
      .array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1), fc.constantFrom(...kinds)), { maxLength: 120, size: 'max' })
      .map((list): MapRelation[] => list.map(([from, to, kind], index) => ({ id: `r${index}`, from: `b${from}`, to: `b${to}`, kind }))),
  }),
)

const draw = (bodies: readonly MapBody[], relations: readonly MapRelation[]): Picture =>
  drawArrangement(
    bodies,
    relations,
    tiersOf(
      bodies.map(({ id }) => id),
      relations,
    ),
  )

test('G3: boxes of the map never overlap and stand in the picture, whatever the relations', () => {
  fc.assert(
    fc.property(arrangements, ({ bodies, relations }) => {
      const { boxes, width, height } = draw(bodies, relations)
      for (const [index, a] of boxes.entries()) {
        assert.ok(a.x >= 0 && a.y >= 0 && a.x + a.width <= width && a.y + a.height <= height)
        for (const b of boxes.slice(index + 1))
          assert.ok(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y, `${a.id} and ${b.id}`)
      }
    }),
    { numRuns: 60 },
  )
})

test('G3: every relation is drawn once, and every body that has one stands in the picture', () => {
  fc.assert(
    fc.property(arrangements, ({ bodies, relations }) => {
      const { boxes, lines } = draw(bodies, relations)
      const others = relations.filter(({ from, to }) => from !== to)
      assert.deepEqual(lines.flatMap((line) => line.relations).toSorted(), others.map(({ id }) => id).toSorted())
      assert.deepEqual(new Set(boxes.map(({ id }) => id)), new Set(others.flatMap(({ from, to }) => [from, to])))
    }),
    { numRuns: 60 },
  )
})

test('G3: lines run between the boxes, never through one, and no two lie on one another', () => {
  fc.assert(
    fc.property(arrangements, ({ bodies, relations }) => {
      const { boxes, lines } = draw(bodies, relations)
      for (const line of lines)
        for (const [a, b] of strokesOf(line)) {
          assert.ok(a.x === b.x || a.y === b.y, 'a slanting stroke')
          for (const box of boxes) {
            const through =
              Math.max(a.x, b.x) > box.x &&
              Math.min(a.x, b.x) < box.x + box.width &&
              Math.max(a.y, b.y) > box.y &&
              Math.min(a.y, b.y) < box.y + box.height
            assert.ok(!through, `a line to ${line.to} runs through ${box.id}`)
          }
        }
      // A stroke drawn twice would spoil the pattern of a dashed line.
      for (const line of lines) {
        const strokes = strokesOf(line)
        for (const [index, one] of strokes.entries())
          for (const two of strokes.slice(index + 1)) assert.ok(!lieOnOneAnother(one, two), `twice to ${line.to}`)
      }
      for (const [index, line] of lines.entries())
        for (const other of lines.slice(index + 1))
          for (const one of strokesOf(line))
            for (const two of strokesOf(other)) assert.ok(!lieOnOneAnother(one, two), `${line.to}, ${other.to}`)
    }),
    { numRuns: 40 },
  )
})

test('G3: every way begins at a body and ends at the target or where it meets a longer way', () => {
  fc.assert(
    fc.property(arrangements, ({ bodies, relations }) => {
      const { boxes, lines } = draw(bodies, relations)
      for (const { ways, joints, from, to } of lines) {
        assert.equal(ways.length, from.length)
        const target = boxes.find(({ id }) => id === to)
        for (const [index, way] of ways.entries()) {
          const end = way.at(-1)
          const meets = joints.some(({ x, y }) => x === end?.x && y === end?.y)
          assert.ok(meets || (index === 0 && target && end && onEdge(end, target)))
        }
        for (const source of from) {
          const box = boxes.find(({ id }) => id === source)
          assert.ok(ways.some(([start]) => start && box && onEdge(start, box)))
        }
      }
    }),
    { numRuns: 40 },
  )
})

test('G3: the same arrangement gives the same picture, in whatever order it is read', () => {
  fc.assert(
    fc.property(arrangements, ({ bodies, relations }) => {
      const swapped = relations.toReversed()
      assert.deepEqual(draw(bodies, relations), draw(bodies.toReversed(), swapped))
    }),
    { numRuns: 25 },
  )
})

test('G3: circles of accountability are drawn with every line, and a body that answers to itself does not hang the map', () => {
  const bodies = ['a', 'b', 'c', 'd'].map((id) => ({ id, label: `Board ${id}` }))
  const relations = [
    { id: '1', from: 'a', to: 'b', kind: 'accountable-to' },
    { id: '2', from: 'b', to: 'c', kind: 'reports-to' },
    { id: '3', from: 'c', to: 'a', kind: 'accountable-to' },
    { id: '4', from: 'b', to: 'a', kind: 'accountable-to' },
    { id: '5', from: 'd', to: 'd', kind: 'sub-group-of' },
    { id: '6', from: 'd', to: 'a', kind: 'challenges' },
    { id: '7', from: 'a', to: 'd', kind: 'challenges' },
  ]
  const { boxes, lines } = draw(bodies, relations)
  assert.deepEqual(new Set(boxes.map(({ tier }) => tier)), new Set([0]))
  assert.deepEqual(lines.flatMap((line) => line.relations).toSorted(), ['1', '2', '3', '4', '6', '7'])
})

test('G3: 30 and 60 bodies are drawn in well under a second', () => {
  for (const count of [30, 60]) {
    const bodies = Array.from({ length: count }, (_, index) => ({ id: `b${index}`, label: `Northbrook board for matter ${index}` }))
    const relations = bodies.slice(1).flatMap(({ id }, index): MapRelation[] => [
      { id: `up ${id}`, from: id, to: `b${Math.floor(index / 4)}`, kind: 'reports-to' },
      { id: `by ${id}`, from: id, to: `b${(index * 7) % count}`, kind: 'challenges' },
    ])
    const before = process.cpuUsage()
    const { boxes } = draw(bodies, relations)
    assert.equal(boxes.length, count)
    const took = process.cpuUsage(before).user / 1000
    assert.ok(took < 800, `${count} bodies took ${Math.round(took)} ms`)
  }
})

function strokesOf({ ways }: DrawnLine): readonly (readonly [Point, Point])[] {
  return ways.flatMap((way) => way.slice(1).map((point, index): [Point, Point] => [way[index] ?? point, point]))
}

function lieOnOneAnother([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]): boolean {
  const share = (one: number, two: number, three: number, four: number): boolean =>
    Math.min(Math.max(one, two), Math.max(three, four)) - Math.max(Math.min(one, two), Math.min(three, four)) > 0.01
  if (a.x === b.x && c.x === d.x) return Math.abs(a.x - c.x) < 0.5 && share(a.y, b.y, c.y, d.y)
  if (a.y === b.y && c.y === d.y) return Math.abs(a.y - c.y) < 0.5 && share(a.x, b.x, c.x, d.x)
  return false
}

function onEdge(
  { x, y }: Point,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): boolean {
  return x > box.x && x < box.x + box.width && (y === box.y || y === box.y + box.height)
}
