import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { gradeOf, heatMap, movementOf, placeNow, type RiskScale, type RiskScore, riskGrades, riskLacks, scaleOn } from './risk.ts'

const on = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)
const scaleOf = (version: number, levels: number, startsOn: string): RiskScale => ({
  ...{ version, name: `Scale ${version}`, levels, startsOn: on(startsOn) },
  ...{ likelihood: Array(levels).fill('word'), impact: Array(levels).fill('word') },
  cells: Array.from({ length: levels * levels }, (_, index) => {
    const [likelihood, impact] = [Math.floor(index / levels) + 1, (index % levels) + 1]
    // Not symmetrical: what is grave weighs more than what is likely.
    return { likelihood, impact, grade: riskGrades[Math.min(3, Math.floor((likelihood + impact * 2) / 4))] ?? 'low' }
  }),
})
const scales = [scaleOf(1, 4, '2000-01-01'), scaleOf(2, 5, '2026-01-01')]
const place = fc.record({ likelihood: fc.integer({ min: 1, max: 4 }), impact: fc.integer({ min: 1, max: 4 }) }, { noNullPrototype: true })
const score = fc.record({
  scale: fc.constantFrom(1, 2),
  onDay: fc.integer({ min: 0, max: 900 }).map((days) => on('2024-01-01').add({ days })),
  before: place,
  after: fc.option(place, { nil: null }),
})

test('P5: a cell has the grade that the scale says, not that of its product', () => {
  const five = scales[1] ?? assert.fail()
  assert.notEqual(gradeOf(five, { likelihood: 1, impact: 5 }), gradeOf(five, { likelihood: 5, impact: 1 }))
  assert.equal(gradeOf(five, { likelihood: 6, impact: 1 }), undefined)
  assert.equal(scaleOn(scales, on('2025-12-31'))?.version, 1)
  assert.equal(scaleOn(scales, on('2026-01-01'))?.version, 2)
  assert.equal(scaleOn(scales, on('1999-12-31')), undefined)
})

test('P5: movement is told only under one version of the scale', () => {
  const scored = (scale: number, onDay: string, likelihood: number, impact: number): RiskScore => ({
    ...{ scale, onDay: on(onDay), before: { likelihood, impact }, after: null },
  })
  const first = scored(1, '2025-06-01', 2, 2)
  assert.equal(movementOf([], scales, false), 'unscored')
  assert.equal(movementOf([first], scales, false), 'new')
  assert.equal(movementOf([first, scored(2, '2026-02-01', 5, 5)], scales, false), 'rescored')
  assert.equal(movementOf([first, scored(1, '2025-09-01', 3, 3)], scales, false), 'up')
  assert.equal(movementOf([first, scored(1, '2025-09-01', 1, 1)], scales, false), 'down')
  assert.equal(movementOf([first, scored(1, '2025-09-01', 2, 2)], scales, false), 'same')
  assert.equal(movementOf([first, scored(1, '2025-09-01', 3, 3)], scales, true), 'closed')
})

test('P5: movement does not depend on the order of the scores, turns round with them, and older scores change nothing', () => {
  const opposite = { up: 'down', down: 'up' } as Readonly<Record<string, string>>
  fc.assert(
    fc.property(fc.uniqueArray(score, { minLength: 2, maxLength: 6, selector: ({ onDay }) => onDay.toString() }), (scores) => {
      const moved = movementOf(scores, scales, false)
      assert.equal(movementOf([...scores].reverse(), scales, false), moved)
      const inOrder = [...scores].sort((a, b) => Temporal.PlainDate.compare(a.onDay, b.onDay))
      assert.equal(movementOf(inOrder.slice(-2), scales, false), moved)
      const [then, now] = [inOrder.at(-2) ?? assert.fail(), inOrder.at(-1) ?? assert.fail()]
      const swapped = movementOf(
        [
          { ...now, onDay: then.onDay },
          { ...then, onDay: now.onDay },
        ],
        scales,
        false,
      )
      assert.equal(swapped, opposite[moved] ?? moved)
      assert.equal(moved === 'rescored', then.scale !== now.scale)
      if (moved === 'same') assert.deepEqual(placeNow(then), placeNow(now))
    }),
  )
})

test('P5: every risk that is scored under the scale stands in exactly one cell of the heat map', () => {
  fc.assert(
    fc.property(fc.array(fc.option(score, { nil: undefined }), { maxLength: 20 }), fc.constantFrom(...scales), (latest, scale) => {
      const shown = heatMap(
        scale,
        latest.map((one) => ({ latest: one })),
      ).flatMap(({ cells }) => cells)
      assert.equal(shown.length, scale.levels ** 2)
      const count = shown.reduce((sum, { risks }) => sum + risks.length, 0)
      assert.equal(count, latest.filter((one) => one?.scale === scale.version).length)
      for (const { likelihood, impact, risks } of shown)
        for (const risk of risks) assert.deepEqual(risk.latest && placeNow(risk.latest), { likelihood, impact })
    }),
  )
})

test('P5: an open risk without owner, day of review or score is incomplete; a closed one is not asked', () => {
  const bare = { ownerName: '', reviewOn: null, closedOn: null, scores: [] }
  assert.deepEqual(riskLacks(bare), ['owner', 'review', 'score'])
  assert.deepEqual(riskLacks({ ...bare, closedOn: on('2026-01-01') }), [])
  assert.deepEqual(riskLacks({ ownerName: 'Somebody', reviewOn: on('2026-01-01'), closedOn: null, scores: [1] }), [])
})
