import { circulationOf, type Edge, roomAbove, wayRound } from './table-network.ts'

/** How a partnership protects small numbers: dated settings with a version, kept with what they protected; practices differ (I6). */
export interface SmallNumberMethod {
  readonly version: string
  /** Counts from 1 to this are hidden: 5. */
  readonly threshold: number
  /** What is shown is rounded to a multiple of this, halves up: 5; 1 leaves it as it is. */
  readonly base: number
  /** Whether a true 0 is hidden too, as in breakdowns by protected characteristic or small area. */
  readonly hidesZeros: boolean
}

/** Exact counts of one population split two ways. Rows and columns are complete: each person stands in one cell. */
export interface CountTable {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  /** A count for every row and column: whole, never negative. */
  readonly counts: readonly (readonly number[])[]
}

/** A number that may be published, or a mark: one and the same for every hidden cell, so that it does not tell which was small. */
export type ShownCell = { readonly state: 'shown'; readonly count: number } | { readonly state: 'hidden' }

/** What may leave the house of a table, and the version of the method that made it so. */
export interface ProtectedTable {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly cells: readonly (readonly ShownCell[])[]
  readonly rowTotals: readonly ShownCell[]
  readonly columnTotals: readonly ShownCell[]
  readonly total: ShownCell
  readonly method: string
}

/** Rounds a count to a multiple of a base, halves up: 7 to 5, 23 to 25. */
export function roundedTo(count: number, base: number): number {
  return Math.floor((2 * count + base) / (2 * base)) * base
}

function isSmall(count: number, method: SmallNumberMethod): boolean {
  return count === 0 ? method.hidesZeros : count <= method.threshold
}

/**
 * By how much more a small count must at least seem possible: then an outsider who knows every total cannot tell it from a count
 * above the threshold, nor fix it within the threshold.
 */
function roomNeeded(count: number, method: SmallNumberMethod): number {
  return Math.max(method.threshold + 1 - count, method.threshold)
}

/**
 * Hides more cells, those that lose least first, until each small one could be large for whoever knows all that is shown, exact totals included.
 * Ends always: in the last resort a whole way round over the totals is hidden.
 */
function hideEnough(edges: readonly Edge[], method: SmallNumberMethod): ReadonlySet<Edge> {
  const small = edges.filter(({ count }) => isSmall(count, method))
  const hidden = new Set(small)
  for (const edge of small) {
    const needed = roomNeeded(edge.count, method)
    while (roomAbove(edge, hidden, needed) < needed) {
      const before = hidden.size
      for (const passed of wayRound(edge, edges, hidden, needed)) hidden.add(passed)
      if (hidden.size === before) throw new Error('A small number cannot be protected: its table has no way round it.')
    }
  }
  return hidden
}

/**
 * Protects a table of counts: small ones hidden, then as many more as it takes that none can be worked out from its row, its column or the totals,
 * and what is left rounded, each total from the exact counts on its own. Totals are cells like others: a small one is hidden as well.
 * Handbook of early help, 7.2; official statistics practice.
 */
export function protectTable(table: CountTable, method: SmallNumberMethod): ProtectedTable {
  if (table.rows.length === 0 || table.columns.length === 0) throw new Error('A table has at least one row and one column.')
  if (!table.counts.flat().every((count) => Number.isSafeInteger(count) && count >= 0))
    throw new Error('Counts are whole and not negative.')
  const edges = circulationOf(table.counts)
  const hidden = hideEnough(edges, method)
  const shown = (row: number, column: number): ShownCell => {
    const edge = edges.find((one) => one.row === row && one.column === column)
    if (edge === undefined) throw new Error(`There is no cell in row ${row}, column ${column}.`)
    return hidden.has(edge) ? { state: 'hidden' } : { state: 'shown', count: roundedTo(edge.count, method.base) }
  }
  const [rows, columns] = [table.rows.length, table.columns.length]
  return {
    rows: table.rows,
    columns: table.columns,
    cells: table.rows.map((_, row) => table.columns.map((_, column) => shown(row, column))),
    rowTotals: table.rows.map((_, row) => shown(row, columns)),
    columnTotals: table.columns.map((_, column) => shown(rows, column)),
    total: shown(rows, columns),
    method: method.version,
  }
}
