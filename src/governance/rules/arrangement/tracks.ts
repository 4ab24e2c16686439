/** What a net does in one gutter: where it comes down into it and where it leaves it, in units of the picture. */
export interface Run {
  readonly net: number
  readonly left: number
  readonly right: number
  /** Places where the net goes on upwards. */
  readonly up: readonly number[]
  /** Places where it goes on downwards. */
  readonly down: readonly number[]
}

/** Two runs in one track keep at least this far from one another. */
const APART = 12

/**
 * The track of every run in a gutter from the top, so that few lines cross and no two lie on one another; a run that goes straight through has none.
 * @returns tracks by the number of the net, and how many there are
 */
export function tracksOf(runs: readonly Run[]): { readonly tracks: ReadonlyMap<number, number>; readonly count: number } {
  const sideways = runs.filter(({ left, right }) => right > left).toSorted((a, b) => b.right - b.left - (a.right - a.left) || a.net - b.net)
  const order: Run[] = []
  for (const run of sideways) {
    const costs = Array.from({ length: order.length + 1 }, (_, at) =>
      order.reduce((sum, other, index) => sum + (index < at ? crossings(other, run) : crossings(run, other)), 0),
    )
    order.splice(costs.indexOf(Math.min(...costs)), 0, run)
  }
  const tracks = new Map<number, number>()
  for (const [index, run] of order.entries()) {
    const above = order.slice(0, index).filter((other) => other.left < run.right + APART && run.left < other.right + APART)
    tracks.set(run.net, above.length === 0 ? 0 : 1 + Math.max(...above.map(({ net }) => tracks.get(net) ?? 0)))
  }
  return { tracks, count: tracks.size === 0 ? 0 : 1 + Math.max(...tracks.values()) }
}

/** How often two runs cross when the first lies above the second. */
function crossings(upper: Run, lower: Run): number {
  const inside =
    ({ left, right }: Run) =>
    (x: number) =>
      left < x && x < right
  return upper.down.filter(inside(lower)).length + lower.up.filter(inside(upper)).length
}
