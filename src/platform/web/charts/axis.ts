import { type ScaleLinear, scaleLinear } from 'd3-scale'

/** The room of a chart in its own units; the picture is scaled to the page. */
export interface ChartRoom {
  readonly width: number
  readonly height: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

/** The room most charts take: labels of lines stand at the right. */
export const wideRoom: ChartRoom = { width: 720, height: 320, top: 18, right: 136, bottom: 34, left: 56 }

/** One place along a chart: a period, by its long name and by a short one for the axis. */
export interface ChartPlace {
  /** For example 'January 2014'. */
  readonly label: string
  /** For example 'Jan 14'. */
  readonly tick: string
}

/** Where values and places stand in a chart. */
export interface ChartScales {
  readonly x: (index: number) => number
  readonly y: ScaleLinear<number, number>
}

/**
 * Lays out places evenly from left to right and values from bottom to top. The axis holds every value given and a little air;
 * with a floor it never goes below that, however far a limit would. Of no values at all it runs from 0 to 1.
 */
export function scalesOf(room: ChartRoom, places: number, values: readonly number[], floor: number | null): ChartScales {
  const [from, to] = [room.left + 14, room.width - room.right - 14]
  const step = places > 1 ? (to - from) / (places - 1) : 0
  const [low, high] = extentOf(values, floor)
  const y = scaleLinear([low, high], [room.height - room.bottom, room.top]).nice(5)
  return { x: (index) => (places > 1 ? from + step * index : (from + to) / 2), y }
}

function extentOf(values: readonly number[], floor: number | null): readonly [number, number] {
  if (values.length === 0) return [0, 1]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const air = high > low ? (high - low) * 0.08 : Math.abs(high) * 0.1 || 1
  const bottom = floor !== null && low - air < floor ? floor : low - air
  return [bottom, Math.max(high + air, bottom + Number.EPSILON)]
}

/** Which places have their name on the axis: the last and, back from it, every so many that at most `most` are named. */
export function namedPlaces(places: number, most: number): readonly number[] {
  const every = Math.max(1, Math.ceil(places / most))
  return Array.from({ length: places }, (_, index) => index).filter((index) => (places - 1 - index) % every === 0)
}

/** Moves positions along one axis just so far apart that labels there do not overlap, and keeps their order and their bounds. */
export function apart(positions: readonly number[], gap: number, low: number, high: number): readonly number[] {
  const order = positions.map((at, index) => ({ at, index })).sort((one, other) => one.at - other.at || one.index - other.index)
  let least = low
  for (const label of order) {
    label.at = Math.max(label.at, least)
    least = label.at + gap
  }
  let most = high
  for (const label of order.toReversed()) {
    label.at = Math.min(label.at, most)
    most = label.at - gap
  }
  const placed = new Map(order.map(({ at, index }) => [index, at]))
  return positions.map((at, index) => placed.get(index) ?? at)
}

/** A coordinate with one decimal: a tenth of a unit is less than anybody sees, and more would fill the page. */
export function at(position: number): number {
  return Math.round(position * 10) / 10
}
