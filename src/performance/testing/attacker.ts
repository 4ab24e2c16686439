import { solve } from 'yalps'
import type { ProtectedTable, ShownCell } from '../rules/small-numbers.ts'

/** What solving tells of one hidden cell: its true count, and the least and most it can be. */
export interface Bounds {
  readonly count: number
  readonly least: number
  readonly most: number
}

interface Cell {
  readonly name: string
  readonly count: number
  readonly shown: ShownCell | undefined
  /** The equations it stands in, and its sign there: inner cells count up, totals down. */
  readonly sums: ReadonlyMap<string, number>
}

function cellsOf(counts: readonly (readonly number[])[], made: ProtectedTable): readonly Cell[] {
  const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)
  const inner = counts.flatMap((line, row) =>
    line.map((count, column) => ({
      name: `cell ${row} ${column}`,
      count,
      shown: made.cells[row]?.[column],
      sums: new Map([
        [`row ${row}`, 1],
        [`column ${column}`, 1],
      ]),
    })),
  )
  const rows = counts.map((line, row) => ({
    name: `row total ${row}`,
    count: total(line),
    shown: made.rowTotals[row],
    sums: new Map([
      [`row ${row}`, -1],
      ['rows', 1],
    ]),
  }))
  const columns = made.columns.map((_, column) => ({
    name: `column total ${column}`,
    count: total(counts.map((line) => line[column] ?? 0)),
    shown: made.columnTotals[column],
    sums: new Map([
      [`column ${column}`, -1],
      ['columns', 1],
    ]),
  }))
  const all = {
    name: 'total',
    count: total(counts.flat()),
    shown: made.total,
    sums: new Map([
      ['rows', -1],
      ['columns', -1],
    ]),
  }
  return [...inner, ...rows, ...columns, all]
}

/**
 * An attacker with linear programming: knows every exact number behind what is shown, that rows and columns add up, and that no count is negative.
 * Says for each hidden cell between which numbers it must lie; a bound above a million stands for none.
 */
export function hiddenBounds(counts: readonly (readonly number[])[], made: ProtectedTable): readonly Bounds[] {
  const cells = cellsOf(counts, made)
  const hidden = cells.filter(({ shown }) => shown?.state !== 'shown')
  const equations = new Set(cells.flatMap(({ sums }) => [...sums.keys()]))
  const constraints = [...equations].map((equation) => {
    const known = cells
      .filter((cell) => !hidden.includes(cell))
      .reduce((sum, { count, sums }) => sum + count * (sums.get(equation) ?? 0), 0)
    return [equation, { equal: -known }] as const
  })
  const variables = hidden.map(({ name, sums }) => [name, new Map([...sums, [`only ${name}`, 1], ['bounded', 1]])] as const)
  return hidden.map(({ name, count }) => {
    const bound = (direction: 'minimize' | 'maximize'): number => {
      const model = {
        direction,
        objective: `only ${name}`,
        constraints: [...constraints, ['bounded', { max: 100_000_000 }] as const],
        variables,
      }
      const { status, result } = solve(model)
      if (status !== 'optimal') throw new Error(`The attacker's sums have no answer: ${status}.`)
      return Math.round(result * 1e6) / 1e6
    }
    return { count, least: bound('minimize'), most: bound('maximize') }
  })
}
