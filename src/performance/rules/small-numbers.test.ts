import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hiddenBounds } from '../testing/attacker.ts'
import { whole } from './exact.ts'
import type { ReadFigure } from './figure.ts'
import type { Definition } from './measure.ts'
import { periodOf } from './period.ts'
import { protectPeriod } from './protect.ts'
import { type CountTable, type ProtectedTable, protectTable, roundedTo, type ShownCell, type SmallNumberMethod } from './small-numbers.ts'

const METHOD: SmallNumberMethod = { version: '2026-1', threshold: 5, base: 5, hidesZeros: false }
const BREAKDOWN: SmallNumberMethod = { ...METHOD, hidesZeros: true }
const table = (...counts: readonly (readonly number[])[]): CountTable => ({
  rows: counts.map((_, row) => `Row ${row}`),
  columns: (counts[0] ?? []).map((_, column) => `Column ${column}`),
  counts,
})
const printed = (cell: ShownCell | undefined) => (cell?.state === 'shown' ? cell.count : 'c')
const lines = (made: ProtectedTable) => [
  ...made.cells.map((cells, row) => [...cells.map(printed), printed(made.rowTotals[row])]),
  [...made.columnTotals.map(printed), printed(made.total)],
]

test('I6: the worked table of girls and boys in three areas', () => {
  assert.deepEqual(lines(protectTable(table([4, 18], [9, 12], [16, 7]), METHOD)), [
    ['c', 'c', 20],
    ['c', 'c', 20],
    [15, 5, 25],
    [30, 35, 65],
  ])
})

test('I6: rounding is halves up, of each number on its own', () => {
  assert.deepEqual(
    [0, 2, 3, 7, 8, 22, 23, 66].map((count) => roundedTo(count, 5)),
    [0, 0, 5, 5, 10, 20, 25, 65],
  )
  assert.equal(roundedTo(7, 1), 7)
})

test('I6: nothing is hidden where nothing is small; a true 0 is shown or hidden as the method says', () => {
  const made = lines(protectTable(table([40, 0], [9, 12]), METHOD))
  assert.ok(made.flat().every((cell) => cell !== 'c'))
  assert.equal(lines(protectTable(table([40, 0], [9, 12]), BREAKDOWN))[0]?.[1], 'c')
})

test('I6: a small total is hidden like any other cell, a single small cell with all that would give it away', () => {
  assert.deepEqual(lines(protectTable(table([3]), METHOD)), [
    ['c', 'c'],
    ['c', 'c'],
  ])
  const made = protectTable(table([1, 2], [30, 40]), METHOD)
  assert.equal(printed(made.rowTotals[0]), 'c')
})

test('I6: a table that is no table of counts is refused', () => {
  assert.throws(() => protectTable(table([3, -1]), METHOD), /whole and not negative/)
  assert.throws(() => protectTable(table([1.5]), METHOD), /whole and not negative/)
  assert.throws(() => protectTable(table(), METHOD), /at least one row/)
})

const counts = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })).chain(([rows, columns]) =>
  fc.array(
    fc.array(fc.oneof(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 60 })), { minLength: columns, maxLength: columns }),
    {
      minLength: rows,
      maxLength: rows,
    },
  ),
)

test('I6: an attacker who knows every exact number that is shown, and solves, can fix no small count within the threshold', () => {
  fc.assert(
    fc.property(counts, fc.boolean(), (given, hidesZeros) => {
      const method = { ...METHOD, base: 1, hidesZeros }
      const made = protectTable(table(...given), method)
      for (const { count, least, most } of hiddenBounds(given, made)) {
        if (count > method.threshold || (count === 0 && !hidesZeros)) continue
        assert.ok(most > method.threshold, `${count} is known to be at most ${most}`)
        assert.ok(most - least >= method.threshold, `${count} is known to be from ${least} to ${most}`)
      }
    }),
    { numRuns: 250 },
  )
})

