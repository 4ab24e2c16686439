import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { measureOf } from '../testing/made-up.ts'
import { whole } from './exact.ts'
import type { ReadFigure } from './figure.ts'
import type { Definition } from './measure.ts'
import { periodOf } from './period.ts'
import { protectPeriod } from './protect.ts'
import type { SmallNumberMethod } from './small-numbers.ts'

/** Every list of so many whole counts up to a number that agrees with what is shown of a split. */
function listsBehind(truly: readonly number[], shown: readonly boolean[], upTo: number): readonly (readonly number[])[] {
  return truly.reduce<readonly (readonly number[])[]>(
    (lists, count, at) =>
      lists.flatMap((start) => (shown[at] ? [count] : Array.from({ length: upTo + 1 }, (_, tried) => tried)).map((one) => [...start, one])),
    [[]],
  )
}

test('I1, I6: areas and parts of the people are protected with their whole: no small count of either can be found by whoever reads both', () => {
  const method: SmallNumberMethod = { version: 'small', threshold: 2, base: 1, hidesZeros: false }
  const period = periodOf('month', Temporal.PlainDate.from('2026-03-01'))
  const ids = ['a', 'b', 'c'] as const
  const definition: Definition = {
    ...measureOf({ kind: 'flow', overAreas: 'sum', suppression: 'small-counts' }).definitions[0],
    areas: ids.map((id) => ({ id, name: id, also: [] })),
    breakdowns: [{ dimension: 'Sex', categories: ['Female', 'Male'] }],
  }
  const figureOf = (count: number, area: string | null, category: string): ReadFigure => ({
    ...{ period, cell: { area, dimension: category === '' ? '' : 'Sex', category }, status: 'final', value: whole(count), words: '' },
    ...{ numerator: null, denominator: null, limits: null, quality: '', source: '' },
  })
  let hid = 0
  const counts = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(counts, fc.nat(15), (areas, cut) => {
      const total = areas.reduce((all, one) => all + one, 0)
      const sexes = [Math.min(cut, total), total - Math.min(cut, total)]
      const given = [figureOf(total, null, ''), ...areas.map((count, at) => figureOf(count, ids[at] ?? '', ''))]
      const safe = protectPeriod(
        definition,
        [...given, ...sexes.map((count, at) => figureOf(count, null, at === 0 ? 'Female' : 'Male'))],
        method,
      )
      assert.ok(safe.ok)
      const shown = safe.figures.map(({ value }) => value !== null)
      const [areasBehind, sexesBehind] = [listsBehind(areas, shown.slice(1, 4), 14), listsBehind(sexes, shown.slice(4), 28)]
      const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0)
      const fits = (total2: number) => !shown[0] || total2 === total
      const sums = { areas: new Set(areasBehind.map(sum)), sexes: new Set(sexesBehind.map(sum)) }
      const possible = [
        ...ids.map((_, at) => areasBehind.filter((list) => fits(sum(list)) && sums.sexes.has(sum(list))).map((list) => list[at] ?? 0)),
        ...[0, 1].map((at) => sexesBehind.filter((list) => fits(sum(list)) && sums.areas.has(sum(list))).map((list) => list[at] ?? 0)),
      ]
      for (const [at, count] of [...areas, ...sexes].entries()) {
        if (count === 0 || count > method.threshold) continue
        hid += 1
        const [least, most] = [Math.min(...(possible[at] ?? [])), Math.max(...(possible[at] ?? []))]
        assert.ok(
          !shown[at + 1] && most > method.threshold && most - least >= method.threshold,
          `${count} is known to be from ${least} to ${most}`,
        )
      }
    }),
    { numRuns: 300 },
  )
  assert.ok(hid > 100)
  const alone = protectPeriod(definition, [figureOf(4, null, 'Female'), figureOf(9, null, 'Male')], method)
  assert.deepEqual(alone, { ok: false, problem: 'whole-missing' })
})
