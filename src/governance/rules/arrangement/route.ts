import { endsOf, guttersOf, type Net, type NetEnd } from './nets.ts'
import type { DrawnLine, Point } from './picture.ts'
import { type Run, tracksOf } from './tracks.ts'

/** What routing needs of the grid, in units of the picture. */
export interface Grid {
  readonly nets: readonly Net[]
  /** From the top; there is a gutter above each row and one below the last. */
  readonly rowHeights: readonly number[]
  readonly columns: number
  readonly boxWidth: number
  columnAt(column: number): number
  /** Where the lane of a net runs; undefined for one that stays in one gutter. */
  laneAt(net: number): number | undefined
}

/** The lines, and where that leaves the rows. */
export interface Routed {
  readonly lines: readonly DrawnLine[]
  readonly height: number
  rowAt(row: number): number
}

/** Room at both edges of a gutter, for heads; between its tracks; in a gutter without any; above and below the picture. */
const EDGE = 19
const TRACK = 11
const EMPTY = 34
const OUTSIDE = 14

/** Leads every net through gutters and lanes. */
export function routeOf(grid: Grid): Routed {
  const ports = portsOf(grid)
  const gutters = Array.from({ length: grid.rowHeights.length + 1 }, (_, gutter) => tracksOf(runsIn(gutter, grid, ports)))
  const gutterHeights = gutters.map(({ count }, gutter) => {
    if (count > 0) return EDGE * 2 + (count - 1) * TRACK
    return gutter === 0 || gutter === grid.rowHeights.length ? OUTSIDE : EMPTY
  })
  const gutterAt = (gutter: number): number =>
    gutterHeights.slice(0, gutter).reduce((sum, height) => sum + height, 0) +
    grid.rowHeights.slice(0, gutter).reduce((sum, height) => sum + height, 0)
  const rowAt = (row: number): number => gutterAt(row) + (gutterHeights[row] ?? 0)
  const trackAt = (net: number, gutter: number): number | undefined => {
    const track = gutters[gutter]?.tracks.get(net)
    return track === undefined ? undefined : gutterAt(gutter) + EDGE + track * TRACK
  }
  const pointOf = (net: number, end: NetEnd): Point => {
    const bottom = gutterAt(end.gutter)
    return { x: ports.get(portKey(net, end)) ?? 0, y: end.side === 'bottom' ? bottom : bottom + (gutterHeights[end.gutter] ?? 0) }
  }
  const lines = grid.nets.map((net, index) =>
    lineOf(net, { lane: grid.laneAt(index), at: (end) => pointOf(index, end), trackAt: (gutter) => trackAt(index, gutter) }),
  )
  return { lines, rowAt, height: gutterAt(grid.rowHeights.length) + (gutterHeights.at(-1) ?? 0) }
}

const portKey = (net: number, { gutter, column }: NetEnd): string => `${net} ${gutter} ${column}`

/** Where each net meets each gutter and column: all nets that do share the width of the box, so that no two meet at one place. */
function portsOf({ nets, boxWidth, columnAt }: Grid): ReadonlyMap<string, number> {
  const meeting = new Map<string, { readonly column: number; readonly nets: Map<number, number> }>()
  for (const [index, net] of nets.entries())
    for (const end of endsOf(net)) {
      const key = `${end.gutter} ${end.column}`
      const found = meeting.get(key) ?? { column: end.column, nets: new Map<number, number>() }
      found.nets.set(index, pullOf(net, end))
      meeting.set(key, found)
    }
  const ports = new Map<string, number>()
  for (const [key, { column, nets: here }] of meeting) {
    const inOrder = [...here].toSorted(([one, pull], [other, otherPull]) => pull - otherPull || one - other)
    for (const [slot, [net]] of inOrder.entries())
      ports.set(`${net} ${key}`, Math.round(columnAt(column) + ((slot + 1) * boxWidth) / (inOrder.length + 1)))
  }
  return ports
}

/** To which side a net pulls from one of its ends: the middle of the others' columns. */
function pullOf(net: Net, end: NetEnd): number {
  const others = endsOf(net).filter(({ id }) => id !== end.id)
  return others.reduce((sum, { column }) => sum + column, 0) / Math.max(1, others.length)
}