const ofSex: Definition = {
  ...{ id: '1', number: 1, startsOn: Temporal.PlainDate.from('2020-01-01'), title: '', meaning: '', unit: '', polarity: 'higher' },
  ...{ level: 'service', kind: 'flow', numerator: '', denominator: '', scale: 100, overTime: 'sum', overAreas: 'sum', source: '' },
  ...{ ownerPerson: null, ownerOffice: '', ownerOrganisation: null, frequency: 'month', lagDays: 0, decimals: 0, breaksSeries: false },
  ...{
    suppression: 'small-counts',
    breakdowns: [],
    areas: [],
    forecast: 'none',
    countedBy: '',
    reason: '',
    polarityReason: '',
    ratedFrom: null,
    plausibleFrom: null,
    plausibleTo: null,
  },
}

/** What is stored of one period, as an attacker reads it: a rate that is shown tells both of its counts, one that is hidden tells neither. */
function storedOf(given: readonly (readonly number[])[], kind: 'flow' | 'rate', method: SmallNumberMethod): ProtectedTable {
  const period = periodOf('month', Temporal.PlainDate.from('2026-03-01'))
  const figureOf = (category: string, counts: readonly number[]): ReadFigure => {
    const [withIt = 0, without = 0] = counts
    const cell = { area: null, dimension: category === '' ? '' : 'Part', category }
    const [numerator, denominator] = kind === 'rate' ? [whole(withIt), whole(withIt + without)] : [null, null]
    return {
      ...{ period, cell: cell, status: 'final', value: whole(withIt), words: '', numerator, denominator },
      ...{ limits: null, quality: '', source: '' },
    }
  }
  const all = [0, 1].map((column) => given.reduce((sum, line) => sum + (line[column] ?? 0), 0))
  const figures = [figureOf('', all), ...given.map((line, index) => figureOf(`Part ${index}`, line))]
  const definition = { ...ofSex, kind, breakdowns: [{ dimension: 'Part', categories: given.map((_, index) => `Part ${index}`) }] }
  const safe = protectPeriod(definition, figures, method)
  assert.ok(safe.ok)
  const shown = (index: number, count: number): ShownCell =>
    safe.figures[index]?.value === null ? { state: 'hidden' } : { state: 'shown', count }
  const columns = kind === 'rate' ? [0, 1] : [0]
  const sum = (line: readonly number[]) => columns.reduce((total, column) => total + (line[column] ?? 0), 0)
  return {
    ...{ rows: given.map(String), columns: columns.map(String), method: method.version },
    cells: given.map((line, row) => columns.map((column) => shown(row + 1, line[column] ?? 0))),
    rowTotals: given.map((line, row) => shown(row + 1, sum(line))),
    columnTotals: columns.map((column) => shown(0, all[column] ?? 0)),
    total: shown(0, sum(all)),
  }
}

test('I6: what is stored of a period, counts or rates with their parts and the whole, cannot be solved back either', () => {
  const number = fc.oneof(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 90 }))
  const parts = fc.array(fc.tuple(number, number), { minLength: 2, maxLength: 5 })
  let attacked = 0
  fc.assert(
    fc.property(parts, fc.constantFrom('flow' as const, 'rate' as const), fc.boolean(), (given, kind, hidesZeros) => {
      const method = { ...METHOD, base: 1, hidesZeros }
      const made = storedOf(given, kind, method)
      for (const cell of [...made.cells.flat(), ...made.rowTotals, ...made.columnTotals, made.total])
        assert.ok(cell.state === 'hidden' || cell.count > method.threshold || (cell.count === 0 && !hidesZeros), 'a small count is shown')
      const counts = kind === 'rate' ? given : given.map(([count]) => [count])
      for (const { count, least, most } of hiddenBounds(counts, made)) {
        if (count > method.threshold || (count === 0 && !hidesZeros)) continue
        attacked += 1
        assert.ok(most > method.threshold, `${count} is known to be at most ${most}`)
        assert.ok(most - least >= method.threshold, `${count} is known to be from ${least} to ${most}`)
      }
    }),
    { numRuns: 150 },
  )
  assert.ok(attacked > 100)
})

