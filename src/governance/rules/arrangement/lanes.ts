import { endsOf, guttersOf, type Net } from './nets.ts'

/** The way of a net from gutter to gutter: the gap between two columns (0 is left of the first), and its track in that gap from the left. */
export interface Lane {
  readonly gap: number
  readonly track: number
}

/** What a net costs in a gap that others use already, in columns. */
const CROWDED = 0.35

/** Chooses a lane for every net that runs through several gutters, by the index of the net; and how many tracks each gap then has. */
export function lanesOf(
  nets: readonly Net[],
  columns: number,
): { readonly lanes: ReadonlyMap<number, Lane>; readonly tracks: readonly number[] } {
  const chosen: { readonly net: number; readonly gap: number; readonly from: number; readonly to: number; readonly pull: number }[] = []
  for (const [index, net] of nets.entries()) {
    const gutters = guttersOf(net)
    const from = gutters[0] ?? 0
    const to = gutters.at(-1) ?? 0
    if (from === to) continue
    const beside = (gap: number): number => chosen.filter((other) => other.gap === gap && other.from <= to && other.to >= from).length
    const costs = Array.from({ length: columns + 1 }, (_, gap) => wayTo(net, gap) + CROWDED * beside(gap))
    const gap = costs.indexOf(Math.min(...costs))
    const ends = endsOf(net)
    chosen.push({ net: index, gap, from, to, pull: ends.reduce((sum, end) => sum + end.column, 0) / ends.length })
  }
  const lanes = new Map<number, Lane>()
  const tracks = Array.from({ length: columns + 1 }, () => 0)
  for (const lane of chosen.toSorted((a, b) => a.gap - b.gap || a.pull - b.pull || a.net - b.net)) {
    const taken = chosen.flatMap((other) => {
      const settled = lanes.get(other.net)
      return settled !== undefined && other.gap === lane.gap && other.from <= lane.to && other.to >= lane.from ? [settled.track] : []
    })
    const track = taken.length === 0 ? 0 : Math.max(...taken) + 1
    lanes.set(lane.net, { gap: lane.gap, track })
    tracks[lane.gap] = Math.max(tracks[lane.gap] ?? 0, track + 1)
  }
  return { lanes, tracks }
}

/** How far a net runs sideways in all its gutters when its lane is in a gap, in columns. */
function wayTo(net: Net, gap: number): number {
  const at = gap - 0.5
  const gutters = guttersOf(net)
  return gutters.reduce((sum, gutter) => {
    const columns = endsOf(net)
      .filter((end) => end.gutter === gutter)
      .map(({ column }) => column)
    return sum + Math.max(at, ...columns) - Math.min(at, ...columns)
  }, 0)
}
