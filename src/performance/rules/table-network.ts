/**
 * A cell of a table with its totals, as an edge between the knot of its row and the knot of its column. Counts flow from rows to columns, totals back,
 * so that at every knot as much comes in as goes out: that is all an outsider knows, and what the arithmetic of hiding walks on.
 */
export interface Edge {
  /** Row and column from 0; the totals stand in the row and the column after the last. */
  readonly row: number
  readonly column: number
  readonly from: number
  readonly to: number
  readonly count: number
}

/** All cells of a table and its totals as edges. */
export function circulationOf(counts: readonly (readonly number[])[]): readonly Edge[] {
  const [rows, columns] = [counts.length, counts[0]?.length ?? 0]
  const knotOf = { row: (row: number) => row, column: (column: number) => rows + 1 + column }
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
  const edges: Edge[] = []
  for (let row = 0; row <= rows; row += 1)
    for (let column = 0; column <= columns; column += 1) {
      const rowCounts = row < rows ? [counts[row] ?? []] : counts
      const count = sum(rowCounts.map((one) => (column < columns ? (one[column] ?? 0) : sum(one))))
      const [fromRow, toColumn] = [knotOf.row(row), knotOf.column(column)]
      // A total of a row or of a column flows back; the total of all flows on.
      const back = (row === rows) !== (column === columns)
      edges.push({ row, column, count, from: back ? toColumn : fromRow, to: back ? fromRow : toColumn })
    }
  return edges
}

/** A step along an edge, or against it: along it the count grows without end, against it it falls to 0 at most. */
interface Step {
  readonly edge: Edge
  readonly to: number
  readonly forward: boolean
}

function stepsFrom(knot: number, edges: Iterable<Edge>, without: Edge): readonly Step[] {
  const steps: Step[] = []
  for (const edge of edges) {
    if (edge === without) continue
    if (edge.from === knot) steps.push({ edge, to: edge.to, forward: true })
    if (edge.to === knot) steps.push({ edge, to: edge.from, forward: false })
  }
  return steps
}

/** Follows the steps that led to a knot back to where they began. */
function traced(cameBy: ReadonlyMap<number, Step>, start: number, end: number): readonly Step[] {
  const steps: Step[] = []
  for (let knot = end; knot !== start; ) {
    const step = cameBy.get(knot)
    if (step === undefined) return []
    steps.unshift(step)
    knot = step.forward ? step.edge.from : step.edge.to
  }
  return steps
}

/**
 * By how much the count of a hidden edge could be larger for whoever knows everything but the hidden ones, up to an amount that is enough.
 * A greatest flow (Edmonds and Karp) from its end to its beginning over the other hidden edges.
 */
export function roomAbove(edge: Edge, hidden: ReadonlySet<Edge>, enough: number): number {
  const changed = new Map<Edge, number>()
  const fall = (one: Edge) => one.count + (changed.get(one) ?? 0)
  let room = 0
  while (room < enough) {
    const cameBy = new Map<number, Step>()
    const waiting = [edge.to]
    for (let knot = waiting.shift(); knot !== undefined && !cameBy.has(edge.from); knot = waiting.shift())
      for (const step of stepsFrom(knot, hidden, edge))
        if (step.to !== edge.to && !cameBy.has(step.to) && (step.forward || fall(step.edge) > 0)) {
          cameBy.set(step.to, step)
          waiting.push(step.to)
        }
    const way = traced(cameBy, edge.to, edge.from)
    if (way.length === 0) return room
    const amount = Math.min(enough - room, ...way.filter(({ forward }) => !forward).map((step) => fall(step.edge)))
    for (const { edge: passed, forward } of way) changed.set(passed, (changed.get(passed) ?? 0) + (forward ? amount : -amount))
    room += amount
  }
  return room
}

/** What hiding an edge loses: its count, a total far more than a cell, because everybody reads totals first. Hidden already costs nothing. */
function lossOf(edge: Edge, hidden: ReadonlySet<Edge>, edges: readonly Edge[]): number {
  if (hidden.has(edge)) return 0
  const last = edges.at(-1)
  const isTotal = edge.row === last?.row || edge.column === last?.column
  return (edge.count + 1) * (isTotal ? 1_000 : 1)
}

/**
 * The cheapest way round an edge over which its count could grow by the amount needed: the edges on it, to be hidden with it (Dijkstra).
 * There is always one, over the totals: along its column's total, the total of all and its row's total counts grow without end.
 */
export function wayRound(edge: Edge, edges: readonly Edge[], hidden: ReadonlySet<Edge>, needed: number): readonly Edge[] {
  const cost = new Map([[edge.to, 0]])
  const cameBy = new Map<number, Step>()
  const open = new Set([edge.to])
  while (open.size > 0) {
    const knot = [...open].reduce((best, one) => ((cost.get(one) ?? 0) < (cost.get(best) ?? 0) ? one : best))
    open.delete(knot)
    for (const step of stepsFrom(knot, edges, edge)) {
      if (!step.forward && step.edge.count < needed) continue
      const through = (cost.get(knot) ?? 0) + lossOf(step.edge, hidden, edges)
      if (through < (cost.get(step.to) ?? Number.POSITIVE_INFINITY)) {
        cost.set(step.to, through)
        cameBy.set(step.to, step)
        open.add(step.to)
      }
    }
  }
  return traced(cameBy, edge.to, edge.from).map((step) => step.edge)
}
