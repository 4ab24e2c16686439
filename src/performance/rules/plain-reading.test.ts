import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { couldBe, type PlainFigure } from '../testing/plain-reading.ts'
import type { Cell } from './measure.ts'
import { periodOf } from './period.ts'
import { guardRelease } from './release-guard.ts'
import type { Release, ReleasedCell, Structure } from './releases.ts'
import { protectTable, type SmallNumberMethod } from './small-numbers.ts'

const METHOD: SmallNumberMethod = { version: 'exact', threshold: 3, base: 1, hidesZeros: false }
const isSmall = (count: number) => count > 0 && count <= METHOD.threshold
const count = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 25 }))

/** Every small figure is hidden, and could be above the threshold and at least the threshold away, for all that the rest tells. */
function read(truth: readonly number[], figures: readonly PlainFigure[]) {
  let [safe, undecided] = [0, 0]
  for (const { counts, isShown } of figures) {
    const own = counts.reduce((sum, at) => sum + (truth[at] ?? 0), 0)
    if (!isSmall(own)) continue
    assert.ok(!isShown, `${own} is shown`)
    const could = (number: number) => couldBe(truth, figures, counts, number)
    const larger = [1, 2, 3, 4, 5, 6].map((more) => could(METHOD.threshold + more))
    const most = METHOD.threshold + larger.lastIndexOf(true) + 1
    const least = [0, 1, 2, 3].findIndex((number) => could(number) === true)
    if (larger.includes(null)) undecided += 1
    else {
      assert.ok(larger.includes(true), `${own} is known to be small`)
      assert.ok(most - least >= METHOD.threshold, `${own} is known to be from ${least} to ${most}`)
      safe += 1
    }
  }
  return { safe, undecided }
}

test('I6: hiding in tables of several rows and columns with all totals agrees with a second, slow reading that tries other tables', () => {
  let [safe, undecided] = [0, 0]
  const tables = fc
    .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 5 }))
    .chain(([rows, columns]) => fc.array(fc.array(count, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }))
  fc.assert(
    fc.property(tables, (counts) => {
      const [rows, columns] = [counts.map((_, row) => row), (counts[0] ?? []).map((_, column) => column)]
      const made = protectTable({ rows: rows.map(String), columns: columns.map(String), counts }, METHOD)
      const at = (row: number, column: number) => row * columns.length + column
      const figures: PlainFigure[] = [
        ...rows.flatMap((row) =>
          columns.map((column) => ({ counts: [at(row, column)], isShown: made.cells[row]?.[column]?.state === 'shown' })),
        ),
        ...rows.map((row) => ({ counts: columns.map((column) => at(row, column)), isShown: made.rowTotals[row]?.state === 'shown' })),
        ...columns.map((column) => ({ counts: rows.map((row) => at(row, column)), isShown: made.columnTotals[column]?.state === 'shown' })),
        { counts: counts.flat().map((_, place) => place), isShown: made.total.state === 'shown' },
      ]
      const found = read(counts.flat(), figures)
      safe += found.safe
      undecided += found.undecided
    }),
    // How many are given up depends on what is drawn: the same each time.
    { numRuns: 60, seed: 20261123 },
  )
  assert.ok(safe > 80 && undecided * 20 < safe, `${safe} read, ${undecided} given up`)
})

test('I6: hiding in districts and their wards, given one after the other, agrees with the same slow reading', () => {
  let safe = 0
  const period = periodOf('month', Temporal.PlainDate.from('2026-04-01'))
  const area = (name: string): Cell => ({ area: name, dimension: '', category: '' })
  const districts = fc.array(fc.array(count, { minLength: 2, maxLength: 4 }), { minLength: 2, maxLength: 3 })
  fc.assert(
    fc.property(districts, (counts) => {
      const truth = counts.flat()
      const places = counts.map((line, district) => line.map((_, ward) => counts.slice(0, district).flat().length + ward))
      const sum = (line: readonly number[]) => line.reduce((all, one) => all + one, 0)
      const parents = new Map(places.flatMap((line, district) => line.map((place) => [`ward ${place}`, [`district ${district}`]] as const)))
      const structure: Structure = { overTime: 'sum', parents }
      const upper = protectTable({ rows: ['all'], columns: counts.map((_, at) => String(at)), counts: [counts.map(sum)] }, METHOD)
      const whole: ReleasedCell = {
        cell: { area: null, dimension: '', category: '' },
        counts: [sum(truth)],
        isShown: upper.total.state === 'shown',
      }
      const first: Release = {
        period,
        cells: [
          whole,
          ...counts.map((line, at) => ({
            cell: area(`district ${at}`),
            counts: [sum(line)],
            isShown: upper.cells[0]?.[at]?.state === 'shown',
          })),
        ],
      }
      // Each ward as if it stood alone: only the check of both releases together can keep it.
      const wards = truth.map((one, place) => ({ cell: area(`ward ${place}`), counts: [one], isShown: !isSmall(one) }))
      const guarded = guardRelease([first], { period, cells: wards }, structure, METHOD)
      const figures: PlainFigure[] = [
        { counts: truth.map((_, place) => place), isShown: whole.isShown },
        ...first.cells.slice(1).map(({ isShown }, at) => ({ counts: places[at] ?? [], isShown })),
        ...wards.map((one, place) => ({
          counts: [place],
          isShown: one.isShown && guarded.outcome !== 'held-back' && !guarded.hidden.has(one),
        })),
      ]
      safe += read(truth, figures).safe
    }),
    { numRuns: 60, seed: 20261123 },
  )
  assert.ok(safe > 40)
})