test('I6: the attacker of these tests is no fool: without secondary hiding he finds every small count', () => {
  const made = protectTable(table([4, 18], [9, 12], [16, 7]), { ...METHOD, base: 1 })
  const shown = (count: number): ShownCell => ({ state: 'shown', count })
  const naive: ProtectedTable = {
    ...made,
    cells: [
      [{ state: 'hidden' }, shown(18)],
      [shown(9), shown(12)],
      [shown(16), shown(7)],
    ],
  }
  assert.deepEqual(
    hiddenBounds(
      [
        [4, 18],
        [9, 12],
        [16, 7],
      ],
      naive,
    ),
    [{ count: 4, least: 4, most: 4 }],
  )
  const [first] = hiddenBounds(
    [
      [4, 18],
      [9, 12],
      [16, 7],
    ],
    made,
  )
  assert.deepEqual(first, { count: 4, least: 0, most: 13 })
})

/** Every table of whole counts up to a number that could stand behind what is shown, by trying them all. */
function tablesBehind(given: readonly (readonly number[])[], made: ProtectedTable, upTo: number): readonly (readonly number[])[][] {
  const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
  const agrees = (cell: ShownCell | undefined, count: number, truly: number) => cell?.state !== 'shown' || count === truly
  const rowsOf = (line: readonly number[], row: number): (readonly number[])[] => {
    let lines: (readonly number[])[] = [[]]
    line.forEach((count, column) => {
      const isShown = made.cells[row]?.[column]?.state === 'shown'
      const tried = isShown ? [count] : Array.from({ length: upTo + 1 }, (_, tries) => tries)
      lines = lines.flatMap((start) => tried.map((one) => [...start, one]))
    })
    return lines.filter((tried) => agrees(made.rowTotals[row], sum(tried), sum(line)))
  }
  const columnOf = (counts: readonly (readonly number[])[], column: number) => sum(counts.map((line) => line[column] ?? 0))
  let tables: (readonly number[])[][] = [[]]
  given.forEach((line, row) => {
    const lines = rowsOf(line, row)
    tables = tables.flatMap((start) => lines.map((one) => [...start, one]))
  })
  return tables.filter(
    (tried) =>
      made.columnTotals.every((cell, column) => agrees(cell, columnOf(tried, column), columnOf(given, column))) &&
      agrees(made.total, sum(tried.flat()), sum(given.flat())),
  )
}

test('I6: hiding agrees with a second, slow and obvious reading, which tries every table there could be, over thousands of random tables', () => {
  const method: SmallNumberMethod = { version: 'small', threshold: 2, base: 1, hidesZeros: false }
  const shapes = fc.constantFrom([1, 2], [1, 3], [2, 1], [2, 2])
  const small = shapes.chain(([rows = 1, columns = 1]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 7 }), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  )
  let hid = 0
  fc.assert(
    fc.property(small, fc.boolean(), (given, hidesZeros) => {
      const made = protectTable(table(...given), { ...method, hidesZeros })
      const isSmall = (count: number) => count <= 2 && (count > 0 || hidesZeros)
      const totals = [...given.map((line) => line.reduce((all, one) => all + one, 0)), given.flat().reduce((all, one) => all + one, 0)]
      const shown = [...made.cells.flat(), ...made.rowTotals, made.total]
      const counts = [...given.flat(), ...totals]
      counts.forEach((count, index) => {
        assert.ok(!isSmall(count) || shown[index]?.state === 'hidden', `${count} is shown`)
        assert.ok(shown[index]?.state !== 'shown' || shown[index].count === count)
      })
      const columns = made.columns.map((_, column) => given.reduce((all, line) => all + (line[column] ?? 0), 0))
      const anySmall = [...counts, ...columns].some(isSmall)
      assert.equal(shown.some(({ state }) => state === 'hidden') || made.columnTotals.some(({ state }) => state === 'hidden'), anySmall)
      if (!anySmall) return
      const behind = tablesBehind(given, made, 12)
      given.forEach((line, row) => {
        line.forEach((count, column) => {
          if (!isSmall(count)) return
          hid += 1
          const possible = new Set(behind.map((tried) => tried[row]?.[column] ?? 0))
          assert.ok(Math.max(...possible) > method.threshold, `${count} is known to be small`)
          assert.ok(Math.max(...possible) - Math.min(...possible) >= method.threshold, `${count} is known too well`)
        })
      })
    }),
    { numRuns: 2_000 },
  )
  assert.ok(hid > 1_000)
})