function runsIn(gutter: number, grid: Grid, ports: ReadonlyMap<string, number>): readonly Run[] {
  return grid.nets.flatMap((net, index) => {
    const touched = guttersOf(net)
    if (!touched.includes(gutter)) return []
    const ends = endsOf(net).filter((end) => end.gutter === gutter)
    const at = (end: NetEnd): number => ports.get(portKey(index, end)) ?? 0
    const lane = grid.laneAt(index)
    const laneUp = lane !== undefined && touched.some((other) => other < gutter) ? [lane] : []
    const laneDown = lane !== undefined && touched.some((other) => other > gutter) ? [lane] : []
    const up = [...ends.filter(({ side }) => side === 'bottom').map(at), ...laneUp]
    const down = [...ends.filter(({ side }) => side === 'top').map(at), ...laneDown]
    return [{ net: index, left: Math.min(...up, ...down), right: Math.max(...up, ...down), up, down }]
  })
}

interface Bearings {
  readonly lane: number | undefined
  at(end: NetEnd): Point
  trackAt(gutter: number): number | undefined
}

function lineOf(net: Net, bearings: Bearings): DrawnLine {
  const { target } = net
  const head = bearings.at(target)
  const whole = net.sources.map((source) => wayOf(source, target, bearings))
  // The longest first: shorter ways then end where they meet it.
  const inOrder = whole.toSorted((a, b) => lengthOf(b) - lengthOf(a) || (a[0]?.x ?? 0) - (b[0]?.x ?? 0))
  const ways: (readonly Point[])[] = []
  const joints: Point[] = []
  for (const way of inOrder) {
    const { own, joint } = untilMet(way, ways)
    ways.push(own)
    if (joint) joints.push(joint)
  }
  return {
    kind: net.kind,
    ways,
    joints,
    head: net.headed ? { ...head, pointing: target.side === 'bottom' ? 'up' : 'down' } : undefined,
    from: net.sources.map(({ id }) => id),
    to: target.id,
    relations: net.relations,
  }
}

/** A way up to where it meets one that is drawn already; from there on they share their strokes. */
function untilMet(
  way: readonly Point[],
  drawn: readonly (readonly Point[])[],
): { readonly own: readonly Point[]; readonly joint: Point | undefined } {
  for (const [index, to] of way.entries()) {
    const from = way[index - 1]
    if (from === undefined) continue
    const corners = drawn.flatMap((other) => other.filter((corner) => isOn(corner, [from, to])))
    const meets = [...corners, ...(drawn.some((other) => isOn(to, other)) ? [to] : [])]
    const [joint] = meets.toSorted((a, b) => lengthOf([from, a]) - lengthOf([from, b]))
    if (joint) return { own: [...way.slice(0, index), joint], joint }
  }
  return { own: way, joint: undefined }
}

/** From a source along its gutter, by the lane where there is one, along the target's gutter to the target. */
function wayOf(source: NetEnd, target: NetEnd, { lane, at, trackAt }: Bearings): readonly Point[] {
  const start = at(source)
  const end = at(target)
  const first = trackAt(source.gutter)
  const last = trackAt(target.gutter)
  const corners: Point[] = [start]
  if (source.gutter !== target.gutter && lane !== undefined) {
    const leaves = first ?? start.y
    const arrives = last ?? end.y
    corners.push({ x: start.x, y: leaves }, { x: lane, y: leaves }, { x: lane, y: arrives }, { x: end.x, y: arrives })
  } else if (first !== undefined) {
    corners.push({ x: start.x, y: first }, { x: end.x, y: first })
  }
  return [...corners, end].filter((point, index, all) => point.x !== all[index - 1]?.x || point.y !== all[index - 1]?.y)
}

function lengthOf(way: readonly Point[]): number {
  return way
    .slice(1)
    .reduce((sum, point, index) => sum + Math.abs(point.x - (way[index]?.x ?? 0)) + Math.abs(point.y - (way[index]?.y ?? 0)), 0)
}

function isOn(point: Point, way: readonly Point[]): boolean {
  return way.slice(1).some((to, index) => {
    const from = way[index] ?? to
    const within = (value: number, one: number, other: number): boolean => Math.min(one, other) <= value && value <= Math.max(one, other)
    return within(point.x, from.x, to.x) && within(point.y, from.y, to.y)
  })
}
